import type { SealPhone } from '../contacts/contact-store.js';
import { createAnalyticsStore } from './analytics-store.js';
import { createAuditOverview } from './audit-overview.js';
import { createChainCheckStore } from './chain-check-store.js';
import { createConsentOverview } from './consent-overview.js';
import { createContactStore } from './contact-store.js';
import { createDailyReader } from './daily-counts.js';
import { createInboundOverview } from './inbound-overview.js';
import { createLiveStore } from './live-store.js';
import { createNotificationOverview } from './notification-overview.js';
import { createSessionOverview } from './session-overview.js';
import { createStaffStore } from './staff-store.js';
import { createConsentLedger } from './consent-ledger.js';
import { LONG_QUERY_TIMEOUT_MS, type Database } from './database.js';
import { createDeliveryStore } from './delivery-store.js';
import { createIdempotencyStore } from './idempotency-store.js';
import { createInboundStore } from './inbound-store.js';
import { createNotificationStore } from './notification-store.js';
import { createOptInStore } from './opt-in-store.js';
import { createOrganizationStore } from './organization-store.js';
import { createParkedWorkStore } from './parked-work-store.js';
import { createPriceStore } from './price-store.js';
import { createPushStore } from './push-store.js';
import { createRenewalStore } from './renewal-store.js';
import { createReplyStore } from './reply-store.js';
import { createSessionStore } from './session-store.js';
import { createTicketStore } from './ticket-store.js';
import { createTurnStore } from './turn-store.js';

export type Stores = ReturnType<typeof createStores>;

/** Every store over one database, one entry an aggregate. */
export function createStores(database: Database, sealPhone: SealPhone) {
  // Statements of reports, exports and erasures take longer.
  const patient = database.withTimeout(LONG_QUERY_TIMEOUT_MS);
  const contacts = createContactStore(patient, sealPhone);
  return {
    analytics: createAnalyticsStore(patient),
    auditOverview: createAuditOverview(patient),
    chainChecks: createChainCheckStore(patient),
    consentOverview: createConsentOverview(patient),
    consents: createConsentLedger(patient),
    contacts,
    daily: createDailyReader(patient),
    deliveries: createDeliveryStore(database),
    idempotency: createIdempotencyStore(database),
    inbound: createInboundStore(database),
    inboundOverview: createInboundOverview(patient),
    live: createLiveStore(database),
    notificationOverview: createNotificationOverview(patient),
    notifications: createNotificationStore(database, contacts.wasErased),
    optIns: createOptInStore(database),
    organizations: createOrganizationStore(database),
    parkedWork: createParkedWorkStore(database),
    prices: createPriceStore(database),
    push: createPushStore(database),
    renewals: createRenewalStore(patient),
    replies: createReplyStore(database),
    sessionOverview: createSessionOverview(patient),
    sessions: createSessionStore(database),
    staff: createStaffStore(database),
    tickets: createTicketStore(database),
    turns: createTurnStore(database),
  };
}
