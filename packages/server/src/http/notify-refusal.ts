import type { Problem } from '@whatsapp-optin/sdk/contract';
import type { NotifyResult } from '../notifications/notification-service.js';
import { problemOf, toProblemResponse, wrongFieldProblem } from './problem-response.js';

/** A notification that was not made. */
type Refused = Exclude<NotifyResult, { status: 'done' }>;

/** The problem document of a notification that was not made. */
export function notifyRefusal(result: Refused): Response {
  return toProblemResponse(notifyProblem(result));
}

export function notifyProblem(result: Refused): Problem {
  switch (result.status) {
    case 'unknown_ticket':
      return problemOf('NOT_FOUND', 'There is no ticket of this id; make it with PUT /api/tickets/:ticketId.', {
        field: 'ticketId',
      });
    case 'message_too_long':
      return wrongFieldProblem('message', `may have at most ${result.limit} characters.`, 'MESSAGE_TOO_LONG');
    case 'missing_param':
      return wrongFieldProblem(`params.${result.param}`, 'is missing; the text of this type needs it.');
  }
}
