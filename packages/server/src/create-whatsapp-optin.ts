import { createHttpHandler, type HttpHandler } from './http/create-http-handler.js';
import { createKeyring } from './http/create-keyring.js';
import type { Keyring } from './http/keyring.js';
import { problemResponse } from './http/problem-response.js';
import { createPhoneSeal } from './contacts/create-phone-seal.js';
import { phoneCountry } from './contacts/phone-country.js';
import { describeKeptSettings } from './config/kept-settings.js';
import { optionsInCode, type OptionSource } from './config/option-source.js';
import { connectStaff } from './connect-staff.js';
import { connectVendors } from './connect-vendors.js';
import { createLog } from './create-log.js';
import { createDeliveryDesk } from './deliveries/delivery-desk.js';
import { createPriceWorker } from './deliveries/price-worker.js';
import { createInboundService } from './inbound/inbound-service.js';
import { inEveryCase } from './jobs/in-every-case.js';
import { startJobs, type JobEngine } from './jobs/job-engine.js';
import type { Log } from './log.js';
import { countReplies, countSends } from './metrics/count-sends.js';
import { createMetrics } from './metrics/create-metrics.js';
import { createNotificationDesk } from './notifications/create-notification-desk.js';
import { createNoticeWriter } from './notifications/notice.js';
import { SENDING_TIERS } from './notifications/tiers.js';
import { createWalker, type Walker } from './notifications/walk.js';
import { createOptInDesk } from './opt-ins/create-opt-in-desk.js';
import { OPT_IN_CHANNEL, OptInWatch } from './opt-ins/opt-in-watch.js';
import { checkTimeZone } from './organizations/time-zone.js';
import type { WhatsAppOptInOptions } from './config/options.js';
import { PACES } from './providers/pace.js';
import { createPublicApi, type Desks } from './public-api/create-public-api.js';
import type { WhatsAppOptIn } from './public-api/public-api.js';
import { createPushDesk } from './push/create-push-desk.js';
import { createRenewalWorker } from './renewals/renewal-worker.js';
import { createReplyWorker } from './replies/reply-worker.js';
import { resolveOptions, type ResolvedOptions } from './config/resolve-options.js';
import { createSessionDesk } from './sessions/create-session-desk.js';
import { LONG_QUERY_TIMEOUT_MS, type Database } from './storage/database.js';
import { createStores } from './storage/create-stores.js';
import { rollUpDays } from './storage/daily-counts.js';
import { claimJobRun } from './storage/job-runs.js';
import { checkReadiness, maintainStorage } from './storage/maintenance.js';
import { migrate } from './storage/migrate.js';
import { openDatabase } from './storage/open-database.js';
import { readQueueDepths } from './storage/queue-depths.js';
import { forgetOldData } from './storage/retention.js';
import { createWords } from './words/create-words.js';

const CLEAN_UP_INTERVAL_SECONDS = 300;

/** Where a test puts its own parts in, and `serve` the names of its variables. */
export interface Seams {
  /** What messages call the options. */
  source?: OptionSource;
  openDatabase?: typeof openDatabase;
  startJobs?: typeof startJobs;
  paces?: typeof PACES;
}

interface Surroundings extends Pick<Required<Seams>, 'startJobs' | 'paces' | 'source'> {
  log: Log;
  keyring: Keyring;
  database: Database;
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
  const parts = { openDatabase, startJobs, paces: PACES, source: optionsInCode(options), ...seams };
  const resolved = resolveOptions(options, parts.source);
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
  const { schema, databasePoolSize: maxConnections } = resolved;
  const database = await parts.openDatabase({ database: resolved.database, schema, log, maxConnections });
  try {
    await migrate(database);
    return await compose(resolved, { log, keyring, database, ...parts });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function compose(
  settings: ResolvedOptions,
  { log, keyring, database, startJobs, paces, source }: Surroundings,
): Promise<Running> {
  const words = createWords();
  const secretKeys = new Map(settings.organizations.map(({ organization, secretKey }) => [organization.id, secretKey]));
  const patient = database.withTimeout(LONG_QUERY_TIMEOUT_MS);
  const kept = createStores(database, createPhoneSeal(secretKeys));
  const metrics = createMetrics(() => readQueueDepths(database));
  const stores = {
    ...kept,
    notifications: countSends(kept.notifications, metrics),
    replies: countReplies(kept.replies, metrics),
  };
  const { organizations, tickets } = stores;
  const sessions = createSessionDesk({ store: stores.sessions, organizations, settings });

  for (const [index, { organization }] of settings.organizations.entries()) {
    const row = await organizations.ensure(organization);
    await checkTimeZone(row, organizations);
    for (const line of describeKeptSettings(settings, index, row, source)) log.warn({ organizationId: row.id }, line);
  }
  const vendors = await connectVendors(settings, { organizations, pushStore: stores.push, turns: stores.turns, paces });
  const { channels, pushSenderOf: senderOf } = vendors;

  const watch = new OptInWatch(stores.optIns, log);
  const stopListening = await database.listen(OPT_IN_CHANNEL, (optInId) => void watch.changed(optInId));

  const { live, reports, bulkSessions, ...staffSide } = connectStaff({ stores, keyring, words, log, settings });

  const replies = createReplyWorker({
    store: stores.replies,
    organizations,
    channels,
    words,
    log,
    settings,
    onPostponed: (delayMs) => jobs.wakeAfter('replies', delayMs),
    random: Math.random,
  });
  const deliveries = createDeliveryDesk({
    store: stores.deliveries,
    notifications: stores.notifications,
    log,
    resume: (walk) => walker.resume(walk, 'failed'),
    pricedWhenAsked: (organizationId) =>
      SENDING_TIERS.filter((tier) => vendors.priceFetcherOf(organizationId, tier) !== null),
    onPriceOwed: () => jobs.wake('prices'),
  });
  const prices = createPriceWorker({
    store: stores.prices,
    fetcherOf: vendors.priceFetcherOf,
    record: (channel, status) => deliveries.report(channel, status),
    log,
  });
  const inbound = createInboundService({
    receivers: vendors.receivers,
    store: stores.inbound,
    deliveries,
    organizations,
    log,
    settings,
    onReplyOwed: () => jobs.wake('replies'),
    onPending: () => jobs.wake('verifications'),
  });
  const walker: Walker = createWalker({
    store: stores.notifications,
    organizations,
    deliveries,
    log,
    pushStore: stores.push,
    channels,
    onDueIn: (delayMs) => jobs.wakeAfter('walks', delayMs),
    random: Math.random,
    push: typeof settings.push === 'function' ? { kind: 'host', send: settings.push } : { kind: 'built_in', senderOf },
    sms: vendors.sms,
    smsTurnstile: vendors.smsTurnstile,
    settings: { ...settings, countryOf: phoneCountry, policies: settings.delivery },
  });
  const desks: Desks = {
    deliveries,
    organizations,
    tickets,
    sessions,
    optIns: createOptInDesk({ store: stores.optIns, organizations, tickets, watch, settings }),
    inbound,
    notifications: createNotificationDesk({
      store: stores.notifications,
      organizations,
      writer: createNoticeWriter(words),
      walker,
      settings,
    }),
    push: createPushDesk({ store: stores.push, tickets, senderOf, deliveries }),
    parkedWork: stores.parkedWork,
    consents: stores.consents,
    staff: staffSide.staff,
    contacts: staffSide.contacts,
    analytics: {
      ...stores.analytics,
      renewals: (organizationId, sinceDays) => stores.renewals.stats(organizationId, sinceDays),
    },
  };
  const { notifications } = desks;
  const stopHearing = inbound.onMessage(({ organizationId }) => live.nudge(organizationId));
  const renewals = createRenewalWorker({ store: stores.renewals, notifications, log, settings });
  // Last: its work may begin at once.
  const jobs: JobEngine = await startJobs({
    log,
    claimCleanUp: () => claimJobRun(database, 'clean-up', CLEAN_UP_INTERVAL_SECONDS),
    work: {
      replies: () => replies.workDue(),
      walks: () => walker.workDue(),
      verifications: () => inbound.workPending(),
      prices: () => prices.workDue(),
      'clean-up': () =>
        inEveryCase(
          {
            renewals: () => renewals.workDue(),
            lostReplies: () => stores.replies.reconcileLost(),
            lostNotifications: () => stores.notifications.reconcileLost(),
            expiredSessions: () => sessions.cleanUpExpired(),
            storage: () => maintainStorage(patient),
            turns: () => stores.turns.forgetFree(),
            dailyCounts: () => rollUpDays(patient),
            consentChains: () => reports.checkDue(),
            contents: () => stores.notifications.forgetContent(),
            oldData: () => forgetOldData(patient, settings),
          },
          log,
        ),
    },
    sweep: [
      () => replies.workDue(),
      () => walker.workDue(),
      () => inbound.workPending(),
      () => prices.workDue(),
      () => stores.consents.sealAll(),
    ],
  });

  const handle = createHttpHandler({
    ...desks,
    ...staffSide,
    bulkSessions: bulkSessions(notifications),
    reports,
    live,
    metrics,
    idempotency: stores.idempotency,
    keyring,
    log,
    ready: () => checkReadiness(database),
    databaseSilentForMs: () => database.silentForMs(),
    settings,
  });
  return {
    desks,
    handle,
    async stop() {
      watch.close();
      live.close();
      stopHearing();
      await jobs.stop();
      await inbound.close();
      await stopListening();
      await vendors.close();
      await database.close();
    },
  };
}
