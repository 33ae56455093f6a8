import type { AnalyticsService } from '../analytics/analytics-store.js';
import type { ReportService } from '../analytics/report-service.js';
import type { ContactService } from '../contacts/contact-service.js';
import type { CapabilityLinks } from '../customer-page/capability-links.js';
import type { CustomerPageStore } from '../customer-page/customer-page.js';
import type { InboundService } from '../inbound/inbound-service.js';
import type { LiveWatch } from '../events/live-watch.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics/create-metrics.js';
import type { TicketCaller } from '../notifications/call-ticket.js';
import type { NotificationService } from '../notifications/notification-service.js';
import type { OptInService } from '../opt-ins/opt-in-service.js';
import type { OrganizationStore } from '../organizations/organization.js';
import type { SettingsService } from '../organizations/settings-service.js';
import type { AlertQueries } from '../admin-queries/alert-queries.js';
import type { AuditQueries } from '../admin-queries/audit-queries.js';
import type { ConsentQueries } from '../admin-queries/consent-queries.js';
import type { InboundQueries } from '../admin-queries/inbound-queries.js';
import type { NotificationQueries } from '../admin-queries/notification-queries.js';
import type { SessionQueries } from '../admin-queries/session-queries.js';
import type { TicketQueries } from '../admin-queries/ticket-queries.js';
import type { DeadLetterService } from '../dead-letters/dead-letter.js';
import type { EventEndpointService } from '../outbox/endpoint-service.js';
import type { PushService } from '../push/push-service.js';
import type { SessionService } from '../sessions/whatsapp-session.js';
import type { TicketService } from '../tickets/ticket.js';
import type { BulkSessions } from '../staff/bulk-sessions.js';
import type { StaffService } from '../staff/staff-service.js';
import type { AdminAssets } from './admin/admin-assets.js';
import type { Admission } from './admission.js';
import type { IdempotencyStore } from './idempotency-store.js';
import type { Keyring } from './keyring.js';

/** Everything the routes call; the composition root fills it. */
export interface HttpDependencies {
  organizations: OrganizationStore;
  settingsService: SettingsService;
  tickets: TicketService;
  ticketCaller: TicketCaller;
  optIns: OptInService;
  sessions: SessionService;
  inbound: Omit<InboundService, 'close'>;
  notifications: NotificationService;
  push: PushService;
  deadLetters: DeadLetterService;
  eventEndpoints: EventEndpointService;
  analytics: AnalyticsService;
  staff: StaffService;
  queries: {
    sessions: SessionQueries;
    inbound: InboundQueries;
    notifications: NotificationQueries;
    consents: ConsentQueries;
    audit: AuditQueries;
    tickets: TicketQueries;
    alerts: AlertQueries;
  };
  bulkSessions: BulkSessions;
  reports: ReportService;
  contacts: ContactService;
  customerPage: CustomerPageStore & { links: CapabilityLinks };
  live: Pick<LiveWatch, 'follow' | 'nudge'>;
  metrics: Metrics;
  adminAssets: AdminAssets;
  idempotency: IdempotencyStore;
  keyring: Keyring;
  log: Log;
  admission: Pick<Admission, 'enter'>;
  /** Keeps an origin that a browser was refused for. */
  recordRefusedOrigin(origin: string): Promise<void>;
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
