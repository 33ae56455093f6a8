import { contactsOfSql } from './person-contacts.js';

/**
 * What a reaction says about a notice of ours, once per event. Only the person who got the notice counts, and of their
 * reactions the last by the vendor's time.
 *
 * Placeholders: organization, provider, event hash, hash of the message reacted to, business number, kinds, values,
 * opinion, moment.
 */
export const RECORD_REACTION = `
WITH first AS (
  INSERT INTO whatsapp_optin.handled_events (organization_id, provider, event_hash)
  VALUES ($1::text, $2::text, $3::bytea)
  ON CONFLICT DO NOTHING
  RETURNING true AS first
)
INSERT INTO whatsapp_optin.message_reactions AS former
  (organization_id, attempt_id, notification_type, delay_seconds, opinion, reacted_at)
SELECT $1::text, attempt.id, log.type, GREATEST(0, floor(extract(epoch FROM attempt.at - log.created_at)))::int, $8::text,
       LEAST(COALESCE($9::timestamptz, clock_timestamp()), clock_timestamp())
FROM first
JOIN whatsapp_optin.notification_attempts AS attempt
  ON attempt.organization_id = $1::text AND attempt.provider = $2::text AND attempt.message_hash = $4::bytea
  AND attempt.tier = 'whatsapp' AND attempt.business_number = $5::text
JOIN whatsapp_optin.notification_logs AS log
  ON log.organization_id = $1::text AND log.id = attempt.notification_id AND log.kind = 'ticket' AND log.type IS NOT NULL
WHERE attempt.contact_id IN (
  SELECT member.id FROM unnest($6::text[], $7::text[]) AS name (kind, value)
  JOIN whatsapp_optin.contact_identities AS identity
    ON identity.organization_id = $1::text AND identity.kind = name.kind AND identity.value = name.value
  CROSS JOIN LATERAL ${contactsOfSql('$1::text', 'identity.contact_id')} AS member (id))
ON CONFLICT (organization_id, attempt_id) DO UPDATE SET opinion = EXCLUDED.opinion, reacted_at = EXCLUDED.reacted_at
  WHERE former.reacted_at <= EXCLUDED.reacted_at
RETURNING attempt_id`;

/** Placeholders: organization, first and last day, zone. */
export const COUNT_REACTIONS = `
SELECT notification_type AS type,
       CASE WHEN delay_seconds < 60 THEN 'within_minute' WHEN delay_seconds < 600 THEN 'within_ten_minutes' ELSE 'later' END AS lateness,
       count(*) FILTER (WHERE opinion = 'up')::int AS up, count(*) FILTER (WHERE opinion = 'down')::int AS down
FROM whatsapp_optin.message_reactions
WHERE organization_id = $1::text AND opinion IS NOT NULL
  AND reacted_at >= ($2::date)::timestamp AT TIME ZONE $4::text
  AND reacted_at < ($3::date + 1)::timestamp AT TIME ZONE $4::text
GROUP BY 1, 2 ORDER BY 1, min(delay_seconds)`;
