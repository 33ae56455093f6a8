import { createAnalyticsStore } from './analytics-store.js';
import { createConsentLedger } from './consent-ledger.js';
import type { Database } from './database.js';
import { createDeliveryStore } from './delivery-store.js';
import { createIdempotencyStore } from './idempotency-store.js';
import { createInboundStore } from './inbound-store.js';
import { createNotificationStore } from './notification-store.js';
import { createOptInStore } from './opt-in-store.js';
import { createOrganizationStore } from './organization-store.js';
import { createParkedWorkStore } from './parked-work-store.js';
import { createPushStore } from './push-store.js';
import { createRenewalStore } from './renewal-store.js';
import { createReplyStore } from './reply-store.js';
import { createSessionStore } from './session-store.js';
import { createTicketStore } from './ticket-store.js';

export type Stores = ReturnType<typeof createStores>;

/** Every store over one database, one entry an aggregate. */
export function createStores(database: Database) {
  return {
    analytics: createAnalyticsStore(database),
    consents: createConsentLedger(database),
    deliveries: createDeliveryStore(database),
    idempotency: createIdempotencyStore(database),
    inbound: createInboundStore(database),
    notifications: createNotificationStore(database),
    optIns: createOptInStore(database),
    organizations: createOrganizationStore(database),
    parkedWork: createParkedWorkStore(database),
    push: createPushStore(database),
    renewals: createRenewalStore(database),
    replies: createReplyStore(database),
    sessions: createSessionStore(database),
    tickets: createTicketStore(database),
  };
}
