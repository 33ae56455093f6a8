import { setTimeout as sleep } from 'node:timers/promises';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { SendFailure } from './send-outcome.js';

/** How fast a vendor may be asked. Exceeding it costs quality with some and messages with all. */
export interface Pace {
  /** Of one business number. */
  perSecond: number;
  /** To one person; `null`: as the number allows. */
  perPerson: { messages: number; inSeconds: number } | null;
  /** Calls under way at once, of one business number. */
  concurrency: number;
}

/**
 * Meta's limits are its own, behind Twilio too: 80 messages a second and number, one in six seconds to one person, of which
 * a few may be spent at once (Meta lends up to 45), so that a call to the counter does not wait for the notice before it.
 * The others publish none that holds for every account: what is a guess stops a runaway caller rather than a busy one.
 */
export const PACES: Readonly<Record<'meta' | 'twilio' | 'ultramsg' | 'sms', Pace>> = {
  meta: { perSecond: 80, perPerson: { messages: 5, inSeconds: 30 }, concurrency: 32 },
  twilio: { perSecond: 80, perPerson: { messages: 5, inSeconds: 30 }, concurrency: 32 },
  ultramsg: { perSecond: 80, perPerson: { messages: 60, inSeconds: 60 }, concurrency: 16 },
  sms: { perSecond: 80, perPerson: { messages: 60, inSeconds: 60 }, concurrency: 16 },
};

/** What would wait longer is refused, to be tried again: `notify` is waited for by its caller, and a session by its end. */
export const LONGEST_WAIT_MS = 8_000;

/** Where everything that goes to one vendor waits for its turn. */
export interface Turnstile {
  /**
   * Runs `work` in its turn. The claim belongs into `work`: what a customer says while it waits must still count. With a
   * refusal, no turn came in time: the work says so and calls nobody.
   */
  pass<T>(person: string, work: (refusal: SendFailure | null) => Promise<T>): Promise<T>;
}

export function createTurnstile(pace: Pace, longestWaitMs = LONGEST_WAIT_MS): Turnstile {
  const number = new RateLimiterMemory({ points: pace.perSecond, duration: 1 });
  const people =
    pace.perPerson && new RateLimiterMemory({ points: pace.perPerson.messages, duration: pace.perPerson.inSeconds });
  const slots = new Slots(pace.concurrency);

  return {
    async pass(person, work) {
      const deadline = performance.now() + longestWaitMs;
      const waitMs =
        (people && (await takeToken(people, person, deadline))) ?? (await takeToken(number, 'all', deadline));
      if (waitMs !== null) return work(tooMany(waitMs));
      if (!(await slots.take(deadline - performance.now()))) return work(tooMany(longestWaitMs));
      try {
        return await work(null);
      } finally {
        slots.giveBack();
      }
    },
  };
}

const tooMany = (retryAfterMs: number): SendFailure => ({ action: 'retry', retryAfterMs, errorCode: 'queue_full' });

/** @returns `null` with a token, or how long the next one takes where that is too long. */
async function takeToken(limiter: RateLimiterMemory, key: string, deadline: number): Promise<number | null> {
  for (;;) {
    try {
      await limiter.consume(key);
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      // A limiter that was asked in the last moment of its window answers 0.
      const waitMs = Math.max(1, refused.msBeforeNext);
      if (performance.now() + waitMs > deadline) return waitMs;
      await sleep(waitMs);
    }
  }
}

/** At most so many at once; the others wait in the order in which they came. */
class Slots {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(count: number) {
    this.#free = count;
  }

  /** `false`: none came free in time. */
  async take(longestWaitMs: number): Promise<boolean> {
    if (this.#free > 0) {
      this.#free -= 1;
      return true;
    }
    return new Promise((resolve) => {
      const given = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(given);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(given);
        resolve(false);
      }, longestWaitMs);
      this.#waiting.add(given);
    });
  }

  giveBack(): void {
    const [next] = this.#waiting;
    if (next) next();
    else this.#free += 1;
  }
}
