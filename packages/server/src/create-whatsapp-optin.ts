import { createKeyring } from './http/create-keyring.js';
import type { Keyring } from './http/keyring.js';
import { problemResponse } from './http/problem-response.js';
import { optionsInCode } from './config/option-source.js';
import { createLog } from './composition/create-log.js';
import { startJobs } from './jobs/job-engine.js';
import type { Log } from './log.js';
import type { WhatsAppOptInOptions } from './config/options.js';
import { RATE_LIMITS } from './providers/rate-limiter.js';
import { createEventListeners, type EventListeners } from './outbox/event-listeners.js';
import { createPublicApi } from './public-api/create-public-api.js';
import type { WhatsAppOptIn } from './public-api/public-api.js';
import { resolveOptions, type ResolvedOptions } from './config/resolve-options.js';
import { migrate } from './storage/migrate.js';
import { openDatabase } from './storage/open-database.js';
import { compose, type Running, type TestOverrides } from './composition/compose.js';

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
  const listeners = createEventListeners(log);
  let running: Promise<Running> | null = null;
  let ready: Running | null = null;

  return {
    ...createPublicApi({
      services: () => {
        if (ready === null) throw new Error('The server has not been started: await app.start() first.');
        return ready.services;
      },
      keyring,
      listeners,
      organizationIds: resolved.organizations.map(({ organization }) => organization.id),
      sms: resolved.sms,
    }),
    async fetch(request, info) {
      if (ready === null) return problemResponse('UNAVAILABLE', 'The server is not started yet, or is closing.');
      return ready.handle(request, info);
    },
    async start() {
      running ??= run(resolved, { log, keyring, listeners, parts }).catch((error: unknown) => {
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

type Parts = Required<Omit<TestOverrides, 'firstEventRetryMs'>> & Pick<TestOverrides, 'firstEventRetryMs'>;

async function run(
  resolved: ResolvedOptions,
  { log, keyring, listeners, parts }: { log: Log; keyring: Keyring; listeners: EventListeners; parts: Parts },
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
    return await compose(resolved, { log, keyring, listeners, database, ...parts });
  } catch (error) {
    await database.close();
    throw error;
  }
}
