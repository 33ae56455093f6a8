import fc from 'fast-check';
import { getCountryCallingCode, getExampleNumber, type CountryCode } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { formatPhoneNumber } from './format-phone-number.js';
import { normalizePhoneNumber } from './phone-number.js';

/** Where our languages are spoken. */
const COUNTRIES = [
  ...['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'ZA', 'NG', 'KE', 'GH', 'SG', 'IN', 'PK', 'BD', 'ID', 'PH'],
  ...['SA', 'AE', 'EG', 'JO', 'KW', 'QA', 'BH', 'OM', 'LB', 'IQ', 'MA', 'DZ', 'TN', 'LY', 'SD', 'YE', 'SY', 'PS'],
  ...['ES', 'MX', 'AR', 'CO', 'CL', 'PE', 'VE', 'EC', 'GT', 'CR', 'PA', 'UY', 'PY', 'BO', 'DO', 'HN', 'SV', 'NI'],
  ...['BR', 'PT', 'AO', 'MZ', 'FR', 'BE', 'CH', 'SN', 'CI', 'CM', 'DE', 'AT', 'TR', 'CY', 'MY'],
] as const satisfies readonly CountryCode[];

describe('formatPhoneNumber', () => {
  it.each([
    ['+966500000000', '+966 50 000 0000'],
    ['+442079460958', '+44 20 7946 0958'],
    ['+5511961234567', '+55 11 96123 4567'],
    ['+551123456789', '+55 11 2345 6789'],
    ['+6281234567', '+62 812 34567'],
    // Of a length that its country does not have, and of a country that no row knows.
    ['+96650000000', '+966 5000 0000'],
    ['+99912345678', '+999 1234 5678'],
    ['+12345678', '+1 234 5678'],
  ])('groups %s', (phone, expected) => {
    expect(formatPhoneNumber(phone)).toBe(expected);
  });

  it.each(COUNTRIES)('groups a mobile number of %s as its country does', (country) => {
    const example = getExampleNumber(country, examples);
    expect(formatPhoneNumber(example?.number ?? '')).toBe(example?.formatInternational());
  });

  it.each(['', '966500000000', '+966 50', 'call me', '+0123456789', '+٩٦٦٥٠٠٠٠٠٠٠٠'])('leaves %j as it is', (text) => {
    expect(formatPhoneNumber(text)).toBe(text);
  });

  it('changes no digit, and leaves none alone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9]\d{7,14}$/), (phone) => {
        const shown = formatPhoneNumber(phone);
        expect(normalizePhoneNumber(shown)).toBe(phone);
        expect(shown).toMatch(/^\+\d{1,3}( \d{1,8})+$/);
      }),
    );
  });

  it('knows where each calling code ends', () => {
    for (const country of COUNTRIES) {
      const code = getCountryCallingCode(country);
      expect(formatPhoneNumber(`+${code}987654321`).split(' ')[0]).toBe(`+${code}`);
    }
  });
});
