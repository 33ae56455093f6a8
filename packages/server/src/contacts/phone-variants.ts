import { RENUMBERINGS } from './renumberings.js';

/**
 * Other spellings of the same line, E.164 in and out; empty where there is none. WhatsApp and people disagree on three
 * national digits: Brazil's ninth, Mexico's `1`, Argentina's `9`. Where a landline looks like a mobile (Mexico, Argentina)
 * its variant is no number of anybody's. They disagree, too, on numbers that a country has changed.
 */
export function phoneVariants(phone: string): string[] {
  for (const { digit, withDigit, without } of RULES) {
    if (withDigit.test(phone)) return [phone.replace(withDigit, '$1$2')];
    if (without.test(phone)) return [phone.replace(without, `$1${digit}$2`)];
  }
  for (const { countryCode, prefix, old } of RENUMBERINGS) {
    const country = `+${countryCode}`;
    if (!phone.startsWith(country)) continue;
    const national = phone.slice(country.length);
    if (old.test(national)) return [country + prefix + national];
    const former = national.slice(prefix.length);
    if (national.startsWith(prefix) && old.test(former)) return [country + former];
  }
  return [];
}

const RULES = [
  // A two-digit area code, then eight digits that begin with 6 to 9 after the digit; landlines begin with 2 to 5.
  { digit: '9', withDigit: /^(\+55[1-9]\d)9([6-9]\d{7})$/, without: /^(\+55[1-9]\d)([6-9]\d{7})$/ },
  { digit: '1', withDigit: /^(\+52)1(\d{10})$/, without: /^(\+52)(\d{10})$/ },
  { digit: '9', withDigit: /^(\+54)9(\d{10})$/, without: /^(\+54)(\d{10})$/ },
] as const;
