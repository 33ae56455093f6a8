/**
 * A further message in a window that is open: the rows that `ACCEPT_MESSAGE` would change, without the parts that could do
 * nothing. PostgreSQL prepares every part of a statement for every message, so that these took two thirds of its time.
 *
 * No row where anything else may be due: a new name of the person, a ticket that waits on their phone, a window that is
 * closed, a message kept before. Then `ACCEPT_MESSAGE` decides. Only for messages that hold neither a code nor a word
 * that stops or starts.
 */
export const ACCEPT_FURTHER_MESSAGE = `
WITH clock AS (
  SELECT received_at, LEAST(COALESCE($8::timestamptz, received_at), received_at) AS sent_at
  FROM (SELECT clock_timestamp() AS received_at) AS read_once
),
-- Locked, and read again after a wait: a STOP or an end that was under way is seen, and a later one waits. Person before
-- session, as everywhere.
open AS (
  SELECT contact.id AS contact_id, session.id AS session_id, clock.received_at, clock.sent_at
  FROM clock, whatsapp_optin.contacts AS contact, whatsapp_optin.whatsapp_sessions AS session
  WHERE contact.organization_id = $1::text AND contact.opted_out_at IS NULL
    AND contact.id = (
      SELECT identity.contact_id FROM whatsapp_optin.contact_identities AS identity
      WHERE identity.organization_id = $1::text AND identity.kind = ($5::text[])[1] AND identity.value = ($6::text[])[1])
    AND session.organization_id = $1::text AND session.business_number = $7::text AND session.contact_id = contact.id
    AND session.ended_at IS NULL AND session.expires_at > clock_timestamp()
    AND clock.sent_at + make_interval(hours => $13::int) > clock.received_at
    AND NOT EXISTS (
      SELECT FROM unnest($5::text[], $6::text[]) AS wanted (kind, value)
      WHERE NOT EXISTS (
        SELECT FROM whatsapp_optin.contact_identities AS identity
        WHERE identity.organization_id = $1::text AND identity.kind = wanted.kind AND identity.value = wanted.value
        LIMIT 1))
    AND NOT EXISTS (
      SELECT FROM whatsapp_optin.tickets AS ticket
      WHERE ticket.organization_id = $1::text AND ticket.status IN ('waiting', 'called')
        AND ticket.phone = ANY (ARRAY(
          SELECT value FROM unnest($5::text[], $6::text[]) AS known (kind, value) WHERE kind = 'e164')))
  FOR NO KEY UPDATE OF contact, session
),
fresh AS (
  INSERT INTO whatsapp_optin.inbound_message_keys
    (organization_id, contact_id, business_number, id, sent_at, provider, message_hash, state)
  SELECT $1::text, open.contact_id, $7::text, $4::uuid, open.sent_at, $2::text, $3::bytea, 'accepted' FROM open
  ON CONFLICT (organization_id, provider, message_hash) DO NOTHING
  RETURNING id, contact_id, sent_at
),
person AS (
  UPDATE whatsapp_optin.contacts AS contact
  SET display_name = COALESCE($11::text, contact.display_name), unreachable_until = NULL, updated_at = clock_timestamp()
  FROM fresh
  WHERE contact.organization_id = $1::text AND contact.id = fresh.contact_id
),
session AS (
  UPDATE whatsapp_optin.whatsapp_sessions AS session
  SET phone_number = COALESCE($14::text, session.phone_number),
      expires_at = GREATEST(session.expires_at, fresh.sent_at + make_interval(hours => $13::int)),
      last_message_id = CASE WHEN fresh.sent_at >= session.last_inbound_at THEN fresh.id ELSE session.last_message_id END,
      last_inbound_at = GREATEST(session.last_inbound_at, fresh.sent_at),
      is_active = true, end_reason = NULL,
      customer_name = COALESCE($11::text, session.customer_name), updated_at = clock_timestamp()
  FROM fresh
  WHERE session.organization_id = $1::text AND session.business_number = $7::text
    AND session.contact_id = fresh.contact_id
),
message AS (
  INSERT INTO whatsapp_optin.whatsapp_inbound_messages
    (organization_id, received_at, id, contact_id, business_number, sent_at, provider, phone_number, sender_name,
     content_type, message_content, session_id, webhook_data, flag)
  SELECT $1::text, open.received_at, fresh.id, fresh.contact_id, $7::text, fresh.sent_at, $2::text, $14::text, $11::text,
         $9::text, $10::text, open.session_id, $12::jsonb, $15::text
  FROM fresh, open
)
SELECT fresh.id AS message_id, fresh.contact_id, open.received_at, open.session_id, false AS session_opened,
       NULL::uuid AS opt_in_id, NULL::text AS ticket_id, false AS owes_reply,
       (SELECT count(pg_notify('whatsapp_optin_opt_ins', watched.id::text)) FROM (
          SELECT opt_in.id FROM whatsapp_optin.opt_ins AS opt_in
          WHERE opt_in.organization_id = $1::text AND opt_in.contact_id = fresh.contact_id
          ORDER BY opt_in.connected_at DESC LIMIT 5) AS watched)::int AS watchers_told
FROM fresh, open`;
