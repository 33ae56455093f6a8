import type { NotificationType, Reason } from '@whatsapp-optin/sdk/contract';
import type { WhatsAppAccounts } from '../accounts/whatsapp-account.js';
import type { Log } from '../log.js';
import type { HostPushSender, PushSender } from '../providers/push-sender.js';
import type { RateLimiter } from '../providers/rate-limiter.js';
import type { SmsProvider } from '../providers/sms-provider.js';
import type { PushStore } from '../push/push-store.js';
import type { NotificationMessage } from './notification-message.js';
import type { AttemptKey, NewRun, NotificationStore, Recipient } from './notification-store.js';
import type { NotificationPolicy } from './policy.js';
import type { Clocks } from './send-claimed.js';
import type { SendResult } from './send-result.js';
import type { TierSettings } from './tiers.js';

export interface SenderDependencies {
  store: NotificationStore;
  pushStore: PushStore;
  accounts: WhatsAppAccounts;
  /** The built-in senders by organization, or the host's own. */
  push:
    { kind: 'host'; send: HostPushSender } | { kind: 'built_in'; senderOf(organizationId: string): PushSender | null };
  /** `null`: SMS is off. */
  sms: SmsProvider | null;
  /** Shared by all organizations, as the account is. */
  smsRateLimiter: RateLimiter;
  clocks: Clocks;
  log: Log;
  settings: {
    sessionMarginSeconds: number;
    sms: TierSettings['sms'] & { dailyLimit: number; centsPerSegment: number | null };
    countryOf: TierSettings['countryOf'];
    policies: Record<NotificationType, NotificationPolicy>;
  };
}

/**
 * Claims one attempt and makes it. A reason instead of a result: the claim is refused and nothing is sent. With `begins` the
 * run is stored in the statement of the claim, where the sender can; `stored_before`: it was stored already.
 */
export type Send = (
  key: AttemptKey,
  message: NotificationMessage,
  recipient: Recipient,
  begins: NewRun | null,
) => Promise<SendResult | Reason | 'stored_before'>;

/** Types that a customer waits for: they are sent with high urgency. */
export const URGENT_TYPES: readonly (NotificationType | null)[] = ['your_turn', 'almost_your_turn', 'critical'];
