/** The part of the browser's world that a first paint needs; `browser-platform.ts` has the rest. */
export function tellWindow(type: string, detail: object): void {
  globalThis.window?.dispatchEvent(new CustomEvent(type, { detail }));
}

/** Reading the property alone throws where cookies are blocked. @returns `null` there too. */
export function readPageStorage(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
