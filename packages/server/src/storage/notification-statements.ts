import { isOptedOutSql, isPausedSql } from './opted-out.js';
import { contactsOfSql } from './person-contacts.js';
import { beginSql, RUN_COLUMNS } from './run-statements.js';
import { itemsSql, lockedAttemptsSql, waitingSql } from './set-statement.js';

/** A claim holds only while the notice is worth sending. */
const worthSending = (organization: string, notification: string): string => `EXISTS (
  SELECT FROM whatsapp_optin.notification_logs AS log
  WHERE log.organization_id = ${organization} AND log.id = ${notification}
    AND (log.deadline_at IS NULL OR log.deadline_at > clock_timestamp()))`;

/** If two workers process the same notification, only one inserts the attempt. */
const ONCE = `ON CONFLICT (organization_id, notification_id, tier, attempt_number) DO NOTHING`;

/** A status confirms that an earlier message of this notification was delivered, on this tier or another. */
const haveIt = (organization: string, notification: string): string => `EXISTS (
  SELECT FROM whatsapp_optin.notification_attempts AS other
  WHERE other.organization_id = ${organization} AND other.notification_id = ${notification}
    AND other.status IN ('delivered', 'read'))`;

/**
 * Claims pushes; of a run whose first attempt this is, the run begins with it. The log knows whose notice a push is: a pause
 * that committed first refuses it.
 */
export const CLAIM_PUSHES = `
WITH item AS (
  SELECT * FROM ${itemsSql(`organization_id text, notification_id uuid, attempt_id uuid, provider text, number int, begins boolean,
    ${RUN_COLUMNS}`)}
),
begun AS (${beginSql('item WHERE item.begins')} RETURNING organization_id, id, contact_id, deadline_at),
log AS (
  SELECT item.position, begun.contact_id, begun.deadline_at FROM item
  JOIN begun ON begun.organization_id = item.organization_id AND begun.id = item.notification_id
  UNION ALL
  SELECT item.position, stored.contact_id, stored.deadline_at FROM item
  JOIN whatsapp_optin.notification_logs AS stored
    ON stored.organization_id = item.organization_id AND stored.id = item.notification_id
  WHERE NOT item.begins
),
judged AS (
  SELECT item.*, log.position IS NOT NULL AS begun,
         log.position IS NOT NULL AND (log.deadline_at IS NULL OR log.deadline_at > clock_timestamp()) AS worth_sending,
         EXISTS (
           SELECT FROM ${contactsOfSql('item.organization_id', 'log.contact_id')} AS member (id)
           JOIN whatsapp_optin.contacts AS person
             ON person.organization_id = item.organization_id AND person.id = member.id
           WHERE ${isPausedSql('person')}) AS paused
  FROM item LEFT JOIN log USING (position)
),
claimed AS (
  INSERT INTO whatsapp_optin.notification_attempts (organization_id, id, notification_id, tier, attempt_number, status, provider)
  SELECT organization_id, attempt_id, notification_id, 'push', number, 'claimed', provider FROM judged
  WHERE worth_sending AND NOT paused
  ORDER BY organization_id, notification_id
  ${ONCE}
  RETURNING id
)
SELECT judged.position, judged.begun, judged.attempt_id IN (SELECT id FROM claimed) AS claimed, judged.worth_sending,
       false AS opted_out, judged.paused
FROM judged`;

/**
 * Locks the contacts, then the sessions (always in this order, to avoid deadlocks), and checks both after acquiring the
 * locks. A STOP that committed first refuses the send; a later one waits for this claim. Of the person's open sessions
 * the one that lasts longest counts. The attempt names the customer's last message, and the contact that wrote it.
 * A table constraint refuses an attempt without a message from the 24 hours before.
 */
const claimWhatsApp = (how: 'alone' | 'together'): string => `
WITH item AS (
  SELECT * FROM ${itemsSql(`organization_id text, notification_id uuid, attempt_id uuid, provider text, number int,
    contact_id uuid, business_number text, margin_seconds int, offered_actions text[], offered_as text`)}
),
wanted AS (
  SELECT item.position, item.organization_id, member.id AS contact_id, item.business_number
  FROM item CROSS JOIN LATERAL ${contactsOfSql('item.organization_id', 'item.contact_id')} AS member (id)
),
locked AS (
  SELECT wanted.position, session.contact_id, session.last_message_id, session.last_inbound_at, session.ended_at,
         session.expires_at, ${isOptedOutSql('person')} AS opted_out, ${isPausedSql('person')} AS paused
  FROM wanted
  JOIN whatsapp_optin.contacts AS person ON person.organization_id = wanted.organization_id AND person.id = wanted.contact_id
  JOIN whatsapp_optin.whatsapp_sessions AS session
    ON session.organization_id = wanted.organization_id AND session.contact_id = person.id AND session.business_number = wanted.business_number
  ORDER BY person.organization_id, person.id
  FOR SHARE OF person, session${waitingSql(how)}
),
judged AS (
  SELECT item.*, ${
    how === 'alone'
      ? 'false'
      : `(SELECT count(*) FROM locked WHERE locked.position = item.position) < (
           SELECT count(*) FROM wanted JOIN whatsapp_optin.whatsapp_sessions AS session
             ON session.organization_id = wanted.organization_id AND session.contact_id = wanted.contact_id
            AND session.business_number = wanted.business_number
           WHERE wanted.position = item.position)`
  } AS busy,
         EXISTS (SELECT FROM locked WHERE locked.position = item.position AND opted_out) AS opted_out,
         EXISTS (SELECT FROM locked WHERE locked.position = item.position AND paused) AS paused,
         ${worthSending('item.organization_id', 'item.notification_id')} AS worth_sending
  FROM item
),
open AS (
  SELECT DISTINCT ON (judged.position) judged.*, locked.contact_id AS writer, locked.last_message_id, locked.last_inbound_at
  FROM judged JOIN locked USING (position)
  WHERE NOT judged.busy AND NOT (judged.opted_out OR judged.paused)
    AND locked.ended_at IS NULL AND locked.expires_at > clock_timestamp() + make_interval(secs => judged.margin_seconds)
  ORDER BY judged.position, locked.expires_at DESC
),
claimed AS (
  INSERT INTO whatsapp_optin.notification_attempts
    (organization_id, id, notification_id, tier, attempt_number, status, provider, contact_id, business_number,
     inbound_message_id, inbound_sent_at, offered_actions, offered_as)
  SELECT organization_id, attempt_id, notification_id, 'whatsapp', number, 'claimed', provider, writer, business_number,
         last_message_id, last_inbound_at, offered_actions, offered_as
  FROM open WHERE worth_sending AND NOT ${haveIt('open.organization_id', 'open.notification_id')}
  ORDER BY organization_id, notification_id
  ${ONCE}
  RETURNING id
)
SELECT judged.position, judged.busy, judged.attempt_id IN (SELECT id FROM claimed) AS claimed, judged.worth_sending,
       judged.opted_out, judged.paused, judged.position IN (SELECT position FROM open) AS open
FROM judged`;

export const CLAIM_WHATSAPP = { together: claimWhatsApp('together'), alone: claimWhatsApp('alone') };

/**
 * The update locks the day's counter: no matter how many servers, only as many as the limit get a row. The attempt names
 * the last message of the phone's owner, if there is one. Where SMS need a proof, none goes out without it. What has no turn at
 * the vendor becomes an attempt, and counts for nothing.
 */
export const CLAIM_SMS = `
WITH person AS (
  SELECT ${isOptedOutSql('contact')} AS opted_out, ${isPausedSql('contact')} AS paused FROM whatsapp_optin.contacts AS contact
  WHERE contact.organization_id = $1::text AND (
    contact.id = $4::uuid
    OR contact.id = (SELECT identity.contact_id FROM whatsapp_optin.contact_identities AS identity
                     WHERE identity.organization_id = $1::text AND identity.kind = 'e164' AND identity.value = $5::text))
  FOR SHARE OF contact
),
stopped AS (
  SELECT FROM whatsapp_optin.contact_identities
  WHERE organization_id = $1::text AND kind = 'e164' AND value = $5::text AND sms_stopped_at IS NOT NULL
),
proof AS (
  SELECT message.contact_id, message.business_number, message.id, message.sent_at
  FROM whatsapp_optin.contact_identities AS identity
  CROSS JOIN LATERAL ${contactsOfSql('$1::text', 'identity.contact_id')} AS member (id)
  JOIN whatsapp_optin.inbound_message_keys AS message
    ON message.organization_id = $1::text AND message.contact_id = member.id AND message.state = 'accepted'
  WHERE identity.organization_id = $1::text AND identity.kind = 'e164' AND identity.value = $5::text
  ORDER BY message.sent_at DESC LIMIT 1
),
unproven AS (
  SELECT FROM whatsapp_optin.organizations
  WHERE id = $1::text AND sms_basis = 'proven' AND NOT EXISTS (SELECT FROM proof)
),
tried AS (
  SELECT WHERE ${haveIt('$1::text', '$3::uuid')} OR EXISTS (
    SELECT FROM whatsapp_optin.notification_attempts
    WHERE organization_id = $1::text AND notification_id = $3::uuid AND tier = 'sms' AND attempt_number = $12::int)
),
allowed AS (
  SELECT WHERE NOT EXISTS (SELECT FROM person WHERE opted_out OR paused) AND NOT EXISTS (SELECT FROM stopped) AND ${worthSending('$1::text', '$3::uuid')}
    AND NOT EXISTS (SELECT FROM tried) AND NOT EXISTS (SELECT FROM unproven)
),
counted AS (
  INSERT INTO whatsapp_optin.sms_usage AS usage (organization_id, day, claimed)
  SELECT $1::text, (clock_timestamp() AT TIME ZONE $6::text)::date, 1 FROM allowed WHERE $7::int > 0 AND $15::boolean
  ON CONFLICT (organization_id, day) DO UPDATE SET claimed = usage.claimed + 1 WHERE usage.claimed < $7::int
  RETURNING day, claimed
),
granted AS (
  SELECT day FROM counted UNION ALL SELECT NULL FROM allowed WHERE NOT $15::boolean
),
claimed AS (
  INSERT INTO whatsapp_optin.notification_attempts
    (organization_id, id, notification_id, tier, attempt_number, status, provider, contact_id, business_number,
     inbound_message_id, inbound_sent_at)
  SELECT $1::text, $2::uuid, $3::uuid, 'sms', $12::int, 'claimed', $8::text, proof.contact_id, proof.business_number, proof.id,
         proof.sent_at
  FROM granted LEFT JOIN proof ON true
  ${ONCE}
  RETURNING id
),
kept AS (
  INSERT INTO whatsapp_optin.sms_notifications
    (organization_id, id, phone_number, message_content, notification_type, ticket_id, segments, cost_cents, counted_on)
  SELECT $1::text, claimed.id, $5::text, $9::text, $10::text, $11::text, $13::int, $14::numeric, granted.day
  FROM claimed CROSS JOIN granted
)
SELECT EXISTS (SELECT FROM claimed) AS claimed, ${worthSending('$1::text', '$3::uuid')} AS worth_sending,
       EXISTS (SELECT FROM person WHERE opted_out) OR EXISTS (SELECT FROM stopped) AS opted_out,
       EXISTS (SELECT FROM person WHERE paused) AS paused,
       EXISTS (SELECT FROM tried) AS tried, EXISTS (SELECT FROM unproven) AS unproven,
       (SELECT claimed FROM counted) AS used_today`;

/**
 * What the vendors answered. A status that came first, by our correlation id, is not overwritten; the vendor's id is kept in
 * any case. An SMS that certainly did not leave costs nothing, and is given back to the day on which it was counted. Tells
 * whether statuses wait for this id.
 */
const record = (how: 'alone' | 'together'): string => `
WITH item AS (
  SELECT * FROM ${itemsSql(`organization_id text, attempt_id uuid, status text, reason text, provider_message_id text,
    error_code text, message_hash bytea`)}
),
locked AS (${lockedAttemptsSql(how)}),
moved AS (
  UPDATE whatsapp_optin.notification_attempts AS attempt
  SET status = CASE WHEN attempt.status IN ('claimed', 'unknown') THEN answer.status ELSE attempt.status END,
      reason = CASE WHEN attempt.status IN ('claimed', 'unknown') THEN answer.reason ELSE attempt.reason END,
      error_code = CASE WHEN attempt.status IN ('claimed', 'unknown') THEN answer.error_code ELSE attempt.error_code END,
      provider_message_id = CASE WHEN NOT attempt.id_forgotten THEN COALESCE(answer.provider_message_id, attempt.provider_message_id) END,
      -- The answer came late: another process has continued without it.
      late = attempt.late OR EXISTS (
        SELECT FROM whatsapp_optin.notification_attempts AS other
        WHERE other.organization_id = attempt.organization_id AND other.notification_id = attempt.notification_id
          AND other.status <> 'skipped' AND other.at > attempt.at),
      message_hash = COALESCE(answer.message_hash, attempt.message_hash), updated_at = clock_timestamp()
  FROM locked AS answer
  WHERE attempt.organization_id = answer.organization_id AND attempt.id = answer.attempt_id
  RETURNING answer.position, attempt.organization_id, attempt.id, attempt.tier, attempt.provider, attempt.status,
            answer.status AS answered, attempt.provider_message_id, answer.error_code, answer.message_hash
), text AS (
  SELECT sms.organization_id, sms.id, sms.counted_on, moved.answered, moved.provider_message_id, moved.error_code,
         moved.answered = 'failed' AND moved.status = 'failed' AS not_sent
  FROM moved JOIN whatsapp_optin.sms_notifications AS sms ON sms.organization_id = moved.organization_id AND sms.id = moved.id
  WHERE moved.tier = 'sms'
  ORDER BY sms.organization_id, sms.id
  FOR NO KEY UPDATE OF sms
), sms AS (
  UPDATE whatsapp_optin.sms_notifications AS sms
  SET sent_at = CASE WHEN text.answered = 'accepted' THEN clock_timestamp() END,
      delivery_status = CASE WHEN text.answered = 'failed' THEN 'failed' ELSE sms.delivery_status END,
      provider_message_id = text.provider_message_id, error_message = COALESCE(text.error_code, sms.error_message),
      segments = CASE WHEN text.not_sent THEN 0 ELSE sms.segments END,
      cost_cents = CASE WHEN text.not_sent THEN 0 ELSE sms.cost_cents END,
      counted_on = CASE WHEN NOT text.not_sent THEN sms.counted_on END
  FROM text WHERE sms.organization_id = text.organization_id AND sms.id = text.id
), day AS (
  -- In one order, before any is changed.
  SELECT usage.organization_id, usage.day, refused.count
  FROM (
    SELECT organization_id, counted_on, count(*)::int AS count FROM text WHERE not_sent GROUP BY organization_id, counted_on
  ) AS refused
  JOIN whatsapp_optin.sms_usage AS usage
    ON usage.organization_id = refused.organization_id AND usage.day = refused.counted_on
  ORDER BY usage.organization_id, usage.day
  FOR NO KEY UPDATE OF usage
), given_back AS (
  UPDATE whatsapp_optin.sms_usage AS usage SET claimed = GREATEST(0, usage.claimed - day.count)
  FROM day WHERE usage.organization_id = day.organization_id AND usage.day = day.day
)
-- Not EXISTS, for which PostgreSQL may read the waiting statuses of all organizations.
SELECT item.position, moved.position IS NULL AS busy, moved.status, COALESCE((
  SELECT true FROM whatsapp_optin.delivery_statuses AS waiting
  WHERE waiting.organization_id = moved.organization_id AND waiting.provider = moved.provider
    AND waiting.message_hash = moved.message_hash AND waiting.attempt_id IS NULL LIMIT 1), false) AS statuses_wait
FROM item LEFT JOIN moved USING (position)`;

export const RECORD = { together: record('together'), alone: record('alone') };
