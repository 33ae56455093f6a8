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

/** `14:05`, 24 hours, in the zone and the locale's digits. @throws {RangeError} for a zone that does not exist. */
export function formatTime(locale: ServerLocale, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(FORMAT_LOCALES[locale], {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** `Wednesday, November 25`, in the zone. @throws {RangeError} for a zone that does not exist. */
export function formatDay(locale: ServerLocale, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(FORMAT_LOCALES[locale], {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at);
}

export function formatNumber(locale: ServerLocale, value: number): string {
  return new Intl.NumberFormat(FORMAT_LOCALES[locale]).format(value);
}
