import type { WhatsAppAccount } from '../accounts/whatsapp-account.js';
import type { DeliveryStatus } from '../providers/inbound-event.js';
import type { Log } from '../log.js';
import type { DueRun, NotificationStore } from '../notifications/notification-store.js';
import type { SendingTier } from '../notifications/tiers.js';
import type { SendFailure } from '../providers/send-outcome.js';
import type { DeliveryStore, StatusApplied } from './delivery-store.js';

/** Whom a refused send was for. */
export interface FailedTarget {
  tier: SendingTier;
  provider: string;
  contactId: string | null;
  businessNumber: string | null;
  /** Of an SMS. */
  phone: string | null;
}

/** News of what was sent, as it comes: from a webhook, or from the answer of the send itself. */
export interface DeliveryService {
  /** A status of a vendor. Once each, forward only; a failure lets the walk go on. */
  report(account: Pick<WhatsAppAccount, 'organizationId' | 'provider'>, status: DeliveryStatus): Promise<void>;
  /** The answer of a send brought its id; statuses that came before it are applied. @returns the furthest, or `null`. */
  applyWaiting(
    organizationId: string,
    provider: string,
    providerMessageId: string,
  ): Promise<DeliveryStatus['status'] | null>;
  /** What a refusal asks for besides the next tier. */
  actOn(organizationId: string, target: FailedTarget, failure: SendFailure): Promise<void>;
}

export interface DeliveryServiceParts {
  store: DeliveryStore;
  notifications: Pick<NotificationStore, 'getRun' | 'confirm'>;
  log: Log;
  /** The tier that had it failed: the walk goes on, if anything is left; resolves when it has. */
  resume(run: DueRun): Promise<void>;
  /** Tiers of which a vendor tells prices when it is asked, and only then. */
  pricedWhenAsked(organizationId: string): readonly SendingTier[];
  /** A message came to its end, and its vendor told no price with it. Must not throw; a sweep finds what it loses. */
  onPriceOwed(): void;
}

/** A number that its vendor blocks is left alone for so long; each further refusal begins anew. */
const CHANNEL_PAUSE_SECONDS = 900;

/** About as long as a session; what the person writes ends it sooner. */
const UNREACHABLE_SECONDS = 24 * 3600;
/** We know no address that the vendor takes: nobody has refused. */
const NO_ADDRESS = 'no_address';

export function createDeliveryService(parts: DeliveryServiceParts): DeliveryService {
  const { store, notifications, log, resume, pricedWhenAsked, onPriceOwed } = parts;
  const goOn = async (
    organizationId: string,
    applied: StatusApplied,
    status: DeliveryStatus['status'],
  ): Promise<void> => {
    // Late news is recorded with its attempt and never sends again.
    if (!applied.moved || applied.late) return;
    const { notificationId, tier } = applied;
    const position = await notifications.getRun(organizationId, notificationId);
    if (position === null) return;
    if (status === 'failed') {
      return resume({ organizationId, notificationId, version: position.version, waitingTier: null, failedTier: tier });
    }
    // The vendor had it all the same, and the walk had ended without, or waits for another try: it is judged anew.
    const isInHand = status === 'delivered' || status === 'read';
    const isOver = position.settled || (isInHand && position.waitingTier === null);
    if (isOver && (position.method === 'none' || position.method === 'push_only')) {
      return resume({ organizationId, notificationId, version: position.version, waitingTier: null, failedTier: null });
    }
    const reached = position.waitingFor === 'sent' ? status !== 'accepted' : isInHand;
    if (position.waitingTier === tier && reached)
      await notifications.confirm(organizationId, notificationId, position.version, tier);
  };

  const desk: DeliveryService = {
    async report({ organizationId, provider }, status) {
      const applied = await store.apply(organizationId, provider, status, pricedWhenAsked(organizationId));
      if (applied === null) return;
      if (applied.moved && status.failure !== null) {
        const { tier, contactId, businessNumber, phone } = applied;
        await desk.actOn(organizationId, { tier, provider, contactId, businessNumber, phone }, status.failure);
      }
      if (applied.priceOwed) onPriceOwed();
      await goOn(organizationId, applied, status.status);
    },
    async applyWaiting(organizationId, provider, providerMessageId) {
      return store.applyWaiting(organizationId, provider, providerMessageId, pricedWhenAsked(organizationId));
    },
    async actOn(organizationId, { tier, provider, contactId, businessNumber, phone }, failure) {
      const { action, errorCode } = failure;
      if (action === 'close_session' && contactId !== null && businessNumber !== null) {
        await store.endSession(organizationId, contactId, businessNumber, 'closed_by_vendor');
      }
      if (action === 'unreachable' && tier === 'whatsapp' && contactId !== null && errorCode !== NO_ADDRESS) {
        await store.markUnreachable(organizationId, contactId, UNREACHABLE_SECONDS);
      }
      if (action === 'opt_out') await store.optOut(organizationId, { contactId, phone }, provider);
      if (action === 'pause_channel' && tier === 'whatsapp' && businessNumber !== null) {
        await store.pauseChannel({
          organizationId,
          businessNumber,
          provider,
          errorCode,
          forSeconds: CHANNEL_PAUSE_SECONDS,
        });
      }
      if (['pause_channel', 'bad_credentials', 'bug'].includes(action)) {
        log.error({ organizationId, provider, tier, action, errorCode }, 'a vendor refuses us; somebody must look');
      }
    },
  };
  return desk;
}
