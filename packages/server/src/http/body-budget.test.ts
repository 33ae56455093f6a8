import { describe, expect, it } from 'vitest';
import { createBodyBudget, UNCOUNTED_BYTES } from './body-budget.js';

describe('bytes of bodies at once', () => {
  it('are limited over all bodies, and a body that is read gives them back once', () => {
    const budget = createBodyBudget(100);
    const [first, second] = [budget.open(), budget.open()];
    expect([first.take(UNCOUNTED_BYTES + 60), second.take(UNCOUNTED_BYTES + 60)]).toEqual([true, false]);
    first.release();
    first.release();
    expect([second.take(UNCOUNTED_BYTES + 100), second.take(1)]).toEqual([true, false]);
  });

  it('leave room for small bodies, however full they are', () => {
    const budget = createBodyBudget(0);
    const small = budget.open();
    expect([small.take(UNCOUNTED_BYTES), small.take(1)]).toEqual([true, false]);
  });

  it('say when a large body need not begin', () => {
    const budget = createBodyBudget(2 * UNCOUNTED_BYTES);
    const body = budget.open();
    expect([budget.isFull(), body.take(3 * UNCOUNTED_BYTES), budget.isFull()]).toEqual([false, true, true]);
    body.release();
    expect(budget.isFull()).toBe(false);
  });
});
