import { describe, expect, it } from 'vitest';
import { createStreamLimits } from './stream-limits.js';

const limits = { optIn: 2, address: 3, process: 4 };
const statusOf = (taken: (() => void) | Response) => (taken instanceof Response ? taken.status : 200);

describe('streams at once', () => {
  it.each<[string, (index: number) => [string, string | null], number]>([
    ['of one opt-in', (index: number) => ['one', `192.0.2.${index}`], 2],
    ['from one address', (index: number) => [`opt-in ${index}`, '192.0.2.1'], 3],
    ['of a server', (index: number) => [`opt-in ${index}`, `192.0.2.${index}`], 4],
    ['of a server, from addresses that nobody knows', (index: number) => [`opt-in ${index}`, null], 4],
  ])('%s are limited', (_, who, allowed) => {
    const { take } = createStreamLimits(limits);
    const statuses = Array.from({ length: 6 }, (_unused, index) => statusOf(take(...who(index))));
    expect(statuses.filter((status) => status === 200)).toHaveLength(allowed);
    expect(statuses.at(-1)).toBe(429);
  });

  it('have room again when one ends, and one end counts once', () => {
    const { take } = createStreamLimits(limits);
    const [first] = [take('one', null), take('one', null)];
    expect(statusOf(take('one', null))).toBe(429);
    if (typeof first !== 'function') throw new Error('The first stream was refused.');
    first();
    first();
    expect(statusOf(take('one', null))).toBe(200);
    expect(statusOf(take('one', null))).toBe(429);
  });
});
