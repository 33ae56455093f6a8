import { isTimeZone } from '../organizations/time-zone.js';
import { normalizePhoneNumber } from '@whatsapp-optin/sdk/contract';

/** Texts of one form. */
export function matching(pattern: RegExp): (text: string) => string | null {
  return (text) => (pattern.test(text) ? text : null);
}

/** What `read` gives; `null` where it throws. */
function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** A secret of our own, which has to be long enough that nobody guesses it. */
export function atLeast(length: number) {
  return {
    read: (secret: string) => (secret.length >= length ? secret : null),
    must: `is too short: at least ${length} characters are needed, such as "openssl rand -base64 32" makes`,
  };
}

/** E.164 */
export const PHONE = {
  read: (text: string) => attempt(() => normalizePhoneNumber(text)),
  must: 'must be a phone number with its country code, for example "+966500000000"',
};

/** An http(s) address without query, without the slash at its end. */
export const ADDRESS = {
  read(text: string): string | null {
    const url = attempt(() => new URL(text));
    const fits = url && /^https?:$/.test(url.protocol) && url.search + url.hash + url.username === '';
    return fits ? url.href.replace(/\/+$/, '') : null;
  },
  must: 'must be an address such as "https://clinic.example", without query and fragment',
};

/** `https://clinic.example`, and nothing after it. */
export const ORIGIN = {
  read(text: string): string | null {
    const url = attempt(() => new URL(text));
    return url && /^https?:$/.test(url.protocol) && text.replace(/\/$/, '') === url.origin ? url.origin : null;
  },
  must: 'must be whole origins such as "https://clinic.example"; wildcards are not taken',
  isQuoted: true,
};

/** A BCP 47 tag of a language that Node knows. */
export const LOCALE = {
  read: (text: string) => attempt(() => Intl.PluralRules.supportedLocalesOf(text)[0] ?? null),
  must: 'must be a BCP 47 tag of a known language, for example "en" or "ar"',
  isQuoted: true,
};

/** An IANA time zone by the name that it was given: Node's own name for it may be one that PostgreSQL lacks. */
export const TIME_ZONE = {
  read: (text: string) => (isTimeZone(text) ? text : null),
  must: 'must be an IANA time zone, for example "Asia/Riyadh"',
  isQuoted: true,
};
