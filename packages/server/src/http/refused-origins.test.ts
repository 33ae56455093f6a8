import { describe, expect, it } from 'vitest';
import { createRefusedOrigins } from './refused-origins.js';

function world(record?: (origin: string) => Promise<void>) {
  let nowMs = 0;
  const recorded: string[] = [];
  const warned: string[] = [];
  const debugged: string[] = [];
  const onRefused = createRefusedOrigins({
    log: {
      warn: ({ origin }, message) => void warned.push(`${String(origin)} ${message}`),
      debug: (_fields, message) => void debugged.push(message),
    },
    record: record ?? (async (origin) => void recorded.push(origin)),
    now: () => nowMs,
  });
  return { onRefused, recorded, warned, debugged, pass: (ms: number) => void (nowMs += ms) };
}

describe('a refused origin', () => {
  it('is logged once with its remedy, and recorded once an hour', () => {
    const { onRefused, recorded, warned, pass } = world();
    for (let visit = 0; visit < 3; visit += 1) onRefused('https://shop.example');
    expect(recorded).toEqual(['https://shop.example']);
    pass(3_600_000);
    onRefused('https://shop.example');
    expect(recorded).toHaveLength(2);
    expect(warned).toEqual([expect.stringMatching(/^https:\/\/shop\.example .*ALLOWED_ORIGINS/)]);
  });

  it('is forgotten beyond twenty, and one that no browser writes is ignored', () => {
    const { onRefused, recorded, warned } = world();
    for (const made of [null, 'null', 'https://a.example/path', 'call me']) onRefused(made);
    for (let count = 0; count < 50; count += 1) onRefused(`https://n${count}.example`);
    expect([recorded.length, warned.length]).toEqual([20, 20]);
  });

  it('does no harm where the database is away', async () => {
    const { onRefused, debugged, warned } = world(() => Promise.reject(new Error('away')));
    onRefused('https://shop.example');
    await Promise.resolve();
    await Promise.resolve();
    expect([warned.length, debugged]).toEqual([1, ['A refused origin was not recorded']]);
  });
});
