import { describe, expect, it } from 'vitest';
import { readRetryAfterMs } from './retry-after.js';

const NOW_MS = Date.parse('2026-11-24T10:00:00Z');

describe('readRetryAfterMs', () => {
  it.each([
    ['30', 30_000],
    [' 0 ', 0],
    ['Tue, 24 Nov 2026 10:00:05 GMT', 5_000],
    ['Tue, 24 Nov 2026 09:00:00 GMT', 0],
    ['99999999', 86_400_000],
    ['soon', null],
    ['-5 apples', null],
    ['', null],
    [null, null],
  ])('%j asks to wait %s ms', (header, waitMs) => {
    expect(readRetryAfterMs(header, NOW_MS)).toBe(waitMs);
  });
});
