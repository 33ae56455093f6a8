import type { DeliveryStatus } from '../providers/inbound-event.js';
import type { SendFailure } from '../providers/send-outcome.js';
import type { SendingTier } from './tiers.js';

/** The attempt that a vendor refused, and its account. */
export interface FailedTarget {
  attemptId: string;
  tier: SendingTier;
  provider: string;
  businessNumber: string | null;
}

/** What follows from a send, beyond its own attempt. */
export interface SendFollowUp {
  /** Applies the action of a refusal: ends a session, blocks a person, pauses a number. */
  actOn(organizationId: string, target: FailedTarget, failure: SendFailure): Promise<void>;
  /** Applies statuses that arrived before the vendor's answer. @returns the furthest of them; `null`: none. */
  applyWaiting(
    organizationId: string,
    provider: string,
    providerMessageId: string,
  ): Promise<DeliveryStatus['status'] | null>;
}
