import type { AnalyticsDesk } from '../analytics/analytics-store.js';
import type { ReportsDesk } from '../analytics/reports-desk.js';
import type { ContactDesk } from '../contacts/contact-desk.js';
import type { InboundService } from '../inbound/inbound-service.js';
import type { LiveWatch } from '../live/live-watch.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics/create-metrics.js';
import type { NotificationDesk } from '../notifications/notification-desk.js';
import type { OptInDesk } from '../opt-ins/opt-in-desk.js';
import type { OrganizationStore } from '../organizations/organization.js';
import type { SettingsDesk } from '../organizations/settings-desk.js';
import type { AuditOverview } from '../overviews/audit-overview.js';
import type { ConsentOverview } from '../overviews/consent-overview.js';
import type { InboundOverview } from '../overviews/inbound-overview.js';
import type { NotificationOverview } from '../overviews/notification-overview.js';
import type { SessionOverview } from '../overviews/session-overview.js';
import type { ParkedWorkDesk } from '../parked-work/parked-work.js';
import type { PushDesk } from '../push/push-desk.js';
import type { SessionDesk } from '../sessions/whatsapp-session.js';
import type { TicketDesk } from '../tickets/ticket.js';
import type { BulkSessions } from '../staff/bulk-sessions.js';
import type { StaffDesk } from '../staff/staff-desk.js';
import type { AdminAssets } from './admin/admin-assets.js';
import type { IdempotencyStore } from './idempotency-store.js';
import type { Keyring } from './keyring.js';

/** Everything the routes call; the composition root fills it. */
export interface HttpDependencies {
  organizations: OrganizationStore;
  settingsDesk: SettingsDesk;
  tickets: TicketDesk;
  optIns: OptInDesk;
  sessions: SessionDesk;
  inbound: Omit<InboundService, 'close'>;
  notifications: NotificationDesk;
  push: PushDesk;
  parkedWork: ParkedWorkDesk;
  analytics: AnalyticsDesk;
  staff: StaffDesk;
  overviews: {
    sessions: SessionOverview;
    inbound: InboundOverview;
    notifications: NotificationOverview;
    consents: ConsentOverview;
    audit: AuditOverview;
  };
  bulkSessions: BulkSessions;
  reports: ReportsDesk;
  contacts: ContactDesk;
  live: Pick<LiveWatch, 'follow' | 'nudge'>;
  metrics: Metrics;
  adminAssets: AdminAssets;
  idempotency: IdempotencyStore;
  keyring: Keyring;
  log: Log;
  /** Resolves when the database answers and takes writes; rejects otherwise. */
  ready(): Promise<void>;
  /** How long the database has given no answer at all; 0: it answers. */
  databaseSilentForMs(): number;
  settings: HttpSettings;
}

export interface HttpSettings {
  /** `/whatsapp`, or empty: everything is served below it. */
  basePath: string;
  /** Where browsers reach the server, base path included, without a slash at the end. */
  publicUrl: string;
  sessionMarginSeconds: number;
  /** Origins that may create an opt-in with a publishable key; exact, `https://clinic.example`. */
  allowedOrigins: readonly string[];
  /** How many proxies of ours stand in front: the client address is read that far from the right of X-Forwarded-For; 0 ignores the header. Or CIDRs. */
  trustedProxies: readonly string[];
  /** What the server allows; an organization may choose its own limit and countries. */
  sms: {
    enabled: boolean;
    account: { kind: string; fromNumber?: string; senderId?: string | undefined } | null;
    centsPerSegment: number | null;
    fallbackEnabled: boolean;
    criticalOnly: boolean;
    allowedCountries: readonly string[];
    dailyLimit: number;
  };
}
