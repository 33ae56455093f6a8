import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.js';
import { LONG_QUERY_TIMEOUT_MS } from './database.js';

/** How long a request waits for a free connection before it answers 503. */
const CONNECT_TIMEOUT_MS = 2_000;
const CONNECT_RETRY_MS = 100;
const KEEP_ALIVE_DELAY_MS = 10_000;

/** `too_many_connections`: the server or the role has no connection to give. https://www.postgresql.org/docs/15/errcodes-appendix.html */
const TOO_MANY_CONNECTIONS = '53300';

export interface PostgresPool {
  /** @throws {Error} where no connection is free, or the server gives none, within two seconds */
  connect(): Promise<pg.PoolClient>;
  /** Gives a connection back, or destroys it where `error` is not the server's own answer. */
  release(client: pg.PoolClient, error?: unknown): void;
  /** How long statements and connections have been without any answer from the server, a refusal included; 0: they have one. */
  silentForMs(): number;
  close(): Promise<void>;
}

/** A pool that forgets every connection made before one stopped answering: after a failover all of them are dead. */
export function createPostgresPool(input: { url: string; maxConnections: number; log: Log }): PostgresPool {
  const pool = new pg.Pool({
    connectionString: input.url,
    max: input.maxConnections,
    application_name: 'whatsapp-optin',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    query_timeout: LONG_QUERY_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY_MS,
  });
  // Without listeners a connection that the server ends would end our process, idle or in use.
  pool.on('error', (error) => input.log.warn({ error: error.message }, 'a database connection was lost'));
  let generation = 0;
  const generations = new WeakMap<pg.PoolClient, number>();
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    generations.set(client, generation);
  });

  let silentSinceMs: number | null = null;
  const isSilence = (error: unknown): boolean => error instanceof Error && /timeout/i.test(error.message);
  const noteOutcome = (error?: unknown): void => {
    if (isSilence(error)) silentSinceMs ??= performance.now();
    else silentSinceMs = null;
  };

  const take = async (): Promise<pg.PoolClient> => {
    for (;;) {
      const client = await pool.connect();
      if (generations.get(client) === generation) return client;
      client.release(true);
    }
  };

  return {
    async connect() {
      const deadlineMs = performance.now() + CONNECT_TIMEOUT_MS;
      for (;;) {
        try {
          return await take();
        } catch (error) {
          const isFull = error instanceof pg.DatabaseError && error.code === TOO_MANY_CONNECTIONS;
          if (!isFull || performance.now() >= deadlineMs) {
            noteOutcome(error);
            throw error;
          }
          await delay(CONNECT_RETRY_MS);
        }
      }
    },
    release(client, error) {
      const isAnswer = error === undefined || error instanceof pg.DatabaseError;
      noteOutcome(error);
      if (isSilence(error) && generations.get(client) === generation) {
        generation += 1;
        input.log.warn({}, 'a database connection stopped answering; all are made again');
      }
      client.release(!isAnswer);
    },
    silentForMs: () => (silentSinceMs === null ? 0 : performance.now() - silentSinceMs),
    close: () => pool.end(),
  };
}
