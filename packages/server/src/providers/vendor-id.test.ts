import { expect, it } from 'vitest';
import { readVendorId } from './vendor-id.js';

it.each([
  ['wamid.1', 'wamid.1'],
  [' wamid.1 ', 'wamid.1'],
  [4711, '4711'],
  ['', null],
  ['\u0000', null],
  [' \u0000 ', null],
  [1.5, null],
  [{}, null],
  [undefined, null],
])('reads the id %j as %j', (id, expected) => {
  expect(readVendorId(id)).toBe(expected);
});

it('shortens an id that no key can hold', () => {
  expect(readVendorId('a'.repeat(513))).toMatch(/^digest:[0-9a-f]{64}$/);
});
