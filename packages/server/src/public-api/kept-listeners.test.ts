import { expect, it } from 'vitest';
import { createKeptListeners } from './kept-listeners.js';

/** A server that has started: it hands each text to the listeners that it has. */
function startedServer() {
  const listeners = new Set<(text: string) => void>();
  return {
    say: (text: string) => listeners.forEach((listener) => listener(text)),
    subscribe(listener: (text: string) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

it('keeps listeners from before a start, and over a restart', () => {
  const kept = createKeptListeners<(text: string) => void>();
  const heard: string[] = [];
  kept.add((text) => heard.push(`early ${text}`));
  const first = startedServer();
  kept.attach(first.subscribe);
  kept.add((text) => heard.push(`late ${text}`));
  first.say('one');
  const second = startedServer();
  kept.attach(second.subscribe);
  second.say('two');
  expect(heard).toEqual(['early one', 'late one', 'early two', 'late two']);
});

it('drops a listener before a start and after it', () => {
  const kept = createKeptListeners<(text: string) => void>();
  const heard: string[] = [];
  const dropEarly = kept.add((text) => heard.push(text));
  const dropLate = kept.add((text) => heard.push(text));
  dropEarly();
  const server = startedServer();
  kept.attach(server.subscribe);
  dropLate();
  server.say('one');
  expect(heard).toEqual([]);
});
