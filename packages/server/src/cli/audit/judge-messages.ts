import type { LoggedMessage, UnreadableRow } from './message-log.js';

/** How long after a customer's message the business may write. */
const WINDOW_MS = 24 * 60 * 60 * 1_000;

/** Messages of the business on one day, of one type. */
export interface DayOfType {
  /** `2026-11-30`, in the time zone that was asked for. */
  day: string;
  type: string;
  sent: number;
  /** Sent while the customer had not written within the 24 hours before. */
  unsolicited: number;
}

export interface AuditResult {
  days: DayOfType[];
  totals: { rows: number; received: number; sent: number; unsolicited: number; customers: number; neverWrote: number };
  /** Rows that were left out, with the line of the first; `null` where none was. */
  unreadable: { rows: number; first: UnreadableRow } | null;
}

type Rows = AsyncIterable<LoggedMessage | UnreadableRow>;

/**
 * Judges each message of the business by the customer's own messages. Rows may stand in any order, so the log is read
 * twice: first the windows that customers opened, then what was sent. It keeps two numbers for each window and one entry
 * for each phone, and no row.
 *
 * @param open - begins to read the log from its start
 */
export async function judgeMessages(
  open: () => Rows,
  { timeZone, onRow }: { timeZone: string; onRow: (rows: number) => void },
): Promise<AuditResult> {
  const { windows, rows, received, unreadable } = await readWindows(open(), onRow);
  const dayOf = createDayReader(timeZone);
  const days = new Map<string, DayOfType>();
  const customers = new Map<string, boolean>();
  let seen = rows;
  for await (const row of open()) {
    onRow((seen += 1));
    if ('column' in row || row.isInbound) continue;
    const opened = windows.get(row.phone);
    customers.set(row.phone, opened !== undefined);
    const day = dayOf(row.sentAt);
    const key = `${day} ${row.type}`;
    const entry = days.get(key) ?? { day, type: row.type, sent: 0, unsolicited: 0 };
    entry.sent += 1;
    if (opened === undefined || !isOpen(opened, row.sentAt)) entry.unsolicited += 1;
    days.set(key, entry);
  }
  const sorted = [...days.values()].sort((one, other) => compare(one.day, other.day) || compare(one.type, other.type));
  const sum = (read: (entry: DayOfType) => number) => sorted.reduce((total, entry) => total + read(entry), 0);
  const neverWrote = [...customers.values()].filter((hasWritten) => !hasWritten).length;
  const sent = sum((entry) => entry.sent);
  const unsolicited = sum((entry) => entry.unsolicited);
  return {
    days: sorted,
    totals: { rows, received, sent, unsolicited, customers: customers.size, neverWrote },
    unreadable,
  };
}

/** Windows of one phone, apart from each other and in order: when each opens, and when it ends. */
interface Windows {
  from: number[];
  until: number[];
}

async function readWindows(log: Rows, onRow: (rows: number) => void) {
  const windows = new Map<string, Windows>();
  const unreadable: UnreadableRow[] = [];
  let unreadableRows = 0;
  let rows = 0;
  let received = 0;
  for await (const row of log) {
    onRow((rows += 1));
    if ('column' in row) {
      unreadableRows += 1;
      if (unreadable.length === 0) unreadable.push(row);
    } else if (row.isInbound) {
      received += 1;
      const known = windows.get(row.phone) ?? { from: [], until: [] };
      addWindow(known, row.sentAt);
      windows.set(row.phone, known);
    }
  }
  const [first] = unreadable;
  return { windows, rows, received, unreadable: first === undefined ? null : { rows: unreadableRows, first } };
}

/** Joins it with those that it touches. */
function addWindow({ from, until }: Windows, at: number): void {
  const end = at + WINDOW_MS;
  const first = firstAfter(until, at - 1);
  const next = firstAfter(from, end);
  const joinedFrom = Math.min(at, from[first] ?? at);
  const joinedUntil = Math.max(end, until[next - 1] ?? end);
  const touches = next > first;
  from.splice(first, next - first, touches ? joinedFrom : at);
  until.splice(first, next - first, touches ? joinedUntil : end);
}

/** A message at the very end of the window is inside, as at its very beginning. */
function isOpen({ from, until }: Windows, at: number): boolean {
  const last = firstAfter(from, at) - 1;
  return last >= 0 && at <= (until[last] ?? 0);
}

/** Index of the first that is greater; the length where none is. */
function firstAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Days of one time zone, each computed once an hour. */
function createDayReader(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const known = new Map<number, string>();
  // Zones lie whole quarters of an hour apart.
  const quarterMs = 15 * 60 * 1_000;
  return (at) => {
    const quarter = Math.floor(at / quarterMs);
    const day = known.get(quarter) ?? format.format(at);
    known.set(quarter, day);
    return day;
  };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
