import type { RetentionKind } from '@whatsapp-optin/sdk/contract';
import { FORGET_BATCH } from './forget-in-batches.js';

/**
 * What is forgotten, and when. `change`: common table expressions, of which `changed` has a row for each row that is done with.
 * Placeholders: the organization, the moment before which a row goes, and the least id of that moment. Ids are UUIDs of
 * version 7, which begin with their moment, so that a primary key finds old rows.
 */
export interface ForgetStep {
  table: string;
  kind: RetentionKind;
  /** Never sooner, whatever an organization chose. */
  atLeastDays?: number;
  /** Stays as long as any of these kinds, which refer to it, and two days more. */
  outlives?: readonly RetentionKind[];
  change: string;
}

/** Vendors repeat a webhook for a week. */
const REPEATED_DAYS = 8;
/** What is counted in minutes may be counted again until then. */
const COUNTED_DAYS = 4;

const byId = `id < $3::uuid AND created_at < $2::timestamptz`;
const before = (column: string): string => `${column} < $2::timestamptz`;

/** The rows of a table that are due, by where they lie: read from an index, and found again without one. */
const due = (table: string, condition: string): string => `SELECT ctid FROM whatsapp_optin.${table}
    WHERE organization_id = $1::text AND ${condition} LIMIT ${FORGET_BATCH}`;

const deleted = (table: string, condition: string): string => `changed AS (
  DELETE FROM whatsapp_optin.${table} WHERE ctid = ANY (ARRAY(${due(table, condition)})) RETURNING 1)`;

const emptied = (table: string, set: string, condition: string): string => `changed AS (
  UPDATE whatsapp_optin.${table} SET ${set} WHERE ctid = ANY (ARRAY(${due(table, condition)})) RETURNING 1)`;

/** A place is unique in one partition alone. */
const deletedByKey = (table: string, moment: string): string => `changed AS (
  DELETE FROM whatsapp_optin.${table} AS old USING (
    SELECT ${moment}, id FROM whatsapp_optin.${table}
    WHERE organization_id = $1::text AND ${before(moment)} ORDER BY ${moment} LIMIT ${FORGET_BATCH}) AS due
  WHERE old.organization_id = $1::text AND old.${moment} = due.${moment} AND old.id = due.id RETURNING 1)`;

const CLOSED = `status IN ('served', 'cancelled', 'left')`;

const unreferenced = [
  ['whatsapp_sessions', 'last_message_id'],
  ['owed_replies', 'inbound_message_id'],
  ['notification_attempts', 'inbound_message_id'],
].map(
  ([table, column]) => `AND NOT EXISTS (SELECT FROM whatsapp_optin.${table} AS other
      WHERE other.organization_id = key.organization_id AND other.contact_id = key.contact_id AND other.${column} = key.id)`,
);

/** In this order: what refers to a row goes before it. */
export const FORGET_STEPS: readonly ForgetStep[] = [
  {
    table: 'whatsapp_inbound_messages',
    kind: 'messages',
    change: deletedByKey('whatsapp_inbound_messages', 'received_at'),
  },
  { table: 'message_actions', kind: 'messages', change: deleted('message_actions', before('received_at')) },
  // Events hold what customers wrote. Thirty days are long enough to replay them; see `maintainStorage`.
  {
    table: 'event_deliveries',
    kind: 'messages',
    change: deleted('event_deliveries', `event_id < $3::uuid AND ${before('created_at')}`),
  },
  { table: 'events', kind: 'messages', change: deleted('events', byId) },
  { table: 'pending_messages', kind: 'messages', change: deleted('pending_messages', byId) },
  {
    table: 'sms_notifications',
    kind: 'messages',
    change: emptied('sms_notifications', `message_content = ''`, `message_content <> '' AND ${before('created_at')}`),
  },
  {
    table: 'notification_logs',
    kind: 'messages',
    change: emptied(
      'notification_logs',
      'content = NULL',
      `kind = 'staff_reply' AND content IS NOT NULL AND ${before('created_at')}`,
    ),
  },
  { table: 'opt_in_events', kind: 'funnel', change: deletedByKey('opt_in_events', 'created_at') },
  {
    table: 'opt_ins',
    kind: 'funnel',
    atLeastDays: COUNTED_DAYS,
    change: deleted('opt_ins', `${byId} AND expires_at < clock_timestamp()`),
  },
  { table: 'delivery_statuses', kind: 'statuses', change: deleted('delivery_statuses', before('received_at')) },
  {
    table: 'handled_events',
    kind: 'statuses',
    atLeastDays: REPEATED_DAYS,
    change: deleted('handled_events', before('handled_at')),
  },
  {
    table: 'owed_prices',
    kind: 'statuses',
    change: deleted('owed_prices', `attempt_id < $3::uuid AND ${before('created_at')}`),
  },

  { table: 'owed_replies', kind: 'statuses', change: deleted('owed_replies', byId) },
  { table: 'staff_audit', kind: 'audit', change: deleted('staff_audit', before('at')) },
  {
    table: 'whatsapp_sessions',
    kind: 'customers',
    change: emptied(
      'whatsapp_sessions',
      'phone_number = NULL, customer_name = NULL',
      `${before('expires_at')} AND (phone_number IS NOT NULL OR customer_name IS NOT NULL)`,
    ),
  },
  {
    table: 'tickets',
    kind: 'customers',
    change: emptied(
      'tickets',
      'phone = NULL, customer_name = NULL',
      `${before('updated_at')} AND ${CLOSED} AND (phone IS NOT NULL OR customer_name IS NOT NULL)`,
    ),
  },
  {
    table: 'sms_notifications',
    kind: 'customers',
    change: emptied(
      'sms_notifications',
      `phone_number = '', message_content = ''`,
      `${before('created_at')} AND (phone_number <> '' OR message_content <> '')`,
    ),
  },
  { table: 'message_reactions', kind: 'customers', change: deleted('message_reactions', before('reacted_at')) },
  {
    table: 'push_subscriptions',
    kind: 'customers',
    change: deleted('push_subscriptions', `${byId} AND ${before('updated_at')}`),
  },
  {
    // Vendors' message ids hold phones.
    table: 'notification_logs',
    kind: 'customers',
    change: `due AS MATERIALIZED (
      SELECT id FROM whatsapp_optin.notification_logs
      WHERE organization_id = $1::text AND delivered_to IS NOT NULL AND ${before('created_at')} LIMIT ${FORGET_BATCH}
    ), attempts AS (
      UPDATE whatsapp_optin.notification_attempts AS attempt SET provider_message_id = NULL
      FROM due WHERE attempt.organization_id = $1::text AND attempt.notification_id = due.id
        AND attempt.provider_message_id IS NOT NULL
    ), changed AS (
      UPDATE whatsapp_optin.notification_logs AS log SET delivered_to = NULL
      FROM due WHERE log.organization_id = $1::text AND log.id = due.id RETURNING 1)`,
  },
  {
    table: 'notification_logs',
    kind: 'notifications',
    atLeastDays: COUNTED_DAYS,
    change: `due AS MATERIALIZED (
      SELECT id FROM whatsapp_optin.notification_logs
      WHERE organization_id = $1::text AND ${before('created_at')} ORDER BY created_at LIMIT ${FORGET_BATCH}
    ), sms AS (
      DELETE FROM whatsapp_optin.sms_notifications AS sms USING due, whatsapp_optin.notification_attempts AS attempt
      WHERE attempt.organization_id = $1::text AND attempt.notification_id = due.id
        AND sms.organization_id = $1::text AND sms.id = attempt.id
    ), attempts AS (
      DELETE FROM whatsapp_optin.notification_attempts AS attempt USING due
      WHERE attempt.organization_id = $1::text AND attempt.notification_id = due.id
    ), changed AS (
      DELETE FROM whatsapp_optin.notification_logs AS log USING due
      WHERE log.organization_id = $1::text AND log.id = due.id RETURNING 1)`,
  },
  {
    table: 'renewal_notices',
    kind: 'notifications',
    atLeastDays: COUNTED_DAYS,
    change: deleted('renewal_notices', before('created_at')),
  },
  {
    table: 'tickets',
    kind: 'notifications',
    atLeastDays: COUNTED_DAYS,
    change: deleted('tickets', before('updated_at')),
  },
  {
    // Its words go with it.
    table: 'whatsapp_sessions',
    kind: 'notifications',
    atLeastDays: COUNTED_DAYS,
    change: deleted(
      'whatsapp_sessions',
      `${before('expires_at')} AND NOT EXISTS (SELECT FROM whatsapp_optin.renewal_notices AS notice
      WHERE notice.organization_id = whatsapp_sessions.organization_id AND notice.session_id = whatsapp_sessions.id)`,
    ),
  },
  {
    table: 'inbound_message_keys',
    kind: 'notifications',
    atLeastDays: REPEATED_DAYS,
    outlives: ['messages', 'statuses', 'notifications'],
    change: `changed AS (
      DELETE FROM whatsapp_optin.inbound_message_keys WHERE ctid = ANY (ARRAY(
        SELECT key.ctid FROM whatsapp_optin.inbound_message_keys AS key
        WHERE key.organization_id = $1::text AND key.id < $3::uuid AND key.created_at < $2::timestamptz
          ${unreferenced.join('\n          ')}
          AND NOT EXISTS (SELECT FROM whatsapp_optin.whatsapp_inbound_messages AS other
            WHERE other.organization_id = key.organization_id AND other.id = key.id)
        LIMIT ${FORGET_BATCH})) RETURNING 1)`,
  },
];

/** What is gone soon, and when. */
export const SHORT_LIVED: Readonly<Record<string, string>> = {
  idempotency_keys: 'a day',
  kept_events: 'the days of `statuses` of the server: nobody may own them',
  staff_sessions: 'a day after their end',
  session_words: 'with their session',
  unsealed_consents: 'until the consent is sealed',
  send_turns: 'until the next message may leave',
  owed_suppressions: 'until the journal has it',
  refused_origins: 'the last twenty, for 30 days',
  minute_counts: 'three days',
  minutes_to_recount: 'until the next count',
};

/** Why rows of a table stay for ever. A table that is in no list fails a test. */
export const KEPT_FOR_EVER: Readonly<Record<string, string>> = {
  contacts: 'a STOP holds for ever; an erasure empties them',
  contact_identities: 'whom a STOP is for; an erasure deletes them',
  contact_links: 'whom a STOP is for',
  erased_phones: 'whom nothing is sent to by accident; keyed hashes',
  consents: 'the proof that they agreed, or withdrew',
  consent_seals: 'the chain over the consents has no end',
  daily_counts: 'what is left of forgotten rows; names nobody',
  sms_usage: 'a number a day',
  event_endpoints: 'until staff delete it',
  event_listeners: 'one row for each type',
  event_progress: 'one row an organization',
  consent_chain_checks: 'one row an organization',
  count_progress: 'one row an organization',
  channel_pauses: 'one row a business number',
  organizations: 'settings of the business',
  organization_roots: 'a sealed key of the business',
  vapid_keys: 'a sealed key of the business',
  message_templates: 'texts of the business',
  admin_keys: 'who held a key, and until when: the audit log names them',
  job_runs: 'one row a job',
  suppression_journal: 'one row',
  schema_migrations: 'one row a migration',
};
