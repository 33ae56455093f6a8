/** Numbers and moments as a reader of the locale writes them. */
export interface Formats {
  number(value: number): string;
  /** @param share - 0 to 1. */
  percent(share: number): string;
  /** @param cents - of the currency; where it is not known, the bare amount. */
  money(cents: number, currency: string | null): string;
  /** `14:05` */
  time(at: Date): string;
  /** `24 Nov, 14:05` */
  moment(at: Date): string;
  /** `Tuesday, 24 November 2026 at 14:05:09 GMT+3` */
  exact(at: Date): string;
  /** `24 Nov`; takes a calendar day, `2026-11-24`, which has no zone. */
  day(day: string): string;
  /** The calendar day of a moment, `2026-11-24`. */
  dayOf(at: Date): string;
  /** When a calendar day begins. */
  startOf(day: string): Date;
  /** Name of the zone of all moments: `Arabian Standard Time`. */
  zone: string;
  list(words: readonly string[]): string;
  /** A country by its name; the code itself where it has none. */
  country(code: string): string;
  /** A language by its name in this one. */
  language(tag: string): string;
}

/**
 * @param locale - BCP 47. Arabic counts in Arabic-Indic digits, whatever the browser's own habit.
 * @param timeZone - IANA; `undefined`: the browser's.
 */
export function createFormats(locale: string, timeZone: string | undefined): Formats {
  const tag = locale.startsWith('ar') ? `${locale}-u-nu-arab` : locale;
  const zone = timeZone === undefined ? {} : { timeZone };
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const amount = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const time = new Intl.DateTimeFormat(tag, { ...clock, ...zone });
  const moment = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', ...clock, ...zone });
  const exact = new Intl.DateTimeFormat(tag, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ ...clock, second: '2-digit', timeZoneName: 'short', ...zone },
  });
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const calendar = new Intl.DateTimeFormat('en-CA', { ...zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const hours = new Intl.DateTimeFormat('en', { ...zone, ...clock });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const country = new Intl.DisplayNames(tag, { type: 'region' });
  const language = new Intl.DisplayNames(tag, { type: 'language' });
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    money: (cents, currency) =>
      currency === null
        ? amount.format(cents / 100)
        : new Intl.NumberFormat(tag, { style: 'currency', currency }).format(cents / 100),
    time: (at) => time.format(at),
    moment: (at) => moment.format(at),
    exact: (at) => exact.format(at),
    day: (value) => day.format(new Date(`${value}T00:00:00Z`)),
    dayOf: (at) => calendar.format(at),
    startOf: (value) => startOfDay(value, calendar, hours),
    zone: zoneName(tag, zone),
    list: (words) => list.format(words),
    country: (code) => named(country, code),
    language: (code) => named(language, code),
  };
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** From midnight in UTC by what the clock of the zone shows then; a clock that changes on that day is asked again. */
function startOfDay(day: string, calendar: Intl.DateTimeFormat, hours: Intl.DateTimeFormat): Date {
  let at = new Date(`${day}T00:00:00Z`);
  for (let round = 0; round < 2; round += 1) {
    const [hour = 0, minute = 0] = hours.format(at).split(':').map(Number);
    const isBefore = calendar.format(at) < day;
    at = new Date(at.getTime() - (hour * 60 + minute - (isBefore ? DAY_MINUTES : 0)) * MINUTE_MS);
  }
  return at;
}

function zoneName(tag: string, zone: { timeZone?: string }): string {
  const parts = new Intl.DateTimeFormat(tag, { ...zone, timeZoneName: 'long' }).formatToParts(new Date());
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
