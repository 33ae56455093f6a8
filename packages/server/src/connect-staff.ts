import { createReportsDesk, type ReportsDesk } from './analytics/reports-desk.js';
import { configuredKeys } from './configured-keys.js';
import { createContactDesk } from './contacts/contact-desk.js';
import type { HttpDependencies } from './http/http-dependencies.js';
import type { Keyring } from './http/keyring.js';
import { LiveWatch } from './live/live-watch.js';
import type { Log } from './log.js';
import type { NotificationDesk } from './notifications/notification-desk.js';
import { DEFAULT_RETENTION_DAYS } from './organizations/retention-days.js';
import { createSettingsDesk } from './organizations/settings-desk.js';
import { readAdminAssets } from './read-admin-assets.js';
import { reminderText } from './reminder-text.js';
import type { ResolvedOptions } from './config/resolve-options.js';
import { createBulkSessions } from './staff/bulk-sessions.js';
import { createStaffDesk } from './staff/create-staff-desk.js';
import { PROOF } from './storage/analytics-store.js';
import type { Stores } from './storage/create-stores.js';
import type { Words } from './words/words.js';

export interface StaffParts {
  stores: Stores;
  keyring: Keyring;
  words: Words;
  log: Log;
  settings: Pick<ResolvedOptions, 'messageRetentionDays' | 'sessionMarginSeconds'>;
}

type StaffSide = Pick<HttpDependencies, 'staff' | 'contacts' | 'overviews' | 'settingsDesk' | 'adminAssets'> & {
  reports: ReportsDesk;
  live: LiveWatch;
  /** It sends, so that it needs the desk that the rest is joined into. */
  bulkSessions(notifications: Pick<NotificationDesk, 'notifyByWhatsApp'>): HttpDependencies['bulkSessions'];
};

/** What staff see and do, joined; part of the composition root. */
export function connectStaff({ stores, keyring, words, log, settings }: StaffParts): StaffSide {
  const { organizations } = stores;
  return {
    staff: createStaffDesk({ store: stores.staff, configured: configuredKeys(keyring) }),
    contacts: createContactDesk({ store: stores.contacts, countAnew: stores.daily.rollUp }),
    overviews: {
      sessions: stores.sessionOverview,
      inbound: stores.inboundOverview,
      notifications: stores.notificationOverview,
      consents: stores.consentOverview,
      audit: stores.auditOverview,
    },
    settingsDesk: createSettingsDesk(organizations, {
      ...DEFAULT_RETENTION_DAYS,
      messages: settings.messageRetentionDays,
    }),
    adminAssets: readAdminAssets(),
    reports: createReportsDesk({
      daily: stores.daily,
      store: stores.analytics,
      ledger: stores.consents,
      checks: stores.chainChecks,
      proofQuery: PROOF.trim(),
      now: Date.now,
    }),
    live: new LiveWatch(stores.live, log),
    bulkSessions: (notifications) =>
      createBulkSessions({
        sessions: stores.sessionOverview,
        renewals: stores.renewals,
        notifications,
        marginSeconds: settings.sessionMarginSeconds,
        reminderText: (organizationId) => reminderText(organizations, words, organizationId),
      }),
  };
}
