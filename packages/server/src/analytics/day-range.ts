/** Days by `2026-11-24`; dates without a time know no zone. */
export interface Days {
  from: string;
  to: string;
}

/** Longest range of a report. */
export const MAX_REPORT_DAYS = 400;

const DAY_MS = 24 * 3600 * 1000;

/** @throws {RangeError} for a day that JavaScript does not know */
export function addDays(day: string, days: number): string {
  return new Date(startOf(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The days of a query: the last 30 by default, or 30 from or up to the one day that it names. */
export function chooseDays(asked: Partial<Days>, today: string): Days {
  const to = asked.to ?? (asked.from === undefined ? today : least(today, addDays(asked.from, 29)));
  return { from: asked.from ?? addDays(to, -29), to: asked.from !== undefined && to < asked.from ? asked.from : to };
}

/**
 * Both ends included. The days are counted, not compared as text: "+010000-01-01" sorts before "9999-12-31".
 *
 * @returns no day where `to` is before `from`
 * @throws {RangeError} for more than `MAX_REPORT_DAYS`, or a day that JavaScript does not know
 */
export function eachDay({ from, to }: Days): string[] {
  const count = (startOf(to) - startOf(from)) / DAY_MS + 1;
  if (!(count <= MAX_REPORT_DAYS)) throw new RangeError(`A report covers at most ${MAX_REPORT_DAYS} days.`);
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(from, index));
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function least(one: string, other: string): string {
  return one < other ? one : other;
}
