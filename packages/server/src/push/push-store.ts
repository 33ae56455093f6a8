import type { PushSubscription } from '../providers/push-sender.js';

export interface VapidKeys {
  publicKey: string;
  privateKey: string;
}

export interface PushStore {
  /** Keeps the first pair stored for the organization, even if several processes store one at the same time. */
  ensureVapidKeys(organizationId: string, made: VapidKeys): Promise<VapidKeys>;
  /**
   * The same endpoint for the same target is kept once. Of an opt-in, and of a ticket, the newest ten are kept.
   *
   * @returns its id
   */
  add(
    organizationId: string,
    input: { endpoint: string; p256dh: string; auth: string; ticketId: string | null; optInId: string | null },
  ): Promise<string>;
  ofTicket(organizationId: string, ticketId: string): Promise<PushSubscription[]>;
  /** With `optInId`: only where the subscription is that opt-in's. */
  remove(organizationId: string, subscriptionId: string, optInId: string | null): Promise<boolean>;
}
