import type { OptInEvent } from '@whatsapp-optin/sdk';
import { createLazyOptIn, type LazyOptIn } from '@whatsapp-optin/sdk/card';
import { createCardView } from './card-view.js';
import { emit } from './emit.js';
import { livePart } from './live-part.js';
import { changesOf, optionsOf, type PromptHost } from './prompt-host.js';

// What may be due, each including the one before it.
export const RENDER = 0;
export const CHANGE = 1;
export const START = 2;
const NOTHING = -1;

/** The opt-in of one element, from its coming into a page to its leaving. */
export interface Prompt {
  /** `null` before the element is in a page and after it has left. */
  optIn(): LazyOptIn | null;
  /** Queues work until the current script ends, so that ten attributes create one opt-in. */
  queue(work: number): void;
  /** Does it on the opt-in, as soon as there is one. */
  call(task: (optIn: LazyOptIn) => void): void;
  stop(): void;
}

export function createPrompt(host: PromptHost, internals: ElementInternals | null): Prompt {
  let optIn: LazyOptIn | null = null;
  let release = () => {};
  let due = NOTHING;
  /** Calls before there is an opt-in, in order. */
  const calls: ((optIn: LazyOptIn) => void)[] = [];
  const card = createCardView(host, internals, () => queue(RENDER));

  function queue(work: number): void {
    // An element outside the page starts over when it returns.
    if (!host.isConnected) return work === START ? stop() : undefined;
    if (due === NOTHING) queueMicrotask(perform);
    due = Math.max(due, work);
  }

  function perform(): void {
    const work = host.isConnected ? due : NOTHING;
    due = NOTHING;
    if (work === NOTHING) return;
    if (work === START || !optIn) start();
    else if (work === CHANGE) optIn.setOptions(changesOf(host));
    if (optIn) card.render(optIn);
  }

  function start(): void {
    stop();
    let current = true;
    const onEvent = ({ type, ...detail }: OptInEvent) => {
      if (!current || !host.isConnected) return;
      emit(host, type, type === 'optin' ? { href: optIn?.getSnapshot().href ?? null } : detail);
    };
    const fresh = createLazyOptIn({ ...optionsOf(host), onEvent }, livePart);
    const unsubscribe = fresh.subscribe(() => queue(RENDER));
    optIn = fresh;
    release = () => {
      current = false;
      unsubscribe();
      fresh.destroy();
    };
    for (const call of calls.splice(0)) call(fresh);
  }

  function stop(): void {
    release();
    release = () => {};
    card.stop();
    optIn = null;
  }

  return {
    optIn: () => optIn,
    queue,
    call(task) {
      if (due === START) perform();
      if (optIn) task(optIn);
      else if (host.isConnected) calls.push(task);
    },
    stop,
  };
}
