import { z } from '@hono/zod-openapi';
import { toAdminQueueTicket } from '../../admin-queries/ticket-queries.js';
import { callTicketAnswer } from '../call-ticket-answer.js';
import { defineRoute } from '../define-route.js';
import { ticketCalledDocument } from '../documents.js';
import { hostId, idempotencyHeaders } from '../fields.js';
import { callTicketRequest } from '../requests.js';
import { staff } from '../who.js';
import { queueDocument, queueQuery } from './queue-documents.js';

const DEFAULT_LIMIT = 50;
const MAX_DEPARTMENTS = 50;

const readQueue = defineRoute(
  {
    method: 'get',
    path: '/api/admin/tickets',
    id: 'readQueue',
    tag: 'Staff',
    summary: 'The queue: who waits, who is called, and how a call would reach them',
    description:
      'Open tickets that changed within 24 hours: the ten called last, then the waiting, the first in line first.',
    who: staff('sessions.read'),
    query: queueQuery,
    output: { 200: { description: 'As it stands; phones are masked', schema: queueDocument } },
    example: { query: { limit: 50 } },
  },
  async ({ context, organizationId, query: { limit = DEFAULT_LIMIT, ...filter }, answer }) => {
    const { tickets } = context.queries;
    const [{ rows, waiting, called }, departments] = await Promise.all([
      tickets.queue(organizationId, { ...filter, limit }),
      tickets.departments(organizationId, MAX_DEPARTMENTS),
    ]);
    const items = await Promise.all(
      rows.map(async (row) => {
        const plan = await context.notifications.explain(organizationId, { ticketId: row.id, type: 'your_turn' });
        return toAdminQueueTicket(row, plan.status === 'done' ? plan.notification : null);
      }),
    );
    return answer(200, { items, waiting, called, departments });
  },
);

const callTicketAsStaff = defineRoute(
  {
    method: 'post',
    path: '/api/admin/tickets/{ticketId}/call',
    id: 'callTicketAsStaff',
    tag: 'Staff',
    summary: 'Call a ticket as a member of staff',
    description: 'As `POST /api/tickets/{ticketId}/call` does it. Written to the audit log.',
    who: staff('notifications.write'),
    headers: idempotencyHeaders,
    params: z.object({ ticketId: hostId }),
    body: callTicketRequest,
    bodyKind: 'optional',
    output: { 200: { description: 'The notifications', schema: ticketCalledDocument } },
    refuses: ['NOT_FOUND', 'CONFLICT', 'TICKET_CLOSED', 'TICKET_CALLED', 'MESSAGE_TOO_LONG', 'IDEMPOTENCY_KEY_REUSED'],
    example: { params: { ticketId: 't-1042' }, body: { almost: 2, onlyWaiting: true } },
  },
  ({ context, c, organizationId, params: { ticketId }, body, note }) =>
    callTicketAnswer({
      ...{ context, c, organizationId, ticketId, request: body, route: 'POST /api/admin/tickets' },
      async onCalled(notificationId) {
        await note({ action: 'ticket.called', target: ticketId, details: { notificationId } });
        context.live.nudge(organizationId);
      },
    }),
);

/** Who waits, and calling them. */
export const QUEUE_ROUTES = [readQueue, callTicketAsStaff];
