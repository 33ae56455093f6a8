import type { NavigatorLike } from './device.js';

/** The world as the core sees it: everything that has an effect, a clock or a DOM behind it. `browser-platform.ts` is the real one. */
export interface Platform {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once after `delayMs`. @returns the function that cancels it. */
  setTimer(task: () => void, delayMs: number): () => void;
  /** As the browser's `fetch`. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** Sends without waiting and survives the page; `false` where it was refused. */
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
  /** Address of the page, without its fragment; `null` where there is none. */
  pageUrl(): string | null;
  /** IANA zone; `undefined` if it is not known. */
  timeZone(): string | undefined;
  /** What outlives the page, by key; `null` where it is switched off or refuses. */
  storage(): PlatformStorage | null;
  /** What outlives a reload and ends with the tab; absent or `null` where there is none. */
  session?(): PlatformStorage | null;
  /** @returns false where neither way of copying works. Never rejects. */
  copyText(text: string): Promise<boolean>;
  /** Hands a file to the reader. */
  saveFile(file: { name: string; type: string; content: string }): void;
  /** SHA-256 of the text in UTF-8, hexadecimal; `null` where there is no Web Crypto (pages without https). Never rejects. */
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
