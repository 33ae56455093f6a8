import { createKeyring } from './http/create-keyring.js';
import type { Keyring } from './http/keyring.js';
import { problemResponse } from './http/problem-response.js';
import { optionsInCode } from './config/option-source.js';
import { createLog } from './composition/create-log.js';
import { startJobs } from './jobs/job-engine.js';
import type { Log } from './log.js';
import type { WhatsAppOptInOptions } from './config/options.js';
import { RATE_LIMITS } from './providers/rate-limiter.js';
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
  const parts = { openDatabase, startJobs, rateLimits: RATE_LIMITS, source: optionsInCode(options), ...overrides };
  const resolved = resolveOptions(options, parts.source);
  const log = resolved.log ?? createLog({ level: resolved.logLevel });
  const keyring = createKeyring(
    resolved.organizations.map(({ organization, ...keys }) => ({ organizationId: organization.id, ...keys })),
  );
  const messageListeners = createKeptListeners<Parameters<WhatsAppOptIn['onInboundMessage']>[0]>();
  const actionListeners = createKeptListeners<Parameters<WhatsAppOptIn['onMessageAction']>[0]>();
  let running: Promise<Running> | null = null;
  let ready: Running | null = null;
  let isClosed = false;

  const start = async (): Promise<Running> => {
    running ??= run(resolved, { log, keyring, parts }).then(
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

  return {
    ...createPublicApi({
      services: async () => {
        if (isClosed) throw new Error('The server is closed: await app.start() opens it again.');
        return (ready ?? (await start())).services;
      },
      keyring,
      organizationIds: resolved.organizations.map(({ organization }) => organization.id),
      sms: resolved.sms,
    }),
    onInboundMessage: messageListeners.add,
    onMessageAction: actionListeners.add,
    async fetch(request, info) {
      if (ready === null) return problemResponse('UNAVAILABLE', UNAVAILABLE);
      return ready.handle(request, info);
    },
    async start() {
      isClosed = false;
      await start();
    },
    async close() {
      const last = running;
      isClosed = true;
      running = null;
      ready = null;
      await (await last?.catch(() => null))?.stop();
    },
  };
}

async function run(
  resolved: ResolvedOptions,
  { log, keyring, parts }: { log: Log; keyring: Keyring; parts: Required<TestOverrides> },
): Promise<Running> {
  for (const warning of resolved.warnings) log.warn({}, warning);
  const { schema, databasePoolSize: maxConnections, databaseDirectUrl: directUrl } = resolved;
  const database = await parts.openDatabase({ database: resolved.database, directUrl, schema, log, maxConnections });
  try {
    const direct = directUrl === undefined ? null : await parts.openDatabase({ database: directUrl, schema, log });
    try {
      await migrate(direct ?? database);
    } finally {
      await direct?.close();
    }
    return await compose(resolved, { log, keyring, database, ...parts });
  } catch (error) {
    await database.close();
    throw error;
  }
}
