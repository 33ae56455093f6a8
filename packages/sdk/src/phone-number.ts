import { OptInError, PHONE_NUMBER_RULE } from './contract/errors.js';
import { toAsciiDigits } from './contract/digits.js';

/** Options of `normalizePhoneNumber`. */
export interface NormalizePhoneNumberOptions {
  /** Calling code, `966`: a national number with its leading 0 is read as one of that country. */
  countryCode?: string | undefined;
}

/**
 * Reads a phone number.
 *
 * @param input - a phone number with its country code, with or without `+` or `00`. Spaces, hyphens, dots and
 * parentheses are dropped; decimal digits of any script are read.
 * @returns E.164, `+966500000000`.
 * @throws OptInError `INVALID_PHONE_NUMBER` for letters, fewer than 8 or more than 15 digits, or no text at all.
 * @see https://www.itu.int/rec/T-REC-E.164
 */
export function normalizePhoneNumber(input: string, options?: NormalizePhoneNumberOptions): string {
  const countryCode = options?.countryCode;
  const typed = typeof input === 'string' && countryCode ? readDigits(input) : null;
  return `+${parsePhoneNumber(typed && /^0[1-9]/.test(typed) ? countryCode + typed.slice(1) : input)}`;
}

/** @returns the digits alone, as a deep link needs them. @throws as `normalizePhoneNumber` does. */
export function parsePhoneNumber(input: string): string {
  const found = typeof input === 'string' ? readDigits(input).replace(/^(\+|00)/, '') : '';
  if (/^[1-9]\d{7,14}$/.test(found)) return found;
  const count = /\D/.test(found) ? '' : ` Found: ${found.length}.`;
  throw new OptInError('INVALID_PHONE_NUMBER', PHONE_NUMBER_RULE + count);
}

/** Removes separators and invisible marks. A phone number leaves plain digits after at most a `+`. */
function readDigits(input: string): string {
  return toAsciiDigits(input.normalize('NFKC'))
    .replace(/[\s.\u2212\p{Pd}\p{Cf}]/gu, '')
    .replace(/^((\+|00)\d+)\(0\)/, '$1')
    .replace(/[()]/g, '');
}
