import { v7 as uuidv7 } from 'uuid';
import type { ConsentEntry, CustomerPageStore, PageState } from '../customer-page/customer-page.js';
import { DEFAULT_RETENTION_DAYS } from '../organizations/retention-days.js';
import type { Database, Row } from './database.js';
import { isOptedOutSql, isPausedSql } from './opted-out.js';
import { contactsOfSql } from './person-contacts.js';

interface PageRow extends Row {
  now: Date;
  organization_name: string;
  time_zone: string;
  company_number: string | null;
  locale: string;
  stopped: boolean;
  paused_until: Date | null;
  open_until: Date | null;
  ticket_number: string | null;
  phone: string | null;
  name: string | null;
  wrote_first_at: Date | null;
  last_wrote_at: Date | null;
  sent: number;
  last_sent_at: Date | null;
  retention_days: number | null;
  later: Date;
  evening: Date;
}

const LINK_LASTS = `interval '24 hours'`;

/** No row: nobody is known by the contact, or the link has ended. */
const READ = `
WITH clock AS (SELECT clock_timestamp() AS now),
member AS (
  SELECT contact.* FROM ${contactsOfSql('$1::text', '$2::uuid')} AS one (id)
  JOIN whatsapp_optin.contacts AS contact ON contact.organization_id = $1::text AND contact.id = one.id
),
person AS (
  SELECT bool_or(${isOptedOutSql('member')}) AS stopped, max(opted_out_at) AS stopped_at,
         max(paused_until) FILTER (WHERE ${isPausedSql('member')}) AS paused_until,
         (array_agg(member.display_name ORDER BY member.updated_at DESC) FILTER (WHERE member.display_name IS NOT NULL))[1] AS name,
         (array_agg(member.locale ORDER BY member.updated_at DESC) FILTER (WHERE member.locale IS NOT NULL))[1] AS locale
  FROM member
),
session AS (
  SELECT max(session.expires_at) FILTER (WHERE session.ended_at IS NULL AND session.expires_at > clock.now) AS open_until,
         max(LEAST(session.expires_at, session.ended_at)) AS ended_at,
         (array_agg(session.ticket_id ORDER BY session.last_inbound_at DESC) FILTER (WHERE session.ticket_id IS NOT NULL))[1] AS ticket_id
  FROM clock, member JOIN whatsapp_optin.whatsapp_sessions AS session
    ON session.organization_id = $1::text AND session.contact_id = member.id
),
written AS (
  SELECT min(message.sent_at) AS first_at, max(message.sent_at) AS last_at
  FROM member JOIN whatsapp_optin.inbound_message_keys AS message
    ON message.organization_id = $1::text AND message.contact_id = member.id AND message.state = 'accepted'
),
sent AS (
  SELECT count(*)::int AS count, max(attempt.at) AS last_at
  FROM whatsapp_optin.notification_attempts AS attempt
  WHERE attempt.organization_id = $1::text AND attempt.status IN ('accepted', 'sent', 'delivered', 'read')
    AND attempt.contact_id IN (SELECT member.id FROM member)
)
SELECT clock.now, organization.name AS organization_name, organization.time_zone, organization.whatsapp_number AS company_number,
       COALESCE(person.locale, organization.default_locale) AS locale, person.stopped, person.paused_until,
       session.open_until, ticket.number AS ticket_number, person.name, written.first_at AS wrote_first_at,
       written.last_at AS last_wrote_at, sent.count AS sent, sent.last_at AS last_sent_at,
       (organization.retention_days ->> 'customers')::int AS retention_days,
       (SELECT identity.value FROM member JOIN whatsapp_optin.contact_identities AS identity
          ON identity.organization_id = $1::text AND identity.contact_id = member.id
        WHERE identity.kind = 'e164' AND NOT identity.derived ORDER BY identity.created_at LIMIT 1) AS phone,
       (date_trunc('hour', local.now) + interval '2 hours' + CASE
          WHEN extract(minute FROM local.now) < 30 THEN interval '30 minutes' ELSE interval '1 hour' END)
         AT TIME ZONE organization.time_zone AS later,
       (date_trunc('day', local.now) + CASE
          WHEN local.now::time < '19:00' THEN interval '20 hours' ELSE interval '32 hours' END)
         AT TIME ZONE organization.time_zone AS evening
FROM clock, person, session, written, sent, whatsapp_optin.organizations AS organization
CROSS JOIN LATERAL (SELECT clock_timestamp() AT TIME ZONE organization.time_zone AS now) AS local
LEFT JOIN LATERAL (
  SELECT found.number FROM whatsapp_optin.tickets AS found
  WHERE found.organization_id = $1::text AND found.id = (SELECT ticket_id FROM session)) AS ticket ON true
WHERE organization.id = $1::text
  AND EXISTS (SELECT FROM member JOIN whatsapp_optin.contact_identities AS name
                ON name.organization_id = $1::text AND name.contact_id = member.id)
  AND clock.now < ${LINK_LASTS} + CASE
    WHEN person.stopped THEN COALESCE(person.stopped_at, clock.now) ELSE session.ended_at END`;

const RECEIPT = `
SELECT consent.id, consent.recorded_at AS at, consent.action, COALESCE(consent.wording, consent.consent_text) AS wording
FROM whatsapp_optin.consents AS consent
WHERE consent.organization_id = $1::text AND consent.contact_id IN (SELECT ${contactsOfSql('$1::text', '$2::uuid')})
ORDER BY consent.recorded_at DESC, consent.id DESC LIMIT 50`;

const STOP = `SELECT whatsapp_optin.withdraw_by_page_v1($1::text, $2::uuid, $3::uuid)`;

const PAUSE = `
SELECT whatsapp_optin.pause_person_v1($1::text, $2::uuid,
  CASE WHEN $4::boolean THEN clock_timestamp() + interval '1 hour' ELSE $3::timestamptz END)`;

const SPEAK = `SELECT whatsapp_optin.speak_to_person_v1($1::text, $2::uuid, $3::text)`;

export function createCustomerPageStore(database: Database): CustomerPageStore {
  return {
    async read({ organizationId, contactId }) {
      const [row] = await database.query<PageRow>(READ, [organizationId, contactId]);
      return row === undefined ? null : toState(row);
    },
    async receipt({ organizationId, contactId }) {
      return database.query<ConsentEntry & Row>(RECEIPT, [organizationId, contactId]);
    },
    async stop({ organizationId, contactId }) {
      await database.query(STOP, [organizationId, contactId, uuidv7()]);
    },
    async pause({ organizationId, contactId }, until) {
      const isHour = until === 'hour';
      await database.query(PAUSE, [organizationId, contactId, isHour ? null : until, isHour]);
    },
    async speak({ organizationId, contactId }, locale) {
      await database.query(SPEAK, [organizationId, contactId, locale]);
    },
  };
}

function toState(row: PageRow): PageState {
  const status = row.stopped ? 'stopped' : row.open_until === null ? 'ended' : row.paused_until ? 'paused' : 'on';
  return {
    now: row.now,
    organizationName: row.organization_name,
    timeZone: row.time_zone,
    companyNumber: row.company_number,
    locale: row.locale,
    status,
    until: status === 'paused' ? row.paused_until : status === 'on' ? row.open_until : null,
    ticketNumber: row.ticket_number,
    phone: row.phone,
    name: row.name,
    wroteFirstAt: row.wrote_first_at,
    lastWroteAt: row.last_wrote_at,
    sent: { count: row.sent, lastAt: row.last_sent_at },
    retentionDays: row.retention_days ?? DEFAULT_RETENTION_DAYS.customers,
    pauseChoices: { later: row.later, evening: row.evening },
  };
}
