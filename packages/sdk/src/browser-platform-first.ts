import type { PlatformStorage } from './platform.js';

/** The part of the browser's world that a first paint needs; `browser-platform.ts` has the rest. */
export function tellWindow(type: string, detail: object): void {
  globalThis.window?.dispatchEvent(new CustomEvent(type, { detail }));
}

/** Reading the property alone throws where cookies are blocked; writing does where the quota is used up, or is zero. */
export const pageStorage: PlatformStorage = {
  read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Nothing depends on it.
    }
  },
};
