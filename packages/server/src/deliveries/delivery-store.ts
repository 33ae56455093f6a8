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
  businessNumber: string | null;
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
  /** The vendor found the window of this send closed. A session whose person has written since goes on. */
  endSession(organizationId: string, attemptId: string, reason: string): Promise<void>;
  /** WhatsApp did not reach the person of this send: no try for this time, in seconds, or until they write. */
  markUnreachable(organizationId: string, attemptId: string, forSeconds: number): Promise<void>;
  /**
   * The vendor reports that the person of this send wants no more: no paid tier until they opt in again. What they agreed
   * to after the send stands. A report about an SMS may concern that phone alone.
   */
  optOut(organizationId: string, attemptId: string, provider: string): Promise<void>;
  pauseChannel(input: {
    organizationId: string;
    businessNumber: string;
    provider: string;
    errorCode: string | null;
    forSeconds: number;
  }): Promise<void>;
}
