import { TICKET_STATUSES, type TicketDocument } from '@whatsapp-optin/sdk/contract';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { TicketDesk } from '../tickets/ticket.js';
import type { Database } from './database.js';
import { createTables, type Tables } from './schema.js';

export function createTicketStore(database: Database): TicketDesk {
  const { tickets } = createTables(database.schema);
  return {
    async upsert(organizationId, ticketId, input) {
      const given = {
        number: input.number,
        ...(input.phone !== undefined && { phone: input.phone }),
        ...(input.customerName !== undefined && { customerName: input.customerName }),
        ...(input.locale !== undefined && { locale: input.locale }),
        ...(input.departmentName !== undefined && { departmentName: input.departmentName }),
        ...(input.status !== undefined && { status: input.status }),
      };
      const [row] = await database.orm
        .insert(tickets)
        .values({ organizationId, id: ticketId, ...given })
        .onConflictDoUpdate({
          target: [tickets.organizationId, tickets.id],
          set: { ...given, updatedAt: sql`clock_timestamp()` },
        })
        // A row that this statement inserted was never updated: its xmax is 0.
        .returning({ ...getTableColumns(tickets), created: sql<boolean>`(xmax = 0)` });
      if (row === undefined) throw new Error('The ticket could not be stored.');
      return { ticket: toDocument(row), created: row.created };
    },
    async find(organizationId, ticketId) {
      const [row] = await database.orm
        .select()
        .from(tickets)
        .where(and(eq(tickets.organizationId, organizationId), eq(tickets.id, ticketId)));
      return row === undefined ? null : toDocument(row);
    },
  };
}

function toDocument(row: Tables['tickets']['$inferSelect']): TicketDocument {
  const { id, number, phone, customerName, locale, departmentName } = row;
  return {
    id,
    number,
    status: TICKET_STATUSES.find((status) => status === row.status) ?? 'waiting',
    phone,
    customerName,
    locale,
    departmentName,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
