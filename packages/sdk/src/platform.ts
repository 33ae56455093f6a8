import type { NavigatorLike } from './device.js';

/** The browser as an interface: everything with an effect, a clock or a DOM. `browserPlatform` is the real one; tests replace it. */
export interface Platform {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once after `delayMs`. @returns the function that cancels it. */
  setTimer(task: () => void, delayMs: number): () => void;
  /** As the browser's `fetch`. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** Sends without waiting, even while the page closes. @returns false if the browser refused it. */
  sendBeacon(url: string, body: string): boolean;
  /** At least 122 random bits: anyone who knows it can repeat the request that carries it. */
  randomId(): string;
  /** 0 ≤ x < 1, for jitter. */
  random(): number;
  /** The page is not hidden. */
  isVisible(): boolean;
  /** The browser's `navigator.onLine`. */
  isOnline(): boolean;
  /** Called when the page is shown, hidden, restored from the back/forward cache, goes offline or comes online. @returns unsubscribe. */
  onChange(listener: () => void): () => void;
  /** `null` on a server. */
  navigator(): NavigatorLike | null;
  /** Preferred BCP 47 tags, best first. */
  languages(): readonly string[];
  /** Address of the page, without its fragment; `null` on a server. */
  pageUrl(): string | null;
  /** IANA zone; `undefined` if it is not known. */
  timeZone(): string | undefined;
  /** The local storage; `null` if there is none. */
  storage(): PlatformStorage | null;
  /** The tab's own storage, which outlives a reload; absent or `null` if there is none. */
  session?(): PlatformStorage | null;
  /** Copies a text to the clipboard. @returns false if no way of copying works. Never rejects. */
  copyText(text: string): Promise<boolean>;
  /** Offers a file as a download. */
  saveFile(file: { name: string; type: string; content: string }): void;
  /** SHA-256 of the text in UTF-8, hexadecimal; `null` without Web Crypto, as on pages without https. Never rejects. */
  sha256(text: string): Promise<string | null>;
  /** Dispatches a `CustomEvent` on the page's window, for tag managers: they receive no event of an element or a component. */
  emitToWindow(type: string, detail: object): void;
  /** Whether the page is being developed: only then are an integrator's mistakes written to the console. */
  isDevelopment(): boolean;
}

/** Neither method throws. Writing the empty text removes. */
export interface PlatformStorage {
  /** @returns the text, or `null` if there is none. */
  read(key: string): string | null;
  /** Stores a text, or removes the key if the text is empty. */
  write(key: string, value: string): void;
}
