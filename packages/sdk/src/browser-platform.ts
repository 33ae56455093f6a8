import { hasPage, pagePlatform, storageOf } from './page-platform.js';
import type { Platform } from './platform.js';

const tabStorage = /* @__PURE__ */ storageOf(() => sessionStorage);

/** The real world of a browser page. On a server it is the inert one: no page, no languages, always visible. */
export const browserPlatform: Platform = {
  ...pagePlatform,
  now: () => Date.now(),
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
  pageUrl: () => (hasPage() ? location.href.replace(/#.*$/, '') : null),
  timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
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
  isDevelopment() {
    try {
      // A bundler fills this in; a page that loads the script by itself has no `process`, and is in production.
      return process.env.NODE_ENV !== 'production';
    } catch {
      return false;
    }
  },
};

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
