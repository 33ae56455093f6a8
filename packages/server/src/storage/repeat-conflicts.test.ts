import { describe, expect, it } from 'vitest';
import { repeatConflicts } from './repeat-conflicts.js';

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** Fails with these codes, one after another, and then succeeds. */
function failing(...codes: string[]) {
  const waits: number[] = [];
  let calls = 0;
  const work = async (): Promise<string> => {
    const code = codes[calls];
    calls += 1;
    if (code !== undefined) throw failure(code);
    return 'done';
  };
  return { work, waits, wait: async (milliseconds: number) => waits.push(milliseconds), calls: () => calls };
}

describe('a statement or transaction', () => {
  it.each(['40001', '40P01'])('that is refused by %s is done again', async (code) => {
    const { work, wait, calls } = failing(code, code);
    expect(await repeatConflicts(work, { wait })).toBe('done');
    expect(calls()).toBe(3);
  });

  it.each(['08006', '57P01', '40003', '23505'])('that ends with %s is not', async (code) => {
    const { work, wait, calls } = failing(code);
    await expect(repeatConflicts(work, { wait })).rejects.toMatchObject({ code });
    expect(calls()).toBe(1);
  });

  it('is given up after eight tries, and waits longer before each', async () => {
    const { work, wait, waits, calls } = failing(...Array.from({ length: 20 }, () => '40001'));
    await expect(repeatConflicts(work, { wait })).rejects.toMatchObject({ code: '40001' });
    expect(calls()).toBe(8);
    expect(waits).toEqual([...waits].sort((one, other) => one - other));
    expect(waits.reduce((sum, one) => sum + one, 0)).toBeLessThan(1_000);
  });

  it('that keeps a part of itself is not done again', async () => {
    const { work, wait, calls } = failing('40P01');
    await expect(repeatConflicts(work, { wait, isWhole: () => false })).rejects.toMatchObject({ code: '40P01' });
    expect(calls()).toBe(1);
  });
});
