import type { DueRenewal, RenewalStore } from '../renewals/renewal-store.js';
import type { Database, Row } from './database.js';
import { contactsOfSql } from './person-contacts.js';

// The newest ticket of the person that still waits; a served customer is left in peace.
const TAKE_DUE = `
WITH ending AS (
  SELECT session.organization_id, session.id, session.epoch, session.contact_id, session.business_number, session.expires_at,
         ticket.id AS ticket_id
  FROM whatsapp_optin.whatsapp_sessions AS session
  JOIN whatsapp_optin.organizations AS organization
    ON organization.id = session.organization_id AND organization.renewal_enabled AND organization.whatsapp_enabled
  JOIN whatsapp_optin.contacts AS person
    ON person.organization_id = session.organization_id AND person.id = session.contact_id AND person.opted_out_at IS NULL
  CROSS JOIN LATERAL (
    SELECT ticket.id FROM whatsapp_optin.tickets AS ticket
    WHERE ticket.organization_id = session.organization_id AND ticket.status = 'waiting'
      AND (ticket.contact_id IN (SELECT member.id FROM ${contactsOfSql('session.organization_id', 'session.contact_id')} AS member (id))
        OR (ticket.contact_id IS NULL AND ticket.phone = session.phone_number))
    ORDER BY ticket.created_at DESC LIMIT 1
  ) AS ticket
  WHERE session.is_active AND session.ended_at IS NULL AND session.organization_id <> ALL ($4::text[])
    AND session.expires_at > clock_timestamp() + make_interval(secs => $2::int)
    AND session.expires_at <= clock_timestamp() + make_interval(secs => $1::int)
    AND NOT EXISTS (
      SELECT FROM whatsapp_optin.renewal_notices AS notice
      WHERE notice.organization_id = session.organization_id AND notice.session_id = session.id
        AND notice.epoch = session.epoch)
    -- Under another name the person's window lasts longer.
    AND NOT EXISTS (
      SELECT FROM ${contactsOfSql('session.organization_id', 'session.contact_id')} AS member (id)
      JOIN whatsapp_optin.whatsapp_sessions AS other
        ON other.organization_id = session.organization_id AND other.contact_id = member.id
       AND other.business_number = session.business_number
      WHERE other.id <> session.id AND other.ended_at IS NULL AND other.expires_at > session.expires_at)
  ORDER BY session.expires_at LIMIT $3::int
)
INSERT INTO whatsapp_optin.renewal_notices
  (organization_id, session_id, epoch, contact_id, business_number, ticket_id, expires_at)
SELECT organization_id, id, epoch, contact_id, business_number, ticket_id, expires_at FROM ending
ON CONFLICT (organization_id, session_id, epoch) DO NOTHING
RETURNING organization_id, session_id, epoch, ticket_id`;

const TAKE_ONE = `
INSERT INTO whatsapp_optin.renewal_notices
  (organization_id, session_id, epoch, contact_id, business_number, ticket_id, expires_at)
SELECT organization_id, id, epoch, contact_id, business_number, $3::text, expires_at
FROM whatsapp_optin.whatsapp_sessions
WHERE organization_id = $1::text AND id = $2::uuid AND ended_at IS NULL AND expires_at > clock_timestamp()
ON CONFLICT (organization_id, session_id, epoch) DO NOTHING
RETURNING organization_id, session_id, epoch, ticket_id`;

const RECORD = `
UPDATE whatsapp_optin.renewal_notices SET notification_id = $4::uuid, sent = $5::boolean
WHERE organization_id = $1::text AND session_id = $2::uuid AND epoch = $3::int`;

const STATS = `
SELECT count(*)::int AS sent, count(*) FILTER (WHERE EXISTS (
  SELECT FROM whatsapp_optin.inbound_message_keys AS message
  WHERE message.organization_id = notice.organization_id AND message.contact_id = notice.contact_id
    AND message.business_number = notice.business_number AND message.state = 'accepted'
    AND message.sent_at > notice.created_at AND message.sent_at <= notice.expires_at))::int AS renewed
FROM whatsapp_optin.renewal_notices AS notice
WHERE notice.organization_id = $1::text AND notice.sent
  AND notice.created_at > clock_timestamp() - make_interval(days => $2::int)`;

interface DueRow extends Row {
  organization_id: string;
  session_id: string;
  epoch: number;
  ticket_id: string;
}

export function createRenewalStore(database: Database): RenewalStore {
  return {
    async takeDue({ leadSeconds, marginSeconds, limit, except = [] }) {
      const rows = await database.query<DueRow>(TAKE_DUE, [leadSeconds, marginSeconds, limit, except]);
      return rows.map(toDue);
    },
    async takeOne(organizationId, sessionId, ticketId) {
      const [row] = await database.query<DueRow>(TAKE_ONE, [organizationId, sessionId, ticketId]);
      return row === undefined ? null : toDue(row);
    },
    async record({ organizationId, sessionId, epoch }, notificationId, sent) {
      await database.query(RECORD, [organizationId, sessionId, epoch, notificationId, sent]);
    },
    async stats(organizationId, sinceDays) {
      const [row] = await database.query<{ sent: number; renewed: number }>(STATS, [organizationId, sinceDays]);
      return { sent: row?.sent ?? 0, renewed: row?.renewed ?? 0 };
    },
  };
}

function toDue(row: DueRow): DueRenewal {
  return {
    organizationId: row.organization_id,
    sessionId: row.session_id,
    epoch: row.epoch,
    ticketId: row.ticket_id,
  };
}
