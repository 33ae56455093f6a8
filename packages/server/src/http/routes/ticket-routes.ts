import { z } from '@hono/zod-openapi';
import { callTicketAnswer } from '../call-ticket-answer.js';
import { defineRoute } from '../define-route.js';
import { ticketCalledDocument, ticketDocument } from '../documents.js';
import { hostId, idempotencyHeaders } from '../fields.js';
import { callTicketRequest, upsertTicketRequest } from '../requests.js';
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

const callTicket = defineRoute(
  {
    method: 'post',
    path: '/api/tickets/{ticketId}/call',
    id: 'callTicket',
    tag: 'Tickets',
    summary: 'Call a ticket: its turn has come',
    description:
      'Marks the ticket `called`, sends it `your_turn`, and sends `almost_your_turn` to the next waiting tickets of its department. ' +
      'Another call sends `your_turn` again, unless it has the same Idempotency-Key. `almost_your_turn` goes once to a ticket: ' +
      'a later call answers with the one that was sent.',
    who: keys('secret'),
    headers: idempotencyHeaders,
    params: z.object({ ticketId: hostId }),
    body: callTicketRequest,
    bodyKind: 'optional',
    output: { 200: { description: 'The notifications', schema: ticketCalledDocument } },
    refuses: ['NOT_FOUND', 'CONFLICT', 'TICKET_CLOSED', 'TICKET_CALLED', 'MESSAGE_TOO_LONG', 'IDEMPOTENCY_KEY_REUSED'],
    example: { params: { ticketId: 't-1042' }, body: { almost: 2 } },
  },
  ({ context, c, organizationId, params: { ticketId }, body }) =>
    callTicketAnswer({ context, c, organizationId, ticketId, request: body, route: 'POST /api/tickets' }),
);

export const TICKET_ROUTES = [upsertTicket, callTicket];
