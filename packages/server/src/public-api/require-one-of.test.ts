import { expect, it } from 'vitest';
import { requireOneOf } from './require-one-of.js';

it('takes a known name', () => {
  expect(() => requireOneOf(['one', 'two'], 'two', 'type')).not.toThrow();
});

it.each([['three'], ['constructor'], [2], [null], [undefined]])('refuses %j, and lists what is known', (given) => {
  expect(() => requireOneOf(['one', 'two'], given, 'type')).toThrow(
    new TypeError(`type must be one of: one, two, not ${JSON.stringify(given) ?? 'undefined'}.`),
  );
});
