import type { CallTicketRequest } from '@whatsapp-optin/sdk/contract';
import { idempotent, notificationAnswer } from './idempotency.js';
import { notifyRefusal } from './notify-refusal.js';
import { problemResponse } from './problem-response.js';
import type { RouteCall } from './route-call.js';

interface TicketCall extends Pick<RouteCall, 'context' | 'c' | 'organizationId'> {
  /** `POST /api/tickets`: an Idempotency-Key is of one route and one ticket. */
  route: string;
  ticketId: string;
  request: CallTicketRequest;
  /** Before the answer, once the ticket is called. */
  onCalled?(notificationId: string): Promise<void>;
}

/** Calls a ticket once an Idempotency-Key, and answers with its notifications or with why not. */
export function callTicketAnswer(call: TicketCall): Promise<Response> {
  const { context, c, organizationId, route, ticketId, request, onCalled } = call;
  return idempotent(
    context,
    {
      organizationId,
      route: `${route}/${encodeURIComponent(ticketId)}/call`,
      key: c.req.header('idempotency-key') ?? null,
      body: c.get('rawBody'),
    },
    async (claimId) => {
      const result = await context.ticketCaller.call(organizationId, ticketId, request, claimId);
      switch (result.status) {
        case 'done':
          await onCalled?.(result.call.called.id);
          return notificationAnswer(Response.json(result.call), [result.call.called, ...result.call.almost]);
        case 'ticket_closed':
          return problemResponse('TICKET_CLOSED', 'The ticket is closed; PUT it with the status waiting to call it.');
        case 'ticket_called':
          return problemResponse('TICKET_CALLED', 'Somebody has called or closed this ticket; call the next one.');
        default:
          return notifyRefusal(result);
      }
    },
  );
}
