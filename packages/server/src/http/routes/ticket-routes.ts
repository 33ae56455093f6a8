import { z } from '@hono/zod-openapi';
import { defineRoute } from '../define-route.js';
import { ticketDocument } from '../documents.js';
import { hostId } from '../fields.js';
import { upsertTicketRequest } from '../requests.js';
import { keys } from '../who.js';

const upsertTicket = defineRoute(
  {
    method: 'put',
    path: '/api/tickets/{ticketId}',
    id: 'upsertTicket',
    tag: 'Tickets',
    summary: 'Make or change a ticket',
    description: 'A field left out is kept as it is; `null` clears it.',
    who: keys('secret'),
    params: z.object({ ticketId: hostId }),
    body: upsertTicketRequest,
    output: {
      200: { description: 'Changed', schema: ticketDocument },
      201: { description: 'Made', schema: ticketDocument },
    },
    refuses: ['INVALID_PHONE_NUMBER'],
    example: { params: { ticketId: 't-1042' }, body: { number: 'A001', phone: '+966500000000', locale: 'ar-SA' } },
  },
  async ({ context, organizationId, params, body, answer }) => {
    const { ticket, created } = await context.tickets.upsert(organizationId, params.ticketId, body);
    return answer(created ? 201 : 200, ticket);
  },
);

export const TICKET_ROUTES = [upsertTicket];
