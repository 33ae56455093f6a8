import type { Platform } from './platform.js';

/** The real world of a browser page. On a server it is the inert one: no page, no languages, always visible. */
export const browserPlatform: Platform = {
  now: () => Date.now(),
  setTimer(task, delayMs) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
  fetch: (url, init) => fetch(url, init),
  sendBeacon(url, body) {
    try {
      // A string goes as text/plain, which needs no preflight.
      return hasPage() && navigator.sendBeacon(url, body);
    } catch {
      return false;
    }
  },
  // `crypto.randomUUID` exists on https pages only.
  randomId: () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  random: () => Math.random(),
  isVisible: () => !hasPage() || document.visibilityState !== 'hidden',
  isOnline: () => !hasPage() || navigator.onLine,
  onChange(listener) {
    if (!hasPage()) return () => {};
    // A page also fires `pageshow` when it loads; only one that comes out of the back/forward cache has to look again.
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) listener();
    };
    document.addEventListener('visibilitychange', listener);
    window.addEventListener('pageshow', onPageShow);
    window.addEventListener('online', listener);
    return () => {
      document.removeEventListener('visibilitychange', listener);
      window.removeEventListener('pageshow', onPageShow);
      window.removeEventListener('online', listener);
    };
  },
  navigator: () => (hasPage() ? navigator : null),
  languages: () => (hasPage() ? (navigator.languages ?? [navigator.language]) : []),
  pageUrl: () => (hasPage() ? location.href.replace(/#.*$/, '') : null),
  timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
};

function hasPage(): boolean {
  return typeof window !== 'undefined' && typeof document !== 'undefined';
}
