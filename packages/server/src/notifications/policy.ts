import type { NotificationType } from '@whatsapp-optin/sdk/contract';
import { SENDING_TIERS, type SendingTier } from './tiers.js';

/** When a tier counts as having reached the customer, and how long that is waited for before the next tier is tried. */
export interface TierPolicy {
  /** The status that counts as reached; a later one counts too. */
  successStatus: 'accepted' | 'sent' | 'delivered';
  /** Not used with `accepted`. */
  fallbackAfterSeconds: number;
}

/** Deadline of one notification type, and what counts as success on each tier. */
export interface NotificationPolicy {
  /** From the call on; after it the notice is worth nothing and no tier is tried. */
  deadlineSeconds: number;
  /** One policy for each of `push`, `whatsapp` and `sms`. */
  tiers: Record<SendingTier, TierPolicy>;
}

/** What is left out stays as it is built in. */
export interface PolicyOverride {
  /** From the call on, in seconds. Default: the built-in deadline of the type. */
  deadlineSeconds?: number | undefined;
  /** Policies that replace built-in ones, each as a whole. A tier left out keeps its own. */
  tiers?: Partial<Record<SendingTier, TierPolicy | undefined>> | undefined;
}

/** Overrides by notification type. A type left out keeps its built-in policy. */
export type PolicyOverrides = Partial<Record<NotificationType, PolicyOverride | undefined>>;

const ACCEPTED: TierPolicy = { successStatus: 'accepted', fallbackAfterSeconds: 0 };
// A push service that took a message has not shown it; the service worker's word comes within seconds or not at all.
const SHOWN: TierPolicy = { successStatus: 'delivered', fallbackAfterSeconds: 20 };

const ordinary = (deadlineSeconds: number): NotificationPolicy => ({
  deadlineSeconds,
  tiers: { push: ACCEPTED, whatsapp: ACCEPTED, sms: ACCEPTED },
});
const pressing = (deadlineSeconds: number): NotificationPolicy => ({
  deadlineSeconds,
  tiers: { push: SHOWN, whatsapp: ACCEPTED, sms: ACCEPTED },
});

/** A call to the counter is worthless after minutes; what is worth knowing for an hour may take longer. */
export const DEFAULT_POLICIES: Record<NotificationType, NotificationPolicy> = {
  ticket_created: ordinary(3600),
  position_update: ordinary(900),
  almost_your_turn: ordinary(900),
  your_turn: pressing(600),
  session_expiring: ordinary(3600),
  critical: pressing(3600),
};

export function resolvePolicies(overrides: PolicyOverrides = {}): Record<NotificationType, NotificationPolicy> {
  const resolved = structuredClone(DEFAULT_POLICIES);
  for (const type of Object.keys(DEFAULT_POLICIES) as NotificationType[]) {
    const override = overrides[type];
    if (override === undefined) continue;
    resolved[type].deadlineSeconds = override.deadlineSeconds ?? resolved[type].deadlineSeconds;
    for (const tier of SENDING_TIERS) resolved[type].tiers[tier] = override.tiers?.[tier] ?? resolved[type].tiers[tier];
  }
  return resolved;
}

/** Statuses that count as each success. */
export const REACHED: Readonly<Record<TierPolicy['successStatus'], readonly string[]>> = {
  accepted: ['accepted', 'sent', 'delivered', 'read'],
  sent: ['sent', 'delivered', 'read'],
  delivered: ['delivered', 'read'],
};
