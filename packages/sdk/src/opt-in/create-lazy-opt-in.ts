import { OptInError } from '../contract/errors.js';
import { hasWordsFor, loadWordsFor, subscribeToWordsFor, wordsFor } from '../locales/words.js';
import { pagePlatform } from '../page-platform.js';
import { deviceOf } from './device-of.js';
import { DISMISSAL_KEY } from './dismissal-key.js';
import { guard } from './guard.js';
import { initialOptIn, type InitialOptIn } from './initial-opt-in.js';
import type { Live } from './live-part.js';
import { subscribeToLosses, type LazyPart } from '../lazy-part.js';
import type { OptIn, OptInOptions, OptInSnapshot } from './opt-in.js';
import { ownOptions } from './own-options.js';

/** An opt-in that starts with the code of the first card, and loads the live part when it is needed. */
export interface LazyOptIn extends OptIn {
  /** False while nothing can be rendered yet: another state, display or language is still loading. */
  isReady(): boolean;
  /** The snapshot of a server's render, and of the browser's first render over it. `null` while its code is loading. */
  getServerSnapshot(): OptInSnapshot | null;
  /** Loads the live part and the words. Never rejects. */
  preload(): Promise<void>;
}

/**
 * `createOptIn` for a renderer. It starts with the first card and loads the live part when it is needed: without a server, on a
 * phone, once the link is hovered, focused or followed. Earlier calls are queued. The link itself works at once.
 *
 * @param livePart - the lazy part that brings the live opt-in. A renderer may load its own code with it.
 */
export function createLazyOptIn(given: OptInOptions, livePart: LazyPart<Live>): LazyOptIn {
  const options = ownOptions(given);
  const platform = options.platform ?? pagePlatform;
  const listeners = new Set<() => void>();
  let optIn: OptIn | null = null;
  let initial: InitialOptIn | null = null;
  /** The last snapshot that could be rendered. It stays until the next one can. */
  let lastSnapshot: OptInSnapshot | null = null;
  let serverSnapshot: OptInSnapshot | null = null;
  let isReadyEmitted = false;
  /** Grows at `destroy`. A call that waits for a file is dropped if it has grown. */
  let generation = 0;
  const reported = new Set<Error>();
  /** Calls before the opt-in is created, in order. */
  let calls: ((optIn: OptIn) => void)[] = [];
  let leaveOptIn = () => {};
  let leaveWords = () => {};
  let leaveLive = () => {};
  let leaveLosses = () => {};

  const tags = (languages = platform.languages()) =>
    [options.locale, options.pageLocale, ...languages].filter((tag) => typeof tag === 'string');
  const hasWords = (of = tags()) => Boolean(options.translator) || hasWordsFor(of);

  function getInitial(): InitialOptIn {
    return (initial ??= initialOptIn(options, {
      translator: options.translator ?? wordsFor(tags()),
      device: deviceOf(platform),
      wasDismissed: !options.askAgain && Boolean(platform.storage()?.read(DISMISSAL_KEY)),
      isAlone: livePart.hasFailed(),
    }));
  }

  /** Creates the opt-in once its code and words are loaded. */
  function begin(): OptIn | null {
    const live = livePart.get();
    if (optIn || !live || !hasWords()) return optIn;
    optIn = live.createLiveOptIn({ ...options, isReady: isReadyEmitted });
    if (listeners.size > 0) leaveOptIn = optIn.subscribe(emitChange);
    for (const task of calls.splice(0)) task(optIn);
    return optIn;
  }

  function findSnapshot(): OptInSnapshot | null {
    const live = begin();
    if (live) lastSnapshot = live.getSnapshot();
    else if (hasWords() && getInitial().isFinal) lastSnapshot = getInitial().snapshot;
    // The server's link will never come. The page's own link is better than a disabled one.
    else if (livePart.hasFailed() && lastSnapshot?.href === null) lastSnapshot = null;
    return lastSnapshot;
  }

  function emitChange(): void {
    initial = null;
    begin();
    for (const listener of [...listeners]) guard(listener);
  }

  /** Reports each file that the timed retries could not load, once. A later attempt may still succeed. */
  function reportLoss(cause: Error): void {
    if (reported.has(cause)) return;
    reported.add(cause);
    const error = new OptInError('NETWORK', `A file of whatsapp-optin did not load. ${cause.message}`, { cause });
    guard(() => options.onEvent?.({ type: 'failure', error }));
  }

  function emitReady(): void {
    if (isReadyEmitted) return;
    isReadyEmitted = true;
    guard(() => options.onEvent?.({ type: 'ready' }));
    guard(() => platform.emitToWindow('whatsapp-optin:ready', {}));
  }

  function followWords(): void {
    leaveWords();
    leaveWords = options.translator
      ? () => {}
      : subscribeToWordsFor(tags(), () => {
          optIn?.setOptions({ locale: options.locale });
          emitChange();
        });
    if (!options.translator) void loadWordsFor(tags());
  }

  function start(): void {
    leaveLive = livePart.subscribe(emitChange);
    leaveLosses = subscribeToLosses(reportLoss);
    followWords();
    if (optIn) leaveOptIn = optIn.subscribe(emitChange);
    else if (!begin()) startAlone();
  }

  function startAlone(): void {
    if (getInitial().needsLive) void livePart.load();
    else emitReady();
  }

  function stop(): void {
    leaveLive();
    leaveLosses();
    leaveWords();
    leaveOptIn();
    leaveOptIn = () => {};
  }

  async function preload(): Promise<void> {
    const words = options.translator ? [] : [loadWordsFor(tags()), loadWordsFor(tags([]))];
    await Promise.all([livePart.load(), ...words]);
    begin();
  }

  function call(task: (optIn: OptIn) => void): void {
    if (begin()) return task(optIn as unknown as OptIn);
    calls.push(task);
    void preload();
  }

  return {
    isReady: () => findSnapshot() !== null,
    preload,
    getSnapshot: () => findSnapshot() ?? getInitial().snapshot,
    getServerSnapshot() {
      const onServer = tags([]);
      if (serverSnapshot || !hasWords(onServer)) return serverSnapshot;
      const translator = options.translator ?? wordsFor(onServer);
      const around = { translator, device: null, wasDismissed: false, isAlone: livePart.hasFailed() };
      const { isFinal, snapshot } = initialOptIn(options, around);
      serverSnapshot = isFinal
        ? snapshot
        : (livePart.get()?.getServerSnapshot(options) ?? (around.isAlone ? snapshot : null));
      // The server's card stays until the browser can render its own.
      lastSnapshot ??= serverSnapshot;
      return serverSnapshot;
    },
    subscribe(listener) {
      const mine = () => listener();
      listeners.add(mine);
      if (listeners.size === 1) start();
      return () => {
        if (listeners.delete(mine) && listeners.size === 0) stop();
      };
    },
    getCredentials: () => optIn?.getCredentials() ?? null,
    open: () => call((one) => one.open()),
    decline: (reason) => call((one) => one.decline(reason)),
    act: (action) => call((one) => one.act(action)),
    restart: () => call((one) => one.restart()),
    async refresh() {
      const before = generation;
      await preload();
      if (before === generation) await optIn?.refresh();
    },
    setOptions(changes) {
      Object.assign(options, changes);
      initial = null;
      if (listeners.size > 0) followWords();
      if (optIn) optIn.setOptions(hasWords() ? changes : { ...changes, locale: optIn.getSnapshot().view.locale });
      else if (listeners.size > 0) {
        startAlone();
        emitChange();
      }
    },
    destroy() {
      generation += 1;
      stop();
      calls = [];
      optIn?.destroy();
    },
  };
}
