/**
 * What erasing a person does, table after table. Placeholders: organization, persons, phones, tickets. Each statement
 * returns how many rows it changed. Order matters: a statement finds the owner of a row in rows that a later one
 * empties.
 */
interface ErasureStep {
  table: string;
  change: string;
}

const KEYS = `SELECT key.id FROM whatsapp_optin.inbound_message_keys AS key
  WHERE key.organization_id = $1::text AND key.contact_id = ANY ($2::uuid[])`;

/** Notifications to the person: known by them, by their tickets, by the phone of an SMS. */
const LOGS = `
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

const DIGITS = `ARRAY(SELECT '%' || ltrim(phone, '+') || '%' FROM unnest($3::text[]) AS phone)`;

export const ERASURE_STEPS: readonly ErasureStep[] = [
  {
    table: 'pending_messages',
    change: `DELETE FROM whatsapp_optin.pending_messages WHERE organization_id = $1::text AND id IN (${KEYS})`,
  },
  {
    table: 'owed_replies',
    change: `UPDATE whatsapp_optin.owed_replies SET status = 'dropped', drop_reason = 'erased', updated_at = clock_timestamp()
      WHERE organization_id = $1::text AND kind IN ('welcome', 'opt_out_confirmation', 'stop_question') AND inbound_message_id IN (${KEYS})
        AND status IN ('due', 'parked')`,
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
      WHERE organization_id = $1::text AND id IN (${LOGS})`,
  },
  {
    table: 'sms_notifications',
    change: `UPDATE whatsapp_optin.sms_notifications SET phone_number = '', message_content = ''
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
    change: `DELETE FROM whatsapp_optin.idempotency_keys WHERE organization_id = $1::text AND body LIKE ANY (${DIGITS})`,
  },
  {
    table: 'kept_events',
    change: `DELETE FROM whatsapp_optin.kept_events
      WHERE organization_id IN ($1::text, '') AND webhook_data::text LIKE ANY (${DIGITS})`,
  },
  {
    table: 'contact_identities',
    change: `DELETE FROM whatsapp_optin.contact_identities WHERE organization_id = $1::text AND contact_id = ANY ($2::uuid[])`,
  },
  {
    table: 'contacts',
    change: `UPDATE whatsapp_optin.contacts SET display_name = NULL, locale = NULL, updated_at = clock_timestamp()
      WHERE organization_id = $1::text AND id = ANY ($2::uuid[])`,
  },
];

/** Before the logs forget whose they are: vendors' ids hold phones. */
export const FORGET_MESSAGE_IDS: ErasureStep = {
  table: 'notification_attempts',
  change: `UPDATE whatsapp_optin.notification_attempts SET provider_message_id = NULL, updated_at = clock_timestamp()
    WHERE organization_id = $1::text AND provider_message_id IS NOT NULL AND notification_id IN (${LOGS})`,
};
