import { v7 as uuidv7 } from 'uuid';
import type { SessionStore } from '../sessions/session-store.js';
import type { Database, Row } from './database.js';
import { contactsOfSql } from './person-contacts.js';

interface SessionRow extends Row {
  id: string;
  phone_number: string | null;
  initiated_at: Date;
  expires_at: Date;
  last_inbound_at: Date;
  is_open: boolean;
  is_sendable: boolean;
  seconds_left: number;
  ticket_id: string | null;
}

// The person behind the phone, not the phone of the row: one person may have several.
const OF_PHONE = `
SELECT session.id, session.phone_number, session.initiated_at, session.expires_at, session.last_inbound_at, session.ticket_id,
       session.ended_at IS NULL AND session.expires_at > clock_timestamp() AS is_open,
       session.ended_at IS NULL AND contact.opted_out_at IS NULL
         AND session.expires_at > clock_timestamp() + make_interval(secs => $4::int) AS is_sendable,
       GREATEST(0, floor(extract(epoch FROM session.expires_at - clock_timestamp())))::int AS seconds_left
FROM whatsapp_optin.contact_identities AS identity
CROSS JOIN LATERAL ${contactsOfSql('$1::text', 'identity.contact_id')} AS member (id)
JOIN whatsapp_optin.contacts AS contact ON contact.organization_id = $1::text AND contact.id = member.id
JOIN whatsapp_optin.whatsapp_sessions AS session
  ON session.organization_id = $1::text AND session.contact_id = member.id
WHERE identity.organization_id = $1::text AND identity.kind = 'e164' AND identity.value = $3::text
  AND session.business_number = $2::text
ORDER BY session.ended_at IS NULL DESC, session.expires_at DESC LIMIT 1`;

// Materialized: the function runs for what the conditions let through, and for nothing else.
const OPEN_FROM_MESSAGE = `
WITH proof AS MATERIALIZED (
  SELECT message.contact_id, message.id, message.sent_at
  FROM whatsapp_optin.inbound_message_keys AS message
  JOIN whatsapp_optin.contact_identities AS identity ON identity.organization_id = message.organization_id
  JOIN LATERAL ${contactsOfSql('$1::text', 'identity.contact_id')} AS member (id) ON member.id = message.contact_id
  JOIN whatsapp_optin.contacts AS contact
    ON contact.organization_id = message.organization_id AND contact.id = message.contact_id
  WHERE message.organization_id = $1::text AND message.id = $4::uuid AND message.business_number = $2::text
    AND message.state = 'accepted' AND identity.kind = 'e164' AND identity.value = $3::text
    AND contact.opted_out_at IS NULL AND message.sent_at + make_interval(hours => $6::int) > clock_timestamp()
)
SELECT grown.session_id FROM proof
CROSS JOIN LATERAL whatsapp_optin.grow_session_v1(
  $1::text, $5::uuid, $2::text, proof.contact_id, $3::text, proof.id, proof.sent_at, proof.id, proof.sent_at,
  $6::int, $7::text, NULL) AS grown
WHERE grown.session_id IS NOT NULL`;

const END_BY_STAFF = `
UPDATE whatsapp_optin.whatsapp_sessions AS session
SET is_active = false, ended_at = clock_timestamp(), end_reason = 'staff',
    expires_at = LEAST(session.expires_at, clock_timestamp()), updated_at = clock_timestamp()
FROM whatsapp_optin.contact_identities AS identity
CROSS JOIN LATERAL ${contactsOfSql('$1::text', 'identity.contact_id')} AS member (id)
WHERE identity.organization_id = $1::text AND identity.kind = 'e164' AND identity.value = $3::text
  AND session.organization_id = $1::text AND session.contact_id = member.id
  AND session.business_number = $2::text AND session.ended_at IS NULL AND session.expires_at > clock_timestamp()
RETURNING session.id`;

// The UPDATE reads the expiry again: a session that was extended meanwhile stays active.
const MARK_EXPIRED = `
WITH due AS (
  SELECT organization_id, id FROM whatsapp_optin.whatsapp_sessions
  WHERE is_active AND expires_at <= clock_timestamp()
  ORDER BY expires_at LIMIT $1::int FOR UPDATE SKIP LOCKED
), marked AS (
  UPDATE whatsapp_optin.whatsapp_sessions AS session SET is_active = false, updated_at = clock_timestamp()
  FROM due
  WHERE session.organization_id = due.organization_id AND session.id = due.id AND session.expires_at <= clock_timestamp()
  RETURNING session.id
)
SELECT count(*)::int AS marked FROM marked`;

export function createSessionStore(database: Database): SessionStore {
  const find = async (
    scope: { organizationId: string; businessNumber: string },
    phone: string,
    marginSeconds: number,
  ): Promise<SessionRow | undefined> => {
    const values = [scope.organizationId, scope.businessNumber, phone, marginSeconds];
    return (await database.query<SessionRow>(OF_PHONE, values))[0];
  };

  return {
    async status(scope, phone, marginSeconds) {
      const row = await find(scope, phone, marginSeconds);
      if (row === undefined) return null;
      return {
        hasActiveSession: row.is_sendable,
        expiresAt: row.expires_at,
        lastInboundAt: row.last_inbound_at,
        secondsLeft: row.seconds_left,
      };
    },
    async get(scope, phone) {
      const row = await find(scope, phone, 0);
      if (row === undefined) return null;
      return {
        id: row.id,
        phoneNumber: row.phone_number,
        initiatedAt: row.initiated_at,
        expiresAt: row.expires_at,
        isActive: row.is_open,
        organizationId: scope.organizationId,
        ...(row.ticket_id !== null && { ticketId: row.ticket_id }),
      };
    },
    async openFromMessage(scope, input) {
      const opened = await database.query(OPEN_FROM_MESSAGE, [
        scope.organizationId,
        scope.businessNumber,
        input.phone,
        input.inboundMessageId,
        uuidv7(),
        input.durationHours,
        input.ticketId,
      ]);
      return opened.length > 0;
    },
    async endByStaff(scope, phone) {
      const values = [scope.organizationId, scope.businessNumber, phone];
      return (await database.query(END_BY_STAFF, values)).length > 0;
    },
    async markExpired(limit) {
      const [row] = await database.query<{ marked: number }>(MARK_EXPIRED, [limit]);
      return row?.marked ?? 0;
    },
  };
}
