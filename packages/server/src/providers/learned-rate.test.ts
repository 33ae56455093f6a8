import { expect, it } from 'vitest';
import { createLearnedRate } from './learned-rate.js';

function setUp(full: number) {
  let nowMs = 0;
  const rate = createLearnedRate(full, () => nowMs);
  return { rate, pass: (ms: number) => void (nowMs += ms) };
}

it('is the full rate as long as nothing is refused', () => {
  const { rate, pass } = setUp(80);
  pass(60_000);
  expect(rate.perSecond()).toBe(80);
});

it('halves at a refusal, once for all that come within a second', () => {
  const { rate, pass } = setUp(80);
  for (let count = 0; count < 20; count += 1) rate.refused();
  expect(rate.perSecond()).toBe(40);
  pass(1_000);
  rate.refused();
  expect(rate.perSecond()).toBe(20);
});

it('regains a tenth of the full rate every ten seconds after the last refusal, and no more than all', () => {
  const { rate, pass } = setUp(80);
  rate.refused();
  pass(9_999);
  expect(rate.perSecond()).toBe(40);
  pass(1);
  expect(rate.perSecond()).toBe(48);
  pass(25_000);
  expect(rate.perSecond()).toBe(64);
  pass(600_000);
  expect(rate.perSecond()).toBe(80);
  rate.refused();
  expect(rate.perSecond()).toBe(40);
});

it('never falls below one a second', () => {
  const { rate, pass } = setUp(3);
  for (let count = 0; count < 10; count += 1) {
    rate.refused();
    pass(1_000);
  }
  expect(rate.perSecond()).toBe(1);
});
