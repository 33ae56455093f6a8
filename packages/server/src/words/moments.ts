import type { ServerLocale } from './speak.js';

/** Digits and calendar are fixed: the defaults of `ar` differ between regions and versions of ICU. */
const FORMAT_LOCALES: Readonly<Record<ServerLocale, string>> = {
  en: 'en',
  ar: 'ar-u-nu-arab-ca-gregory',
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
