import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** `+966 50 000 0000`, as people write it; the E.164 number itself where no country has it. */
export function formatPhone(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
}
