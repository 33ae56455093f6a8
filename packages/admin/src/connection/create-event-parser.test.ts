import { expect, it } from 'vitest';
import { createEventParser, type ServerEvent } from './create-event-parser.js';

function read(...chunks: readonly string[]): ServerEvent[] {
  const events: ServerEvent[] = [];
  const parse = createEventParser((event) => events.push(event));
  for (const chunk of chunks) parse(chunk);
  return events;
}

it('reads events that come in pieces', () => {
  expect(read('retry: 1000\nevent: rea', 'dy\nid: 7\ndata: {"topics"', ':[]}\n', '\n')).toEqual([
    { id: '7', type: 'ready', data: '{"topics":[]}' },
  ]);
});

it('keeps the last id for the events after it', () => {
  expect(read('id: 7\ndata: one\n\ndata: two\n\n').map(({ id }) => id)).toEqual(['7', '7']);
});

it('passes over a heartbeat, and joins the lines of one event', () => {
  expect(read(': keep-alive\n\ndata: one\r\ndata: two\r\n\r\n')).toEqual([
    { id: '', type: 'message', data: 'one\ntwo' },
  ]);
});
