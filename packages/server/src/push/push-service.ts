import type { PushSubscriptionRequest } from '@whatsapp-optin/sdk/contract';
import type { PushAcknowledgement } from '../providers/push-acknowledgement.js';

export type SubscribeResult =
  { status: 'created'; id: string } | { status: 'refused_endpoint'; detail: string } | { status: 'unknown_ticket' };

export interface PushService {
  /** `null` where the host sends push by itself. */
  publicKey(organizationId: string): string | null;
  /** `ticketId` is the ticket that the caller may speak for; `null` keeps the subscription with the opt-in alone. */
  subscribe(
    organizationId: string,
    target: { ticketId: string | null; optInId: string | null },
    subscription: PushSubscriptionRequest['subscription'],
  ): Promise<SubscribeResult>;
  /** With `optInId`: only a subscription of that opt-in. `false` where there is none. */
  unsubscribe(organizationId: string, subscriptionId: string, optInId: string | null): Promise<boolean>;
  /** A service worker has displayed a push. A second time changes nothing. `false` where its token is not ours. */
  acknowledge(acknowledgement: PushAcknowledgement): Promise<boolean>;
}
