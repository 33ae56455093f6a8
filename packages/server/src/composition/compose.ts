import { type createAdmission } from '../http/admission.js';
import { createHttpHandler, type HttpHandler } from '../http/create-http-handler.js';
import type { Keyring } from '../http/keyring.js';
import type { EventListeners } from '../outbox/event-listeners.js';
import { phoneCountry } from '../contacts/phone-country.js';
import { describeKeptSettings } from '../config/kept-settings.js';
import { type OptionSource } from '../config/option-source.js';
import { createCleanUp } from './clean-up.js';
import { connectEvents } from './connect-events.js';
import { connectStaff } from './connect-staff.js';
import { connectVendors } from './connect-vendors.js';
import { keepSuppressions } from './keep-suppressions.js';
import { createCapabilityLinks } from '../customer-page/capability-links.js';
import { createDeliveryService } from '../deliveries/delivery-service.js';
import { createPriceWorker } from '../deliveries/price-worker.js';
import { createInboundService } from '../inbound/inbound-service.js';
import { type startJobs, type JobEngine } from '../jobs/job-engine.js';
import type { Log } from '../log.js';
import { countReplies, countSends } from '../metrics/count-sends.js';
import { createMetrics } from '../metrics/create-metrics.js';
import { createTicketCaller } from '../notifications/call-ticket.js';
import { createNotificationService } from '../notifications/create-notification-service.js';
import { createMessageWriter } from '../notifications/notification-message.js';
import { SENDING_TIERS } from '../notifications/tiers.js';
import { createDispatcher, type Dispatcher } from '../notifications/dispatcher.js';
import { type Clocks } from '../notifications/send-claimed.js';
import { createOptInService } from '../opt-ins/create-opt-in-service.js';
import { OPT_IN_CHANNEL, OptInWatch } from '../events/opt-in-watch.js';
import { checkTimeZone } from '../organizations/time-zone.js';
import { type RATE_LIMITS } from '../providers/rate-limiter.js';
import { type Services } from '../public-api/create-public-api.js';
import { createPushService } from '../push/create-push-service.js';
import { createRenewalWorker } from '../renewals/renewal-worker.js';
import { createReplyWorker } from '../replies/reply-worker.js';
import { type ResolvedOptions } from '../config/resolve-options.js';
import { createSessionService } from '../sessions/create-session-service.js';
import { LONG_QUERY_TIMEOUT_MS, type Database } from '../storage/database.js';
import { createStores } from '../storage/create-stores.js';
import { checkReadiness } from '../storage/maintenance.js';
import { type openDatabase } from '../storage/open-database.js';
import { openVault } from '../storage/open-vault.js';
import { createReplicaReads, NO_REPLICA } from '../storage/replica-reads.js';
import { readQueueDepths } from '../storage/queue-depths.js';
import { createTranslations } from '../translations/create-translations.js';

/** Vendors that have not answered by then are given up when the server closes: the rest of the grace records that. */
const GIVE_UP_MS = 4_000;

/** On the embedded database each statement of due work stands in front of those of requests. */
const PGLITE_WORK_AT_ONCE = 16;

/** Where a test puts its own parts in, and `serve` the names of its variables. */
export interface TestOverrides {
  /** What messages call the options. */
  source?: OptionSource;
  openDatabase?: typeof openDatabase;
  startJobs?: typeof startJobs;
  rateLimits?: typeof RATE_LIMITS;
  clocks?: Clocks;
  createAdmission?: typeof createAdmission;
  /** The first steps of a close, where something else is closed between them. */
  closing?: Closing;
  /** Before the second try of an event. */
  firstEventRetryMs?: number;
}

/** How a server ends its work. */
export interface Closing {
  /** Aborts when no more due work is taken. */
  work: AbortController;
  /** Aborts when vendors are waited for no longer. */
  vendors: AbortController;
}

export interface Environment
  extends
    Pick<Required<TestOverrides>, 'startJobs' | 'rateLimits' | 'source' | 'clocks' | 'createAdmission' | 'closing'>,
    Pick<TestOverrides, 'firstEventRetryMs'> {
  log: Log;
  keyring: Keyring;
  database: Database;
  /** For what staff read, where one is set. */
  replica: Database | null;
  listeners: EventListeners;
  /** The database was restored under this server. */
  onUnchecked(): void;
}

export interface Running {
  services: Services;
  handle: HttpHandler;
  stop(): Promise<void>;
}

/** Joins the parts of a server that has its database open and migrated. */
export async function compose(settings: ResolvedOptions, environment: Environment): Promise<Running> {
  const { log, keyring, database, replica, listeners, startJobs, rateLimits, source } = environment;
  const { clocks, createAdmission, closing, firstEventRetryMs: firstRetryMs } = environment;
  const translations = createTranslations();
  const keyed = settings.organizations.map(({ organization, secretKeys }) => ({ id: organization.id, secretKeys }));
  const patient = database.withTimeout(LONG_QUERY_TIMEOUT_MS);
  const vault = await openVault(database, keyed);
  const plain = createStores(database, vault, replica ? createReplicaReads({ database: replica, log }) : NO_REPLICA);
  const { stores: kept, ...suppressions } = await keepSuppressions(plain, vault.phoneKeys, settings, environment);
  const links = createCapabilityLinks(vault.pageKeys, settings.publicUrl);
  const workAtOnce = database.engine === 'pglite' ? PGLITE_WORK_AT_ONCE : undefined;
  const metrics = createMetrics(() => readQueueDepths(database));
  const stores = {
    ...kept,
    notifications: countSends(kept.notifications, metrics),
    replies: countReplies(kept.replies, metrics),
  };
  const { organizations, tickets } = stores;
  const sessions = createSessionService({ store: stores.sessions, organizations, settings });

  for (const [index, { organization }] of settings.organizations.entries()) {
    const row = await organizations.ensure(organization, settings.sms.basis);
    await checkTimeZone(row, organizations);
    for (const line of describeKeptSettings(settings, index, row, source)) log.warn({ organizationId: row.id }, line);
  }
  const vendors = await connectVendors(settings, {
    organizations,
    pushStore: stores.push,
    reservations: stores.reservations,
    rateLimits,
    giveUp: closing.vendors.signal,
  });
  const { accounts, pushSenderOf: senderOf } = vendors;

  const watch = new OptInWatch(stores.optIns, log);
  const stopListening = await database.listen(OPT_IN_CHANNEL, (optInId) => void watch.changed(optInId));

  const { live, reports, bulkSessions, ...staffSide } = connectStaff({ stores, keyring, translations, log, settings });

  const replies = createReplyWorker({
    store: stores.replies,
    organizations,
    accounts,
    translations,
    clocks,
    log,
    settings,
    ownPageUrl: links.urlOf,
    onPostponed: (delayMs) => jobs.wakeAfter('replies', delayMs),
    random: Math.random,
    atOnce: workAtOnce,
  });
  const deliveries = createDeliveryService({
    store: stores.deliveries,
    notifications: stores.notifications,
    log,
    resume: (run) => dispatcher.resume(run),
    pricedWhenAsked: (organizationId) =>
      SENDING_TIERS.filter((tier) => vendors.priceFetcherOf(organizationId, tier) !== null),
    onPriceOwed: () => jobs.wake('prices'),
  });
  const prices = createPriceWorker({
    store: stores.prices,
    fetcherOf: vendors.priceFetcherOf,
    record: (account, status) => deliveries.report(account, status),
    log,
  });
  const inbound = createInboundService({
    receivers: vendors.webhookTargets,
    store: stores.inbound,
    deliveries,
    organizations,
    log,
    settings,
    onReplyOwed: () => jobs.wake('replies'),
    onPending: () => jobs.wake('verifications'),
    onAlert: (alert) => metrics.countAlert(alert),
  });
  const dispatcher: Dispatcher = createDispatcher({
    store: stores.notifications,
    organizations,
    deliveries,
    clocks,
    log,
    pushStore: stores.push,
    accounts,
    onDueIn: (delayMs) => jobs.wakeAfter('dispatches', delayMs),
    random: Math.random,
    dueAtOnce: workAtOnce,
    push: typeof settings.push === 'function' ? { kind: 'host', send: settings.push } : { kind: 'built_in', senderOf },
    sms: vendors.sms,
    smsRateLimiter: vendors.smsRateLimiter,
    settings: { ...settings, countryOf: phoneCountry, policies: settings.delivery },
  });
  const notifications = createNotificationService({
    store: stores.notifications,
    organizations,
    writer: createMessageWriter(translations),
    dispatcher,
    settings,
  });
  const services: Services = {
    deliveries,
    organizations,
    tickets,
    ticketCaller: createTicketCaller({ queue: stores.queue, notifications }),
    sessions,
    optIns: createOptInService({ store: stores.optIns, organizations, tickets, watch, settings }),
    inbound,
    notifications,
    push: createPushService({ store: stores.push, tickets, senderOf, deliveries }),
    deadLetters: stores.deadLetters,
    consents: stores.consents,
    staff: staffSide.staff,
    contacts: staffSide.contacts,
    analytics: {
      ...stores.analytics,
      renewals: (organizationId, sinceDays) => stores.renewals.stats(organizationId, sinceDays),
    },
  };
  const events = connectEvents({ database, stores, listeners, log, settings, firstRetryMs, jobs: () => jobs });
  const stopHearing = inbound.onMessage(({ organizationId }) => live.nudge(organizationId));
  const renewals = createRenewalWorker({ store: stores.renewals, notifications, log, settings });
  const settleLost = async (): Promise<void> => {
    await stores.replies.reconcileLost();
    await stores.notifications.reconcileLost();
  };
  const cleanUp = createCleanUp({ database, patient, stores, sessions, reports, settings, log, settleLost });
  // Last: its work may begin at once.
  const jobs: JobEngine = await startJobs({
    log,
    claimCleanUp: cleanUp.claim,
    work: {
      replies: (stopping) => replies.processDue(stopping),
      dispatches: (stopping) => dispatcher.processDue(stopping),
      verifications: (stopping) => inbound.workPending(stopping),
      prices: (stopping) => prices.processDue(stopping),
      events: (stopping) => events.worker.processDue(stopping),
      'clean-up': cleanUp.run,
    },
    sweep: [
      (stopping) => replies.processDue(stopping),
      (stopping) => dispatcher.processDue(stopping),
      (stopping) => inbound.workPending(stopping),
      (stopping) => prices.processDue(stopping),
      // What a process that died left behind is shown as unknown two minutes later.
      settleLost,
      () => stores.consents.sealAll(),
      suppressions.flush,
      ...events.sweep,
    ],
    everyMinute: [(stopping) => renewals.processDue(stopping), suppressions.heartbeat],
  });

  // What happens from the first request on is for listeners that were there before.
  await events.worker.heartbeat();

  closing.work.signal.addEventListener('abort', () => void jobs.stop(), { once: true });
  const admission = createAdmission({
    probe: () => database.query('SELECT 1'),
    first: database.engine === 'pglite' ? 16 : 64,
    onRefused: (count) => log.warn({ count }, 'requests were refused: they come faster than they can be answered'),
  });
  const handle = createHttpHandler({
    ...services,
    eventEndpoints: events.endpoints,
    ...staffSide,
    bulkSessions: bulkSessions(notifications),
    customerPage: { ...stores.customerPage, links },
    reports,
    live,
    metrics,
    idempotency: stores.idempotency,
    keyring,
    log,
    admission,
    recordRefusedOrigin: stores.refusedOrigins.record,
    ready: () => checkReadiness(database),
    databaseSilentForMs: () => database.silentForMs(),
    settings,
  });
  return {
    services,
    handle: events.nudgeAfter(handle),
    async stop() {
      admission.close();
      watch.close();
      live.close();
      stopHearing();
      const giveUp = setTimeout(() => closing.vendors.abort(), GIVE_UP_MS);
      await jobs.stop();
      clearTimeout(giveUp);
      await inbound.close();
      await stopListening();
      await events.close();
      await vendors.close();
      await replica?.close();
      await database.close();
    },
  };
}
