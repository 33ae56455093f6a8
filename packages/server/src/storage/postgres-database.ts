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
import { codeOf } from './connection-failure.js';
import { listenForEver } from './postgres-listener.js';
import { createPostgresPool } from './postgres-pool.js';
import { repeatConflicts } from './repeat-conflicts.js';

/** `duplicate_prepared_statement`, `invalid_sql_statement_name`: https://www.postgresql.org/docs/15/errcodes-appendix.html */
const POOLER_CODES: readonly (string | null)[] = ['42P05', '26000'];

export interface PostgresInput {
  url: string;
  /** PostgreSQL itself, where `url` is a pooler in transaction mode. */
  directUrl?: string | undefined;
  schema: string;
  log: Log;
  /** @default 16 */
  maxConnections?: number;
}

/** PostgreSQL 15 or later behind the `Database` port. Behind a pooler in transaction mode no statement gets a name. */
export function openPostgres(input: PostgresInput): Database {
  const write = schemaWriter(input.schema);
  const pool = createPostgresPool({ ...input, maxConnections: input.maxConnections ?? 16 });
  const listeners = new Set<() => Promise<void>>();
  let preparesStatements = input.directUrl === undefined;

  /** A pooler that shares connections refuses names: it refused before it executed, so that `work` runs once more without. */
  const orWithoutNames = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (!POOLER_CODES.includes(codeOf(error))) throw error;
      if (preparesStatements) {
        input.log.warn(
          {},
          'the database is behind a pooler in transaction mode: set DATABASE_DIRECT_URL to PostgreSQL itself',
        );
      }
      preparesStatements = false;
      return await work();
    }
  };

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
        const name = preparesStatements ? { name: statementName(written) } : {};
        const query = { ...name, text: written, values: [...values], query_timeout: timeoutMs };
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
    query: (text, values) =>
      repeatConflicts(
        () => orWithoutNames(() => onClient((client) => executor(client, timeoutMs).query(text, values))),
        // An index that is built outside a transaction stays behind, broken.
        { isWhole: () => !/\bCONCURRENTLY\b/.test(text) },
      ),
    transaction: (work, { once = false, readsCommitted = false } = {}) => {
      const run = () =>
        onClient(async (client) => {
          await client.query(readsCommitted ? 'BEGIN ISOLATION LEVEL READ COMMITTED' : 'BEGIN');
          try {
            const result = await work(executor(client, Math.max(timeoutMs, LONG_QUERY_TIMEOUT_MS)));
            await client.query('COMMIT');
            return result;
          } catch (error) {
            await client.query({ text: 'ROLLBACK', query_timeout: QUERY_TIMEOUT_MS } as pg.QueryConfig);
            throw error;
          }
        });
      return repeatConflicts(() => orWithoutNames(run), { isWhole: () => !once });
    },
    withTimeout,
    silentForMs: pool.silentForMs,
    async listen(channel, onPayload) {
      const stop = await listenForEver({ url: input.directUrl ?? input.url, log: input.log }, channel, onPayload);
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
