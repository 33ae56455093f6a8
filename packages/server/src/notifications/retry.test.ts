import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTries, retryDelayMs } from './retry.js';

describe('the pause before a send is tried again', () => {
  it('never ends before the vendor allows it, and never lasts longer than it must', () => {
    const tries = fc.integer({ min: 1, max: 20 });
    const after = fc.option(fc.integer({ min: 0, max: 600_000 }), { nil: null });
    const random = fc.double({ min: 0, max: 0.999, noNaN: true });
    const worth = fc.integer({ min: 60_000, max: 86_400_000 });
    fc.assert(
      fc.property(tries, after, random, worth, (tried, retryAfterMs, chance, worthForMs) => {
        const delayMs = retryDelayMs(tried, retryAfterMs, chance, worthForMs);
        expect(delayMs).toBeGreaterThanOrEqual(retryAfterMs ?? 0);
        const longestMs = Math.min(5 * 60_000, Math.round(worthForMs / 10));
        expect(delayMs).toBeLessThanOrEqual(Math.max(retryAfterMs ?? 0, longestMs));
      }),
    );
  });

  it('doubles its ceiling', () => {
    expect([1, 2, 3].map((tries) => retryDelayMs(tries, null, 0.5, 3_600_000))).toEqual([1000, 2000, 4000]);
  });

  it('does not grow by tries that asked no vendor', () => {
    const codes = ['network', 'queue_full', 'claim_expired', 'http_503', null];
    expect(countTries(codes.map((errorCode) => ({ errorCode })))).toBe(3);
  });
});
