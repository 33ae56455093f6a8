import type { Translator } from '../translator.js';
import { digitsLocale } from './format-count.js';

const DAY_MS = 86_400_000;

/**
 * "You are connected until 14:05 tomorrow".
 *
 * @param moment - `endsAt`, `now` in milliseconds; `timeZone`: IANA, default the runtime's.
 */
export function describeSessionEnd(
  translator: Translator,
  { endsAt, now, timeZone }: { endsAt: number; now: number; timeZone?: string | undefined },
): string {
  const locale = digitsLocale(translator.locale);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const days = dayNumber(endsAt, timeZone) - dayNumber(now, timeZone);
  const values = { time: time.format(endsAt) };
  if (days === 0) return translator.t('connected.untilToday', values);
  if (days === 1) return translator.t('connected.untilTomorrow', values);
  const date = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
  return translator.t('connected.untilDate', { ...values, date: date.format(endsAt) });
}

/** Counts the calendar days of a time zone, so that yesterday and tomorrow differ by one, summer time or not. */
function dayNumber(moment: number, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone,
  });
  const found = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(found['year'] ?? 0, (found['month'] ?? 1) - 1, found['day'] ?? 1) / DAY_MS;
}
