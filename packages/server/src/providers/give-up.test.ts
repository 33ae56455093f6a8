import { describe, expect, it } from 'vitest';
import { createGiveUp } from './give-up.js';
import type { RateLimiter } from './rate-limiter.js';
import type { SendFailure } from './send-outcome.js';

const never = new Promise<never>(() => undefined);

/** A limiter whose turn comes when the test says so. */
function createLimiter() {
  const turns: (() => void)[] = [];
  const limiter: RateLimiter = {
    learn: (outcome) => outcome,
    schedule: (_person, work) =>
      new Promise((resolve, reject) => void turns.push(() => void work(null).then(resolve, reject))),
  };
  return { limiter, turns };
}

describe('a server that closes', () => {
  it('waits for no answer of a vendor any longer, and takes one that came before', async () => {
    const closing = new AbortController();
    const { orElse } = createGiveUp(closing.signal);
    const [before, late] = [orElse(Promise.resolve('answer'), 'unknown'), orElse(never, 'unknown')];
    expect(await before).toBe('answer');
    closing.abort();
    expect(await late).toBe('unknown');
    expect(await orElse(never, 'unknown')).toBe('unknown');
  });

  it('lets many sends be under way, without a warning of Node’s in the process of the host', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): void => void warnings.push(warning);
    process.on('warning', note);
    const closing = new AbortController();
    const { orElse } = createGiveUp(closing.signal);
    const calls = Array.from({ length: 40 }, () => orElse(never, 'unknown'));
    closing.abort();
    await Promise.all(calls);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });

  it('refuses what waits for its turn, once, and calls nobody when the turn comes', async () => {
    const closing = new AbortController();
    const { limiter, turns } = createLimiter();
    const refusals: (SendFailure | null)[] = [];
    const work = async (refusal: SendFailure | null) => refusals.push(refusal);
    const limited = createGiveUp(closing.signal).limit(limiter);
    const [first, second] = [limited.schedule('a', work), limited.schedule('b', work)];
    turns.shift()?.();
    await first;
    closing.abort();
    await second;
    turns.shift()?.();
    await limited.schedule('c', work);
    expect(refusals.map((refusal) => refusal?.action)).toEqual([undefined, 'retry', 'retry']);
  });
});
