import { describe, expect, it } from 'vitest';
import { createRateLimiter, type RateLimit } from './rate-limiter.js';
import type { SendFailure } from './send-outcome.js';
import type { ReservationStore } from './reservations.js';

const fast: RateLimit = { perSecond: 1000, perPerson: { messages: 1000, inSeconds: 1 }, concurrency: 3 };

/** Turns as the database gives them out, for one process. */
function localReservations(): Pick<ReservationStore, 'reserve'> {
  const freeAt = new Map<string, number>();
  return {
    async reserve(_organizationId, buckets, { longestWaitMs }) {
      const now = performance.now();
      const begins = Math.max(now, ...buckets.map(({ name, aheadMs }) => (freeAt.get(name) ?? now) - aheadMs));
      const waitMs = Math.ceil(begins - now);
      if (waitMs > longestWaitMs) return { granted: false, waitMs };
      for (const { name, everyMs } of buckets) freeAt.set(name, Math.max(freeAt.get(name) ?? 0, begins) + everyMs);
      return { granted: true, waitMs };
    },
  };
}

const rateLimiterOf = (limit: RateLimit, longestWaitMs?: number) =>
  createRateLimiter({
    limit,
    reservations: localReservations(),
    organizationId: 'clinic',
    name: 'number',
    ...(longestWaitMs !== undefined && { longestWaitMs }),
  });
const answer = async (refusal: SendFailure | null) => refusal?.errorCode ?? 'sent';

describe('the rateLimiter before a vendor', () => {
  it('lets so many through at once and no more', async () => {
    let under = 0;
    let most = 0;
    const ends: (() => void)[] = [];
    const rateLimiter = rateLimiterOf(fast);
    const calls = Array.from({ length: 10 }, (_, index) =>
      rateLimiter.schedule(`person ${index}`, async (refusal) => {
        under += 1;
        most = Math.max(most, under);
        await new Promise<void>((resolve) => ends.push(resolve));
        under -= 1;
        return refusal;
      }),
    );
    for (let ended = 0; ended < calls.length; ended += 1) {
      while (ends.length === 0) await new Promise((resolve) => setImmediate(resolve));
      ends.shift()?.();
    }
    expect(await Promise.all(calls)).toEqual(calls.map(() => null));
    expect(most).toBe(3);
  });

  it('refuses who would wait too long behind a vendor that hangs, and says when to come back', async () => {
    const rateLimiter = rateLimiterOf({ ...fast, concurrency: 1 }, 20);
    let end = (): void => undefined;
    const hanging = rateLimiter.schedule('first', () => new Promise<void>((resolve) => (end = resolve)));
    expect(await rateLimiter.schedule('second', async (refusal) => refusal)).toEqual({
      action: 'retry',
      retryAfterMs: 20,
      errorCode: 'queue_full',
    });
    end();
    await hanging;
    expect(await rateLimiter.schedule('third', answer)).toBe('sent');
  });

  it('is narrower for one person than for the number', async () => {
    const rateLimiter = rateLimiterOf({ ...fast, perPerson: { messages: 2, inSeconds: 60 } });
    const to = (person: string) => rateLimiter.schedule(person, answer);
    expect([await to('a'), await to('a'), await to('a'), await to('b')]).toEqual([
      'sent',
      'sent',
      'queue_full',
      'sent',
    ]);
  });

  it('keeps to the rate of the number, whoever is written to', async () => {
    const rateLimiter = rateLimiterOf({ ...fast, perSecond: 4 }, 0);
    const answers = await Promise.all(['a', 'b', 'c'].map((person) => rateLimiter.schedule(person, answer)));
    expect(answers).toEqual(['sent', 'sent', 'queue_full']);
  });

  it('waits for a turn that comes in time', async () => {
    const rateLimiter = rateLimiterOf({ ...fast, perSecond: 1 }, 5000);
    expect(await Promise.all(['a', 'b'].map((person) => rateLimiter.schedule(person, answer)))).toEqual([
      'sent',
      'sent',
    ]);
  });

  it('lets what is urgent wait longer, behind a queue of other messages', async () => {
    const rateLimiter = rateLimiterOf({ ...fast, perSecond: 2 }, 1_200);
    const send = (urgent: boolean) => rateLimiter.schedule(urgent ? 'a' : 'b', answer, { urgent });
    // One message a second: the second of them would begin after 1,000 ms, more than the 960 ms of what is not urgent.
    expect(await Promise.all([send(false), send(false), send(true)])).toEqual(['sent', 'queue_full', 'sent']);
  });

  it('halves its rate where the vendor says that it is too fast, for these codes alone', async () => {
    const everyMs: number[] = [];
    const rateLimiter = createRateLimiter({
      limit: { ...fast, perSecond: 108 },
      reservations: {
        reserve: async (_organizationId, buckets) => {
          everyMs.push(Math.round(buckets[0]?.everyMs ?? 0));
          return { granted: true, waitMs: 0 };
        },
      },
      organizationId: 'clinic',
      name: 'number',
      tooFastCodes: ['130429'],
    });
    const refuse = (errorCode: string) =>
      rateLimiter.learn({ status: 'failed', failure: { action: 'retry', retryAfterMs: null, errorCode } });
    await rateLimiter.schedule('a', answer);
    refuse('131056');
    await rateLimiter.schedule('a', answer);
    refuse('130429');
    await rateLimiter.schedule('a', answer);
    // 108 a second are 8 at once and 100 spread; 54 are 8 and 46.
    expect(everyMs).toEqual([10, 10, Math.round(1000 / 46)]);
  });

  it('goes on after a call that failed', async () => {
    const rateLimiter = rateLimiterOf({ ...fast, concurrency: 1 });
    await expect(rateLimiter.schedule('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await rateLimiter.schedule('b', answer)).toBe('sent');
  });
});
