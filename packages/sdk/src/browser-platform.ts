import type { Platform } from './platform.js';

/** Events after which the page may have to look again; `pageshow` also tells of the back/forward cache. */
const DOCUMENT_EVENTS = ['visibilitychange'] as const;
const WINDOW_EVENTS = ['pageshow', 'online'] as const;

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
    for (const name of DOCUMENT_EVENTS) document.addEventListener(name, listener);
    for (const name of WINDOW_EVENTS) window.addEventListener(name, listener);
    return () => {
      for (const name of DOCUMENT_EVENTS) document.removeEventListener(name, listener);
      for (const name of WINDOW_EVENTS) window.removeEventListener(name, listener);
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
