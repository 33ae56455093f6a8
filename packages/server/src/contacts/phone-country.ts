import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** ISO 3166 code of an E.164 phone, upper case; `null` where no country has such a number. */
export function phoneCountry(phone: string): string | null {
  return parsePhoneNumberFromString(phone)?.country ?? null;
}
