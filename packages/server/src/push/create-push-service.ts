import { validate as isUuid } from 'uuid';
import type { ReportStatus } from '../providers/inbound-event.js';
import { readAcknowledgementToken } from '../providers/push-acknowledgement.js';
import type { PushSender } from '../providers/push-sender.js';
import type { TicketService } from '../tickets/ticket.js';
import type { PushService } from './push-service.js';
import type { PushStore } from './push-store.js';

export interface PushServiceParts {
  store: PushStore;
  tickets: TicketService;
  /** `null` where the host sends push by itself. */
  senderOf(organizationId: string): PushSender | null;
  deliveries: { report: ReportStatus };
}

export function createPushService({ store, tickets, senderOf, deliveries }: PushServiceParts): PushService {
  return {
    publicKey: (organizationId) => senderOf(organizationId)?.publicKey ?? null,
    async subscribe(organizationId, target, subscription) {
      const refused = senderOf(organizationId)?.refuseEndpoint(subscription.endpoint) ?? null;
      if (refused !== null) return { status: 'refused_endpoint', detail: refused };
      if (target.ticketId !== null && (await tickets.find(organizationId, target.ticketId)) === null) {
        return { status: 'unknown_ticket' };
      }
      const { endpoint, keys } = subscription;
      const id = await store.add(organizationId, { endpoint, ...keys, ...target });
      return { status: 'created', id };
    },
    unsubscribe: (organizationId, subscriptionId, optInId) =>
      isUuid(subscriptionId) ? store.remove(organizationId, subscriptionId, optInId) : Promise.resolve(false),
    async acknowledge({ notificationId, token }) {
      const claim = readAcknowledgementToken(token);
      if (claim === null) return false;
      const { organizationId, attemptId, signature } = claim;
      const sender = senderOf(organizationId);
      if (sender?.isAcknowledgement?.({ notificationId, attemptId, signature }) !== true) return false;
      await deliveries.report(
        { organizationId, provider: 'web-push' },
        {
          kind: 'status',
          providerMessageId: attemptId,
          correlationId: attemptId,
          status: 'delivered',
          at: null,
          failure: null,
          price: null,
        },
      );
      return true;
    },
  };
}
