import type { NotifyResult } from '../notifications/notification-service.js';
import { problemResponse, wrongField } from './problem-response.js';

/** The problem document of a notification that was not made. */
export function notifyRefusal(result: Exclude<NotifyResult, { status: 'done' }>): Response {
  switch (result.status) {
    case 'unknown_ticket':
      return problemResponse('NOT_FOUND', 'There is no ticket of this id; make it with PUT /api/tickets/:ticketId.', {
        field: 'ticketId',
      });
    case 'message_too_long':
      return wrongField('message', `may have at most ${result.limit} characters.`, 'MESSAGE_TOO_LONG');
    case 'missing_param':
      return wrongField(`params.${result.param}`, 'is missing; the text of this type needs it.');
  }
}
