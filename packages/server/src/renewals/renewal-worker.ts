import type { Log } from '../log.js';
import type { NotificationService } from '../notifications/notification-service.js';
import type { RenewalStore } from './renewal-store.js';

const BATCH = 50;

export interface RenewalWorkerParts {
  store: RenewalStore;
  notifications: Pick<NotificationService, 'notifyByWhatsApp'>;
  log: Log;
  settings: { sessionMarginSeconds: number; renewalLeadMinutes: number };
}

/**
 * Asks customers who still wait for a word before their session ends. A notice whose process dies is not sent by another:
 * one too few, never two. @returns how many were sent.
 */
export function createRenewalWorker({ store, notifications, log, settings }: RenewalWorkerParts): {
  processDue(): Promise<number>;
} {
  return {
    async processDue() {
      const leadSeconds = settings.renewalLeadMinutes * 60;
      const due = await store.takeDue({ leadSeconds, marginSeconds: settings.sessionMarginSeconds, limit: BATCH });
      let sent = 0;
      for (const renewal of due) {
        try {
          const request = { ticketId: renewal.ticketId, type: 'session_expiring' as const };
          const result = await notifications.notifyByWhatsApp(renewal.organizationId, request);
          if (result.status !== 'done') continue;
          await store.record(renewal, result.notification.id, result.notification.success);
          if (result.notification.success) sent += 1;
        } catch (error) {
          log.error({ sessionId: renewal.sessionId, error: String((error as Error).name) }, 'a renewal notice failed');
        }
      }
      return sent;
    },
  };
}
