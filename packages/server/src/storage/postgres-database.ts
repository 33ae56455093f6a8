import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Log } from '../log.js';
import {
  LONG_QUERY_TIMEOUT_MS,
  QUERY_TIMEOUT_MS,
  schemaWriter,
  type Database,
  type Row,
  type SqlExecutor,
} from './database.js';
import { listenForEver } from './postgres-listener.js';
import { createPostgresPool } from './postgres-pool.js';

/** PostgreSQL 15 or later behind the `Database` port. */
export function openPostgres(input: { url: string; schema: string; log: Log; maxConnections?: number }): Database {
  const write = schemaWriter(input.schema);
  const pool = createPostgresPool({ ...input, maxConnections: input.maxConnections ?? 16 });
  const listeners = new Set<() => Promise<void>>();

  /** Runs `work` on a separate connection, and destroys the connection where it gives no answer. */
  const onClient = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      const result = await work(client);
      pool.release(client);
      return result;
    } catch (error) {
      pool.release(client, error);
      throw error;
    }
  };
  const executor = (client: pg.PoolClient, timeoutMs: number): SqlExecutor => ({
    async query<T extends Row>(text: string, values: readonly unknown[] = []): Promise<T[]> {
      const written = write(text);
      if (values.length > 0) {
        const query = { name: statementName(written), text: written, values: [...values], query_timeout: timeoutMs };
        return (await client.query<T>(query)).rows;
      }
      // Several statements return several results, which the driver's types do not show; one shape for both.
      const results = await client.query<T>({ text: written, query_timeout: timeoutMs } as pg.QueryConfig);
      return [results].flat().flatMap((result) => result.rows);
    },
  });
  const withTimeout = (timeoutMs: number): Database => ({
    engine: 'postgres',
    schema: input.schema,
    query: (text, values) => onClient((client) => executor(client, timeoutMs).query(text, values)),
    transaction: (work) =>
      onClient(async (client) => {
        await client.query('BEGIN');
        try {
          const result = await work(executor(client, Math.max(timeoutMs, LONG_QUERY_TIMEOUT_MS)));
          await client.query('COMMIT');
          return result;
        } catch (error) {
          await client.query({ text: 'ROLLBACK', query_timeout: QUERY_TIMEOUT_MS } as pg.QueryConfig);
          throw error;
        }
      }),
    withTimeout,
    silentForMs: pool.silentForMs,
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
      await pool.close();
    },
  });
  return withTimeout(QUERY_TIMEOUT_MS);
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
