import { DELIVERY_METHODS, MESSAGE_ACTIONS, NOTIFICATION_TYPES } from '@whatsapp-optin/sdk/contract';
import type { QueueRow, TicketQueries } from '../admin-queries/ticket-queries.js';
import type { Database, Row } from './database.js';
import { isInQueueSql } from './in-queue.js';
import { known } from './known-value.js';
import { isoMoment } from './page-query.js';

/** Calls of today scroll away: these are still on their way. */
const CALLED_SHOWN = 10;

const OPEN = `
SELECT ticket.* FROM whatsapp_optin.tickets AS ticket
WHERE ticket.organization_id = $1::text AND ticket.status IN ('waiting', 'called')
  AND ${isInQueueSql('ticket')}`;

const QUEUE = `
WITH open AS MATERIALIZED (${OPEN} AND ($2::text IS NULL OR ticket.department_name = $2::text)),
chosen AS (
  (SELECT open.*, 0 AS part FROM open WHERE status = 'called' ORDER BY updated_at DESC, id LIMIT ${CALLED_SHOWN})
  UNION ALL
  (SELECT open.*, 1 AS part FROM open WHERE status = 'waiting' ORDER BY created_at, id LIMIT $3::int)
)
SELECT ticket.id, ticket.number, ticket.status, ticket.department_name, ticket.created_at, ticket.updated_at,
       person.id AS contact_id, COALESCE(ticket.customer_name, person.display_name) AS name,
       COALESCE(ticket.phone, (
         SELECT identity.value FROM whatsapp_optin.contact_identities AS identity
         WHERE identity.organization_id = ticket.organization_id AND identity.contact_id = person.id
           AND identity.kind = 'e164' AND NOT identity.derived LIMIT 1)) AS phone,
       notice.id AS notice_id, notice.type AS notice_type, notice.success AS notice_success,
       notice.method AS notice_method, ${isoMoment('notice.created_at')} AS notice_at,
       tap.action, ${isoMoment('tap.received_at')} AS action_at,
       (SELECT count(*)::int FROM open WHERE open.status = 'waiting') AS waiting,
       (SELECT count(*)::int FROM open WHERE open.status = 'called') AS called
FROM chosen AS ticket
LEFT JOIN LATERAL (
  SELECT identity.contact_id FROM whatsapp_optin.contact_identities AS identity
  WHERE identity.organization_id = ticket.organization_id AND identity.kind = 'e164' AND identity.value = ticket.phone LIMIT 1
) AS by_phone ON true
LEFT JOIN whatsapp_optin.contacts AS person
  ON person.organization_id = ticket.organization_id AND person.id = COALESCE(ticket.contact_id, by_phone.contact_id)
LEFT JOIN LATERAL (
  SELECT log.id, log.type, log.success, log.method, log.created_at FROM whatsapp_optin.notification_logs AS log
  WHERE log.organization_id = ticket.organization_id AND log.ticket_id = ticket.id AND log.type IS NOT NULL
  ORDER BY log.created_at DESC LIMIT 1
) AS notice ON true
LEFT JOIN LATERAL (
  SELECT answer.action, answer.received_at FROM whatsapp_optin.notification_logs AS log
  JOIN whatsapp_optin.notification_attempts AS attempt
    ON attempt.organization_id = log.organization_id AND attempt.notification_id = log.id
  JOIN whatsapp_optin.message_actions AS answer
    ON answer.organization_id = attempt.organization_id AND answer.attempt_id = attempt.id AND answer.counted
  WHERE log.organization_id = ticket.organization_id AND log.ticket_id = ticket.id
  ORDER BY answer.received_at DESC LIMIT 1
) AS tap ON true
ORDER BY ticket.part, CASE WHEN ticket.part = 0 THEN ticket.updated_at END DESC, ticket.created_at, ticket.id`;

const DEPARTMENTS = `
SELECT DISTINCT department_name AS name FROM (${OPEN} AND ticket.department_name IS NOT NULL) AS open
ORDER BY name LIMIT $2::int`;

interface QueueListRow extends Row {
  id: string;
  number: string;
  status: string;
  department_name: string | null;
  created_at: Date;
  updated_at: Date;
  contact_id: string | null;
  name: string | null;
  phone: string | null;
  notice_id: string | null;
  notice_type: string | null;
  notice_success: boolean | null;
  notice_method: string | null;
  notice_at: string | null;
  action: string | null;
  action_at: string | null;
  waiting: number;
  called: number;
}

export function createTicketQueries(database: Database): TicketQueries {
  return {
    async queue(organizationId, { departmentName, limit }) {
      const rows = await database.query<QueueListRow>(QUEUE, [organizationId, departmentName ?? null, limit]);
      const [first] = rows;
      return { rows: rows.map(toRow), waiting: first?.waiting ?? 0, called: first?.called ?? 0 };
    },
    async departments(organizationId, limit) {
      return (await database.query<{ name: string }>(DEPARTMENTS, [organizationId, limit])).map(({ name }) => name);
    },
  };
}

function toRow(row: QueueListRow): QueueRow {
  const type = known(NOTIFICATION_TYPES, row.notice_type);
  const action = known(MESSAGE_ACTIONS, row.action);
  return {
    id: row.id,
    number: row.number,
    status: row.status === 'called' ? 'called' : 'waiting',
    departmentName: row.department_name,
    contactId: row.contact_id,
    name: row.name,
    phone: row.phone,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    notice:
      row.notice_id === null || row.notice_at === null || type === null
        ? null
        : {
            id: row.notice_id,
            type,
            success: row.notice_success === true,
            method: known(DELIVERY_METHODS, row.notice_method) ?? 'none',
            at: row.notice_at,
          },
    action: action === null || row.action_at === null ? null : { action, at: row.action_at },
  };
}
