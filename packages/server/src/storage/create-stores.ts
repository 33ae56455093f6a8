import { createPhoneHasher } from '../contacts/phone-hasher.js';
import type { Vault } from '../secrets/vault.js';
import { createAlertQueries } from './alert-queries.js';
import { createAnalyticsStore } from './analytics-store.js';
import { createAuditQueries } from './audit-queries.js';
import { createChainCheckStore } from './chain-check-store.js';
import { createConsentQueries } from './consent-queries.js';
import { createContactStore } from './contact-store.js';
import { createCustomerPageStore } from './customer-page-store.js';
import { createDailyReader } from './daily-counts.js';
import { createInboundQueries } from './inbound-queries.js';
import { createLiveStore } from './live-store.js';
import { createNotificationQueries } from './notification-queries.js';
import { createSessionQueries } from './session-queries.js';
import { forStaffReads } from './staff-reads.js';
import { createStaffStore } from './staff-store.js';
import { createConsentLedger } from './consent-ledger.js';
import { LONG_QUERY_TIMEOUT_MS, type Database } from './database.js';
import { createDeliveryStore } from './delivery-store.js';
import { createEventEndpointStore } from './event-endpoint-store.js';
import { createIdempotencyStore } from './idempotency-store.js';
import { createInboundStore } from './inbound-store.js';
import { createNotificationStore } from './notification-store.js';
import { createOptInStore } from './opt-in-store.js';
import { createOutboxStore } from './outbox-store.js';
import { createOrganizationStore } from './organization-store.js';
import { createDeadLetterStore } from './dead-letter-store.js';
import { createPriceStore } from './price-store.js';
import { createPushStore } from './push-store.js';
import { createQueueStore } from './queue-store.js';
import { createRefusedOriginStore } from './refused-origin-store.js';
import { createRenewalStore } from './renewal-store.js';
import { NO_REPLICA, type ReplicaReads } from './replica-reads.js';
import { createReplyStore } from './reply-store.js';
import { createSessionStore } from './session-store.js';
import { createTicketQueries } from './ticket-queries.js';
import { createSuppressionStore } from './suppression-store.js';
import { createTicketStore } from './ticket-store.js';
import { createReservationStore } from './reservation-store.js';

export type Stores = ReturnType<typeof createStores>;

/** Every store over one database, one entry an aggregate. Lists and figures that staff read come from the replica, where one is. */
export function createStores(database: Database, vault: Vault, replica: ReplicaReads = NO_REPLICA) {
  // Statements of reports, exports and erasures take longer.
  const patient = database.withTimeout(LONG_QUERY_TIMEOUT_MS);
  const reads = replica.inPlaceOf(patient, forStaffReads);
  const contacts = createContactStore(patient, createPhoneHasher(vault.phoneKeys));
  return {
    alertQueries: createAlertQueries(reads),
    analytics: createAnalyticsStore(patient, replica.inPlaceOf(patient)),
    auditQueries: createAuditQueries(reads),
    chainChecks: createChainCheckStore(patient),
    consentQueries: createConsentQueries(reads),
    consents: createConsentLedger(patient),
    contacts,
    /** For what acts on the sessions that it reads. */
    currentSessions: createSessionQueries(forStaffReads(patient)),
    customerPage: createCustomerPageStore(database),
    daily: createDailyReader(patient),
    deliveries: createDeliveryStore(database),
    eventEndpoints: createEventEndpointStore(patient, vault),
    idempotency: createIdempotencyStore(database, vault),
    inbound: createInboundStore(database),
    inboundQueries: createInboundQueries(reads),
    live: createLiveStore(replica.inPlaceOf(database)),
    notificationQueries: createNotificationQueries(reads),
    notifications: createNotificationStore(database, contacts.wasErased),
    optIns: createOptInStore(database),
    organizations: createOrganizationStore(database),
    outbox: createOutboxStore(database, vault),
    deadLetters: createDeadLetterStore(database),
    prices: createPriceStore(database),
    push: createPushStore(database, vault),
    queue: createQueueStore(database),
    refusedOrigins: createRefusedOriginStore(database),
    renewals: createRenewalStore(patient),
    replies: createReplyStore(database),
    sessionQueries: createSessionQueries(reads),
    sessions: createSessionStore(database),
    staff: createStaffStore(database, replica.noteWrite),
    ticketQueries: createTicketQueries(reads),
    suppressions: createSuppressionStore(patient),
    tickets: createTicketStore(database),
    reservations: createReservationStore(database),
  };
}
