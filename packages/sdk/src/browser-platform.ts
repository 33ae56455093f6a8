import { readPageStorage, tellWindow } from './browser-platform-first.js';
import type { Platform, PlatformStorage } from './platform.js';

const pageStorage: PlatformStorage = {
  read: readPageStorage,
  write(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // The quota is used up, or is zero. Nothing depends on it.
    }
  },
};

/** Reading the property alone throws where cookies are blocked, and in a sandboxed frame. */
const tabStorage: PlatformStorage = {
  read(key) {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      if (value) sessionStorage.setItem(key, value);
      else sessionStorage.removeItem(key);
    } catch {
      // A reloaded page then begins anew.
    }
  },
};

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
  randomId: () => hex(crypto.getRandomValues(new Uint8Array(16))),
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
  pageUrl: () => (hasPage() ? location.href.replace(/#.*$/, '') : null),
  timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
  storage: () => (hasPage() ? pageStorage : null),
  session: () => (hasPage() ? tabStorage : null),
  async copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return hasPage() && copyBySelection(text);
    }
  },
  saveFile({ name, type, content }) {
    const url = URL.createObjectURL(new Blob([content], { type }));
    const link = Object.assign(document.createElement('a'), { href: url, download: name });
    link.click();
    // The browser has taken the file by the time the next task runs, except for some that ask where to put it.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  },
  async sha256(text) {
    try {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return hex(new Uint8Array(digest));
    } catch {
      return null;
    }
  },
  tellWindow,
  isDevelopment() {
    try {
      // A bundler fills this in; a page that loads the script by itself has no `process`, and is in production.
      return process.env.NODE_ENV !== 'production';
    } catch {
      return false;
    }
  },
};

function hasPage(): boolean {
  return typeof window !== 'undefined' && typeof document !== 'undefined';
}

/** The old way, for pages without https and for browsers inside other apps. */
function copyBySelection(text: string): boolean {
  const field = Object.assign(document.createElement('textarea'), { value: text, readOnly: true });
  field.setAttribute('aria-hidden', 'true');
  // Kept off the screen without a style attribute, which a Content-Security-Policy may bar; the DOM is exempt.
  Object.assign(field.style, { position: 'fixed', insetBlockStart: '0', opacity: '0' });
  const focused = document.activeElement;
  document.body.append(field);
  try {
    field.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
