import { readPageStorage, tellWindow } from '../browser-platform-first.js';
import { DISMISSAL_KEY } from '../opt-in/dismissal-key.js';
import { guard } from '../opt-in/guard.js';
import type { OptIn, OptInOptions } from '../opt-in/opt-in.js';
import { ownOptions } from '../opt-in/own-options.js';
import { runtimeNavigator } from '../runtime-navigator.js';
import { firstPaint, type FirstPaint } from './first-paint.js';
import { wordsFor } from './words.js';

/** An opt-in that begins with what the first paint needs, and loads the rest when it is needed. */
export interface DeferredOptIn extends OptIn {
  /** False while nothing can be drawn yet: it begins in another state than `idle`, or in another display than the card. */
  isPaintable(): boolean;
  /** The reader is about to act: loads the rest, once. Resolves to false where it does not come. Never rejects. */
  preload(): Promise<boolean>;
}

/**
 * `createOptIn` for a painter. Without a server, on a phone, nothing is loaded before the link is hovered, focused or followed;
 * what is done meanwhile is made up for as soon as the rest is there. The link itself waits for nothing.
 *
 * @param load - loads the rest, once for all opt-ins of a page; `null` where it does not come
 */
export function createDeferredOptIn(
  given: OptInOptions,
  load: () => Promise<{ createLiveOptIn(options: OptInOptions): OptIn } | null>,
): DeferredOptIn {
  const options = ownOptions(given);
  const { platform, translator, onEvent } = options;
  const listeners = new Set<() => void>();
  let inner: OptIn | null = null;
  let leave = () => {};
  let loading: Promise<boolean> | null = null;
  let ready = false;
  let ended = false;
  let paint: FirstPaint | null = null;

  function look(): FirstPaint {
    if (paint) return paint;
    const words = translator ?? wordsFor(languagesOf(options));
    paint = firstPaint(options, words, platform ? platform.navigator() : runtimeNavigator());
    // Whoever has said no before may not be asked again; that is for the rest to judge.
    const memory =
      !options.askAgain && (platform ? platform.storage()?.read(DISMISSAL_KEY) : readPageStorage(DISMISSAL_KEY));
    if (memory) paint = { ...paint, drawable: false, whole: false };
    return paint;
  }

  function changed(): void {
    paint = null;
    for (const listener of [...listeners]) guard(listener);
  }

  /** What the page would have heard from the rest. */
  function announce(): void {
    ready = true;
    guard(() => onEvent?.({ type: 'ready' }));
    guard(() => (platform ? platform.tellWindow : tellWindow)('whatsapp-optin:ready', {}));
  }

  function preload(): Promise<boolean> {
    return (loading ??= load().then((live) => {
      if (live) {
        inner = live.createLiveOptIn({ ...options, isReady: ready });
        if (listeners.size > 0) leave = inner.subscribe(changed);
      } else {
        loading = null;
        if (!options.server) return false;
        // The server cannot be asked; the link that needs none still leads to WhatsApp.
        options.server = undefined;
      }
      changed();
      return live !== null;
    }));
  }

  /** Does it now, or as soon as it can be done. */
  function later(task: (optIn: OptIn) => void): void {
    if (ended) return;
    if (inner) task(inner);
    else void preload().then(() => inner && !ended && task(inner));
  }

  return {
    isPaintable: () => inner !== null || look().drawable,
    preload,
    getSnapshot: () => inner?.getSnapshot() ?? look().snapshot,
    subscribe(listener) {
      const mine = () => listener();
      ended = false;
      listeners.add(mine);
      if (inner) {
        if (listeners.size === 1) leave = inner.subscribe(changed);
      } else if (look().whole) {
        if (!ready) announce();
      } else void preload();
      return () => {
        if (listeners.delete(mine) && listeners.size === 0) leave();
      };
    },
    open: () => later((optIn) => optIn.open()),
    decline: (reason) => later((optIn) => optIn.decline(reason)),
    act: (action) => later((optIn) => optIn.act(action)),
    restart: () => later((optIn) => optIn.restart()),
    async refresh() {
      await preload();
      if (!ended) await inner?.refresh();
    },
    present(picture) {
      Object.assign(options, picture);
      if (inner) return inner.present(picture);
      changed();
      if (listeners.size > 0 && !look().whole) void preload();
    },
    setLocale(locale) {
      options.locale = locale;
      if (inner) inner.setLocale(locale);
      else changed();
    },
    destroy() {
      ended = true;
      leave();
      inner?.destroy();
    },
  };
}

/** Languages wanted by the page and its reader, best first. */
export function languagesOf({ locale, pageLocale, platform }: OptInOptions): string[] {
  const page = globalThis as { navigator?: { languages?: readonly string[] } };
  const languages = platform ? platform.languages() : (page.navigator?.languages ?? []);
  return [locale, pageLocale, ...languages].filter((tag) => typeof tag === 'string');
}
