import { drain } from '../batches/drain.js';
import type { Log } from '../log.js';
import type { NotificationService } from '../notifications/notification-service.js';
import type { DueRenewal, RenewalStore } from './renewal-store.js';

/** Notices under way in one process. What is taken is begun at once, so that a stop loses none. */
const AT_ONCE = 32;

/**
 * While a vendor hangs, a look that found all there was is not repeated sooner: sessions end by the minute. One that left an
 * organization out may be repeated, since the others come one after another.
 */
const LOOK_AGAIN_MS = { all: 10_000, others: 1_000 } as const;

export interface RenewalWorkerParts {
  store: RenewalStore;
  notifications: Pick<NotificationService, 'notifyByWhatsApp'>;
  log: Log;
  settings: { sessionMarginSeconds: number; renewalLeadMinutes: number };
}

/**
 * Asks customers who still wait for a word before their session ends, several at a time. A notice whose process dies is not sent
 * by another: one too few, never two.
 */
export function createRenewalWorker({ store, notifications, log, settings }: RenewalWorkerParts): {
  /** Sends all due notices, or those that it has begun when `stopping` aborts. @returns how many it handled */
  processDue(stopping?: AbortSignal): Promise<number>;
} {
  const leadSeconds = settings.renewalLeadMinutes * 60;
  const marginSeconds = settings.sessionMarginSeconds;

  const send = async (renewal: DueRenewal): Promise<void> => {
    const request = { ticketId: renewal.ticketId, type: 'session_expiring' as const };
    const result = await notifications.notifyByWhatsApp(renewal.organizationId, request);
    if (result.status === 'done') await store.record(renewal, result.notification.id, result.notification.success);
  };

  return {
    processDue(stopping) {
      const lookAgainAtMs = { all: -Infinity, others: -Infinity };
      return drain<DueRenewal>(
        {
          async take(limit, except) {
            const whom = except.length === 0 ? 'all' : 'others';
            if (performance.now() < lookAgainAtMs[whom]) return [];
            const due = await store.takeDue({ leadSeconds, marginSeconds, limit, except });
            if (due.length < limit) lookAgainAtMs[whom] = performance.now() + LOOK_AGAIN_MS[whom];
            return due;
          },
          groupOf: ({ organizationId }) => organizationId,
          atOnce: AT_ONCE,
          async work(renewal) {
            try {
              await send(renewal);
            } catch (error) {
              const name = error instanceof Error ? error.name : 'unknown';
              log.error({ sessionId: renewal.sessionId, error: name }, 'a renewal notice failed');
            }
          },
        },
        stopping,
      );
    },
  };
}
