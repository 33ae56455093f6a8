import type { Platform } from '../platform.js';

const FIRST_DELAY_MS = 15_000;
const MAX_DELAY_MS = 300_000;

/** Retries after a failure: after 15 s, doubling up to 5 minutes; jittered to between half and all. */
export interface RetryTimer {
  /** Sets the next retry. Replaces one that is set. */
  schedule(): void;
  cancel(): void;
  /** The next delay is the first one again. */
  reset(): void;
}

export function createRetryTimer(platform: Pick<Platform, 'setTimer' | 'random'>, retry: () => void): RetryTimer {
  let failures = 0;
  let cancel = () => {};
  return {
    schedule() {
      cancel();
      const delayMs = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(failures, 10));
      failures += 1;
      cancel = platform.setTimer(retry, delayMs * (0.5 + platform.random() / 2));
    },
    cancel: () => cancel(),
    reset() {
      failures = 0;
    },
  };
}
