import { TICKET_STATUSES, type TicketDocument } from '@whatsapp-optin/sdk/contract';
import type { TicketService } from '../tickets/ticket.js';
import type { Database, Row } from './database.js';

interface TicketRow extends Row {
  id: string;
  number: string;
  status: string;
  phone: string | null;
  customer_name: string | null;
  locale: string | null;
  department_name: string | null;
  created_at: Date;
  updated_at: Date;
}

const COLUMNS = 'id, number, status, phone, customer_name, locale, department_name, created_at, updated_at';

// A field that is not given keeps its value. A row that this statement inserted was never updated: its xmax is 0.
const UPSERT = `
INSERT INTO whatsapp_optin.tickets AS ticket
  (organization_id, id, number, status, phone, customer_name, locale, department_name)
SELECT $1::text, $2::text, given->>'number', COALESCE(given->>'status', 'waiting'), given->>'phone',
       given->>'customerName', given->>'locale', given->>'departmentName'
FROM (SELECT $3::jsonb AS given) AS input
ON CONFLICT (organization_id, id) DO UPDATE SET
  number = excluded.number,
  status = COALESCE($3::jsonb->>'status', ticket.status),
  phone = CASE WHEN $3::jsonb ? 'phone' THEN excluded.phone ELSE ticket.phone END,
  customer_name = CASE WHEN $3::jsonb ? 'customerName' THEN excluded.customer_name ELSE ticket.customer_name END,
  locale = CASE WHEN $3::jsonb ? 'locale' THEN excluded.locale ELSE ticket.locale END,
  department_name = CASE WHEN $3::jsonb ? 'departmentName' THEN excluded.department_name ELSE ticket.department_name END,
  updated_at = clock_timestamp()
RETURNING ${COLUMNS}, xmax = 0 AS created`;

const FIND = `SELECT ${COLUMNS} FROM whatsapp_optin.tickets WHERE organization_id = $1::text AND id = $2::text`;

export function createTicketStore(database: Database): TicketService {
  return {
    async upsert(organizationId, ticketId, input) {
      const values = [organizationId, ticketId, JSON.stringify(input)];
      const [row] = await database.query<TicketRow & { created: boolean }>(UPSERT, values);
      if (row === undefined) throw new Error('The ticket could not be stored.');
      return { ticket: toDocument(row), created: row.created };
    },
    async find(organizationId, ticketId) {
      const [row] = await database.query<TicketRow>(FIND, [organizationId, ticketId]);
      return row === undefined ? null : toDocument(row);
    },
  };
}

function toDocument(row: TicketRow): TicketDocument {
  const { id, number, phone, locale } = row;
  return {
    id,
    number,
    status: TICKET_STATUSES.find((status) => status === row.status) ?? 'waiting',
    phone,
    customerName: row.customer_name,
    locale,
    departmentName: row.department_name,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
