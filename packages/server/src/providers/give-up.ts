import { setMaxListeners } from 'node:events';
import type { RateLimiter } from './rate-limiter.js';
import type { SendFailure } from './send-outcome.js';

/** What waits for its turn when the server closes is due again at once: another server may take it. */
const CLOSING: SendFailure = { action: 'retry', retryAfterMs: 1_000, errorCode: 'queue_full' };

/** Ends the waits of a server that closes: each send that has begun is recorded before its process is gone. */
export interface GiveUp {
  /** What the call gives, or `otherwise` where the server closes first. */
  orElse<T>(call: Promise<T>, otherwise: T): Promise<T>;
  /** The same limiter; what waits there when the server closes is refused. */
  limit(limiter: RateLimiter): RateLimiter;
}

/** @param signal - aborts when the server waits for vendors no longer */
export function createGiveUp(signal: AbortSignal): GiveUp {
  // One listener a send under way is no leak; Node would warn in the host's process.
  setMaxListeners(0, signal);
  return {
    orElse: (call, otherwise) =>
      new Promise((resolve, reject) => {
        const end = (): void => resolve(otherwise);
        if (signal.aborted) end();
        signal.addEventListener('abort', end, { once: true });
        void call.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
      }),
    limit: (limiter) => ({
      learn: limiter.learn,
      schedule: (person, work, options) =>
        new Promise((resolve, reject) => {
          let isBegun = false;
          const begin = async (refusal: SendFailure | null): Promise<void> => {
            if (isBegun) return;
            isBegun = true;
            signal.removeEventListener('abort', end);
            await work(signal.aborted ? CLOSING : refusal).then(resolve, reject);
          };
          const end = (): void => void begin(CLOSING);
          if (signal.aborted) return end();
          signal.addEventListener('abort', end, { once: true });
          limiter.schedule(person, begin, options).catch(reject);
        }),
    }),
  };
}
