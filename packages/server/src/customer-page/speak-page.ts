import { closestLocale, directionOf, type SupportedLocale } from '@whatsapp-optin/sdk/contract';
import { formatLength, formatNearDay, formatNumber, formatTime } from '../translations/moments.js';
import type { PageWords } from './words/page-words.js';
import { PAGE_WORDS } from './words/all-words.js';

/** The texts of one page, with moments as they are said near `now` in the organization's zone. */
export interface PageSpeech {
  locale: SupportedLocale;
  direction: 'ltr' | 'rtl';
  say(key: keyof PageWords, values?: Readonly<Record<string, string>>): string;
  /** `tomorrow, 14:31` */
  moment(at: Date): string;
  time(at: Date): string;
  number(value: number): string;
  length(value: number, unit: 'day' | 'hour'): string;
}

/** @param tag - BCP 47; the closest locale is spoken. */
export function speakPage(tag: string, { now, timeZone }: { now: Date; timeZone: string }): PageSpeech {
  const locale = closestLocale([tag]) ?? 'en';
  const words = PAGE_WORDS[locale];
  const say: PageSpeech['say'] = (key, values = {}) =>
    words[key].replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => values[name] ?? '');
  const time = (at: Date) => formatTime(locale, at, timeZone);
  return {
    locale,
    direction: directionOf(locale),
    say,
    time,
    moment: (at) => say('moment', { day: formatNearDay(locale, at, { now, timeZone }), time: time(at) }),
    number: (value) => formatNumber(locale, value),
    length: (value, unit) => formatLength(locale, value, unit),
  };
}
