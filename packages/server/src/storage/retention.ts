import type { RetentionKind, RetentionSettings } from '@whatsapp-optin/sdk/contract';
import { DEFAULT_RETENTION_DAYS } from '../organizations/retention-days.js';
import type { Database } from './database.js';
import { deleteOlder, endOfRun, inBatches } from './forget-in-batches.js';
import { FORGET_STEPS, type ForgetStep } from './retention-steps.js';

export interface RetentionOptions {
  /** What customers and staff wrote, and the texts of SMS, where an organization did not choose its own. */
  messageRetentionDays: number;
  /** Notifications with their attempts, and what they rest on, where an organization did not choose its own. */
  notificationRetentionDays: number;
}

const DAY_MS = 86_400_000;

/** In no order: a run that ends early ends with another organization each time. */
const ORGANIZATIONS = `
SELECT id, retention_days, (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now_ms
FROM whatsapp_optin.organizations ORDER BY random()`;

/** All placeholders are named, so that a step may use those that it needs. */
const forget = ({ change }: ForgetStep): string => `
WITH given AS (SELECT $1::text, $2::timestamptz, $3::uuid), ${change}
SELECT count(*)::int AS count FROM changed`;

/**
 * Forgets what is older than it may be: whole months by dropping their partitions, the rest in small batches with a turn for
 * others between. @returns the partitions dropped.
 */
export async function forgetOldData(database: Database, options: RetentionOptions): Promise<string[]> {
  const endsAtMs = endOfRun();
  const defaults = retentionDefaults(options);
  const dropped = [
    ...(await dropMonths(database, 'whatsapp_inbound_messages', await longest(database, 'messages', defaults))),
    ...(await dropMonths(database, 'opt_in_events', await longest(database, 'funnel', defaults))),
  ];
  const organizations = await database.query<{
    id: string;
    retention_days: Partial<RetentionSettings>;
    now_ms: number;
  }>(ORGANIZATIONS);
  for (const { id, retention_days: own, now_ms: nowMs } of organizations) {
    for (const step of FORGET_STEPS) {
      const atMs = nowMs - daysOf(step, { ...defaults, ...own }) * DAY_MS;
      const values = [id, new Date(atMs), leastIdOf(atMs)];
      await inBatches(database, { text: forget(step), values, endsAtMs });
    }
  }
  // Kept events may be nobody's, so that nobody chooses how long they stay.
  await deleteOlder(database, { table: 'kept_events', column: 'received_at', days: defaults.statuses, endsAtMs });
  await deleteOlder(database, { table: 'staff_sessions', column: 'expires_at', days: 1, endsAtMs });
  return dropped;
}

/** Days by kind, where an organization chose none. */
export function retentionDefaults(options: RetentionOptions): RetentionSettings {
  return {
    ...DEFAULT_RETENTION_DAYS,
    messages: options.messageRetentionDays,
    notifications: options.notificationRetentionDays,
  };
}

function daysOf({ kind, outlives, atLeastDays = 0 }: ForgetStep, days: RetentionSettings): number {
  if (outlives === undefined) return Math.max(days[kind], atLeastDays);
  return Math.max(...outlives.map((other) => days[other]), atLeastDays) + 2;
}

/** The least UUID of version 7 of a moment. */
function leastIdOf(atMs: number): string {
  const hex = Math.max(0, Math.floor(atMs)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** A month holds rows of all organizations: it goes when the one that keeps longest lets it go. */
async function longest(database: Database, kind: RetentionKind, defaults: RetentionSettings): Promise<number> {
  const [row] = await database.query<{ days: number | null }>(
    `SELECT max(COALESCE((retention_days ->> $1::text)::int, $2::int)) AS days FROM whatsapp_optin.organizations`,
    [kind, defaults[kind]],
  );
  return row?.days ?? defaults[kind];
}

/** Months that ended before the limit; their names end in it, `…_2026_11`. */
async function dropMonths(database: Database, table: string, days: number): Promise<string[]> {
  const partitions = await database.query<{ name: string }>(
    `SELECT child.relname::text AS name FROM pg_inherits
     JOIN pg_class AS child ON child.oid = pg_inherits.inhrelid
     JOIN pg_class AS parent ON parent.oid = pg_inherits.inhparent
     JOIN pg_namespace AS namespace ON namespace.oid = parent.relnamespace
     WHERE namespace.nspname = $1::text AND parent.relname = $2::text AND child.relname ~ '_[0-9]{4}_[0-9]{2}$'
       AND (to_date(right(child.relname, 7), 'YYYY_MM') + interval '1 month') AT TIME ZONE 'UTC'
           < clock_timestamp() - make_interval(days => $3::int)`,
    [database.schema, table, days],
  );
  for (const { name } of partitions) await database.query(`DROP TABLE whatsapp_optin.${name}`);
  return partitions.map(({ name }) => name);
}
