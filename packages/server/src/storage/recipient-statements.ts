import { isOptedOutSql, isPausedSql } from './opted-out.js';
import { ORGANIZATION_COLUMNS } from './organization-row.js';
import { contactsOfSql, OPEN_SESSION } from './person-contacts.js';
import { itemsSql } from './set-statement.js';

/** Every name of the person; the one that opened the window comes first, since WhatsApp surely takes it. */
const identitiesSql = (organization: string, contact: string): string => `(
  SELECT json_agg(json_build_object('kind', name.kind, 'value', name.value)
                  ORDER BY name.contact_id = (SELECT contact_id FROM open_session) DESC NULLS LAST, name.created_at)
  FROM ${contactsOfSql(organization, contact)} AS member (id)
  JOIN whatsapp_optin.contact_identities AS name
    ON name.organization_id = ${organization} AND name.contact_id = member.id AND NOT name.derived)`;

/**
 * Whom a ticket's notification can reach, with its organization. The person bound by a code comes first, then the one behind
 * the host's phone.
 */
export const LOAD_TICKET_RECIPIENTS = `
SELECT item.position, organization.*, loaded.*
FROM ${itemsSql('organization_id text, ticket_id text, type text, margin_seconds int')}
CROSS JOIN LATERAL (
  SELECT ${ORGANIZATION_COLUMNS} FROM whatsapp_optin.organizations AS organization WHERE organization.id = item.organization_id
) AS organization
LEFT JOIN LATERAL (
  WITH ticket AS (
    SELECT * FROM whatsapp_optin.tickets WHERE organization_id = item.organization_id AND id = item.ticket_id
  ),
  by_phone AS (
    SELECT identity.contact_id FROM whatsapp_optin.contact_identities AS identity, ticket
    WHERE identity.organization_id = item.organization_id AND identity.kind = 'e164' AND identity.value = ticket.phone
  ),
  contact AS (
    SELECT person.id, person.locale, ${isOptedOutSql('person')} AS opted_out, ${isPausedSql('person')} AS paused,
           COALESCE(person.unreachable_until > clock_timestamp(), false) AS unreachable
    FROM whatsapp_optin.contacts AS person
    WHERE person.organization_id = item.organization_id
      AND person.id = COALESCE((SELECT contact_id FROM ticket), (SELECT contact_id FROM by_phone))
  ),
  open_session AS (
    SELECT session.contact_id FROM contact, ${OPEN_SESSION('item.organization_id', 'contact.id', 'organization.whatsapp_number', 'item.margin_seconds')}
  )
  SELECT ticket.id AS ticket_id, ticket.number AS ticket_number, ticket.department_name, ticket.phone, ticket.locale AS ticket_locale,
         contact.id AS contact_id, contact.locale AS contact_locale, contact.opted_out, contact.unreachable,
         COALESCE(contact.paused, false) OR EXISTS (
           SELECT FROM whatsapp_optin.contacts AS person, by_phone
           WHERE person.organization_id = item.organization_id AND person.id = by_phone.contact_id AND ${isPausedSql('person')}) AS paused,
         EXISTS (SELECT FROM by_phone) AS phone_known,
         COALESCE(contact.opted_out, false) OR EXISTS (
           SELECT FROM whatsapp_optin.contacts AS person, by_phone
           WHERE person.organization_id = item.organization_id AND person.id = by_phone.contact_id AND ${isOptedOutSql('person')}
         ) AS phone_opted_out,
         EXISTS (SELECT FROM open_session) AS session_open,
         EXISTS (SELECT FROM whatsapp_optin.channel_pauses AS pause
                 WHERE pause.organization_id = item.organization_id AND pause.business_number = organization.whatsapp_number
                   AND pause.paused_until > clock_timestamp()) AS channel_paused,
         ${identitiesSql('item.organization_id', 'contact.id')} AS identities,
         (SELECT json_agg(json_build_object('id', kept.id, 'endpoint', kept.endpoint, 'p256dh', kept.p256dh, 'auth', kept.auth))
          FROM (SELECT * FROM whatsapp_optin.push_subscriptions AS subscription
                WHERE subscription.organization_id = item.organization_id AND subscription.ticket_id = ticket.id
                ORDER BY subscription.updated_at DESC LIMIT 20) AS kept) AS push_subscriptions,
         (SELECT CASE WHEN own.quiet_from <= own.quiet_until
                      THEN local.time >= own.quiet_from AND local.time < own.quiet_until
                      ELSE local.time >= own.quiet_from OR local.time < own.quiet_until END
          FROM whatsapp_optin.organizations AS own,
               LATERAL (SELECT (clock_timestamp() AT TIME ZONE own.time_zone)::time AS time) AS local
          WHERE own.id = item.organization_id AND own.quiet_from IS NOT NULL AND own.quiet_until IS NOT NULL) AS quiet,
         (SELECT json_object_agg(template.locale, template.body) FROM whatsapp_optin.message_templates AS template
          WHERE template.organization_id = item.organization_id AND template.type = item.type) AS templates,
         (SELECT opt_in.page_url FROM whatsapp_optin.opt_ins AS opt_in
          WHERE opt_in.organization_id = item.organization_id AND opt_in.ticket_id = ticket.id AND opt_in.page_url IS NOT NULL
          ORDER BY opt_in.created_at DESC LIMIT 1) AS page_url
  FROM ticket LEFT JOIN contact ON true
) AS loaded ON true`;

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
       ${identitiesSql('$1::text', 'person.id')} AS identities
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
