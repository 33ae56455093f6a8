import { createAdmission } from './http/admission.js';
import { createKeyring } from './http/create-keyring.js';
import type { Keyring } from './http/keyring.js';
import { problemResponse } from './http/problem-response.js';
import { optionsInCode } from './config/option-source.js';
import { awaitCheck } from './composition/await-check.js';
import { awaitDatabase } from './composition/await-database.js';
import { createLog } from './composition/create-log.js';
import { startJobs } from './jobs/job-engine.js';
import type { Log } from './log.js';
import type { WhatsAppOptInOptions } from './config/options.js';
import { SYSTEM_CLOCKS } from './notifications/send-claimed.js';
import { RATE_LIMITS } from './providers/rate-limiter.js';
import { createEventListeners, type EventListeners } from './outbox/event-listeners.js';
import { createKeptListeners } from './public-api/kept-listeners.js';
import { createPublicApi } from './public-api/create-public-api.js';
import type { WhatsAppOptIn } from './public-api/public-api.js';
import { resolveOptions, type ResolvedOptions } from './config/resolve-options.js';
import { migrate } from './storage/migrate.js';
import { openDatabase } from './storage/open-database.js';
import { compose, type Running, type TestOverrides } from './composition/compose.js';

const UNAVAILABLE =
  'The server is not started yet, or is closing. Where it never starts, the host must await app.start().';

/**
 * The companion server: `await app.start()`, then mount `app.fetch` or run it with an adapter.
 *
 * @throws {Error} one that names every option that is missing or wrong.
 */
export function createWhatsAppOptIn(options: WhatsAppOptInOptions, overrides: TestOverrides = {}): WhatsAppOptIn {
  const parts = {
    ...{ openDatabase, startJobs, createAdmission, rateLimits: RATE_LIMITS, clocks: SYSTEM_CLOCKS },
    ...{ source: optionsInCode(options), ...overrides },
  };
  let starting = new AbortController();
  const resolved = resolveOptions(options, parts.source);
  const log = resolved.log ?? createLog({ level: resolved.logLevel });
  const keyring = createKeyring(
    resolved.organizations.map(({ organization, ...keys }) => ({ organizationId: organization.id, ...keys })),
  );
  const listeners = createEventListeners(log);
  const messageListeners = createKeptListeners<Parameters<WhatsAppOptIn['onInboundMessage']>[0]>();
  const actionListeners = createKeptListeners<Parameters<WhatsAppOptIn['onMessageAction']>[0]>();
  let running: Promise<Running> | null = null;
  let ready: Running | null = null;
  let isClosed = false;
  /** What to do about a database that has to be checked first. */
  let remedy: string | null = null;

  const start = async (): Promise<Running> => {
    const check = { onUnchecked: (text: string | null) => (remedy = text), onRestored };
    running ??= run(resolved, { log, keyring, listeners, parts, check, signal: starting.signal }).then(
      (started) => {
        messageListeners.attach(started.services.inbound.onMessage);
        actionListeners.attach(started.services.inbound.onAction);
        return started;
      },
      (error: unknown) => {
        running = null;
        throw error;
      },
    );
    const mine = running;
    const started = await mine;
    // A close that came meanwhile has stopped it.
    if (running === mine) ready = started;
    return started;
  };

  /** Sends nothing more, and starts again when the database was checked. */
  const standBy = async (): Promise<void> => {
    const last = running;
    if (last === null || ready === null) return;
    running = null;
    ready = null;
    await (await last).stop();
    if (!isClosed) await start();
  };

  const onRestored = (): void => {
    standBy().catch((error: unknown) => {
      if (!isClosed)
        log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'the server cannot start again');
    });
  };

  return {
    ...createPublicApi({
      services: async () => {
        if (remedy !== null) throw new Error(remedy);
        if (isClosed) throw new Error('The server is closed: await app.start() opens it again.');
        return (ready ?? (await start())).services;
      },
      keyring,
      listeners,
      organizationIds: resolved.organizations.map(({ organization }) => organization.id),
      sms: resolved.sms,
    }),
    onInboundMessage: messageListeners.add,
    onMessageAction: actionListeners.add,
    async fetch(request, info) {
      if (ready === null) return problemResponse('UNAVAILABLE', remedy ?? UNAVAILABLE);
      return ready.handle(request, info);
    },
    async start() {
      isClosed = false;
      await start();
    },
    async close() {
      const last = running;
      isClosed = true;
      starting.abort(new Error('The server was closed before it was ready.'));
      starting = new AbortController();
      running = null;
      ready = null;
      await (await last?.catch(() => null))?.stop();
    },
  };
}

type OptionalParts = 'closing' | 'firstEventRetryMs';
type Parts = Required<Omit<TestOverrides, OptionalParts>> & Pick<TestOverrides, OptionalParts>;

interface RunParts {
  log: Log;
  keyring: Keyring;
  listeners: EventListeners;
  parts: Parts;
  check: { onUnchecked(remedy: string | null): void; onRestored(): void };
  signal: AbortSignal;
}

async function run(
  resolved: ResolvedOptions,
  { log, keyring, listeners, parts, check, signal }: RunParts,
): Promise<Running> {
  for (const warning of resolved.warnings) log.warn({}, warning);
  const { schema, databasePoolSize: maxConnections, databaseDirectUrl: directUrl } = resolved;
  const database = await parts.openDatabase({ database: resolved.database, directUrl, schema, log, maxConnections });
  const { databaseReplicaUrl: replicaUrl } = resolved;
  // Its connections are made when the first list is read, so that no start waits for it.
  const replica =
    replicaUrl === undefined ? null : await parts.openDatabase({ database: replicaUrl, schema, log, maxConnections });
  const closing = parts.closing ?? { work: new AbortController(), vendors: new AbortController() };
  try {
    await awaitDatabase(database, { waitSeconds: resolved.databaseWaitSeconds, signal, log });
    const direct = directUrl === undefined ? null : await parts.openDatabase({ database: directUrl, schema, log });
    try {
      await migrate(direct ?? database, {
        signal,
        onWaiting: () => log.info({}, 'waiting for another migration: a second server prepares the same database'),
      });
    } finally {
      await direct?.close();
    }
    const { suppressionJournal: file } = resolved;
    if (file !== undefined) await awaitCheck(database, { file, signal, log, onUnchecked: check.onUnchecked });
    signal.throwIfAborted();
    const { onRestored: onUnchecked } = check;
    return await compose(resolved, { log, keyring, listeners, database, replica, ...parts, closing, onUnchecked });
  } catch (error) {
    await replica?.close();
    await database.close();
    throw error;
  }
}
