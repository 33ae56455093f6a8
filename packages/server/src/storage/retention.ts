import type { Database } from './database.js';

export interface RetentionSettings {
  /** What customers wrote, and the texts of SMS. */
  messageRetentionDays: number;
}

/** Steps of the funnel are counts by then; statuses have done their work; kept events were looked at or never will be. */
const FUNNEL_DAYS = 90;
const STATUS_DAYS = 30;

/**
 * Forgets what is older than it may be: whole months by dropping their partitions, the rest row by row. The keys behind
 * WhatsApp sends and the consents stay: they hold neither a phone nor a text. @returns the partitions dropped.
 */
export async function forgetOldData(database: Database, settings: RetentionSettings): Promise<string[]> {
  const dropped = [
    ...(await dropMonths(database, 'whatsapp_inbound_messages', settings.messageRetentionDays)),
    ...(await dropMonths(database, 'opt_in_events', FUNNEL_DAYS)),
  ];
  await database.query(
    `DELETE FROM whatsapp_optin.whatsapp_inbound_messages WHERE received_at < clock_timestamp() - make_interval(days => $1::int)`,
    [settings.messageRetentionDays],
  );
  await database.query(
    `DELETE FROM whatsapp_optin.opt_in_events WHERE created_at < clock_timestamp() - make_interval(days => $1::int)`,
    [FUNNEL_DAYS],
  );
  await database.query(
    `UPDATE whatsapp_optin.sms_notifications SET message_content = ''
     WHERE message_content <> '' AND created_at < clock_timestamp() - make_interval(days => $1::int)`,
    [settings.messageRetentionDays],
  );
  await database.query(
    `DELETE FROM whatsapp_optin.delivery_statuses WHERE received_at < clock_timestamp() - make_interval(days => $1::int)`,
    [STATUS_DAYS],
  );
  await database.query(
    `DELETE FROM whatsapp_optin.kept_events WHERE received_at < clock_timestamp() - make_interval(days => $1::int)`,
    [STATUS_DAYS],
  );
  return dropped;
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
