import { KEYS, LOGS } from './erasure-statements.js';

/**
 * The rows of a person, by table; `row` is the table's row. Placeholders as in `ERASURE_STEPS`: organization, persons,
 * phones, tickets, names.
 */
export const EXPORTED_ROWS: Readonly<Record<string, string>> = {
  contacts: 'row.id = ANY ($2::uuid[])',
  contact_identities: 'row.contact_id = ANY ($2::uuid[])',
  contact_links: 'row.contact_id = ANY ($2::uuid[])',
  // A phone may have had another owner: what is known to be theirs is left out, here and below.
  tickets: 'row.id = ANY ($4::text[]) AND (row.contact_id IS NULL OR row.contact_id = ANY ($2::uuid[]))',
  opt_ins: 'row.contact_id = ANY ($2::uuid[])',
  whatsapp_sessions: 'row.contact_id = ANY ($2::uuid[])',
  whatsapp_inbound_messages: 'row.contact_id = ANY ($2::uuid[])',
  inbound_message_keys: 'row.contact_id = ANY ($2::uuid[])',
  message_actions: `row.inbound_message_id = ANY (ARRAY(${KEYS}))`,
  pending_messages: `row.id = ANY (ARRAY(${KEYS}))`,
  consents: 'row.contact_id = ANY ($2::uuid[])',
  owed_replies: 'row.contact_id = ANY ($2::uuid[])',
  notification_logs: `row.id = ANY (ARRAY(${LOGS})) AND (row.contact_id IS NULL OR row.contact_id = ANY ($2::uuid[]))`,
  notification_attempts: `row.notification_id = ANY (ARRAY(${LOGS})) AND (row.contact_id IS NULL OR row.contact_id = ANY ($2::uuid[]))`,
  sms_notifications: `row.phone_number = ANY ($3::text[]) AND NOT EXISTS (
    SELECT FROM whatsapp_optin.notification_attempts AS attempt
    WHERE attempt.organization_id = $1::text AND attempt.id = row.id AND attempt.contact_id <> ALL ($2::uuid[]))`,
  push_subscriptions: `row.ticket_id IN (
    SELECT ticket.id FROM whatsapp_optin.tickets AS ticket
    WHERE ticket.organization_id = $1::text AND ticket.contact_id = ANY ($2::uuid[])) OR row.opt_in_id IN (
    SELECT opt_in.id FROM whatsapp_optin.opt_ins AS opt_in
    WHERE opt_in.organization_id = $1::text AND opt_in.contact_id = ANY ($2::uuid[]))`,
  renewal_notices: 'row.contact_id = ANY ($2::uuid[])',
  opt_in_events: `row.opt_in_id IN (
    SELECT opt_in.id FROM whatsapp_optin.opt_ins AS opt_in
    WHERE opt_in.organization_id = $1::text AND opt_in.contact_id = ANY ($2::uuid[]))`,
  message_reactions: `row.attempt_id IN (
    SELECT attempt.id FROM whatsapp_optin.notification_attempts AS attempt
    WHERE attempt.organization_id = $1::text AND attempt.contact_id = ANY ($2::uuid[]))`,
  delivery_statuses: `row.attempt_id IN (
    SELECT attempt.id FROM whatsapp_optin.notification_attempts AS attempt
    WHERE attempt.organization_id = $1::text AND attempt.notification_id = ANY (ARRAY(${LOGS})))`,
  events: 'row.contact_id = ANY ($2::uuid[])',
  kept_events: `row.webhook_data::text LIKE ANY (ARRAY(SELECT '%' || name || '%' FROM unnest($5::text[]) AS name))`,
};

/** Columns that open something, or are the digest of what is exported in clear. */
export const NEVER_EXPORTED = [
  'organization_id',
  'code_hash',
  'token_hash',
  'endpoint_hash',
  'message_hash',
  'event_hash',
  'p256dh',
  'auth',
] as const;

/** Why a table is not in the export. A table that is in neither list fails a test. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  organizations: 'settings of the business',
  organization_roots: 'a sealed key of the business',
  vapid_keys: 'a sealed key of the business',
  message_templates: 'texts of the business',
  channel_pauses: 'about a number of the business',
  event_endpoints: 'addresses of the business',
  event_listeners: 'types of events',
  event_progress: 'moments',
  event_deliveries: 'whether an event that is exported has reached the business',
  admin_keys: 'about staff',
  staff_sessions: 'about staff',
  staff_audit: 'about staff; names a customer by the id of a contact alone',
  sms_usage: 'a count',
  daily_counts: 'counts',
  minute_counts: 'counts',
  minutes_to_recount: 'minutes',
  count_progress: 'moments of counts',
  consent_chain_checks: 'about the chain',
  consent_seals: 'hashes of consents that are exported',
  unsealed_consents: 'ids of consents that are exported',
  handled_events: 'hashes, and ids of messages that are exported',
  idempotency_keys: 'answers to the host, a day long; each repeats rows that are exported',
  owed_prices: "the vendor's id of an attempt that is exported, until its price is known",
  send_turns: 'when the next message may leave',
  session_words: 'words of a session that is exported',
  owed_suppressions: 'that a STOP or an erasure waits for the journal; seconds long',
  suppression_journal: 'about the server',
  erased_phones: 'a keyed hash, which names nobody who is known',
  job_runs: 'about the server',
  refused_origins: 'addresses of pages',
  schema_migrations: 'about the server',
};
