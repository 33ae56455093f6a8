/**
 * What erasing a person does, table after table. Placeholders: organization, persons, phones, tickets, names (phones
 * without their plus, user ids). Each statement returns how many rows it changed. Order matters: a statement finds the
 * owner of a row in rows that a later one empties.
 */
interface ErasureStep {
  table: string;
  change: string;
}

/** Messages of the person. */
export const KEYS = `SELECT key.id FROM whatsapp_optin.inbound_message_keys AS key
  WHERE key.organization_id = $1::text AND key.contact_id = ANY ($2::uuid[])`;

/** Notifications to the person: known by them, by their tickets, by the phone of an SMS. */
export const LOGS = `
  SELECT log.id FROM whatsapp_optin.notification_logs AS log
  WHERE log.organization_id = $1::text AND log.contact_id = ANY ($2::uuid[])
  UNION SELECT log.id FROM whatsapp_optin.notification_logs AS log
  WHERE log.organization_id = $1::text AND log.ticket_id = ANY ($4::text[])
  UNION SELECT attempt.notification_id FROM whatsapp_optin.notification_attempts AS attempt
  WHERE attempt.organization_id = $1::text AND attempt.contact_id = ANY ($2::uuid[])
  UNION SELECT attempt.notification_id FROM whatsapp_optin.sms_notifications AS sms
  JOIN whatsapp_optin.notification_attempts AS attempt
    ON attempt.organization_id = sms.organization_id AND attempt.id = sms.id
  WHERE sms.organization_id = $1::text AND sms.phone_number = ANY ($3::text[])`;

/** Events about the person, and about their tickets unless another person is named. */
const EVENTS = `
  SELECT event.id FROM whatsapp_optin.events AS event
  WHERE event.organization_id = $1::text AND event.contact_id = ANY ($2::uuid[])
  UNION SELECT event.id FROM whatsapp_optin.events AS event
  WHERE event.organization_id = $1::text AND event.ticket_id = ANY ($4::text[]) AND event.contact_id IS NULL`;

const NAMES = `ARRAY(SELECT '%' || name || '%' FROM unnest($5::text[]) AS name)`;

export const ERASURE_STEPS: readonly ErasureStep[] = [
  {
    // A vendor's message id may hold a phone.
    table: 'owed_prices',
    change: `DELETE FROM whatsapp_optin.owed_prices WHERE organization_id = $1::text AND attempt_id IN (
        SELECT attempt.id FROM whatsapp_optin.notification_attempts AS attempt
        WHERE attempt.organization_id = $1::text AND attempt.notification_id = ANY (ARRAY(${LOGS})))`,
  },
  {
    table: 'pending_messages',
    change: `DELETE FROM whatsapp_optin.pending_messages WHERE organization_id = $1::text AND id = ANY (ARRAY(${KEYS}))`,
  },
  {
    table: 'owed_replies',
    change: `UPDATE whatsapp_optin.owed_replies SET status = 'dropped', drop_reason = 'erased', updated_at = clock_timestamp()
      WHERE organization_id = $1::text AND kind IN ('welcome', 'opt_out_confirmation', 'stop_question')
        AND inbound_message_id = ANY (ARRAY(${KEYS})) AND status IN ('due', 'parked')`,
  },
  {
    table: 'whatsapp_sessions',
    change: `UPDATE whatsapp_optin.whatsapp_sessions
      SET phone_number = NULL, customer_name = NULL, ticket_id = NULL, is_active = false,
          ended_at = CASE WHEN expires_at > clock_timestamp() THEN COALESCE(ended_at, clock_timestamp()) ELSE ended_at END,
          end_reason = CASE WHEN expires_at > clock_timestamp() THEN 'erased' ELSE end_reason END,
          expires_at = LEAST(expires_at, clock_timestamp()), updated_at = clock_timestamp()
      WHERE organization_id = $1::text AND contact_id = ANY ($2::uuid[])`,
  },
  {
    table: 'whatsapp_inbound_messages',
    change: `DELETE FROM whatsapp_optin.whatsapp_inbound_messages
      WHERE organization_id = $1::text AND (contact_id = ANY ($2::uuid[]) OR phone_number = ANY ($3::text[]))`,
  },
  {
    // The deadline stops a send before its claim; the step stops a run before it saves its progress.
    table: 'notification_logs',
    change: `UPDATE whatsapp_optin.notification_logs
      SET delivered_to = NULL, content = NULL, tiers_left = '{}', contact_id = NULL,
          deadline_at = CASE WHEN settled THEN deadline_at ELSE clock_timestamp() END,
          method = COALESCE(method, 'none'), reason = CASE WHEN method IS NULL THEN 'opted_out' ELSE reason END,
          result = COALESCE(result, 'no_delivery_method'), final_delivery_method = COALESCE(final_delivery_method, 'none'),
          step = CASE WHEN settled THEN step ELSE step + 1 END,
          settled = true, waiting_tier = NULL, waiting_for = NULL, due_at = NULL, parked_at = NULL,
          updated_at = clock_timestamp()
      WHERE organization_id = $1::text AND id = ANY (ARRAY(${LOGS}))`,
  },
  {
    table: 'sms_notifications',
    change: `UPDATE whatsapp_optin.sms_notifications SET phone_number = '', message_content = '', provider_message_id = NULL
      WHERE organization_id = $1::text AND phone_number = ANY ($3::text[])`,
  },
  {
    table: 'push_subscriptions',
    change: `DELETE FROM whatsapp_optin.push_subscriptions WHERE organization_id = $1::text
      AND (ticket_id = ANY ($4::text[]) OR opt_in_id IN (
        SELECT opt_in.id FROM whatsapp_optin.opt_ins AS opt_in
        WHERE opt_in.organization_id = $1::text AND opt_in.contact_id = ANY ($2::uuid[])))`,
  },
  {
    table: 'opt_ins',
    change: `UPDATE whatsapp_optin.opt_ins SET page_url = NULL, updated_at = clock_timestamp()
      WHERE organization_id = $1::text AND (contact_id = ANY ($2::uuid[]) OR ticket_id = ANY ($4::text[]))`,
  },
  {
    table: 'tickets',
    change: `UPDATE whatsapp_optin.tickets
      SET phone = NULL, customer_name = NULL, updated_at = clock_timestamp(),
          -- Somebody else may have taken the ticket over with its code.
          contact_id = CASE WHEN contact_id = ANY ($2::uuid[]) THEN NULL ELSE contact_id END
      WHERE organization_id = $1::text AND id = ANY ($4::text[])`,
  },
  {
    // Remembered answers, of a day at most, name whom a notification was delivered to.
    table: 'idempotency_keys',
    change: `DELETE FROM whatsapp_optin.idempotency_keys WHERE organization_id = $1::text AND body LIKE ANY (${NAMES})`,
  },
  {
    table: 'kept_events',
    change: `DELETE FROM whatsapp_optin.kept_events
      WHERE organization_id IN ($1::text, '') AND webhook_data::text LIKE ANY (${NAMES})`,
  },
  {
    table: 'event_deliveries',
    change: `DELETE FROM whatsapp_optin.event_deliveries WHERE organization_id = $1::text AND event_id = ANY (ARRAY(${EVENTS}))`,
  },
  {
    table: 'events',
    change: `DELETE FROM whatsapp_optin.events WHERE organization_id = $1::text AND id = ANY (ARRAY(${EVENTS}))`,
  },
  {
    table: 'contact_identities',
    change: `DELETE FROM whatsapp_optin.contact_identities WHERE organization_id = $1::text AND contact_id = ANY ($2::uuid[])`,
  },
  {
    table: 'contacts',
    change: `UPDATE whatsapp_optin.contacts SET display_name = NULL, locale = NULL, paused_at = NULL, paused_until = NULL, updated_at = clock_timestamp()
      WHERE organization_id = $1::text AND id = ANY ($2::uuid[])`,
  },
];

/** Why an erasure leaves a table as it is. A table that is in neither list fails a test. */
export const NOT_ERASED: Readonly<Record<string, string>> = {
  consents: 'the proof that they agreed; names a contact that leads nowhere',
  inbound_message_keys: 'the proof behind sends; ids, hashes and moments',
  contact_links: 'ids of contacts that lead nowhere',
  delivery_statuses: 'hashes and moments of sends',
  handled_events: 'hashes, and ids that lead nowhere',
  opt_in_events: 'steps of an opt-in; no person in them',
  renewal_notices: 'ids and moments',
  message_actions: 'ids, the action, and a moment',
  message_reactions: 'the id of a send, thumb up or down, and a moment',
  session_words: 'a trigger empties them with their session',
  organizations: 'settings of the business',
  organization_roots: 'a sealed key of the business',
  vapid_keys: 'a sealed key of the business',
  message_templates: 'texts of the business',
  channel_pauses: 'about a number of the business',
  event_endpoints: 'addresses of the business',
  event_listeners: 'types of events',
  event_progress: 'moments',
  admin_keys: 'about staff',
  staff_sessions: 'about staff',
  staff_audit: 'names a customer by the id of a contact alone',
  sms_usage: 'a count',
  daily_counts: 'counts',
  minute_counts: 'counts',
  minutes_to_recount: 'minutes',
  count_progress: 'moments of counts',
  consent_chain_checks: 'about the chain',
  consent_seals: 'hashes of consents',
  unsealed_consents: 'ids of consents',
  send_turns: 'when the next message may leave',
  owed_suppressions: 'keyed hashes, and ids of contacts that lead nowhere',
  suppression_journal: 'about the server',
  erased_phones: 'what an erasure itself leaves: a keyed hash',
  job_runs: 'about the server',
  refused_origins: 'addresses of pages',
  schema_migrations: 'about the server',
};

/** Before the logs forget whose they are: vendors' ids hold phones. An answer that is still to come brings no id. */
export const FORGET_MESSAGE_IDS: ErasureStep = {
  table: 'notification_attempts',
  change: `UPDATE whatsapp_optin.notification_attempts SET provider_message_id = NULL, id_forgotten = true, updated_at = clock_timestamp()
    WHERE organization_id = $1::text AND NOT id_forgotten AND notification_id = ANY (ARRAY(${LOGS}))`,
};
