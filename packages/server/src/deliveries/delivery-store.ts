import type { DeliveryStatus } from '../providers/inbound-event.js';
import type { SendingTier } from '../notifications/tiers.js';

/** The attempt that a status belongs to, after the status was applied. */
export interface StatusApplied {
  notificationId: string;
  attemptId: string;
  tier: SendingTier;
  /** `false`: news that the attempt had already, or that would move it backwards. */
  moved: boolean;
  /** The status is final, and the vendor gives the price only on request: the price is due. */
  priceOwed: boolean;
  /** The run had continued with a later tier. */
  late: boolean;
  contactId: string | null;
  businessNumber: string | null;
  /** Of an SMS. */
  phone: string | null;
}

export interface DeliveryStore {
  /**
   * One statement: keeps the status once, moves its attempt forward only. `null`: its send is not stored yet; the status
   * waits, and `applyWaiting` finds it.
   */
  apply(
    organizationId: string,
    provider: string,
    status: DeliveryStatus,
    pricedWhenAsked?: readonly SendingTier[],
  ): Promise<StatusApplied | null>;
  /** Statuses that came before the answer of this send did. @returns the furthest of them; `null`: none. */
  applyWaiting(
    organizationId: string,
    provider: string,
    providerMessageId: string,
    pricedWhenAsked?: readonly SendingTier[],
  ): Promise<DeliveryStatus['status'] | null>;
  endSession(organizationId: string, contactId: string, businessNumber: string, reason: string): Promise<void>;
  /** WhatsApp does not reach this person: no try for this time, in seconds, or until they write. */
  markUnreachable(organizationId: string, contactId: string, forSeconds: number): Promise<void>;
  /** The vendor reports an opt-out: no paid tier until the person opts in again. */
  optOut(
    organizationId: string,
    person: { contactId: string | null; phone: string | null },
    provider: string,
  ): Promise<void>;
  pauseChannel(input: {
    organizationId: string;
    businessNumber: string;
    provider: string;
    errorCode: string | null;
    forSeconds: number;
  }): Promise<void>;
}
