import type { Identity } from '../providers/identity.js';
import { MAX_FAILURES } from '../dead-letters/dead-letter.js';
import type { AttemptResult } from '../notifications/notification-store.js';
import type { OwedReply, ReplyStore } from '../replies/owed-reply.js';
import type { Database, Row } from './database.js';
import { isOptedOutSql, isPausedSql } from './opted-out.js';
import { gather, itemsSql, lockedAttemptsSql, waitingSql, type ItemRow } from './set-statement.js';

interface ReplyRow extends Row {
  organization_id: string;
  id: string;
  kind: OwedReply['kind'];
  contact_id: string;
  business_number: string;
  tries: number;
  age_ms: number;
  identities: Identity[] | null;
  locale: string | null;
  session_expires_at: Date | null;
  ticket_number: string | null;
  page_url: string | null;
}

interface ReplyClaim {
  reply: OwedReply;
  attemptId: string;
  provider: string;
  locale: string;
  marginSeconds: number;
}

interface Answer {
  reply: OwedReply;
  attemptId: string;
  result: AttemptResult;
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
       (extract(epoch FROM clock_timestamp() - taken.created_at) * 1000)::float8 AS age_ms,
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
const claim = (how: 'alone' | 'together'): string => `
WITH item AS (
  SELECT * FROM ${itemsSql(`organization_id text, reply_id uuid, attempt_id uuid, number int, provider text, margin_seconds int,
    locale text`)}
),
wanted AS (
  SELECT item.position, item.margin_seconds, reply.organization_id, reply.id, reply.kind, reply.contact_id, reply.business_number,
         reply.inbound_message_id, reply.inbound_sent_at
  FROM item
  JOIN whatsapp_optin.owed_replies AS reply ON reply.organization_id = item.organization_id AND reply.id = item.reply_id
  WHERE reply.status = 'claimed'
    -- A question that comes long after its message is not understood, and a confirmation reads like a new message.
    AND (reply.kind = 'welcome' OR reply.created_at > clock_timestamp() - interval '10 minutes')
    AND reply.inbound_sent_at + interval '24 hours' > clock_timestamp() + make_interval(secs => item.margin_seconds)
    -- A vendor that had refused has still delivered.
    AND NOT EXISTS (
      SELECT FROM whatsapp_optin.notification_attempts AS earlier
      WHERE earlier.organization_id = reply.organization_id AND earlier.notification_id = reply.id
        AND earlier.status IN ('delivered', 'read'))
),
in_session AS (
  SELECT wanted.position,
         NOT ${isOptedOutSql('person')} AND session.ended_at IS NULL
         -- Who pauses gets an answer to what they write afterwards alone.
         AND NOT (${isPausedSql('person')} AND person.paused_at > wanted.inbound_sent_at)
         AND session.expires_at > clock_timestamp() + make_interval(secs => wanted.margin_seconds) AS allowed
  FROM wanted
  JOIN whatsapp_optin.contacts AS person ON person.organization_id = wanted.organization_id AND person.id = wanted.contact_id
  JOIN whatsapp_optin.whatsapp_sessions AS session
    ON session.organization_id = wanted.organization_id AND session.business_number = wanted.business_number
   AND session.contact_id = wanted.contact_id
  WHERE wanted.kind IN ('welcome', 'stop_question')
  ORDER BY person.organization_id, person.id
  FOR SHARE OF person, session${waitingSql(how)}
),
confirming AS (
  SELECT wanted.position,
         COALESCE(person.opt_out_message_id = wanted.inbound_message_id, false)
         -- A START that came meanwhile makes it untrue.
         AND person.opted_out_at IS NOT NULL AS allowed
  FROM wanted
  JOIN whatsapp_optin.contacts AS person ON person.organization_id = wanted.organization_id AND person.id = wanted.contact_id
  WHERE wanted.kind = 'opt_out_confirmation'
  ORDER BY person.organization_id, person.id
  FOR SHARE OF person${waitingSql(how)}
),
locked AS (SELECT * FROM in_session UNION ALL SELECT * FROM confirming),
answer AS (
  SELECT item.*, reply.kind, reply.contact_id, reply.ticket_id, reply.business_number, reply.inbound_message_id,
         reply.inbound_sent_at
  FROM item
  JOIN locked USING (position)
  JOIN whatsapp_optin.owed_replies AS reply ON reply.organization_id = item.organization_id AND reply.id = item.reply_id
  WHERE locked.allowed
),
logged AS (
  INSERT INTO whatsapp_optin.notification_logs (organization_id, id, kind, contact_id, ticket_id, locale)
  SELECT organization_id, reply_id, kind, contact_id, ticket_id, locale FROM answer
  ORDER BY organization_id, reply_id
  ON CONFLICT (organization_id, id) DO NOTHING
),
claimed AS (
  INSERT INTO whatsapp_optin.notification_attempts
    (organization_id, id, notification_id, tier, attempt_number, status, provider, contact_id, business_number,
     inbound_message_id, inbound_sent_at)
  SELECT organization_id, attempt_id, reply_id, 'whatsapp', number, 'claimed', provider, contact_id, business_number,
         inbound_message_id, inbound_sent_at
  FROM answer ORDER BY organization_id, reply_id
  RETURNING id
)
SELECT item.position, item.attempt_id IN (SELECT id FROM claimed) AS claimed,
       item.position IN (SELECT position FROM wanted) AND item.position NOT IN (SELECT position FROM locked) AS busy
FROM item`;

const CLAIM = { together: claim('together'), alone: claim('alone') };

const record = (how: 'alone' | 'together'): string => {
  // By itself a reply is over, whatever became of its attempt.
  const answered = how === 'alone' ? 'item' : 'locked';
  return `
WITH item AS (
  SELECT * FROM ${itemsSql(`organization_id text, reply_id uuid, attempt_id uuid, status text, reason text,
    provider_message_id text, error_code text`)}
),
locked AS (${lockedAttemptsSql(how)}),
moved AS (
  UPDATE whatsapp_optin.notification_attempts AS attempt
  SET status = answer.status, reason = answer.reason,
      provider_message_id = CASE WHEN NOT attempt.id_forgotten THEN answer.provider_message_id END, error_code = answer.error_code, updated_at = clock_timestamp()
  FROM locked AS answer
  WHERE attempt.organization_id = answer.organization_id AND attempt.id = answer.attempt_id AND attempt.status = 'claimed'
), logged AS (
  UPDATE whatsapp_optin.notification_logs AS log
  SET success = answer.status = 'accepted', settled = true, whatsapp_attempted = true,
      whatsapp_success = answer.status = 'accepted', whatsapp_error = COALESCE(answer.error_code, answer.reason),
      reason = answer.reason, method = CASE WHEN answer.status = 'accepted' THEN 'whatsapp_fallback' ELSE 'none' END,
      final_delivery_method = CASE WHEN answer.status = 'accepted' THEN 'whatsapp' ELSE 'none' END,
      result = CASE WHEN answer.status = 'accepted' THEN 'accepted' ELSE 'no_delivery_method' END, updated_at = clock_timestamp()
  FROM ${answered} AS answer WHERE log.organization_id = answer.organization_id AND log.id = answer.reply_id
), done AS (
  UPDATE whatsapp_optin.owed_replies AS reply SET status = 'done', updated_at = clock_timestamp()
  FROM ${answered} AS answer
  WHERE reply.organization_id = answer.organization_id AND reply.id = answer.reply_id AND reply.status = 'claimed'
)
SELECT item.position, locked.position IS NULL AS busy FROM item LEFT JOIN locked USING (position)`;
};

const RECORD = { together: record('together'), alone: record('alone') };

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
),
judged AS (
  UPDATE whatsapp_optin.notification_logs AS log
  SET settled = true, method = 'none', reason = 'unknown_outcome', updated_at = clock_timestamp()
  FROM lost
  WHERE lost.tried AND log.organization_id = lost.organization_id AND log.id = lost.id AND NOT log.settled
)
UPDATE whatsapp_optin.owed_replies AS reply
SET status = CASE WHEN lost.tried THEN 'done' ELSE 'due' END, due_at = clock_timestamp(), updated_at = clock_timestamp()
FROM lost WHERE reply.organization_id = lost.organization_id AND reply.id = lost.id
RETURNING reply.id`;

export function createReplyStore(database: Database): ReplyStore {
  const claimOne = gather<ReplyClaim, boolean, ItemRow & { claimed: boolean }>(database, {
    sql: CLAIM,
    toColumns: ({ reply, attemptId, provider, locale, marginSeconds }) => ({
      ...{ organization_id: reply.organizationId, reply_id: reply.id, attempt_id: attemptId, number: reply.tries },
      ...{ provider, locale, margin_seconds: marginSeconds },
    }),
    toResult: (row) => row?.claimed === true,
    orderOf,
  });
  const recordOne = gather<Answer, void, ItemRow>(database, {
    sql: RECORD,
    toColumns: ({ reply, attemptId, result }) => ({
      ...{ organization_id: reply.organizationId, reply_id: reply.id, attempt_id: attemptId, status: result.status },
      ...{ reason: result.reason, provider_message_id: result.providerMessageId, error_code: result.errorCode },
    }),
    toResult: () => undefined,
    orderOf,
  });
  return {
    async takeDue(limit, except) {
      return (await database.query<ReplyRow>(TAKE_DUE, [limit, except])).map(toReply);
    },
    claim: (reply, input) => claimOne({ reply, ...input }),
    record: (reply, attemptId, result) => recordOne({ reply, attemptId, result }),
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

const orderOf = ({ reply }: { reply: OwedReply }): string => `${reply.organizationId} ${reply.id}`;

function toReply(row: ReplyRow): OwedReply {
  return {
    organizationId: row.organization_id,
    id: row.id,
    kind: row.kind,
    contactId: row.contact_id,
    businessNumber: row.business_number,
    tries: row.tries,
    ageMs: row.age_ms,
    identities: row.identities ?? [],
    locale: row.locale,
    sessionExpiresAt: row.session_expires_at,
    ticketNumber: row.ticket_number,
    pageUrl: row.page_url,
  };
}
