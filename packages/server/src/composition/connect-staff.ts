import { createReportService, type ReportService } from '../analytics/report-service.js';
import { configuredKeys } from './configured-keys.js';
import { createContactService } from '../contacts/contact-service.js';
import type { HttpDependencies } from '../http/http-dependencies.js';
import type { Keyring } from '../http/keyring.js';
import { LiveWatch } from '../events/live-watch.js';
import type { Log } from '../log.js';
import type { NotificationService } from '../notifications/notification-service.js';
import { createSettingsService } from '../organizations/settings-service.js';
import { readAdminAssets } from './read-admin-assets.js';
import { reminderText } from '../renewals/reminder-text.js';
import type { ResolvedOptions } from '../config/resolve-options.js';
import { createBulkSessions } from '../staff/bulk-sessions.js';
import { createStaffService } from '../staff/create-staff-service.js';
import { BASES_PROOF, PROOF } from '../storage/analytics-store.js';
import type { Stores } from '../storage/create-stores.js';
import { retentionDefaults } from '../storage/retention.js';
import type { Translations } from '../translations/translations.js';
import { builtInTemplate } from '../translations/built-in-template.js';

export interface StaffParts {
  stores: Stores;
  keyring: Keyring;
  translations: Translations;
  log: Log;
  settings: Pick<ResolvedOptions, 'messageRetentionDays' | 'notificationRetentionDays' | 'sessionMarginSeconds'>;
}

type StaffSide = Pick<HttpDependencies, 'staff' | 'contacts' | 'queries' | 'settingsService' | 'adminAssets'> & {
  reports: ReportService;
  live: LiveWatch;
  /** Created late: it sends, and needs the finished notification service. */
  bulkSessions(notifications: Pick<NotificationService, 'notifyByWhatsApp'>): HttpDependencies['bulkSessions'];
};

/** What staff see and do, joined; part of the composition root. */
export function connectStaff({ stores, keyring, translations, log, settings }: StaffParts): StaffSide {
  const { organizations } = stores;
  return {
    staff: createStaffService({ store: stores.staff, configured: configuredKeys(keyring) }),
    contacts: createContactService(stores.contacts),
    queries: {
      sessions: stores.sessionQueries,
      inbound: stores.inboundQueries,
      notifications: stores.notificationQueries,
      consents: stores.consentQueries,
      audit: stores.auditQueries,
      tickets: stores.ticketQueries,
      alerts: stores.alertQueries,
    },
    settingsService: createSettingsService(organizations, {
      retentionDays: retentionDefaults(settings),
      quickReplies: translations.quickReplies(),
      builtInText: (type, locale) => builtInTemplate(translations, { type, locale }),
    }),
    adminAssets: readAdminAssets(),
    reports: createReportService({
      daily: stores.daily,
      store: stores.analytics,
      ledger: stores.consents,
      checks: stores.chainChecks,
      proofQueries: { query: PROOF.trim(), basesQuery: BASES_PROOF.trim() },
      now: Date.now,
    }),
    live: new LiveWatch(stores.live, log),
    bulkSessions: (notifications) =>
      createBulkSessions({
        sessions: stores.currentSessions,
        renewals: stores.renewals,
        notifications,
        marginSeconds: settings.sessionMarginSeconds,
        reminderText: (organizationId) => reminderText(organizations, translations, organizationId),
      }),
  };
}
