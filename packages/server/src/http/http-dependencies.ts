import type { AnalyticsDesk } from '../analytics/analytics-store.js';
import type { InboundDesk } from '../inbound/inbound-desk.js';
import type { Log } from '../log.js';
import type { NotificationDesk } from '../notifications/notification-desk.js';
import type { OptInDesk } from '../opt-ins/opt-in-desk.js';
import type { OrganizationStore } from '../organizations/organization.js';
import type { SettingsDesk } from '../organizations/settings-desk.js';
import type { ParkedWorkDesk } from '../parked-work/parked-work.js';
import type { PushDesk } from '../push/push-desk.js';
import type { SessionDesk } from '../sessions/whatsapp-session.js';
import type { TicketDesk } from '../tickets/ticket.js';
import type { IdempotencyStore } from './idempotency-store.js';
import type { Keyring } from './keyring.js';

/** Everything the routes call; the composition root fills it. */
export interface HttpDependencies {
  organizations: OrganizationStore;
  settingsDesk: SettingsDesk;
  tickets: TicketDesk;
  optIns: OptInDesk;
  sessions: SessionDesk;
  inbound: InboundDesk;
  notifications: NotificationDesk;
  push: PushDesk;
  parkedWork: ParkedWorkDesk;
  analytics: AnalyticsDesk;
  idempotency: IdempotencyStore;
  keyring: Keyring;
  log: Log;
  /** Resolves when a trivial statement came back from the database; rejects otherwise. */
  ready(): Promise<void>;
  settings: HttpSettings;
}

export interface HttpSettings {
  /** `/whatsapp`, or empty: everything is served below it. */
  basePath: string;
  /** Origins that may create an opt-in with a publishable key; exact, `https://clinic.example`. */
  allowedOrigins: readonly string[];
  /** How many proxies of ours stand in front: the client address is read that far from the right of X-Forwarded-For; 0 ignores the header. Or CIDRs. */
  trustedProxies: readonly string[];
  /** What the server allows; an organization may choose its own limit and countries. */
  sms: {
    enabled: boolean;
    account: { kind: string } | null;
    fallbackEnabled: boolean;
    criticalOnly: boolean;
    allowedCountries: readonly string[];
    dailyLimit: number;
  };
}
