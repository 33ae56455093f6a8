import { createHash } from 'node:crypto';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Log } from '../log.js';
import { schemaWriter, type Database, type Row, type SqlExecutor } from './database.js';

const LISTEN_RETRY_MS = 1000;

/** PostgreSQL 15 or later behind the `Database` port. */
export function openPostgres(input: { url: string; schema: string; log: Log; maxConnections?: number }): Database {
  const write = schemaWriter(input.schema);
  const pool = new pg.Pool({
    connectionString: input.url,
    max: input.maxConnections ?? 16,
    application_name: 'whatsapp-optin',
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
  });
  // Without a listener a connection that the server ends would end our process.
  pool.on('error', (error) => input.log.warn({ error: error.message }, 'a database connection was lost'));
  const listeners = new Set<() => Promise<void>>();

  const executor = (client: pg.Pool | pg.PoolClient): SqlExecutor => ({
    async query<T extends Row>(text: string, values: readonly unknown[] = []): Promise<T[]> {
      const written = write(text);
      if (values.length > 0) {
        return (await client.query<T>({ name: statementName(written), text: written, values: [...values] })).rows;
      }
      // Several statements come back as several results, which the driver's types do not tell; one shape for both.
      return [await client.query<T>(written)].flat().flatMap((result) => result.rows);
    },
  });

  return {
    engine: 'postgres',
    schema: input.schema,
    orm: drizzle({ client: pool }),
    query: executor(pool).query,
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const result = await work(executor(client));
        await client.query('COMMIT');
        client.release();
        return result;
      } catch (error) {
        // A connection that cannot roll back is not given back to the pool.
        const broken = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        );
        client.release(broken);
        throw error;
      }
    },
    async listen(channel, onPayload) {
      const stop = await listenForEver(input, channel, onPayload);
      listeners.add(stop);
      return async () => {
        listeners.delete(stop);
        await stop();
      };
    },
    async close() {
      await Promise.all([...listeners].map((stop) => stop()));
      await pool.end();
    },
  };
}

/** Each text is prepared once a connection; its name must be the same in every process. */
const names = new Map<string, string>();
function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `wo_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    if (names.size < 500) names.set(text, name);
  }
  return name;
}

/** One client of its own that comes back after every loss, until stopped. */
async function listenForEver(
  input: { url: string; log: Log },
  channel: string,
  onPayload: (payload: string) => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;

  const retry = (): void => {
    client = null;
    if (stopped) return;
    timer = setTimeout(() => void connect().catch(() => retry()), LISTEN_RETRY_MS);
    timer.unref();
  };
  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: input.url,
      application_name: 'whatsapp-optin-listen',
      keepAlive: true,
    });
    next.on('error', (error) => input.log.warn({ error: error.message }, 'the listening connection was lost'));
    next.on('end', () => {
      if (client === next) retry();
    });
    next.on('notification', (message) => onPayload(message.payload ?? ''));
    await next.connect();
    if (stopped) return void next.end();
    client = next;
    await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
  };

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    const last = client;
    client = null;
    await last?.end().catch(() => undefined);
  };
}
