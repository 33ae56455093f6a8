import { expect, it } from 'vitest';
import { createWords } from '../words/create-words.js';
import type { Words } from '../words/use-words.js';
import { spanOf } from './spans.js';

const NOW = Date.parse('2026-11-24T11:05:00Z');
const MINUTE_MS = 60_000;
const english = createWords('en');
const t: Words['t'] = (key, values = {}) => english.t(key, { ...values, n: values['count'] });

it.each([
  [0.5, 'in less than a minute'],
  [42, 'in 42 min'],
  [200, 'in 3 h 20 min'],
  // The page's clock is rounded down: a new window of 24 h is a little longer.
  [1_440.4, 'in 24 h 0 min'],
  [2_880, 'in 2 days'],
  [-42, '42 min ago'],
  [-1_440, '1 day ago'],
])('writes %d minutes from now as "%s"', (minutes, text) => {
  expect(spanOf(new Date(NOW + minutes * MINUTE_MS), NOW, { t })).toBe(text);
});
