/** Work that takes longer than this stands behind other work: answers under 1 s leave room for a wait before it. */
export const TARGET_DELAY_MS = 200;

/** A window in which no request ended says nothing new; after so many the last ones are forgotten. */
const REMEMBERED_WINDOWS = 10;

const BOUNDS = { least: 4, most: 256 } as const;
const SHRINK_TO = 0.8;
const GROW_BY = 0.125;

/** How many requests may be under way, as the machine and the database bear it. */
export interface AdaptiveLimit {
  readonly value: number;
  /** How long a request took that calls no vendor, or the shortest statement. */
  note(of: 'request' | 'probe', delayMs: number): void;
  /** Ends a window. `loopDelayMs`: how late the event loop was; `wasReached`: more would have come than the limit let in. */
  endWindow(window: { loopDelayMs: number; wasReached: boolean }): void;
}

/**
 * Shrinks while even the quickest work of a window is slow, and grows while it is quick. The quickest says that all stand
 * in a queue; a slow one alone may wait for a row.
 */
export function createAdaptiveLimit(first: number): AdaptiveLimit {
  let value = first;
  let quickestMs = { request: Infinity, probe: Infinity };
  let last = { delayMs: 0, age: 0 };
  return {
    get value() {
      return value;
    },
    note(of, delayMs) {
      quickestMs[of] = Math.min(quickestMs[of], delayMs);
    },
    endWindow({ loopDelayMs, wasReached }) {
      const { request, probe } = quickestMs;
      if (Number.isFinite(request)) last = { delayMs: request, age: 0 };
      else if ((last.age += 1) > REMEMBERED_WINDOWS) last.delayMs = 0;
      const delayMs = Math.max(loopDelayMs, last.delayMs, Number.isFinite(probe) ? probe : 0);
      if (delayMs > TARGET_DELAY_MS) value = Math.max(BOUNDS.least, Math.floor(value * SHRINK_TO));
      else if (wasReached) value = Math.min(BOUNDS.most, value + Math.ceil(value * GROW_BY));
      quickestMs = { request: Infinity, probe: Infinity };
    },
  };
}
