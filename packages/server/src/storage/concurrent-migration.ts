import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from './database.js';

/** As `MIGRATION_LOCK`: arbitrary, and never to change. Former versions, which wait for that one, never ask for this one. */
const CONCURRENT_LOCK = 7_163_190_413;

/** Another process builds meanwhile. Who waits inside a statement would hold up the index that it waits for. */
const RETRY_MS = 500;

/** The first line of a migration that must not run in a transaction. */
const MARK = '-- Outside a transaction:';

/** Whether each statement of a migration commits by itself, so that indexes are built while other processes write. */
export function isConcurrent(sql: string): boolean {
  return sql.startsWith(MARK);
}

/** The same for PGlite, whose one connection has nobody to wait for. */
export function withoutConcurrency(sql: string): string {
  return sql.replaceAll(/\bINDEX CONCURRENTLY\b/g, 'INDEX');
}

/**
 * Runs `work` in one process at a time, on other connections than the one that holds the lock.
 *
 * @param signal - ends the wait for another process
 * @returns what `work` returned
 */
export async function withConcurrentLock<Result>(
  database: Database,
  work: () => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  for (;;) {
    const outcome = await database.transaction(
      async (holder) => {
        // The build waits for every older snapshot: a statement with values leaves a portal open, and with it a snapshot.
        const [lock] = await holder.query<{ taken: boolean }>(
          `SELECT pg_try_advisory_xact_lock(${CONCURRENT_LOCK}) AS taken`,
        );
        return lock?.taken === true ? { result: await work() } : null;
        // For the same reason the transaction itself keeps no snapshot.
      },
      { readsCommitted: true },
    );
    if (outcome !== null) return outcome.result;
    await delay(RETRY_MS, undefined, { signal });
  }
}

/** Runs the statements of a concurrent migration one by one. An index that a former run finished stays; a broken one is made again. */
export async function runConcurrently(database: Database, sql: string): Promise<void> {
  const text = sql.replaceAll(/^\s*--.*$/gm, '');
  for (const statement of text.split(';').map((part) => part.trim())) {
    if (statement === '') continue;
    const name = /^CREATE INDEX CONCURRENTLY (\w+)/.exec(statement)?.[1];
    const state = name === undefined ? null : await stateOf(database, name);
    if (state === 'valid') continue;
    if (state === 'broken') await database.query(`DROP INDEX CONCURRENTLY whatsapp_optin.${name}`);
    await database.query(statement);
  }
}

/** `broken`: its build was interrupted, and it is only written to. */
async function stateOf(database: Database, index: string): Promise<'valid' | 'broken' | null> {
  const [row] = await database.query<{ valid: boolean }>(
    `SELECT index.indisvalid AS valid FROM pg_index AS index
     JOIN pg_class AS class ON class.oid = index.indexrelid
     JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace
     WHERE namespace.nspname = $1::text AND class.relname = $2::text`,
    [database.schema, index],
  );
  if (row === undefined) return null;
  return row.valid ? 'valid' : 'broken';
}
