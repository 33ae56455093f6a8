import { contactsOfSql } from './person-contacts.js';

/**
 * A person has a new number or a new id. Once per event: a replay must not change the person who has the old number
 * by then. Where the new identity is known as another person, the two are not merged: the old one's session ends.
 *
 * Placeholders: organization, provider, event hash, old kinds, old values, new kinds, new values.
 */
export const CHANGE_IDENTITY = `
WITH first AS (
  INSERT INTO whatsapp_optin.handled_events (organization_id, provider, event_hash)
  VALUES ($1::text, $2::text, $3::bytea)
  ON CONFLICT DO NOTHING
  RETURNING true AS first
),
person AS (
  SELECT identity.contact_id
  FROM first, unnest($4::text[], $5::text[]) WITH ORDINALITY AS old (kind, value, rank)
  JOIN whatsapp_optin.contact_identities AS identity
    ON identity.organization_id = $1::text AND identity.kind = old.kind AND identity.value = old.value
  ORDER BY old.rank LIMIT 1
),
member AS (
  SELECT member.id FROM person CROSS JOIN LATERAL ${contactsOfSql('$1::text', 'person.contact_id')} AS member (id)
),
stranger AS (
  SELECT identity.contact_id
  FROM person, unnest($6::text[], $7::text[]) AS new (kind, value)
  JOIN whatsapp_optin.contact_identities AS identity
    ON identity.organization_id = $1::text AND identity.kind = new.kind AND identity.value = new.value
  WHERE identity.contact_id NOT IN (SELECT id FROM member)
),
moves AS (
  SELECT person.contact_id FROM person
  WHERE cardinality($6::text[]) > 0 AND NOT EXISTS (SELECT FROM stranger)
),
-- The old number may be given to another person: it must not lead to this one any more.
forgotten AS (
  DELETE FROM whatsapp_optin.contact_identities AS identity
  USING member, unnest($4::text[], $5::text[]) AS old (kind, value)
  WHERE identity.organization_id = $1::text AND identity.contact_id = member.id
    AND (identity.derived OR (identity.kind = old.kind AND identity.value = old.value))
    AND NOT EXISTS (SELECT FROM unnest($6::text[], $7::text[]) AS new (kind, value)
                    WHERE new.kind = identity.kind AND new.value = identity.value)
),
learnt AS (
  INSERT INTO whatsapp_optin.contact_identities (organization_id, kind, value, contact_id)
  SELECT $1::text, new.kind, new.value, moves.contact_id
  FROM moves, unnest($6::text[], $7::text[]) AS new (kind, value)
  ON CONFLICT (organization_id, kind, value) DO NOTHING
),
renamed AS (
  UPDATE whatsapp_optin.whatsapp_sessions AS session
  SET phone_number = (SELECT value FROM unnest($6::text[], $7::text[]) AS new (kind, value) WHERE kind = 'e164' LIMIT 1),
      updated_at = clock_timestamp()
  FROM moves, member WHERE session.organization_id = $1::text AND session.contact_id = member.id
),
ended AS (
  UPDATE whatsapp_optin.whatsapp_sessions AS session
  SET is_active = false, ended_at = clock_timestamp(), end_reason = 'number_changed',
      expires_at = LEAST(session.expires_at, clock_timestamp()), updated_at = clock_timestamp()
  FROM member
  WHERE session.organization_id = $1::text AND session.contact_id = member.id AND session.ended_at IS NULL
    AND NOT EXISTS (SELECT FROM moves)
)
SELECT EXISTS (SELECT FROM first) AS first, EXISTS (SELECT FROM person) AS known, EXISTS (SELECT FROM moves) AS moved`;
