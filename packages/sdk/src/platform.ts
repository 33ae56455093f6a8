import type { NavigatorLike } from './device.js';

/** The world as the core sees it: everything that has an effect, a clock or a DOM behind it. `browser-platform.ts` is the real one. */
export interface Platform {
  now(): number;
  /** Runs `task` once after `delayMs`. @returns the function that cancels it. */
  setTimer(task: () => void, delayMs: number): () => void;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** Sends without waiting and survives the page; `false` where it was refused. */
  sendBeacon(url: string, body: string): boolean;
  /** Unguessable, at least 122 random bits: whoever knows it may repeat the request that carries it. */
  randomId(): string;
  /** 0 ≤ x < 1, for jitter. */
  random(): number;
  isVisible(): boolean;
  isOnline(): boolean;
  /** Called when the page is shown, hidden, restored from the back/forward cache, or comes online. @returns unsubscribe. */
  onChange(listener: () => void): () => void;
  /** `null` on a server. */
  navigator(): NavigatorLike | null;
  /** Preferred BCP 47 tags, best first. */
  languages(): readonly string[];
  /** Address of the page, without its fragment; `null` where there is none. */
  pageUrl(): string | null;
  timeZone(): string | undefined;
}
