import type { CallTicketRequest, TicketCalledDocument, TicketNotificationDocument } from '@whatsapp-optin/sdk/contract';
import { derivedId } from './derived-id.js';
import type { NotificationService, NotifyResult } from './notification-service.js';

/** How many of the next waiting tickets get `almost_your_turn` where the caller does not say. */
export const DEFAULT_ALMOST = 2;

/** A waiting ticket near the front of its department's queue. */
export interface NextInQueue {
  ticketId: string;
  createdAt: Date;
  /** How many `almost_your_turn` it has had. */
  noticeCount: number;
  /** The one that reached a vendor or is under way; `null` where none did. */
  noticeId: string | null;
}

export interface QueueStore {
  /**
   * Marks a waiting or called ticket as called.
   *
   * @param onlyWaiting - leaves alone what is called already
   * @returns `false` where nothing was marked
   */
  markCalled(organizationId: string, ticketId: string, onlyWaiting: boolean): Promise<boolean>;
  /** The next waiting tickets of the department of this one, by their creation. */
  nextWaiting(organizationId: string, ticketId: string, limit: number): Promise<NextInQueue[]>;
}

export type CallResult =
  | { status: 'done'; call: TicketCalledDocument }
  | { status: 'ticket_closed' }
  /** Somebody has called or closed it, and only a waiting ticket was meant. */
  | { status: 'ticket_called' }
  | Exclude<NotifyResult, { status: 'done' }>;

export interface TicketCaller {
  /**
   * `your_turn` to this ticket, `almost_your_turn` to the next waiting ones of its department. Another call of the same
   * ticket calls it again; `notificationId`: what an idempotent request is stored as. `almost_your_turn` goes once to a
   * ticket.
   */
  call(
    organizationId: string,
    ticketId: string,
    request: CallTicketRequest,
    notificationId?: string | null,
  ): Promise<CallResult>;
}

export function createTicketCaller({
  queue,
  notifications,
}: {
  queue: QueueStore;
  notifications: Pick<NotificationService, 'notify' | 'explain' | 'find'>;
}): TicketCaller {
  const noticeOf = async (
    organizationId: string,
    next: NextInQueue,
    position: number,
  ): Promise<TicketNotificationDocument | null> => {
    const { ticketId, noticeId } = next;
    const before = noticeId === null ? null : await notifications.find(organizationId, noticeId);
    if (before !== null) return { ticketId, ...before };
    const request = { ticketId, type: 'almost_your_turn', params: { position } } as const;
    const result = await notifications.notify(organizationId, request, almostNoticeId(organizationId, next));
    return result.status === 'done' ? { ticketId, ...result.notification } : null;
  };

  return {
    async call(organizationId, ticketId, request, notificationId = null) {
      const { almost = DEFAULT_ALMOST, onlyWaiting = false } = request;
      const turn = { ticketId, type: 'your_turn' } as const;
      // What cannot be written is refused before the ticket changes.
      const plan = await notifications.explain(organizationId, turn);
      if (plan.status !== 'done') return plan;
      if (!(await queue.markCalled(organizationId, ticketId, onlyWaiting)))
        return { status: onlyWaiting ? 'ticket_called' : 'ticket_closed' };
      const result = await notifications.notify(organizationId, turn, notificationId);
      if (result.status !== 'done') return result;
      const next = almost === 0 ? [] : await queue.nextWaiting(organizationId, ticketId, almost);
      const notices = await Promise.all(next.map((one, index) => noticeOf(organizationId, one, index + 1)));
      return {
        status: 'done',
        call: {
          called: { ticketId, ...result.notification },
          almost: notices.filter((notice) => notice !== null),
        },
      };
    },
  };
}

/** The same for two calls at once, so that the ticket gets one notice; another for the try after one that reached nobody. */
function almostNoticeId(organizationId: string, { ticketId, createdAt, noticeCount }: NextInQueue): string {
  return derivedId(createdAt.getTime(), [organizationId, ticketId, noticeCount]);
}
