import { validate as isUuid } from 'uuid';
import type { OrganizationStore } from '../organizations/organization.js';
import type { SessionStore } from './session-store.js';
import type { SessionService, SessionScope } from './whatsapp-session.js';

const CLEAN_UP_BATCH = 1000;

export interface SessionServiceParts {
  store: SessionStore;
  organizations: OrganizationStore;
  settings: { sessionDurationHours: number; sessionMarginSeconds: number };
}

export function createSessionService({ store, organizations, settings }: SessionServiceParts): SessionService {
  /** `null` where the organization has no number, and so no session. */
  const complete = async (scope: SessionScope): Promise<Required<SessionScope> | null> => {
    const businessNumber = scope.businessNumber ?? (await organizations.find(scope.organizationId))?.whatsappNumber;
    return businessNumber ? { organizationId: scope.organizationId, businessNumber } : null;
  };

  return {
    async status(scope, phone) {
      const whole = await complete(scope);
      const row = whole && (await store.status(whole, phone, settings.sessionMarginSeconds));
      if (!row) return { hasActiveSession: false, expiresAt: null, lastInboundAt: null, secondsLeft: null };
      return {
        hasActiveSession: row.hasActiveSession,
        expiresAt: row.expiresAt.toISOString(),
        lastInboundAt: row.lastInboundAt.toISOString(),
        secondsLeft: row.secondsLeft,
      };
    },
    async get(scope, phone) {
      const whole = await complete(scope);
      return whole && store.get(whole, phone);
    },
    async openFromMessage(scope, { phone, inboundMessageId, ticketId }) {
      const whole = await complete(scope);
      if (whole === null || !isUuid(inboundMessageId)) return null;
      const opened = await store.openFromMessage(whole, {
        phone,
        inboundMessageId,
        ticketId: ticketId ?? null,
        durationHours: settings.sessionDurationHours,
      });
      return opened ? store.get(whole, phone) : null;
    },
    async end(scope, phone) {
      const whole = await complete(scope);
      return whole !== null && store.endByStaff(whole, phone);
    },
    async cleanUpExpired() {
      let total = 0;
      for (;;) {
        const marked = await store.markExpired(CLEAN_UP_BATCH);
        total += marked;
        if (marked < CLEAN_UP_BATCH) return total;
      }
    },
  };
}
