import { expect, it } from 'vitest';
import { placeAfter } from './use-chosen-day.js';

it.each([
  ['ArrowLeft', null, false, 29],
  ['ArrowLeft', 5, false, 4],
  ['ArrowRight', 5, false, 6],
  // Where text runs to the left, the next day stands at the left.
  ['ArrowLeft', 5, true, 6],
  ['ArrowRight', 29, false, 29],
  ['ArrowLeft', 0, false, 0],
  ['Home', 5, false, 0],
  ['End', null, false, 29],
  ['Escape', 5, false, null],
  ['a', 5, false, undefined],
])('goes by %s from %s to another day', (key, place, isTurned, next) => {
  expect(placeAfter(key, place, { last: 29, isTurned })).toBe(next);
});
