import type { RetentionKind, RetentionSettings } from '@whatsapp-optin/sdk/contract';
import { DEFAULT_RETENTION_DAYS } from '../organizations/retention-days.js';
import type { Database } from './database.js';

export interface RetentionOptions {
  /** What customers wrote, and the texts of SMS, where an organization did not choose its own. */
  messageRetentionDays: number;
}

/** Rows of one statement, so that none holds its locks for long; the next run goes on. */
const BATCH = 5000;

/** Before what moment an organization's rows of this kind are forgotten; $1 is the server's own number of days. */
const before = (kind: RetentionKind): string =>
  `clock_timestamp() - make_interval(days => COALESCE((organization.retention_days ->> '${kind}')::int, $1::int))`;

const OF_ORGANIZATION =
  'USING whatsapp_optin.organizations AS organization WHERE old.organization_id = organization.id';

/** Statements by kind, run one after another. */
const FORGET: readonly { kind: RetentionKind; change: string }[] = [
  {
    kind: 'messages',
    change: `DELETE FROM whatsapp_optin.whatsapp_inbound_messages AS old ${OF_ORGANIZATION} AND old.received_at < ${before('messages')}`,
  },
  {
    kind: 'messages',
    change: `UPDATE whatsapp_optin.sms_notifications AS old SET message_content = ''
      FROM whatsapp_optin.organizations AS organization
      WHERE old.organization_id = organization.id AND old.message_content <> '' AND old.created_at < ${before('messages')}`,
  },
  {
    kind: 'funnel',
    change: `DELETE FROM whatsapp_optin.opt_in_events AS old ${OF_ORGANIZATION} AND old.created_at < ${before('funnel')}`,
  },
  {
    kind: 'statuses',
    change: `DELETE FROM whatsapp_optin.delivery_statuses AS old ${OF_ORGANIZATION} AND old.received_at < ${before('statuses')}`,
  },
  {
    kind: 'audit',
    change: `DELETE FROM whatsapp_optin.staff_audit AS old ${OF_ORGANIZATION} AND old.at < ${before('audit')}`,
  },
  ...batched('whatsapp_sessions', {
    key: 'id',
    set: 'phone_number = NULL, customer_name = NULL',
    due: `old.expires_at < ${before('customers')} AND (old.phone_number IS NOT NULL OR old.customer_name IS NOT NULL)`,
  }),
  ...batched('tickets', {
    key: 'id',
    set: 'phone = NULL, customer_name = NULL',
    due: `old.updated_at < ${before('customers')} AND old.status IN ('served', 'cancelled')
      AND (old.phone IS NOT NULL OR old.customer_name IS NOT NULL)`,
  }),
  ...batched('sms_notifications', {
    key: 'id',
    set: `phone_number = '', message_content = ''`,
    due: `old.created_at < ${before('customers')} AND (old.phone_number <> '' OR old.message_content <> '')`,
  }),
  {
    // Vendors' message ids hold phones.
    kind: 'customers',
    change: `WITH due AS (
      SELECT old.organization_id, old.id FROM whatsapp_optin.organizations AS organization
      JOIN whatsapp_optin.notification_logs AS old ON old.organization_id = organization.id
      WHERE old.delivered_to IS NOT NULL AND old.created_at < ${before('customers')} LIMIT ${BATCH}
    ), forgotten AS (
      UPDATE whatsapp_optin.notification_attempts AS attempt SET provider_message_id = NULL
      FROM due WHERE attempt.organization_id = due.organization_id AND attempt.notification_id = due.id
        AND attempt.provider_message_id IS NOT NULL
    )
    UPDATE whatsapp_optin.notification_logs AS log SET delivered_to = NULL
    FROM due WHERE log.organization_id = due.organization_id AND log.id = due.id`,
  },
];

function batched(table: string, { key, set, due }: { key: string; set: string; due: string }) {
  const change = `WITH due AS (
      SELECT old.organization_id, old.${key} FROM whatsapp_optin.organizations AS organization
      JOIN whatsapp_optin.${table} AS old ON old.organization_id = organization.id
      WHERE ${due} LIMIT ${BATCH}
    )
    UPDATE whatsapp_optin.${table} AS kept SET ${set} FROM due
    WHERE kept.organization_id = due.organization_id AND kept.${key} = due.${key}`;
  return [{ kind: 'customers' as const, change }];
}

/**
 * Forgets what is older than it may be: whole months by dropping their partitions, the rest row by row. The keys behind
 * WhatsApp sends and the consents stay: they hold neither a phone nor a text. @returns the partitions dropped.
 */
export async function forgetOldData(database: Database, options: RetentionOptions): Promise<string[]> {
  const defaults: RetentionSettings = { ...DEFAULT_RETENTION_DAYS, messages: options.messageRetentionDays };
  const dropped = [
    ...(await dropMonths(database, 'whatsapp_inbound_messages', await longest(database, 'messages', defaults))),
    ...(await dropMonths(database, 'opt_in_events', await longest(database, 'funnel', defaults))),
  ];
  for (const { kind, change } of FORGET) await database.query(change, [defaults[kind]]);
  // Kept events may be nobody's, so that nobody chooses how long they stay.
  await database.query(
    `DELETE FROM whatsapp_optin.kept_events WHERE received_at < clock_timestamp() - make_interval(days => $1::int)`,
    [defaults.statuses],
  );
  await database.query(
    `DELETE FROM whatsapp_optin.staff_sessions WHERE expires_at < clock_timestamp() - interval '1 day'`,
  );
  return dropped;
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
