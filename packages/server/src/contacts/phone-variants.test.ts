import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { phoneVariants } from './phone-variants.js';
import { RENUMBERINGS } from './renumberings.js';

describe('the other spelling of a line', () => {
  it.each([
    ['+5511987654321', '+551187654321'],
    ['+5215512345678', '+525512345678'],
    ['+5491123456789', '+541123456789'],
    // Côte d'Ivoire: Orange, MTN, Moov.
    ['+2250707123456', '+22507123456'],
    ['+2250504123456', '+22504123456'],
    ['+2250140123456', '+22540123456'],
    ['+2290197123456', '+22997123456'],
    ['+2342012270000', '+23412270000'],
  ])('%s and %s are one line', (one, other) => {
    expect(phoneVariants(one)).toEqual([other]);
    expect(phoneVariants(other)).toEqual([one]);
  });

  it.each([
    ...['+551133334444', '+966500000000', '+14155550100', '+52551234567', '+5511'],
    // Given out after the change: these digits had another operator before.
    '+2250704123456',
    // Landlines, whose operator the old number does not tell.
    ...['+2252722441122', '+22522441122'],
    '+2348031234567',
  ])('%s has none', (phone) => {
    expect(phoneVariants(phone)).toEqual([]);
  });
});

/** Every number of these countries that could be one, of any length that was or is in use. */
const phones = fc
  .tuple(fc.constantFrom('55', '52', '54', '225', '229', '234'), fc.integer({ min: 8, max: 11 }))
  .chain(([code, length]) =>
    fc.stringMatching(new RegExp(`^\\d{${length}}$`)).map((national) => `+${code}${national}`),
  );

it('is mutual: who has a variant is the variant of it', () => {
  fc.assert(
    fc.property(phones, (phone) => {
      for (const variant of phoneVariants(phone)) expect(phoneVariants(variant)).toEqual([phone]);
    }),
    { numRuns: 20_000 },
  );
});

const isInUse = (phone: string) => parsePhoneNumberFromString(phone)?.isValid() === true;

it.each(RENUMBERINGS)('of $country with $prefix belongs to nobody else today', ({ countryCode, prefix, old }) => {
  const former = fc.stringMatching(old);
  fc.assert(
    fc.property(former, (national) => {
      const [before, after] = [`+${countryCode}${national}`, `+${countryCode}${prefix}${national}`];
      expect(phoneVariants(before)).toEqual([after]);
      // Nobody can be reached by the old spelling any more, so that it cannot be a stranger's.
      expect(isInUse(before)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
  // The data says what libphonenumber says of most: these are numbers of that country.
  const share =
    fc.sample(former, 500).filter((national) => isInUse(`+${countryCode}${prefix}${national}`)).length / 500;
  expect(share).toBeGreaterThan(0.4);
});
