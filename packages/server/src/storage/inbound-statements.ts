import type { Row } from './database.js';

/** What one accepted message changed. No row at all: the message had been accepted before. */
export interface AcceptedRow extends Row {
  message_id: string;
  contact_id: string;
  received_at: Date;
  session_id: string | null;
  session_opened: boolean | null;
  opt_in_id: string | null;
  ticket_id: string | null;
  owes_reply: boolean;
}

/**
 * What a message does to a session that exists already: it grows to the later end, and begins a new epoch where it had
 * ended or run out. What was ended stays ended for a message written before that; vendors tell time in whole seconds.
 */
export const GROW_SESSION = `
ON CONFLICT (organization_id, business_number, contact_id) DO UPDATE SET
  phone_number = COALESCE(EXCLUDED.phone_number, session.phone_number),
  initiated_at = CASE WHEN session.ended_at IS NOT NULL OR session.expires_at <= clock_timestamp()
    THEN EXCLUDED.initiated_at ELSE session.initiated_at END,
  opened_by_message_id = CASE WHEN session.ended_at IS NOT NULL OR session.expires_at <= clock_timestamp()
    THEN EXCLUDED.opened_by_message_id ELSE session.opened_by_message_id END,
  epoch = session.epoch
    + CASE WHEN session.ended_at IS NOT NULL OR session.expires_at <= clock_timestamp() THEN 1 ELSE 0 END,
  expires_at = GREATEST(session.expires_at, EXCLUDED.expires_at),
  last_message_id = CASE WHEN EXCLUDED.last_inbound_at >= session.last_inbound_at
    THEN EXCLUDED.last_message_id ELSE session.last_message_id END,
  last_inbound_at = GREATEST(session.last_inbound_at, EXCLUDED.last_inbound_at),
  is_active = true, ended_at = NULL, end_reason = NULL,
  ticket_id = COALESCE(EXCLUDED.ticket_id, session.ticket_id),
  customer_name = COALESCE(EXCLUDED.customer_name, session.customer_name),
  updated_at = clock_timestamp()
WHERE session.ended_at IS NULL OR EXCLUDED.last_inbound_at >= date_trunc('second', session.ended_at)`;

/** Finds or makes the person and keeps the message's key in the given state; `fresh` is empty for a message kept before. */
export const keepKey = (state: 'accepted' | 'pending'): string => `
seen AS (
  SELECT FROM whatsapp_optin.inbound_message_keys
  WHERE organization_id = $1::text AND provider = $2::text AND message_hash = $3::bytea
),
known AS (
  SELECT identity.contact_id, wanted.rank
  FROM unnest($6::text[], $7::text[]) WITH ORDINALITY AS wanted (kind, value, rank)
  CROSS JOIN LATERAL (
    SELECT found.contact_id FROM whatsapp_optin.contact_identities AS found
    WHERE found.organization_id = $1::text AND found.kind = wanted.kind AND found.value = wanted.value LIMIT 1
  ) AS identity
  ORDER BY wanted.rank LIMIT 1
),
-- Two first messages at once: the second waits here and learns the first one's person.
first_identity AS (
  INSERT INTO whatsapp_optin.contact_identities AS identity (organization_id, kind, value, contact_id)
  SELECT $1::text, ($6::text[])[1], ($7::text[])[1], COALESCE((SELECT contact_id FROM known), $5::uuid)
  WHERE NOT EXISTS (SELECT FROM seen) AND NOT EXISTS (SELECT FROM known WHERE rank = 1)
  ON CONFLICT (organization_id, kind, value) DO UPDATE SET value = EXCLUDED.value
  RETURNING contact_id
),
whose AS (
  SELECT COALESCE((SELECT contact_id FROM first_identity), (SELECT contact_id FROM known)) AS contact_id
  WHERE NOT EXISTS (SELECT FROM seen)
),
other_identities AS (
  INSERT INTO whatsapp_optin.contact_identities (organization_id, kind, value, contact_id, derived)
  SELECT $1::text, wanted.kind, wanted.value, whose.contact_id, wanted.derived
  FROM unnest(($6::text[])[2:], ($7::text[])[2:], ($16::boolean[])[2:]) AS wanted (kind, value, derived), whose
  ON CONFLICT (organization_id, kind, value) DO NOTHING
),
fresh AS (
  INSERT INTO whatsapp_optin.inbound_message_keys
    (organization_id, contact_id, business_number, id, sent_at, provider, message_hash, state)
  SELECT $1::text, whose.contact_id, $8::text, $4::uuid, clock.sent_at, $2::text, $3::bytea, '${state}'
  FROM whose, clock
  ON CONFLICT (organization_id, provider, message_hash) DO NOTHING
  RETURNING id, contact_id, sent_at, (SELECT received_at FROM clock) AS received_at
),`;

/** A message that waited for its vendor's word: its key is there, and only one worker turns it. */
const CONFIRMED_KEY = `
placeholders AS (SELECT $5::uuid, $16::boolean[]),
fresh AS (
  UPDATE whatsapp_optin.inbound_message_keys SET state = 'accepted'
  WHERE organization_id = $1::text AND provider = $2::text AND message_hash = $3::bytea AND state = 'pending'
  RETURNING id, contact_id, sent_at, (SELECT received_at FROM clock) AS received_at
),`;

const INSERT_MESSAGE = `
message AS (
  INSERT INTO whatsapp_optin.whatsapp_inbound_messages
    (organization_id, received_at, id, contact_id, business_number, sent_at, provider, phone_number, sender_name,
     content_type, message_content, keyword, session_id, ticket_id, opt_in_id, webhook_data, flag)
  SELECT $1::text, fresh.received_at, fresh.id, fresh.contact_id, $8::text, fresh.sent_at, $2::text, $18::text, $12::text,
         $10::text, $11::text, $15::text, COALESCE((SELECT id FROM session), (SELECT id FROM ended LIMIT 1)),
         associated.ticket_id, (SELECT id FROM claimed), $13::jsonb, $24::text
  FROM fresh, associated
),`;

const COMPLETE_MESSAGE = `
unchanged AS (SELECT $10::text, $11::text, $13::jsonb),
message AS (
  UPDATE whatsapp_optin.whatsapp_inbound_messages AS message
  SET processed = true, keyword = $15::text, flag = $24::text, session_id = COALESCE((SELECT id FROM session), (SELECT id FROM ended LIMIT 1)),
      ticket_id = associated.ticket_id, opt_in_id = (SELECT id FROM claimed)
  FROM fresh, associated
  WHERE message.organization_id = $1::text AND message.id = fresh.id
),`;

/**
 * Everything that one inbound message does, in one statement and so in one transaction: de-duplicate, find or make the
 * person, claim the opt-in, bind or find the ticket, opt the person in or out, open, extend or end the session, write the
 * consent, owe a reply, keep the message, tell the watchers. A replay finds its key and does nothing.
 *
 * Order matters where one part reads another through RETURNING; parts of one statement do not see each other's rows, and
 * one row cannot be changed twice, so a message that says STOP never touches a session by the opening part.
 *
 * One row of another part is asked for by a scalar subquery where a join could be planned from the wrong end: plans are
 * kept, and one that was made while the tables were empty must still look rows up by their whole key.
 */
const acceptFrom = (source: string, keepMessage: string): string => `
WITH clock AS (
  SELECT received_at, LEAST(COALESCE($9::timestamptz, received_at), received_at) AS sent_at
  FROM (SELECT clock_timestamp() AS received_at) AS read_once
),
${source}
-- A ticket that an opt-in would bind is locked first: of two persons with codes of one ticket, one gets it.
wanted_ticket AS (
  SELECT ticket.id, ticket.contact_id FROM whatsapp_optin.tickets AS ticket
  WHERE ticket.organization_id = $1::text AND ticket.id = (
    SELECT opt_in.ticket_id FROM whatsapp_optin.opt_ins AS opt_in
    WHERE opt_in.organization_id = $1::text AND opt_in.code_hash = $14::bytea)
  FOR UPDATE
),
claimed AS (
  UPDATE whatsapp_optin.opt_ins AS opt_in
  SET state = 'connected', decline_reason = NULL, contact_id = fresh.contact_id, inbound_message_id = fresh.id,
      connected_at = fresh.received_at, updated_at = fresh.received_at
  FROM fresh
  WHERE opt_in.organization_id = $1::text AND opt_in.code_hash = $14::bytea
    AND opt_in.business_number = $8::text
    AND opt_in.state <> 'connected' AND opt_in.expires_at > fresh.sent_at
    AND (opt_in.ticket_id IS NULL OR EXISTS (
      SELECT FROM wanted_ticket
      WHERE wanted_ticket.contact_id IS NULL OR wanted_ticket.contact_id = fresh.contact_id))
  RETURNING opt_in.id, opt_in.ticket_id, opt_in.locale, opt_in.page_url, opt_in.page_origin, opt_in.wording, opt_in.wording_hash,
            opt_in.consent_version, opt_in.consent_locale, opt_in.consent_hash, opt_in.consent_text
),
bound_ticket AS (
  UPDATE whatsapp_optin.tickets AS ticket
  SET contact_id = fresh.contact_id, updated_at = fresh.received_at
  FROM fresh
  WHERE ticket.organization_id = $1::text AND ticket.id = (SELECT ticket_id FROM claimed)
    AND (ticket.contact_id IS NULL OR ticket.contact_id = fresh.contact_id)
  RETURNING ticket.id
),
phone_ticket AS (
  SELECT ticket.id FROM whatsapp_optin.tickets AS ticket
  WHERE ticket.organization_id = $1::text AND ticket.status IN ('waiting', 'called')
    AND ticket.phone = ANY (ARRAY(SELECT value FROM unnest($6::text[], $7::text[]) AS known (kind, value) WHERE kind = 'e164'))
    AND NOT EXISTS (SELECT FROM claimed WHERE ticket_id IS NOT NULL)
  ORDER BY ticket.created_at DESC LIMIT 1
),
-- The code was deleted from the text, but the host's own phone of the ticket is the sender's: its page connects too.
claimed_by_phone AS (
  UPDATE whatsapp_optin.opt_ins AS opt_in
  SET state = 'connected', decline_reason = NULL, contact_id = fresh.contact_id, inbound_message_id = fresh.id,
      connected_at = fresh.received_at, updated_at = fresh.received_at
  FROM fresh
  WHERE opt_in.organization_id = $1::text AND opt_in.ticket_id = (SELECT id FROM phone_ticket)
    AND $15::text IS NULL AND opt_in.business_number = $8::text
    AND opt_in.state IN ('idle', 'waiting') AND opt_in.expires_at > fresh.sent_at
    AND opt_in.code_hash IS DISTINCT FROM $14::bytea
  RETURNING opt_in.id
),
person AS (
  INSERT INTO whatsapp_optin.contacts AS contact
    (organization_id, id, display_name, locale, opted_in_at, opted_out_at, opt_out_message_id)
  SELECT $1::text, fresh.contact_id, $12::text, (SELECT locale FROM claimed),
         CASE WHEN $15::text = 'start' OR EXISTS (SELECT FROM claimed) THEN fresh.sent_at END,
         CASE WHEN $15::text = 'stop' THEN fresh.sent_at END,
         CASE WHEN $15::text = 'stop' THEN fresh.id END
  FROM fresh
  -- A late STOP does not undo a newer opt-in, nor a late opt-in a newer STOP; in the same second the later arrival counts.
  ON CONFLICT (organization_id, id) DO UPDATE SET
    display_name = COALESCE(EXCLUDED.display_name, contact.display_name),
    locale = COALESCE(EXCLUDED.locale, contact.locale),
    opted_out_at = CASE
      WHEN EXCLUDED.opted_out_at >= COALESCE(contact.opted_in_at, '-infinity')
        THEN GREATEST(contact.opted_out_at, EXCLUDED.opted_out_at)
      WHEN EXCLUDED.opted_in_at >= contact.opted_out_at THEN NULL
      ELSE contact.opted_out_at END,
    opt_out_message_id = CASE
      WHEN contact.opted_out_at IS NULL AND EXCLUDED.opted_out_at >= COALESCE(contact.opted_in_at, '-infinity')
        THEN EXCLUDED.opt_out_message_id
      ELSE contact.opt_out_message_id END,
    opted_in_at = GREATEST(contact.opted_in_at, EXCLUDED.opted_in_at),
    unreachable_until = NULL,
    pending_stops = array_remove(contact.pending_stops, $4::uuid),
    updated_at = clock_timestamp()
  RETURNING contact.id, contact.opted_out_at, contact.opt_out_message_id
),
associated AS (
  SELECT COALESCE((SELECT ticket_id FROM claimed), (SELECT id FROM phone_ticket)) AS ticket_id
),
-- What opts in may be brought after what was written after it, which then counted for nothing and does so now.
newest AS (
  SELECT COALESCE(later.id, fresh.id) AS id, COALESCE(later.sent_at, fresh.sent_at) AS sent_at
  FROM fresh LEFT JOIN LATERAL (
    SELECT kept.id, kept.sent_at FROM whatsapp_optin.inbound_message_keys AS kept
    WHERE ($15::text = 'start' OR EXISTS (SELECT FROM claimed))
      AND kept.organization_id = $1::text AND kept.contact_id = fresh.contact_id AND kept.business_number = $8::text
      AND kept.provider = $2::text AND kept.state = 'accepted' AND kept.sent_at > fresh.sent_at
      AND NOT EXISTS (
        SELECT FROM whatsapp_optin.whatsapp_sessions AS closed
        WHERE closed.organization_id = $1::text AND closed.business_number = $8::text
          AND closed.contact_id = fresh.contact_id AND closed.end_reason <> 'opted_out' AND closed.ended_at > kept.sent_at)
    ORDER BY kept.sent_at DESC LIMIT 1
  ) AS later ON true
),
session AS (
  INSERT INTO whatsapp_optin.whatsapp_sessions AS session
    (organization_id, id, business_number, contact_id, phone_number, initiated_at, expires_at, last_inbound_at,
     last_message_id, opened_by_message_id, ticket_id, customer_name)
  SELECT $1::text, $23::uuid, $8::text, fresh.contact_id, $18::text, fresh.sent_at,
         newest.sent_at + make_interval(hours => $17::int), newest.sent_at, newest.id, fresh.id, associated.ticket_id,
         COALESCE((SELECT ticket.customer_name FROM whatsapp_optin.tickets AS ticket
                   WHERE ticket.organization_id = $1::text AND ticket.id = associated.ticket_id), $12::text)
  FROM fresh, newest, person, associated
  WHERE $15::text IS DISTINCT FROM 'stop' AND person.opted_out_at IS NULL
    AND $22::boolean AND newest.sent_at + make_interval(hours => $17::int) > fresh.received_at
  ${GROW_SESSION}
  RETURNING session.id, session.opened_by_message_id = $4::uuid AS opened
),
ended AS (
  UPDATE whatsapp_optin.whatsapp_sessions AS session
  SET is_active = false, ended_at = fresh.sent_at, end_reason = 'opted_out',
      expires_at = LEAST(session.expires_at, fresh.received_at), updated_at = fresh.received_at
  FROM fresh, person
  WHERE $15::text = 'stop' AND person.opted_out_at IS NOT NULL
    AND session.organization_id = $1::text AND session.contact_id = person.id AND session.ended_at IS NULL
  RETURNING session.id
),
consent AS (
  INSERT INTO whatsapp_optin.consents
    (organization_id, recorded_at, id, contact_id, action, purpose, channel, method, wording, wording_locale, wording_hash,
     page_origin, ticket_id, opt_in_id, inbound_message_id, provider, message_sent_at, evidence,
     consent_version, consent_locale, consent_hash, consent_text)
  SELECT $1::text, fresh.received_at, $19::uuid, fresh.contact_id,
         CASE WHEN $15::text = 'stop' THEN 'withdrawn' ELSE 'granted' END, 'ticket_notifications',
         CASE WHEN $22::boolean THEN 'whatsapp' ELSE 'sms' END,
         CASE WHEN claimed.id IS NOT NULL THEN 'opt_in_code' WHEN $15::text IS NOT NULL THEN 'keyword'
              ELSE 'inbound_message' END,
         claimed.wording, claimed.locale, claimed.wording_hash, COALESCE(claimed.page_origin, substring(claimed.page_url FROM '^https?://[^/?#]+')),
         associated.ticket_id, claimed.id, fresh.id, $2::text, fresh.sent_at, $21::text,
         claimed.consent_version, claimed.consent_locale, claimed.consent_hash, claimed.consent_text
  FROM fresh CROSS JOIN associated LEFT JOIN claimed ON true
  WHERE claimed.id IS NOT NULL OR $15::text IS NOT NULL OR EXISTS (SELECT FROM session WHERE opened)
),
reply AS (
  INSERT INTO whatsapp_optin.owed_replies
    (organization_id, id, kind, contact_id, business_number, inbound_message_id, inbound_sent_at, opt_in_id, ticket_id)
  SELECT $1::text, $20::uuid, CASE WHEN $15::text = 'stop' THEN 'opt_out_confirmation' ELSE 'welcome' END,
         fresh.contact_id, $8::text, fresh.id, fresh.sent_at, (SELECT id FROM claimed), associated.ticket_id
  FROM fresh, person, associated
  WHERE EXISTS (SELECT FROM session WHERE opened)
     OR ($22::boolean AND $15::text = 'stop' AND person.opted_out_at IS NOT NULL AND person.opt_out_message_id = fresh.id)
  RETURNING id
),
${keepMessage}
-- Named twice is told once: within a transaction PostgreSQL drops a repeated notice.
watched AS (
  SELECT id FROM claimed
  UNION ALL SELECT id FROM claimed_by_phone
  UNION ALL (
    SELECT opt_in.id FROM whatsapp_optin.opt_ins AS opt_in
    WHERE opt_in.organization_id = $1::text AND opt_in.contact_id = (SELECT contact_id FROM fresh)
    ORDER BY opt_in.connected_at DESC LIMIT 5
  )
)
SELECT fresh.id AS message_id, fresh.contact_id, fresh.received_at,
       COALESCE((SELECT id FROM session), (SELECT id FROM ended LIMIT 1)) AS session_id,
       (SELECT opened FROM session) AS session_opened,
       (SELECT id FROM claimed) AS opt_in_id, associated.ticket_id,
       EXISTS (SELECT FROM reply) AS owes_reply,
       (SELECT count(pg_notify('whatsapp_optin_opt_ins', watched.id::text)) FROM watched)::int AS watchers_told
FROM fresh, associated`;

/** A message believed at once. */
export const ACCEPT_MESSAGE = acceptFrom(keepKey('accepted'), INSERT_MESSAGE);

/** A message kept as pending, now that its vendor has confirmed it. */
export const PROMOTE_MESSAGE = acceptFrom(CONFIRMED_KEY, COMPLETE_MESSAGE);
