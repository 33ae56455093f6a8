import type { Platform, PlatformStorage } from '../platform.js';
import { DISMISSAL_KEY } from './dismissal-key.js';
import type { OwnOptions } from './own-options.js';

/** What a browser remembers of the times that the customer said no. Moments in milliseconds since 1970. */
export interface DismissalRecord {
  /** The latest tickets, oldest first. */
  readonly tickets: readonly string[];
  /** Since the customer was last connected. */
  readonly count: number;
  readonly lastAt: number;
}

const DAY_MS = 86_400_000;
/** After the first, the second, and every later "no". */
const BACK_OFF_MS = [3 * DAY_MS, 7 * DAY_MS, 30 * DAY_MS] as const;
const TICKETS_KEPT = 20;

/** Never twice for the same ticket; across tickets not before the back-off is over. */
export function isDismissed(record: DismissalRecord | null, ticket: string | null, now: number): boolean {
  if (!record) return false;
  if (ticket !== null && record.tickets.includes(ticket)) return true;
  const backOffMs = BACK_OFF_MS[Math.min(record.count, BACK_OFF_MS.length) - 1] ?? 0;
  return now >= record.lastAt && now < record.lastAt + backOffMs;
}

export function withDismissal(record: DismissalRecord | null, ticket: string | null, now: number): DismissalRecord {
  const others = (record?.tickets ?? []).filter((known) => known !== ticket);
  const tickets = [...others, ...(ticket === null ? [] : [ticket])].slice(-TICKETS_KEPT);
  return { tickets, count: (record?.count ?? 0) + 1, lastAt: now };
}

/** After a connection, new tickets are asked about again. Tickets that the customer dismissed stay dismissed. */
export function withConnection(record: DismissalRecord): DismissalRecord {
  return { ...record, count: 0 };
}

/** One company's ticket; `null` where there is none to remember. */
export function ticketKey({ server, phone, ticketId, ticketNumber }: OwnOptions): string | null {
  const ticket = ticketId || ticketNumber;
  return ticket ? `${server || phone || ''} ${ticket}` : null;
}

/** @returns `null` where nothing is stored, or nothing that is ours. */
export function readDismissals(platform: Pick<Platform, 'storage'>): DismissalRecord | null {
  try {
    const found = JSON.parse(platform.storage()?.read(DISMISSAL_KEY) ?? 'null') as Partial<DismissalRecord> | null;
    const { tickets, count, lastAt } = found ?? {};
    if (!Array.isArray(tickets) || !Number.isFinite(count) || !Number.isFinite(lastAt)) return null;
    return { tickets: tickets.map(String), count: Number(count), lastAt: Number(lastAt) };
  } catch {
    return null;
  }
}

export function writeDismissals(platform: Pick<Platform, 'storage'>, record: DismissalRecord): void {
  platform.storage()?.write(DISMISSAL_KEY, JSON.stringify(record));
}

/** The dismissals that were stored when the page loaded. A "no" on this page reaches the host as an event instead. */
const found = new WeakMap<PlatformStorage, DismissalRecord | null>();

export function dismissalsAtLoad(platform: Pick<Platform, 'storage'>): DismissalRecord | null {
  const storage = platform.storage();
  if (!storage) return null;
  if (!found.has(storage)) found.set(storage, readDismissals(platform));
  return found.get(storage) ?? null;
}
