import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLearnedRate } from './learned-rate.js';
import type { SendFailure, SendOutcome } from './send-outcome.js';
import type { Bucket, ReservationStore } from './reservations.js';

/** How fast a vendor may be asked. Exceeding it costs quality with some and messages with all. */
export interface RateLimit {
  /** Of one business number, or of an account: in no second more. The option `messagesPerSecond` replaces it. */
  perSecond: number;
  /** To one person; so many at once, then one each time that a share of the seconds has passed. */
  perPerson: { messages: number; inSeconds: number };
  /** Calls of this process that are under way at once, of one business number. */
  concurrency: number;
}

/**
 * Meta's limits are its own, behind Twilio too: 80 messages a second and number, one in six seconds to one person. The
 * others publish none that holds for every account: what is a guess stops a runaway caller rather than a busy one.
 */
export const RATE_LIMITS: Readonly<Record<'meta' | 'twilio' | 'ultramsg' | 'sms', RateLimit>> = {
  meta: { perSecond: 80, perPerson: { messages: 1, inSeconds: 6 }, concurrency: 32 },
  twilio: { perSecond: 80, perPerson: { messages: 1, inSeconds: 6 }, concurrency: 32 },
  ultramsg: { perSecond: 80, perPerson: { messages: 60, inSeconds: 60 }, concurrency: 16 },
  sms: { perSecond: 80, perPerson: { messages: 60, inSeconds: 60 }, concurrency: 16 },
};

/** What would wait longer is refused, to be tried again: `notify` is waited for by its caller, and a session by its end. */
export const LONGEST_WAIT_MS = 8_000;
/** The rest of the time is kept for what is urgent, so that it finds room behind a queue of other messages. */
const LONGEST_WAIT_SHARE = 0.8;

/** A turn is when a claim begins; it and the way to the vendor take their time, and not each time the same. */
const UNSTEADY_MS = 250;
/** Messages that may leave a number at once without a wait; the rest of the second's is spread. */
const AT_ONCE = 8;

/** Where everything that goes to one vendor waits for its turn. */
export interface RateLimiter {
  /**
   * Runs `work` in its turn. The claim belongs into `work`: what a customer says while it waits must still count. With a
   * refusal, no turn came in time: the work says so and calls nobody.
   */
  schedule<T>(
    person: string,
    work: (refusal: SendFailure | null) => Promise<T>,
    options?: { urgent?: boolean | undefined },
  ): Promise<T>;
  /** Learns from what the vendor answered. @returns the same. */
  learn(outcome: SendOutcome): SendOutcome;
}

export interface RateLimiterParts {
  limit: RateLimit;
  reservations: Pick<ReservationStore, 'reserve'>;
  /** `''`: all organizations share the account. */
  organizationId: string;
  /** What is paced, `whatsapp +966500000000`. */
  name: string;
  /** Codes of refusals that say: too fast. @default none */
  tooFastCodes?: readonly string[];
  /** @default LONGEST_WAIT_MS */
  longestWaitMs?: number;
}

/** The pace holds for all servers of a database together, and is kept there; the concurrency is this process's. */
export function createRateLimiter({
  limit,
  reservations,
  organizationId,
  name,
  tooFastCodes = [],
  longestWaitMs = LONGEST_WAIT_MS,
}: RateLimiterParts): RateLimiter {
  const slots = new Slots(limit.concurrency);
  const learned = createLearnedRate(limit.perSecond);
  const bucketsOf = (person: string): Bucket[] => [
    bucketOfAll(name, learned.perSecond()),
    bucketOfPerson(name, limit, person),
  ];

  return {
    learn(outcome) {
      const code = outcome.status === 'failed' ? outcome.failure.errorCode : null;
      if (code !== null && tooFastCodes.includes(code)) learned.refused();
      return outcome;
    },
    async schedule(person, work, { urgent = false } = {}) {
      const deadline = performance.now() + longestWaitMs * (urgent ? 1 : LONGEST_WAIT_SHARE);
      const left = (): number => deadline - performance.now();
      const turn = async (): Promise<number | null> => {
        const wish = { longestWaitMs: Math.max(0, left()), isUrgent: urgent };
        const { granted, waitMs } = await reservations.reserve(organizationId, bucketsOf(person), wish);
        if (!granted) return waitMs;
        if (waitMs > 0) await sleep(waitMs);
        return null;
      };
      const refusedMs = await turn();
      if (refusedMs !== null) return work(tooMany(refusedMs));
      const slot = await slots.take(left());
      if (slot === 'none') return work(tooMany(longestWaitMs));
      try {
        // Its turn has passed while it waited for others to come back: it takes a new one.
        const lateMs = slot === 'waited' ? await turn() : null;
        return await work(lateMs === null ? null : tooMany(lateMs));
      } finally {
        slots.giveBack();
      }
    },
  };
}

/** `ahead` messages at once and the rest spread over the second: no second, wherever it begins, has more than `perSecond`. */
function bucketOfAll(name: string, perSecond: number): Bucket {
  const atOnce = Math.min(AT_ONCE, Math.ceil(perSecond / 2));
  const everyMs = 1000 / Math.max(1, perSecond - atOnce);
  return { name, everyMs, aheadMs: Math.floor(everyMs * (atOnce - 1)) };
}

/** By a digest: a phone does not stand here. */
function bucketOfPerson(name: string, { perPerson: { messages, inSeconds } }: RateLimit, person: string): Bucket {
  const everyMs = (inSeconds * 1000) / messages;
  const digest = createHash('sha256').update(`${name}\n${person}`).digest('base64url').slice(0, 22);
  return {
    name: `${name} ${digest}`,
    everyMs: messages === 1 ? everyMs + UNSTEADY_MS : everyMs,
    aheadMs: everyMs * (messages - 1),
  };
}

const tooMany = (retryAfterMs: number): SendFailure => ({ action: 'retry', retryAfterMs, errorCode: 'queue_full' });

/** At most so many at once; the others wait in the order in which they came. */
class Slots {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(count: number) {
    this.#free = count;
  }

  /** `none`: none came free in time. */
  async take(longestWaitMs: number): Promise<'at_once' | 'waited' | 'none'> {
    if (this.#free > 0) {
      this.#free -= 1;
      return 'at_once';
    }
    return new Promise((resolve) => {
      const given = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(given);
        resolve('waited');
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(given);
        resolve('none');
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
