import { isOptedOutSql, isPausedSql } from './opted-out.js';
import { contactsOfSql, OPEN_SESSION } from './person-contacts.js';

/** Every name of the person; the one that opened the window comes first, since WhatsApp surely takes it. */
const identitiesSql = (contact: string): string => `(
  SELECT json_agg(json_build_object('kind', name.kind, 'value', name.value)
                  ORDER BY name.contact_id = (SELECT contact_id FROM open_session) DESC NULLS LAST, name.created_at)
  FROM ${contactsOfSql('$1::text', contact)} AS member (id)
  JOIN whatsapp_optin.contact_identities AS name
    ON name.organization_id = $1::text AND name.contact_id = member.id AND NOT name.derived)`;

/**
 * Whom a ticket's notification can reach. The person bound by a code comes first, then the one behind the host's phone.
 * Placeholders: organization, ticket, business number, margin in seconds, type of the notification.
 */
export const LOAD_TICKET_RECIPIENT = `
WITH ticket AS (
  SELECT * FROM whatsapp_optin.tickets WHERE organization_id = $1::text AND id = $2::text
),
by_phone AS (
  SELECT identity.contact_id FROM whatsapp_optin.contact_identities AS identity, ticket
  WHERE identity.organization_id = $1::text AND identity.kind = 'e164' AND identity.value = ticket.phone
),
contact AS (
  SELECT person.id, person.locale, ${isOptedOutSql('person')} AS opted_out, ${isPausedSql('person')} AS paused,
         COALESCE(person.unreachable_until > clock_timestamp(), false) AS unreachable
  FROM whatsapp_optin.contacts AS person
  WHERE person.organization_id = $1::text
    AND person.id = COALESCE((SELECT contact_id FROM ticket), (SELECT contact_id FROM by_phone))
),
open_session AS (
  SELECT session.contact_id FROM contact, ${OPEN_SESSION('$1::text', 'contact.id', '$3::text', '$4::int')}
)
SELECT ticket.id AS ticket_id, ticket.number AS ticket_number, ticket.department_name, ticket.phone, ticket.locale AS ticket_locale,
       contact.id AS contact_id, contact.locale AS contact_locale, contact.opted_out, contact.unreachable,
       COALESCE(contact.paused, false) OR EXISTS (
         SELECT FROM whatsapp_optin.contacts AS person, by_phone
         WHERE person.organization_id = $1::text AND person.id = by_phone.contact_id AND ${isPausedSql('person')}) AS paused,
       EXISTS (SELECT FROM by_phone) AS phone_known,
       COALESCE(contact.opted_out, false) OR EXISTS (
         SELECT FROM whatsapp_optin.contacts AS person, by_phone
         WHERE person.organization_id = $1::text AND person.id = by_phone.contact_id AND ${isOptedOutSql('person')}
       ) AS phone_opted_out,
       EXISTS (SELECT FROM open_session) AS session_open,
       EXISTS (SELECT FROM whatsapp_optin.channel_pauses AS pause
               WHERE pause.organization_id = $1::text AND pause.business_number = $3::text
                 AND pause.paused_until > clock_timestamp()) AS channel_paused,
       ${identitiesSql('contact.id')} AS identities,
       (SELECT json_agg(json_build_object('id', kept.id, 'endpoint', kept.endpoint, 'p256dh', kept.p256dh, 'auth', kept.auth))
        FROM (SELECT * FROM whatsapp_optin.push_subscriptions AS subscription
              WHERE subscription.organization_id = $1::text AND subscription.ticket_id = ticket.id
              ORDER BY subscription.updated_at DESC LIMIT 20) AS kept) AS push_subscriptions,
       (SELECT CASE WHEN organization.quiet_from <= organization.quiet_until
                    THEN local.time >= organization.quiet_from AND local.time < organization.quiet_until
                    ELSE local.time >= organization.quiet_from OR local.time < organization.quiet_until END
        FROM whatsapp_optin.organizations AS organization,
             LATERAL (SELECT (clock_timestamp() AT TIME ZONE organization.time_zone)::time AS time) AS local
        WHERE organization.id = $1::text AND organization.quiet_from IS NOT NULL AND organization.quiet_until IS NOT NULL) AS quiet,
       (SELECT json_object_agg(template.locale, template.body) FROM whatsapp_optin.message_templates AS template
        WHERE template.organization_id = $1::text AND template.type = $5::text) AS templates,
       (SELECT opt_in.page_url FROM whatsapp_optin.opt_ins AS opt_in
        WHERE opt_in.organization_id = $1::text AND opt_in.ticket_id = ticket.id AND opt_in.page_url IS NOT NULL
        ORDER BY opt_in.created_at DESC LIMIT 1) AS page_url
FROM ticket LEFT JOIN contact ON true`;

/** A person alone, whom `found` names as `contact_id`, with `ticket_id` where it knows one. */
const loadPerson = (found: string): string => `
WITH found AS (${found}),
open_session AS (
  SELECT session.contact_id FROM found, ${OPEN_SESSION('$1::text', 'found.contact_id', '$3::text', '$4::int')}
)
SELECT found.ticket_id, person.id AS contact_id, person.locale AS contact_locale, ${isOptedOutSql('person')} AS opted_out,
       ${isOptedOutSql('person')} AS phone_opted_out, COALESCE(person.unreachable_until > clock_timestamp(), false) AS unreachable,
       ${isPausedSql('person')} AS paused,
       EXISTS (SELECT FROM open_session) AS session_open,
       EXISTS (SELECT FROM whatsapp_optin.channel_pauses AS pause
               WHERE pause.organization_id = $1::text AND pause.business_number = $3::text
                 AND pause.paused_until > clock_timestamp()) AS channel_paused,
       ${identitiesSql('person.id')} AS identities
FROM found JOIN whatsapp_optin.contacts AS person
  ON person.organization_id = $1::text AND person.id = found.contact_id`;

/** Placeholders: organization, phone, business number, margin in seconds. */
export const LOAD_PHONE_RECIPIENT = loadPerson(`
  SELECT contact_id, NULL::text AS ticket_id FROM whatsapp_optin.contact_identities
  WHERE organization_id = $1::text AND kind = 'e164' AND value = $2::text`);

/** Who wrote a message. Placeholders: organization, message, business number, margin in seconds. */
export const LOAD_MESSAGE_SENDER = loadPerson(`
  SELECT contact_id, ticket_id FROM whatsapp_optin.whatsapp_inbound_messages
  WHERE organization_id = $1::text AND id = $2::uuid LIMIT 1`);

/** A claim holds only while the notice is worth sending. */
const WORTH_SENDING = `EXISTS (
  SELECT FROM whatsapp_optin.notification_logs AS log
  WHERE log.organization_id = $1::text AND log.id = $3::uuid AND (log.deadline_at IS NULL OR log.deadline_at > clock_timestamp()))`;

/** If two workers process the same notification, only one inserts the attempt. */
const ONCE = `ON CONFLICT (organization_id, notification_id, tier, attempt_number) DO NOTHING`;

/** A status confirms that an earlier message of this notification was delivered, on this tier or another. */
const HAVE_IT = `EXISTS (
  SELECT FROM whatsapp_optin.notification_attempts AS other
  WHERE other.organization_id = $1::text AND other.notification_id = $3::uuid AND other.status IN ('delivered', 'read'))`;

/** The log knows whose notice a push is. */
export const CLAIM_PUSH = `
WITH paused AS (
  SELECT FROM whatsapp_optin.notification_logs AS log
  CROSS JOIN LATERAL ${contactsOfSql('$1::text', 'log.contact_id')} AS member (id)
  JOIN whatsapp_optin.contacts AS person ON person.organization_id = $1::text AND person.id = member.id
  WHERE log.organization_id = $1::text AND log.id = $3::uuid AND ${isPausedSql('person')}
  FOR SHARE OF person
),
claimed AS (
  INSERT INTO whatsapp_optin.notification_attempts (organization_id, id, notification_id, tier, attempt_number, status, provider)
  SELECT $1::text, $2::uuid, $3::uuid, 'push', $5::int, 'claimed', $4::text WHERE ${WORTH_SENDING} AND NOT EXISTS (SELECT FROM paused)
  ${ONCE}
  RETURNING id
)
SELECT EXISTS (SELECT FROM claimed) AS claimed, ${WORTH_SENDING} AS worth_sending, false AS opted_out,
       EXISTS (SELECT FROM paused) AS paused`;

/**
 * Locks the contacts, then the sessions (always in this order, to avoid deadlocks), and checks both after acquiring the
 * locks. A STOP that committed first refuses the send; a later one waits for this claim. Of the person's open sessions
 * the one that lasts longest counts. The attempt names the customer's last message, and the contact that wrote it.
 * A table constraint refuses an attempt without a message from the 24 hours before.
 */
export const CLAIM_WHATSAPP = `
WITH locked AS (
  SELECT session.contact_id, session.last_message_id, session.last_inbound_at, session.ended_at, session.expires_at,
         ${isOptedOutSql('person')} AS opted_out, ${isPausedSql('person')} AS paused
  FROM ${contactsOfSql('$1::text', '$4::uuid')} AS member (id)
  JOIN whatsapp_optin.contacts AS person ON person.organization_id = $1::text AND person.id = member.id
  JOIN whatsapp_optin.whatsapp_sessions AS session
    ON session.organization_id = $1::text AND session.contact_id = person.id AND session.business_number = $5::text
  ORDER BY person.id
  FOR SHARE OF person, session
),
open AS (
  SELECT * FROM locked
  WHERE NOT EXISTS (SELECT FROM locked WHERE opted_out OR paused)
    AND ended_at IS NULL AND expires_at > clock_timestamp() + make_interval(secs => $6::int)
  ORDER BY expires_at DESC LIMIT 1
),
claimed AS (
  INSERT INTO whatsapp_optin.notification_attempts
    (organization_id, id, notification_id, tier, attempt_number, status, provider, contact_id, business_number,
     inbound_message_id, inbound_sent_at, offered_actions, offered_as)
  SELECT $1::text, $2::uuid, $3::uuid, 'whatsapp', $8::int, 'claimed', $7::text, contact_id, $5::text, last_message_id,
         last_inbound_at, $9::text[], $10::text
  FROM open WHERE ${WORTH_SENDING} AND NOT ${HAVE_IT}
  ${ONCE}
  RETURNING id
)
SELECT EXISTS (SELECT FROM claimed) AS claimed, ${WORTH_SENDING} AS worth_sending,
       EXISTS (SELECT FROM locked WHERE opted_out) AS opted_out, EXISTS (SELECT FROM locked WHERE paused) AS paused,
       EXISTS (SELECT FROM open) AS open`;

/**
 * The update locks the day's counter: no matter how many servers, only as many as the limit get a row. The attempt names
 * the last message of the phone's owner, if there is one. Where SMS need a proof, none goes out without it.
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
  SELECT WHERE ${HAVE_IT} OR EXISTS (
    SELECT FROM whatsapp_optin.notification_attempts
    WHERE organization_id = $1::text AND notification_id = $3::uuid AND tier = 'sms' AND attempt_number = $12::int)
),
counted AS (
  INSERT INTO whatsapp_optin.sms_usage AS usage (organization_id, day, claimed)
  SELECT $1::text, (clock_timestamp() AT TIME ZONE $6::text)::date, 1
  WHERE $7::int > 0 AND NOT EXISTS (SELECT FROM person WHERE opted_out OR paused) AND NOT EXISTS (SELECT FROM stopped) AND ${WORTH_SENDING}
    AND NOT EXISTS (SELECT FROM tried) AND NOT EXISTS (SELECT FROM unproven)
  ON CONFLICT (organization_id, day) DO UPDATE SET claimed = usage.claimed + 1 WHERE usage.claimed < $7::int
  RETURNING claimed
),
claimed AS (
  INSERT INTO whatsapp_optin.notification_attempts
    (organization_id, id, notification_id, tier, attempt_number, status, provider, contact_id, business_number,
     inbound_message_id, inbound_sent_at)
  SELECT $1::text, $2::uuid, $3::uuid, 'sms', $12::int, 'claimed', $8::text, proof.contact_id, proof.business_number, proof.id,
         proof.sent_at
  FROM counted LEFT JOIN proof ON true
  ${ONCE}
  RETURNING id
),
kept AS (
  INSERT INTO whatsapp_optin.sms_notifications
    (organization_id, id, phone_number, message_content, notification_type, ticket_id, segments, cost_cents)
  SELECT $1::text, claimed.id, $5::text, $9::text, $10::text, $11::text, $13::int, $14::numeric FROM claimed
)
SELECT EXISTS (SELECT FROM claimed) AS claimed, ${WORTH_SENDING} AS worth_sending,
       EXISTS (SELECT FROM person WHERE opted_out) OR EXISTS (SELECT FROM stopped) AS opted_out,
       EXISTS (SELECT FROM person WHERE paused) AS paused,
       EXISTS (SELECT FROM tried) AS tried, EXISTS (SELECT FROM unproven) AS unproven,
       (SELECT claimed FROM counted) AS used_today`;

/**
 * What the vendor answered. A status that came first, by our correlation id, is not overwritten; the vendor's id is kept in
 * any case. Tells whether statuses wait for this id.
 */
export const RECORD = `
WITH moved AS (
  UPDATE whatsapp_optin.notification_attempts AS attempt
  SET status = CASE WHEN attempt.status IN ('claimed', 'unknown') THEN $3::text ELSE attempt.status END,
      reason = CASE WHEN attempt.status IN ('claimed', 'unknown') THEN $4::text ELSE attempt.reason END,
      error_code = CASE WHEN attempt.status IN ('claimed', 'unknown') THEN $6::text ELSE attempt.error_code END,
      provider_message_id = COALESCE($5::text, attempt.provider_message_id),
      -- The answer came late: another process has continued without it.
      late = attempt.late OR EXISTS (
        SELECT FROM whatsapp_optin.notification_attempts AS other
        WHERE other.organization_id = $1::text AND other.notification_id = attempt.notification_id
          AND other.status <> 'skipped' AND other.at > attempt.at),
      message_hash = COALESCE($7::bytea, attempt.message_hash), updated_at = clock_timestamp()
  WHERE attempt.organization_id = $1::text AND attempt.id = $2::uuid
  RETURNING attempt.id, attempt.tier, attempt.provider, attempt.status
), sms AS (
  UPDATE whatsapp_optin.sms_notifications AS sms
  SET sent_at = CASE WHEN $3::text = 'accepted' THEN clock_timestamp() END,
      delivery_status = CASE WHEN $3::text = 'failed' THEN 'failed' ELSE sms.delivery_status END,
      provider_message_id = $5::text, error_message = $6::text
  FROM moved WHERE moved.tier = 'sms' AND sms.organization_id = $1::text AND sms.id = moved.id
)
SELECT moved.status, EXISTS (
  SELECT FROM whatsapp_optin.delivery_statuses AS waiting
  WHERE waiting.organization_id = $1::text AND waiting.provider = moved.provider AND waiting.message_hash = $7::bytea
    AND waiting.attempt_id IS NULL) AS statuses_wait
FROM moved`;
