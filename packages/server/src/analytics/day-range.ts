/** Days by `2026-11-24`; dates without a time know no zone. */
export interface Days {
  from: string;
  to: string;
}

const DAY_MS = 24 * 3600 * 1000;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The days meant by a query: the last 30 where it says nothing, 30 from or up to the one that it names. */
export function chooseDays(asked: Partial<Days>, today: string): Days {
  const to = asked.to ?? (asked.from === undefined ? today : least(today, addDays(asked.from, 29)));
  return { from: asked.from ?? addDays(to, -29), to: asked.from !== undefined && to < asked.from ? asked.from : to };
}

export function eachDay({ from, to }: Days): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function least(one: string, other: string): string {
  return one < other ? one : other;
}
