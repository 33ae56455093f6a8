import type { ServerLocale } from './translator.js';

/**
 * Digits and calendar are fixed where regions or versions of ICU differ in them. Urdu and Hindi are written with Latin
 * digits, Bengali with its own, as CLDR has them; Spanish is that of Latin America, as its words are.
 */
const FORMAT_LOCALES: Readonly<Record<ServerLocale, string>> = {
  en: 'en',
  ar: 'ar-u-nu-arab-ca-gregory',
  es: 'es-419',
  'pt-BR': 'pt-BR',
  fr: 'fr',
  de: 'de',
  tr: 'tr',
  ur: 'ur-u-nu-latn-ca-gregory',
  hi: 'hi-u-nu-latn',
  bn: 'bn-u-nu-beng',
  id: 'id',
  fil: 'fil',
};

/** Making a formatter takes 0.1 ms, longer than the rest of a text. Few languages and zones are in use at once. */
const MAX_FORMATTERS = 200;

function keep<Options, Formatter>(make: (locale: string, options: Options) => Formatter) {
  const kept = new Map<string, Formatter>();
  return (locale: string, options: Options): Formatter => {
    const key = JSON.stringify([locale, options]);
    const found = kept.get(key);
    if (found !== undefined) return found;
    const made = make(locale, options);
    if (kept.size < MAX_FORMATTERS) kept.set(key, made);
    return made;
  };
}

const dateFormat = keep((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
const numberFormat = keep((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));

/** `14:05`, 24 hours, in the zone and the locale's digits. @throws {RangeError} for a zone that does not exist. */
export function formatTime(locale: ServerLocale, at: Date, timeZone: string): string {
  return dateFormat(FORMAT_LOCALES[locale], {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** `Wednesday, November 25`, in the zone. @throws {RangeError} for a zone that does not exist. */
export function formatDay(locale: ServerLocale, at: Date, timeZone: string): string {
  return dateFormat(FORMAT_LOCALES[locale], {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at);
}

/** `Nov 28` in the zone; `today`, `tomorrow`, `yesterday` where it is one of them. @throws {RangeError} for a zone that does not exist. */
export function formatNearDay(
  locale: ServerLocale,
  at: Date,
  { now, timeZone }: { now: Date; timeZone: string },
): string {
  const days = dayOf(at, timeZone) - dayOf(now, timeZone);
  if (Math.abs(days) <= 1) {
    return new Intl.RelativeTimeFormat(FORMAT_LOCALES[locale], { numeric: 'auto' }).format(days, 'day');
  }
  return dateFormat(FORMAT_LOCALES[locale], { timeZone, day: 'numeric', month: 'short' }).format(at);
}

/** Days since 1970 on the calendar of the zone. */
function dayOf(at: Date, timeZone: string): number {
  const parts = dateFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return Date.parse(`${parts.format(at)}T00:00:00Z`) / 86_400_000;
}

/** `30 days`, `24 hours`, `1 hour`. */
export function formatLength(locale: ServerLocale, value: number, unit: 'day' | 'hour'): string {
  return numberFormat(FORMAT_LOCALES[locale], { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

export function formatNumber(locale: ServerLocale, value: number): string {
  return numberFormat(FORMAT_LOCALES[locale], {}).format(value);
}
