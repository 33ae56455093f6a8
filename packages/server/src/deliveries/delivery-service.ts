import type { DeliveryStatus, ReportStatus } from '../providers/inbound-event.js';
import type { Log } from '../log.js';
import type { FailedRun, NotificationStore } from '../notifications/notification-store.js';
import type { SendFollowUp } from '../notifications/failed-send.js';
import type { SendingTier } from '../notifications/tiers.js';
import type { DeliveryStore, StatusApplied } from './delivery-store.js';

/** Records the statuses of sends, from a webhook or from the answer of the send itself. */
export interface DeliveryService extends SendFollowUp {
  /** Records a vendor's status, once and forward only. After a failure the next tier is tried. */
  report: ReportStatus;
}

export interface DeliveryServiceParts {
  store: DeliveryStore;
  notifications: Pick<NotificationStore, 'getRun' | 'confirm'>;
  log: Log;
  /** Continues a run whose tier failed. Resolves when that run has ended. */
  resume(run: FailedRun): Promise<void>;
  /** Tiers whose vendor reports a price only when asked. */
  pricedWhenAsked(organizationId: string): readonly SendingTier[];
  /** Called when a message has ended without a price. Must not throw; a sweep finds what a crash loses. */
  onPriceOwed(): void;
}

/** Pause after the vendor blocks a number; restarts on each refusal. */
const ACCOUNT_PAUSE_SECONDS = 900;

/** About one session; a message from the person ends it sooner. */
const UNREACHABLE_SECONDS = 24 * 3600;
/** No address is known that the vendor takes; nobody has refused. */
const NO_ADDRESS = 'no_address';

export function createDeliveryService(parts: DeliveryServiceParts): DeliveryService {
  const { store, notifications, log, resume, pricedWhenAsked, onPriceOwed } = parts;
  const advance = async (
    organizationId: string,
    applied: StatusApplied,
    status: DeliveryStatus['status'],
  ): Promise<void> => {
    // Late news is recorded with its attempt and never sends again.
    if (!applied.moved || applied.late) return;
    const { notificationId, tier } = applied;
    const run = await notifications.getRun(organizationId, notificationId);
    if (run === null) return;
    if (status === 'failed') {
      return resume({ organizationId, notificationId, version: run.version, failedTier: tier });
    }
    // A delivery contradicts a run that ended without one, or that waits for another attempt: decide again.
    const isInHand = status === 'delivered' || status === 'read';
    const isOver = run.settled || (isInHand && run.waitingTier === null);
    if (isOver && (run.method === 'none' || run.method === 'push_only')) {
      return resume({ organizationId, notificationId, version: run.version, failedTier: null });
    }
    const reached = run.waitingFor === 'sent' ? status !== 'accepted' : isInHand;
    if (run.waitingTier === tier && reached)
      await notifications.confirm(organizationId, notificationId, run.version, tier);
  };

  const service: DeliveryService = {
    async report({ organizationId, provider }, status) {
      const applied = await store.apply(organizationId, provider, status, pricedWhenAsked(organizationId));
      if (applied === null) return;
      if (applied.moved && status.failure !== null) {
        const { attemptId, tier, businessNumber } = applied;
        await service.actOn(organizationId, { attemptId, tier, provider, businessNumber }, status.failure);
      }
      if (applied.priceOwed) onPriceOwed();
      await advance(organizationId, applied, status.status);
    },
    async applyWaiting(organizationId, provider, providerMessageId) {
      return store.applyWaiting(organizationId, provider, providerMessageId, pricedWhenAsked(organizationId));
    },
    async actOn(organizationId, { attemptId, tier, provider, businessNumber }, failure) {
      const { action, errorCode } = failure;
      if (action === 'close_session') await store.endSession(organizationId, attemptId, 'closed_by_vendor');
      if (action === 'unreachable' && tier === 'whatsapp' && errorCode !== NO_ADDRESS) {
        await store.markUnreachable(organizationId, attemptId, UNREACHABLE_SECONDS);
      }
      if (action === 'opt_out') await store.optOut(organizationId, attemptId, provider);
      if (action === 'pause_channel' && tier === 'whatsapp' && businessNumber !== null) {
        await store.pauseChannel({
          organizationId,
          businessNumber,
          provider,
          errorCode,
          forSeconds: ACCOUNT_PAUSE_SECONDS,
        });
      }
      if (['pause_channel', 'bad_credentials', 'bug'].includes(action)) {
        log.error(
          { organizationId, provider, tier, action, errorCode },
          'a vendor refuses our account; check its settings',
        );
      }
    },
  };
  return service;
}
