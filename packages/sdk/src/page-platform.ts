import type { Platform, PlatformStorage } from './platform.js';

/** The browser as far as the first card needs it; `browser-platform.ts` adds the rest. */
export type PagePlatform = Pick<
  Platform,
  'setTimer' | 'random' | 'isVisible' | 'isOnline' | 'onChange' | 'navigator' | 'languages' | 'storage' | 'emitToWindow'
>;

/** Reading the property alone throws where cookies are blocked, and in a sandboxed frame. */
export function storageOf(open: () => Storage): PlatformStorage {
  return {
    read(key) {
      try {
        return open().getItem(key);
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        if (value) open().setItem(key, value);
        else open().removeItem(key);
      } catch {
        // The quota is used up, or is zero. Nothing depends on it.
      }
    },
  };
}

const pageStorage = /* @__PURE__ */ storageOf(() => localStorage);

/** On a server it is inert: no page, no languages, always visible. */
export const pagePlatform: PagePlatform = {
  setTimer(task, delayMs) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  isVisible: () => !hasPage() || document.visibilityState !== 'hidden',
  isOnline: () => !hasPage() || navigator.onLine,
  onChange(listener) {
    if (!hasPage()) return () => {};
    // A page also fires `pageshow` when it loads. Only a page from the back/forward cache has missed something.
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) listener();
    };
    document.addEventListener('visibilitychange', listener);
    window.addEventListener('pageshow', onPageShow);
    window.addEventListener('online', listener);
    window.addEventListener('offline', listener);
    return () => {
      document.removeEventListener('visibilitychange', listener);
      window.removeEventListener('pageshow', onPageShow);
      window.removeEventListener('online', listener);
      window.removeEventListener('offline', listener);
    };
  },
  navigator: () => (hasPage() ? navigator : null),
  languages: () => (hasPage() ? (navigator.languages ?? [navigator.language]) : []),
  storage: () => (hasPage() ? pageStorage : null),
  emitToWindow: (type, detail) => void globalThis.window?.dispatchEvent(new CustomEvent(type, { detail })),
};

export function hasPage(): boolean {
  return typeof window !== 'undefined' && typeof document !== 'undefined';
}
