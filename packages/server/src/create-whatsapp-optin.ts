import { createHttpHandler, type HttpHandler } from './http/create-http-handler.js';
import { createKeyring } from './http/create-keyring.js';
import type { Keyring } from './http/keyring.js';
import { problemResponse } from './http/problem-response.js';
import { phoneCountry } from './contacts/phone-country.js';
import { createLog } from './create-log.js';
import { Channels, type ConnectedChannel } from './inbound/channel.js';
import { createDeliveryDesk } from './deliveries/delivery-desk.js';
import { createInboundDesk } from './inbound/create-inbound-desk.js';
import { startJobs, type JobEngine } from './jobs/job-engine.js';
import type { Receivers } from './inbound/receiver.js';
import type { Log } from './log.js';
import { createNotificationDesk } from './notifications/create-notification-desk.js';
import { createNoticeWriter } from './notifications/notice.js';
import { resolvePolicies } from './notifications/policy.js';
import { createWalker, type Walker } from './notifications/walk.js';
import { createOptInDesk } from './opt-ins/create-opt-in-desk.js';
import { OPT_IN_CHANNEL, OptInWatch } from './opt-ins/opt-in-watch.js';
import type { WhatsAppOptInOptions } from './options.js';
import { createTwilioSmsProvider } from './providers/twilio/twilio-sms-provider.js';
import { createUltraMsgProvider } from './providers/ultramsg/ultramsg-provider.js';
import { generateVapidKeys } from './providers/web-push/vapid-keys.js';
import { createWebPushSender, type WebPushSender } from './providers/web-push/web-push-sender.js';
import { createPublicApi, type Desks } from './public-api/create-public-api.js';
import type { WhatsAppOptIn } from './public-api/public-api.js';
import { createPushDesk } from './push/create-push-desk.js';
import { createReplyWorker } from './replies/reply-worker.js';
import { resolveOptions, type ResolvedOptions } from './resolve-options.js';
import { createSessionDesk } from './sessions/create-session-desk.js';
import type { Database } from './storage/database.js';
import { createDeliveryStore } from './storage/delivery-store.js';
import { createIdempotencyStore } from './storage/idempotency-store.js';
import { createInboundStore } from './storage/inbound-store.js';
import { maintainStorage } from './storage/maintenance.js';
import { migrate } from './storage/migrate.js';
import { createNotificationStore } from './storage/notification-store.js';
import { openDatabase } from './storage/open-database.js';
import { createOptInStore } from './storage/opt-in-store.js';
import { createOrganizationStore } from './storage/organization-store.js';
import { createPushStore } from './storage/push-store.js';
import { createReplyStore } from './storage/reply-store.js';
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
  const channels = new Channels(await connectChannels(resolved, organizations));
  const pushSenders = await createPushSenders(resolved, pushStore);
  const senderOf = (organizationId: string): WebPushSender | null => pushSenders.get(organizationId) ?? null;
  const account = resolved.sms.account;

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
  });
  const inbound = createInboundDesk({
    receivers: receiversOf(channels),
    store: createInboundStore(database),
    deliveries,
    log,
    settings,
    onReplyOwed: () => jobs.wake('replies'),
    onPending: () => jobs.wake('verifications'),
  });
  const walker: Walker = createWalker({
    store: notificationStore,
    organizations,
    deliveries,
    pushStore,
    channels,
    onDueIn: (delayMs) => jobs.wakeAfter('walks', delayMs),
    random: Math.random,
    push: typeof resolved.push === 'function' ? { kind: 'host', send: resolved.push } : { kind: 'built_in', senderOf },
    sms: account === null ? null : createTwilioSmsProvider(account),
    settings: {
      sessionMarginSeconds: settings.sessionMarginSeconds,
      sms: resolved.sms,
      countryOf: phoneCountry,
      policies: resolvePolicies(),
    },
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
        await replyStore.reconcileLost();
        await notificationStore.reconcileLost();
        await notificationStore.forgetContent();
        await sessions.cleanUpExpired();
      },
    },
  });

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
    push: createPushDesk({ store: pushStore, tickets, senderOf }),
  };
  const handle = createHttpHandler({
    ...desks,
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
      await stopListening();
      await Promise.all([...pushSenders.values()].map((sender) => sender.close()));
      await database.close();
    },
  };
}

/** The number that the database holds is the one that a session belongs to, whatever the options say by now. */
async function connectChannels(
  resolved: ResolvedOptions,
  organizations: ReturnType<typeof createOrganizationStore>,
): Promise<ConnectedChannel[]> {
  const channels: ConnectedChannel[] = [];
  for (const { organization, ultramsg } of resolved.organizations) {
    const businessNumber = (await organizations.find(organization.id))?.whatsappNumber;
    if (!businessNumber || ultramsg === null) continue;
    const vendor = createUltraMsgProvider({
      options: { ...ultramsg, verifyInbound: false },
      businessNumber,
    });
    const { name: provider, evidence } = vendor;
    channels.push({ organizationId: organization.id, provider, businessNumber, evidence, vendor });
  }
  return channels;
}

/** Which channels may be meant at which path. */
function receiversOf(channels: Channels): Receivers {
  return {
    ultramsg: channels.ofProvider('ultramsg').map((channel) => ({ channel, vendor: channel.vendor })),
    meta: [],
    twilio_whatsapp: [],
    twilio_sms: [],
    twilio_status: [],
  };
}

async function createPushSenders(
  resolved: ResolvedOptions,
  store: ReturnType<typeof createPushStore>,
): Promise<Map<string, WebPushSender>> {
  const senders = new Map<string, WebPushSender>();
  const { push } = resolved;
  if (typeof push === 'function') return senders;
  for (const { organization } of resolved.organizations) {
    const keys = push.vapidKeys ?? (await store.ensureVapidKeys(organization.id, generateVapidKeys()));
    const subject = push.vapidSubject;
    const { publicKey, privateKey } = keys;
    const sender = createWebPushSender({ vapid: { publicKey, privateKey, subject }, allowedHosts: push.allowedHosts });
    senders.set(organization.id, sender);
  }
  return senders;
}
