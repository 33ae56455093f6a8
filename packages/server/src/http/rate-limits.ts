import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { problemResponse } from './problem-response.js';

/**
 * Events a minute and client address. Whole waiting rooms share one address, so the figures stop floods and no customers.
 */
const PER_MINUTE = {
  /** An opt-in made with a publishable key. */
  optIn: 600,
  /** A key or a token that nobody has. */
  wrongKey: 300,
  /** A sign-in of staff, whatever came of it. */
  signIn: 30,
  /** A test of SMS, by organization: each costs money. */
  smsTest: 5,
  /** A short link, or the link of a customer's page, that leads nowhere. */
  unknownLink: 300,
} as const;

export type LimitedEvent = keyof typeof PER_MINUTE;

export interface RateLimits {
  /** Counts one event. @returns the answer for the caller who has had too many, else `null`. Without an address it counts nothing. */
  count(event: LimitedEvent, clientAddress: string | null): Promise<Response | null>;
  /** The same answer without counting, for use before a look-up whose result must stay secret. */
  check(event: LimitedEvent, clientAddress: string | null): Promise<Response | null>;
}

/** Counters in the memory of this process: with several, each allows the figure for itself. */
export function createRateLimits(perMinute: Partial<Record<LimitedEvent, number>> = {}): RateLimits {
  const limiter = (event: LimitedEvent) =>
    new RateLimiterMemory({ keyPrefix: event, points: perMinute[event] ?? PER_MINUTE[event], duration: 60 });
  const limiters: Record<LimitedEvent, RateLimiterMemory> = {
    optIn: limiter('optIn'),
    wrongKey: limiter('wrongKey'),
    signIn: limiter('signIn'),
    smsTest: limiter('smsTest'),
    unknownLink: limiter('unknownLink'),
  };

  return {
    async count(event, clientAddress) {
      if (clientAddress === null) return null;
      try {
        await limiters[event].consume(clientAddress);
        return null;
      } catch (refusal) {
        // The library rejects with a result where there were too many, and with an Error where it failed.
        if (refusal instanceof Error) throw refusal;
        return refuse(refusal as RateLimiterRes);
      }
    },
    async check(event, clientAddress) {
      const spent = clientAddress === null ? null : await limiters[event].get(clientAddress);
      return spent !== null && spent.consumedPoints > limiters[event].points ? refuse(spent) : null;
    },
  };
}

function refuse({ msBeforeNext = 60_000 }: Partial<RateLimiterRes>): Response {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
  return problemResponse('RATE_LIMITED', `Too many requests from this address; try again in ${seconds} s.`, {
    headers: { 'retry-after': String(seconds) },
  });
}
