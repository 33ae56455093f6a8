import { describe, expect, it } from 'vitest';
import { createFreshCounts } from './fresh-counts.js';

describe('recounting', () => {
  it('begins after each question, and once for all that ask meanwhile', async () => {
    const begun: (() => void)[] = [];
    const count = createFreshCounts(
      () => new Promise((resolve) => begun.push(resolve)),
      () => 0,
    );
    const asked = [count('clinic'), count('clinic'), count('clinic')];
    expect(begun).toHaveLength(1);
    begun[0]?.();
    await asked[0];
    await Promise.resolve();
    expect(begun).toHaveLength(2);
    begun[1]?.();
    await Promise.all(asked);
    expect(begun).toHaveLength(2);
  });

  it('rests after a long one', async () => {
    let clock = 0;
    let counts = 0;
    const count = createFreshCounts(
      async () => {
        counts += 1;
        clock += 2_000;
      },
      () => clock,
    );
    await count('clinic');
    await count('clinic');
    expect(counts).toBe(1);
    clock += 40_000;
    await count('clinic');
    expect(counts).toBe(2);
  });

  it('goes on after one that failed', async () => {
    let counts = 0;
    const count = createFreshCounts(
      async () => {
        counts += 1;
        if (counts === 1) throw new Error('The database is away.');
      },
      () => 0,
    );
    await expect(count('clinic')).rejects.toThrow('away');
    await count('clinic');
    expect(counts).toBe(2);
  });
});
