import { createHttpHandler, type HttpHandler } from './http/create-http-handler.js';
import { createKeyring } from './http/create-keyring.js';
import type { Keyring } from './http/keyring.js';
import { problemResponse } from './http/problem-response.js';
import { phoneCountry } from './contacts/phone-country.js';
import { connectVendors } from './connect-vendors.js';
import { createLog } from './create-log.js';
import { createDeliveryDesk } from './deliveries/delivery-desk.js';
import { createPriceDesk } from './deliveries/price-desk.js';
import { createInboundDesk } from './inbound/create-inbound-desk.js';
import { startJobs, type JobEngine } from './jobs/job-engine.js';
import type { Log } from './log.js';
import { createNotificationDesk } from './notifications/create-notification-desk.js';
import { createNoticeWriter } from './notifications/notice.js';
import { createWalker, type Walker } from './notifications/walk.js';
import { createOptInDesk } from './opt-ins/create-opt-in-desk.js';
import { OPT_IN_CHANNEL, OptInWatch } from './opt-ins/opt-in-watch.js';
import type { WhatsAppOptInOptions } from './options.js';
import { createSettingsDesk } from './organizations/settings-desk.js';
import { createPublicApi, type Desks } from './public-api/create-public-api.js';
import type { WhatsAppOptIn } from './public-api/public-api.js';
import type { PushSender } from './providers/push-sender.js';
import { createPushDesk } from './push/create-push-desk.js';
import { createRenewalWorker } from './renewals/renewal-worker.js';
import { createReplyWorker } from './replies/reply-worker.js';
import { resolveOptions, type ResolvedOptions } from './resolve-options.js';
import { createSessionDesk } from './sessions/create-session-desk.js';
import type { Database } from './storage/database.js';
import { createAnalyticsStore } from './storage/analytics-store.js';
import { createConsentLedger } from './storage/consent-ledger.js';
import { createDeliveryStore } from './storage/delivery-store.js';
import { createIdempotencyStore } from './storage/idempotency-store.js';
import { createInboundStore } from './storage/inbound-store.js';
import { maintainStorage } from './storage/maintenance.js';
import { migrate } from './storage/migrate.js';
import { createNotificationStore } from './storage/notification-store.js';
import { openDatabase } from './storage/open-database.js';
import { createOptInStore } from './storage/opt-in-store.js';
import { createOrganizationStore } from './storage/organization-store.js';
import { createParkedWorkStore } from './storage/parked-work-store.js';
import { createPushStore } from './storage/push-store.js';
import { createRenewalStore } from './storage/renewal-store.js';
import { createReplyStore } from './storage/reply-store.js';
import { forgetOldData } from './storage/retention.js';
import { createSessionStore } from './storage/session-store.js';
import { createTicketStore } from './storage/ticket-store.js';
import { createWords } from './words/create-words.js';

/** Where a test puts its own parts in. */
export interface Seams {
  openDatabase?: typeof openDatabase;
  startJobs?: typeof startJobs;
}

interface Running {
  desks: Desks;
  handle: HttpHandler;
  stop(): Promise<void>;
}

/**
 * The companion server: `await app.start()`, then mount `app.fetch` or run it with an adapter.
 *
 * @throws {Error} one that names every option that is missing or wrong.
 */
export function createWhatsAppOptIn(options: WhatsAppOptInOptions, seams: Seams = {}): WhatsAppOptIn {
  const resolved = resolveOptions(options);
  const parts = { openDatabase, startJobs, ...seams };
  const log = resolved.log ?? createLog({ level: resolved.logLevel });
  const keyring = createKeyring(
    resolved.organizations.map(({ organization, ...keys }) => ({ organizationId: organization.id, ...keys })),
  );
  let running: Promise<Running> | null = null;
  let ready: Running | null = null;

  return {
    ...createPublicApi({
      desks: () => {
        if (ready === null) throw new Error('The server has not been started: await app.start() first.');
        return ready.desks;
      },
      keyring,
      organizationIds: resolved.organizations.map(({ organization }) => organization.id),
      sms: resolved.sms,
    }),
    async fetch(request, info) {
      if (ready === null) return problemResponse('UNAVAILABLE', 'The server is not started yet, or is closing.');
      return ready.handle(request, info);
    },
    async start() {
      running ??= run(resolved, { log, keyring, parts }).catch((error: unknown) => {
        running = null;
        throw error;
      });
      ready = await running;
    },
    async close() {
      const last = running;
      running = null;
      ready = null;
      await (await last?.catch(() => null))?.stop();
    },
  };
}

async function run(
  resolved: ResolvedOptions,
  { log, keyring, parts }: { log: Log; keyring: Keyring; parts: Required<Seams> },
): Promise<Running> {
  for (const warning of resolved.warnings) log.warn({}, warning);
  const database = await parts.openDatabase({ database: resolved.database, schema: resolved.schema, log });
  try {
    await migrate(database);
    return await compose(resolved, { log, keyring, database, startJobs: parts.startJobs });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function compose(
  resolved: ResolvedOptions,
  {
    log,
    keyring,
    database,
    startJobs,
  }: { log: Log; keyring: Keyring; database: Database; startJobs: Required<Seams>['startJobs'] },
): Promise<Running> {
  const settings = resolved;
  const words = createWords();
  const organizations = createOrganizationStore(database);
  const tickets = createTicketStore(database);
  const pushStore = createPushStore(database);
  const optInStore = createOptInStore(database);
  const notificationStore = createNotificationStore(database);
  const replyStore = createReplyStore(database);
  const sessions = createSessionDesk({ store: createSessionStore(database), organizations, settings });

  for (const { organization } of resolved.organizations) await organizations.ensure(organization);
  const { channels, receivers, sms, pushSenders } = await connectVendors(resolved, { organizations, pushStore });
  const senderOf = (organizationId: string): PushSender | null => pushSenders.get(organizationId) ?? null;

  const watch = new OptInWatch(optInStore, log);
  const stopListening = await database.listen(OPT_IN_CHANNEL, (optInId) => void watch.changed(optInId));

  const replies = createReplyWorker({
    store: replyStore,
    organizations,
    channels,
    words,
    log,
    settings,
    onPostponed: (delayMs) => jobs.wakeAfter('replies', delayMs),
    random: Math.random,
  });
  const deliveries = createDeliveryDesk({
    store: createDeliveryStore(database),
    notifications: notificationStore,
    log,
    resume: (walk) => walker.resume(walk, 'failed'),
    onFinal: (channel, tier, status) => prices.ask(channel, tier, status),
  });
  const prices = createPriceDesk({
    fetcherOf: (organizationId, tier) =>
      (tier === 'sms' ? sms : channels.ofOrganization(organizationId)?.vendor)?.fetchPrice ?? null,
    record: (channel, status) => deliveries.report(channel, status),
    log,
  });
  const inbound = createInboundDesk({
    receivers,
    store: createInboundStore(database),
    deliveries,
    organizations,
    log,
    settings,
    onReplyOwed: () => jobs.wake('replies'),
    onPending: () => jobs.wake('verifications'),
  });
  const walker: Walker = createWalker({
    store: notificationStore,
    organizations,
    deliveries,
    log,
    pushStore,
    channels,
    onDueIn: (delayMs) => jobs.wakeAfter('walks', delayMs),
    random: Math.random,
    push: typeof resolved.push === 'function' ? { kind: 'host', send: resolved.push } : { kind: 'built_in', senderOf },
    sms,
    settings: {
      sessionMarginSeconds: settings.sessionMarginSeconds,
      sms: resolved.sms,
      countryOf: phoneCountry,
      policies: resolved.delivery,
    },
  });
  const consents = createConsentLedger(database);
  const renewalStore = createRenewalStore(database);
  const desks: Desks = {
    deliveries,
    organizations,
    tickets,
    sessions,
    optIns: createOptInDesk({ store: optInStore, organizations, tickets, watch, settings }),
    inbound,
    notifications: createNotificationDesk({
      store: notificationStore,
      organizations,
      writer: createNoticeWriter(words),
      walker,
      settings,
    }),
    push: createPushDesk({ store: pushStore, tickets, senderOf, deliveries }),
    parkedWork: createParkedWorkStore(database),
    consents,
    analytics: {
      ...createAnalyticsStore(database),
      renewals: (organizationId, sinceDays) => renewalStore.stats(organizationId, sinceDays),
    },
  };
  const renewals = createRenewalWorker({
    store: renewalStore,
    notifications: desks.notifications,
    log,
    settings,
  });
  // Last: its work may begin at once.
  const jobs: JobEngine = await startJobs({
    database,
    log,
    work: {
      replies: () => replies.workDue(),
      walks: () => walker.workDue(),
      verifications: () => inbound.workPending(),
      async 'clean-up'() {
        await maintainStorage(database);
        await forgetOldData(database, settings);
        await replyStore.reconcileLost();
        await notificationStore.reconcileLost();
        await notificationStore.forgetContent();
        await sessions.cleanUpExpired();
        await renewals.workDue();
      },
    },
    sweep: [() => replies.workDue(), () => walker.workDue(), () => inbound.workPending(), () => consents.sealAll()],
  });

  const handle = createHttpHandler({
    ...desks,
    settingsDesk: createSettingsDesk(organizations),
    idempotency: createIdempotencyStore(database),
    keyring,
    log,
    ready: async () => void (await database.query('SELECT 1')),
    settings: resolved,
  });
  return {
    desks,
    handle,
    async stop() {
      watch.close();
      await jobs.stop();
      await prices.close();
      await stopListening();
      await Promise.all([...pushSenders.values()].map((sender) => sender.close()));
      await database.close();
    },
  };
}
