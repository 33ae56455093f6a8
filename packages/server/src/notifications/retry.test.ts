import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryDelayMs } from './retry.js';

describe('the pause before a send is tried again', () => {
  it('never ends before the vendor allows it, and never lasts longer than it must', () => {
    const tries = fc.integer({ min: 1, max: 20 });
    const after = fc.option(fc.integer({ min: 0, max: 600_000 }), { nil: null });
    const random = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(tries, after, random, (tried, retryAfterMs, chance) => {
        const delayMs = retryDelayMs(tried, retryAfterMs, chance);
        expect(delayMs).toBeGreaterThanOrEqual(retryAfterMs ?? 0);
        expect(delayMs).toBeLessThanOrEqual(Math.max(retryAfterMs ?? 0, 5 * 60_000));
      }),
    );
  });

  it('doubles its ceiling', () => {
    expect([1, 2, 3].map((tries) => retryDelayMs(tries, null, 0.5))).toEqual([1000, 2000, 4000]);
  });
});
