import { RETENTION_KINDS, type RetentionKind, type RetentionSettings } from '@whatsapp-optin/sdk/contract';
import { DEFAULT_RETENTION_DAYS } from '../organizations/retention-days.js';
import type { Database } from './database.js';

export interface RetentionOptions {
  /** What customers and staff wrote, and the texts of SMS, where an organization did not choose its own. */
  messageRetentionDays: number;
}

/** Rows of one statement, so that none holds its locks for long; the next run goes on. */
const BATCH = 5000;

/** What is forgotten, by kind. Placeholders: organization, and the moment before which it goes. */
const FORGET: readonly { kind: RetentionKind; change: string }[] = [
  {
    kind: 'messages',
    change: `DELETE FROM whatsapp_optin.whatsapp_inbound_messages WHERE organization_id = $1::text AND received_at < $2::timestamptz`,
  },
  {
    kind: 'messages',
    change: `DELETE FROM whatsapp_optin.message_actions WHERE organization_id = $1::text AND received_at < $2::timestamptz`,
  },
  {
    kind: 'messages',
    change: `UPDATE whatsapp_optin.sms_notifications SET message_content = ''
      WHERE organization_id = $1::text AND message_content <> '' AND created_at < $2::timestamptz`,
  },
  {
    kind: 'messages',
    change: `UPDATE whatsapp_optin.notification_logs SET content = NULL
      WHERE organization_id = $1::text AND kind = 'staff_reply' AND content IS NOT NULL AND created_at < $2::timestamptz`,
  },
  {
    kind: 'funnel',
    change: `DELETE FROM whatsapp_optin.opt_in_events WHERE organization_id = $1::text AND created_at < $2::timestamptz`,
  },
  {
    kind: 'statuses',
    change: `DELETE FROM whatsapp_optin.delivery_statuses WHERE organization_id = $1::text AND received_at < $2::timestamptz`,
  },
  {
    kind: 'customers',
    change: `DELETE FROM whatsapp_optin.message_reactions WHERE organization_id = $1::text AND reacted_at < $2::timestamptz`,
  },
  {
    kind: 'audit',
    change: `DELETE FROM whatsapp_optin.staff_audit WHERE organization_id = $1::text AND at < $2::timestamptz`,
  },
  {
    kind: 'customers',
    change: batched('whatsapp_sessions', {
      set: 'phone_number = NULL, customer_name = NULL',
      due: 'expires_at < $2::timestamptz AND (phone_number IS NOT NULL OR customer_name IS NOT NULL)',
    }),
  },
  {
    kind: 'customers',
    change: batched('tickets', {
      set: 'phone = NULL, customer_name = NULL',
      due: `updated_at < $2::timestamptz AND status IN ('served', 'cancelled', 'left') AND (phone IS NOT NULL OR customer_name IS NOT NULL)`,
    }),
  },
  {
    kind: 'customers',
    change: batched('sms_notifications', {
      set: `phone_number = '', message_content = ''`,
      due: `created_at < $2::timestamptz AND (phone_number <> '' OR message_content <> '')`,
    }),
  },
  {
    // Vendors' message ids hold phones.
    kind: 'customers',
    change: `WITH due AS (
      SELECT id FROM whatsapp_optin.notification_logs
      WHERE organization_id = $1::text AND delivered_to IS NOT NULL AND created_at < $2::timestamptz LIMIT ${BATCH}
    ), forgotten AS (
      UPDATE whatsapp_optin.notification_attempts AS attempt SET provider_message_id = NULL
      FROM due WHERE attempt.organization_id = $1::text AND attempt.notification_id = due.id
        AND attempt.provider_message_id IS NOT NULL
    )
    UPDATE whatsapp_optin.notification_logs AS log SET delivered_to = NULL
    FROM due WHERE log.organization_id = $1::text AND log.id = due.id`,
  },
];

function batched(table: string, { set, due }: { set: string; due: string }): string {
  return `WITH due AS (
      SELECT id FROM whatsapp_optin.${table} WHERE organization_id = $1::text AND ${due} LIMIT ${BATCH}
    )
    UPDATE whatsapp_optin.${table} AS kept SET ${set} FROM due
    WHERE kept.organization_id = $1::text AND kept.id = due.id`;
}

/** Moments are worked out first, so that the planner sees values and takes the indexes. */
const LIMITS = `
SELECT organization.id, kind.name AS kind,
       clock_timestamp() - make_interval(days => COALESCE((organization.retention_days ->> kind.name)::int, kind.days)) AS before
FROM whatsapp_optin.organizations AS organization
CROSS JOIN unnest($1::text[], $2::int[]) AS kind (name, days)`;

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
  const limits = await database.query<{ id: string; kind: RetentionKind; before: Date }>(LIMITS, [
    RETENTION_KINDS,
    RETENTION_KINDS.map((kind) => defaults[kind]),
  ]);
  for (const { id, kind, before } of limits) {
    for (const { change } of FORGET.filter((step) => step.kind === kind)) await database.query(change, [id, before]);
  }
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
