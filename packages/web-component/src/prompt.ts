import type { OptInEvent } from '@whatsapp-optin/sdk';
import { createDeferredOptIn, hasWordsFor, loadWordsFor, type DeferredOptIn } from '@whatsapp-optin/sdk/painter';
import { createPainting, loadLater } from './painting.js';
import { languagesFor, optionsOf, pictureOf, type PromptHost } from './prompt-host.js';
import { tell } from './tell.js';

// What may be due, each including the one before it.
export const PAINT = 0;
export const PRESENT = 1;
export const SPEAK = 2;
export const START = 3;
const NOTHING = -1;

/** The opt-in of one element, from its coming into a page to its leaving. */
export interface Prompt {
  /** `null` before the element is in a page and after it has left. */
  optIn(): DeferredOptIn | null;
  /** Work waits for the end of the script that causes it, so that ten attributes make one opt-in. */
  queue(work: number): void;
  /** Does it on the opt-in, as soon as there is one. */
  call(task: (optIn: DeferredOptIn) => void): void;
  stop(): void;
}

export function createPrompt(host: PromptHost, internals: ElementInternals): Prompt {
  let optIn: DeferredOptIn | null = null;
  let release = () => {};
  let due = NOTHING;
  /** Calls that came before there was an opt-in to make them on. */
  const calls: ((optIn: DeferredOptIn) => void)[] = [];
  const paint = createPainting(host, internals, () => queue(PAINT));

  function queue(work: number): void {
    // What has left the page while its attributes change begins anew when it returns.
    if (!host.isConnected) return work === START ? stop() : undefined;
    if (due === NOTHING) queueMicrotask(perform);
    due = Math.max(due, work);
  }

  function perform(): void {
    if (!host.isConnected) due = NOTHING;
    if (due === NOTHING) return;
    const languages = languagesFor(host);
    if (due >= SPEAK && !hasWordsFor(languages)) {
      // Until its words have come the page's own link stands, or the card in its former language.
      void loadWordsFor(languages).then(perform);
      return;
    }
    const work = due;
    due = NOTHING;
    if (work === START || !optIn) start();
    else {
      if (work === SPEAK && languages[0]) optIn.setLocale(languages[0]);
      if (work !== PAINT) optIn.present(pictureOf(host));
    }
    if (optIn) paint(optIn);
  }

  function start(): void {
    stop();
    let current = true;
    const onEvent = ({ type, ...detail }: OptInEvent) => {
      if (!current || !host.isConnected) return;
      tell(host, type, type === 'optin' ? { href: optIn?.getSnapshot().href ?? null } : detail);
    };
    const fresh = createDeferredOptIn({ ...optionsOf(host), onEvent }, loadLater);
    const unsubscribe = fresh.subscribe(() => queue(PAINT));
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
    optIn = null;
  }

  return {
    optIn: () => optIn,
    queue,
    call(task) {
      if (due === START && hasWordsFor(languagesFor(host))) perform();
      if (optIn) task(optIn);
      else if (host.isConnected) calls.push(task);
    },
    stop,
  };
}
