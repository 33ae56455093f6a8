import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OptInError } from './contract/errors.js';
import { normalizePhoneNumber } from './phone-number.js';

const codeOf = (input: unknown): string => {
  try {
    return normalizePhoneNumber(input as string);
  } catch (error) {
    return error instanceof OptInError ? error.code : `not an OptInError: ${String(error)}`;
  }
};

/** Those of a position system: ten digits each. */
const NUMBERING_SYSTEMS = Intl.supportedValuesOf('numberingSystem').filter(
  (system) => system !== 'latn' && /^\p{Nd}{2}$/u.test(new Intl.NumberFormat(`en-u-nu-${system}`).format(42)),
);

describe('normalizePhoneNumber', () => {
  it.each([
    ['+966500000000', '+966500000000'],
    ['966500000000', '+966500000000'],
    ['00966500000000', '+966500000000'],
    [' +966 (50) 000-00.00 ', '+966500000000'],
    ['(+966) 50 000 0000', '+966500000000'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['0044 (0) 20 7946 0958', '+442079460958'],
    ['+٩٦٦٥٠٠٠٠٠٠٠٠', '+966500000000'],
    ['٠٠٩٦٦ ٥٠ ٠٠٠ ٠٠٠٠', '+966500000000'],
    ['+۹۸۹۱۲۳۴۵۶۷۸۹', '+989123456789'],
    ['+९१ ९८७६५ ४३२१०', '+919876543210'],
    ['+৮৮০ ১৭১২ ৩৪৫৬৭৮', '+8801712345678'],
    ['+966500000000', '+966500000000'],
    ['\u202a+966\u00a050\u2011000\u20110000\u202c', '+966500000000'],
    ['+39 06 1234567', '+39061234567'],
    ['12345678', '+12345678'],
    ['123456789012345', '+123456789012345'],
  ])('reads %j', (input, expected) => {
    expect(normalizePhoneNumber(input)).toBe(expected);
  });

  it.each([
    '',
    '   ',
    '+',
    '1234567',
    '1234567890123456',
    'call me',
    '+966 50 OOO OOOO',
    '0500000000',
    '+0500000000',
    '++966500000000',
    '+966+500000000',
    'US.13491208655302741918',
    '966500000000@c.us',
    '966500000000:12@s.whatsapp.net',
    'tel:+966500000000',
    '+966500000000 ext 5',
    `+966500000000${' '.repeat(200)}x`,
    undefined,
    null,
    966500000000,
    {},
    ['+966500000000'],
    Symbol('phone'),
  ])('refuses %j', (input) => {
    expect(codeOf(input)).toBe('INVALID_PHONE_NUMBER');
  });

  it('reads a national number of the given country', () => {
    expect(normalizePhoneNumber('050 000 0000', { countryCode: '966' })).toBe('+966500000000');
    expect(normalizePhoneNumber('+44 20 7946 0958', { countryCode: '966' })).toBe('+442079460958');
    expect(normalizePhoneNumber('0044 20 7946 0958', { countryCode: '966' })).toBe('+442079460958');
  });

  it.each(NUMBERING_SYSTEMS)('reads the digits %s', (system) => {
    const digits = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(9876543210123);
    expect(digits).not.toBe('9876543210123');
    expect(normalizePhoneNumber(`+${digits}`)).toBe('+9876543210123');
  });

  it('gives its own answer back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{7,14}$/), (digits) => {
        expect(normalizePhoneNumber(normalizePhoneNumber(digits))).toBe(`+${digits}`);
      }),
    );
  });

  it('answers any text with a number of 8 to 15 digits or its one error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(codeOf(text)).toMatch(/^(\+[1-9]\d{7,14}|INVALID_PHONE_NUMBER)$/);
      }),
    );
  });

  it('names what is right and never shows the number', () => {
    expect(() => normalizePhoneNumber('+1234567')).toThrow('8 to 15 digits');
    expect(() => normalizePhoneNumber('+1234567')).not.toThrow('1234567');
  });
});
