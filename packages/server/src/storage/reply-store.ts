import type { Identity } from '../providers/identity.js';
import { MAX_FAILURES } from '../dead-letters/dead-letter.js';
import type { OwedReply, ReplyStore } from '../replies/owed-reply.js';
import type { Database, Row } from './database.js';
import { isOptedOutSql } from './opted-out.js';

interface ReplyRow extends Row {
  organization_id: string;
  id: string;
  kind: OwedReply['kind'];
  contact_id: string;
  business_number: string;
  tries: number;
  identities: Identity[] | null;
  locale: string | null;
  session_expires_at: Date | null;
  ticket_number: string | null;
  page_url: string | null;
}

/** The number of the host's own ticket alone: that of an opt-in may be anybody's words. */
const TAKE_DUE = `
WITH due AS (
  SELECT organization_id, id FROM whatsapp_optin.owed_replies
  WHERE status = 'due' AND due_at <= statement_timestamp() AND organization_id <> ALL ($2::text[])
  ORDER BY due_at LIMIT $1::int FOR UPDATE SKIP LOCKED
), taken AS (
  UPDATE whatsapp_optin.owed_replies AS reply
  SET status = 'claimed', tries = reply.tries + 1, updated_at = clock_timestamp()
  FROM due WHERE reply.organization_id = due.organization_id AND reply.id = due.id
  RETURNING reply.*
)
SELECT taken.organization_id, taken.id, taken.kind, taken.contact_id, taken.business_number, taken.tries,
       (SELECT json_agg(json_build_object('kind', identity.kind, 'value', identity.value))
        FROM whatsapp_optin.contact_identities AS identity
        WHERE identity.organization_id = taken.organization_id AND identity.contact_id = taken.contact_id
          AND NOT identity.derived) AS identities,
       COALESCE(person.locale, ticket.locale) AS locale,
       (SELECT session.expires_at FROM whatsapp_optin.whatsapp_sessions AS session
        WHERE session.organization_id = taken.organization_id AND session.business_number = taken.business_number
          AND session.contact_id = taken.contact_id AND session.ended_at IS NULL) AS session_expires_at,
       ticket.number AS ticket_number, opt_in.page_url
FROM taken
JOIN whatsapp_optin.contacts AS person ON person.organization_id = taken.organization_id AND person.id = taken.contact_id
LEFT JOIN whatsapp_optin.tickets AS ticket ON ticket.organization_id = taken.organization_id AND ticket.id = taken.ticket_id
LEFT JOIN whatsapp_optin.opt_ins AS opt_in ON opt_in.organization_id = taken.organization_id AND opt_in.id = taken.opt_in_id`;

// A reply answers its own inbound message; that message is what the attempt carries. Locked like every WhatsApp claim.
const CLAIM = `
WITH allowed AS (
  SELECT reply.inbound_message_id, reply.inbound_sent_at
  FROM whatsapp_optin.owed_replies AS reply
  JOIN whatsapp_optin.contacts AS person ON person.organization_id = reply.organization_id AND person.id = reply.contact_id
  JOIN whatsapp_optin.whatsapp_sessions AS session
    ON session.organization_id = reply.organization_id AND session.business_number = reply.business_number
   AND session.contact_id = reply.contact_id
  WHERE reply.organization_id = $1::text AND reply.id = $2::uuid AND reply.kind IN ('welcome', 'stop_question')
    AND reply.status = 'claimed'
    -- A question that comes long after its message is not understood.
    AND (reply.kind = 'welcome' OR reply.created_at > clock_timestamp() - interval '10 minutes')
    AND NOT ${isOptedOutSql('person')} AND session.ended_at IS NULL
    AND session.expires_at > clock_timestamp() + make_interval(secs => $6::int)
    AND reply.inbound_sent_at + interval '24 hours' > clock_timestamp() + make_interval(secs => $6::int)
  FOR SHARE OF person, session
),
confirming AS (
  SELECT reply.inbound_message_id, reply.inbound_sent_at
  FROM whatsapp_optin.owed_replies AS reply
  JOIN whatsapp_optin.contacts AS person ON person.organization_id = reply.organization_id AND person.id = reply.contact_id
  WHERE reply.organization_id = $1::text AND reply.id = $2::uuid AND reply.kind = 'opt_out_confirmation'
    AND reply.status = 'claimed' AND person.opt_out_message_id = reply.inbound_message_id
    -- A START that came meanwhile makes it untrue.
    AND person.opted_out_at IS NOT NULL
    -- One that comes hours later reads like a new message.
    AND reply.created_at > clock_timestamp() - interval '10 minutes'
    AND reply.inbound_sent_at + interval '24 hours' > clock_timestamp() + make_interval(secs => $6::int)
  FOR SHARE OF person
),
answer AS (
  SELECT inbound_message_id, inbound_sent_at
  FROM (SELECT * FROM allowed UNION ALL SELECT * FROM confirming) AS either
  -- A vendor that had refused has still delivered.
  WHERE NOT EXISTS (
    SELECT FROM whatsapp_optin.notification_attempts AS earlier
    WHERE earlier.organization_id = $1::text AND earlier.notification_id = $2::uuid AND earlier.status IN ('delivered', 'read'))
),
logged AS (
  INSERT INTO whatsapp_optin.notification_logs (organization_id, id, kind, contact_id, ticket_id, locale)
  SELECT reply.organization_id, reply.id, reply.kind, reply.contact_id, reply.ticket_id, $7::text
  FROM whatsapp_optin.owed_replies AS reply, answer
  WHERE reply.organization_id = $1::text AND reply.id = $2::uuid
  ON CONFLICT (organization_id, id) DO NOTHING
)
INSERT INTO whatsapp_optin.notification_attempts
  (organization_id, id, notification_id, tier, attempt_number, status, provider, contact_id, business_number,
   inbound_message_id, inbound_sent_at)
SELECT reply.organization_id, $3::uuid, reply.id, 'whatsapp', $4::int, 'claimed', $5::text, reply.contact_id,
       reply.business_number, answer.inbound_message_id, answer.inbound_sent_at
FROM whatsapp_optin.owed_replies AS reply, answer
WHERE reply.organization_id = $1::text AND reply.id = $2::uuid
RETURNING id`;

const RECORD = `
WITH moved AS (
  UPDATE whatsapp_optin.notification_attempts
  SET status = $4::text, reason = $5::text, provider_message_id = $6::text, error_code = $7::text,
      updated_at = clock_timestamp()
  WHERE organization_id = $1::text AND id = $3::uuid AND status = 'claimed'
), logged AS (
  UPDATE whatsapp_optin.notification_logs
  SET success = $4::text = 'accepted', settled = true, whatsapp_attempted = true, whatsapp_success = $4::text = 'accepted',
      whatsapp_error = COALESCE($7::text, $5::text), reason = $5::text,
      method = CASE WHEN $4::text = 'accepted' THEN 'whatsapp_fallback' ELSE 'none' END,
      final_delivery_method = CASE WHEN $4::text = 'accepted' THEN 'whatsapp' ELSE 'none' END,
      result = CASE WHEN $4::text = 'accepted' THEN 'accepted' ELSE 'no_delivery_method' END, updated_at = clock_timestamp()
  WHERE organization_id = $1::text AND id = $2::uuid
)
UPDATE whatsapp_optin.owed_replies SET status = 'done', updated_at = clock_timestamp()
WHERE organization_id = $1::text AND id = $2::uuid AND status = 'claimed'`;

const BACK_TO_DUE = `
UPDATE whatsapp_optin.owed_replies
SET status = 'due', due_at = clock_timestamp() + $3::int * interval '1 millisecond',
    updated_at = clock_timestamp()
WHERE organization_id = $1::text AND id = $2::uuid AND status IN ('claimed', 'done')`;

const DROP = `
UPDATE whatsapp_optin.owed_replies SET status = 'dropped', drop_reason = $3::text, updated_at = clock_timestamp()
WHERE organization_id = $1::text AND id = $2::uuid AND status = 'claimed'`;

const FAIL = `
UPDATE whatsapp_optin.owed_replies AS reply
SET status = CASE
      WHEN EXISTS (SELECT FROM whatsapp_optin.notification_attempts AS attempt
                   WHERE attempt.organization_id = reply.organization_id AND attempt.notification_id = reply.id
                     AND attempt.attempt_number = reply.tries) THEN 'done'
      WHEN reply.failures + 1 >= $4::int THEN 'parked' ELSE 'due' END,
    failures = reply.failures + 1, last_error = $3::text,
    due_at = clock_timestamp() + LEAST(300, 2 ^ reply.failures) * interval '1 second', updated_at = clock_timestamp()
WHERE reply.organization_id = $1::text AND reply.id = $2::uuid AND reply.status = 'claimed'`;

const RECONCILE = `
WITH lost AS (
  SELECT reply.organization_id, reply.id, EXISTS (
    SELECT FROM whatsapp_optin.notification_attempts AS attempt
    WHERE attempt.organization_id = reply.organization_id AND attempt.notification_id = reply.id
      AND attempt.attempt_number = reply.tries) AS tried
  FROM whatsapp_optin.owed_replies AS reply
  WHERE reply.status = 'claimed' AND reply.updated_at < clock_timestamp() - interval '2 minutes'
  FOR UPDATE OF reply SKIP LOCKED
)
UPDATE whatsapp_optin.owed_replies AS reply
SET status = CASE WHEN lost.tried THEN 'done' ELSE 'due' END, due_at = clock_timestamp(), updated_at = clock_timestamp()
FROM lost WHERE reply.organization_id = lost.organization_id AND reply.id = lost.id
RETURNING reply.id`;

export function createReplyStore(database: Database): ReplyStore {
  return {
    async takeDue(limit, except) {
      return (await database.query<ReplyRow>(TAKE_DUE, [limit, except])).map(toReply);
    },
    async claim(reply, { attemptId, provider, locale, marginSeconds }) {
      const values = [reply.organizationId, reply.id, attemptId, reply.tries, provider, marginSeconds, locale];
      return (await database.query(CLAIM, values)).length > 0;
    },
    async record(reply, attemptId, { status, reason, providerMessageId, errorCode }) {
      const values = [reply.organizationId, reply.id, attemptId, status, reason, providerMessageId, errorCode];
      await database.query(RECORD, values);
    },
    async postpone(reply, delayMs) {
      await database.query(BACK_TO_DUE, [reply.organizationId, reply.id, Math.ceil(delayMs)]);
    },
    async drop(reply, reason) {
      await database.query(DROP, [reply.organizationId, reply.id, reason]);
    },
    async fail(reply, errorName) {
      await database.query(FAIL, [reply.organizationId, reply.id, errorName, MAX_FAILURES]);
    },
    async reconcileLost() {
      return (await database.query(RECONCILE)).length;
    },
  };
}

function toReply(row: ReplyRow): OwedReply {
  return {
    organizationId: row.organization_id,
    id: row.id,
    kind: row.kind,
    contactId: row.contact_id,
    businessNumber: row.business_number,
    tries: row.tries,
    identities: row.identities ?? [],
    locale: row.locale,
    sessionExpiresAt: row.session_expires_at,
    ticketNumber: row.ticket_number,
    pageUrl: row.page_url,
  };
}
