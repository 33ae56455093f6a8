import { setTimeout as delay } from 'node:timers/promises';
import { isConcurrent, runConcurrently, withConcurrentLock, withoutConcurrency } from './concurrent-migration.js';
import type { Database, SqlExecutor } from './database.js';
import { readMigrationFiles } from './migration-files.js';

/** Every process that migrates the same database waits for this lock; the number is arbitrary and must never change. */
const MIGRATION_LOCK = 7_163_190_412;

/** Of one statement: the wait for another server that migrates, or the rewriting of a large table. */
const MIGRATION_TIMEOUT_MS = 600_000;

/** Who waited for the lock sees what its last holder applied. */
const UNDER_LOCK = { readsCommitted: true } as const;

interface Migration {
  version: number;
  name: string;
  sql: string;
}

/** How often a start looks whether another has ended its migration. */
const RETRY_MS = 500;

/** How a migration waits for another one. */
export interface MigrationWait {
  /** Ends the wait; a statement under way goes on. */
  signal?: AbortSignal | undefined;
  /** Called once where another process migrates. */
  onWaiting?: (() => void) | undefined;
}

/** The database was migrated by a later version of this software. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
}

/**
 * Brings the schema up to date: plain numbered SQL files, each in its own transaction, under a lock, applied once. A file that
 * builds indexes of large tables runs outside a transaction, so that nobody's writes wait for it.
 *
 * @returns the versions that were applied now; empty where nothing was to do.
 * @throws {NewerSchemaError} where the database has a migration that is newer than all of these
 */
export async function migrate(database: Database, wait: MigrationWait = {}): Promise<number[]> {
  const applied: number[] = [];
  const patient = database.withTimeout(MIGRATION_TIMEOUT_MS);
  const locked = createLock(patient, wait);
  const migrations = await readMigrations();
  await locked(async (transaction) => {
    await transaction.query(`CREATE SCHEMA IF NOT EXISTS ${database.schema}`);
    await transaction.query(`CREATE TABLE IF NOT EXISTS whatsapp_optin.schema_migrations (
      version integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT clock_timestamp())`);
    await refuseNewer(transaction, migrations);
  });
  for (const migration of migrations) {
    const isNew = await (isConcurrent(migration.sql) && database.engine === 'postgres'
      ? applyConcurrently(patient, migration, wait.signal)
      : locked((transaction) => applyInside(transaction, migration)));
    if (isNew) applied.push(migration.version);
  }
  await patient.query(`SELECT whatsapp_optin.ensure_partitions()`);
  return applied;
}

/** A transaction that holds the lock. It is tried, not waited for: a start that waits can be ended, and says so. */
function createLock(database: Database, { signal, onWaiting }: MigrationWait) {
  let isSaid = false;
  return async <Result>(work: (transaction: SqlExecutor) => Promise<Result>): Promise<Result> => {
    for (;;) {
      signal?.throwIfAborted();
      const outcome = await database.transaction(async (transaction) => {
        const [lock] = await transaction.query<{ taken: boolean }>(
          `SELECT pg_try_advisory_xact_lock($1::bigint) AS taken`,
          [MIGRATION_LOCK],
        );
        return lock?.taken === true ? { result: await work(transaction) } : null;
      }, UNDER_LOCK);
      if (outcome !== null) return outcome.result;
      if (!isSaid) onWaiting?.();
      isSaid = true;
      await delay(RETRY_MS, undefined, { signal });
    }
  };
}

/** Statements of this version may fail on a later schema, or write what the later version does not expect. */
async function refuseNewer(transaction: SqlExecutor, migrations: readonly Migration[]): Promise<void> {
  const own = migrations.at(-1)?.version ?? 0;
  const [newest] = await transaction.query<{ version: number; name: string }>(
    `SELECT version, name FROM whatsapp_optin.schema_migrations WHERE version > $1::int ORDER BY version DESC LIMIT 1`,
    [own],
  );
  if (newest === undefined) return;
  throw new NewerSchemaError(
    `The database has migration ${newest.version} ("${newest.name}"), and this version of whatsapp-optin knows them up to ${own}. ` +
      'Start the version that migrated it, or a later one; to go back, restore a backup from before that migration.',
  );
}

async function applyInside(transaction: SqlExecutor, migration: Migration): Promise<boolean> {
  if (await isApplied(transaction, migration)) return false;
  await transaction.query(isConcurrent(migration.sql) ? withoutConcurrency(migration.sql) : migration.sql);
  await noteApplied(transaction, migration);
  return true;
}

async function applyConcurrently(database: Database, migration: Migration, signal?: AbortSignal): Promise<boolean> {
  if (await isApplied(database, migration)) return false;
  const apply = async (): Promise<boolean> => {
    if (await isApplied(database, migration)) return false;
    await runConcurrently(database, migration.sql);
    await noteApplied(database, migration);
    return true;
  };
  return withConcurrentLock(database, apply, signal);
}

async function isApplied(executor: SqlExecutor, { version }: Migration): Promise<boolean> {
  const found = await executor.query(`SELECT 1 FROM whatsapp_optin.schema_migrations WHERE version = $1::int`, [
    version,
  ]);
  return found.length > 0;
}

async function noteApplied(executor: SqlExecutor, { version, name }: Migration): Promise<void> {
  await executor.query(`INSERT INTO whatsapp_optin.schema_migrations (version, name) VALUES ($1::int, $2::text)`, [
    version,
    name,
  ]);
}

/** Names of the migrations that the database lacks. Changes nothing. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const migrations = await readMigrations();
  const [found] = await database.query<{ exists: boolean }>(
    `SELECT to_regclass('whatsapp_optin.schema_migrations') IS NOT NULL AS exists`,
  );
  const rows = found?.exists
    ? await database.query<{ version: number }>('SELECT version FROM whatsapp_optin.schema_migrations')
    : [];
  const applied = new Set(rows.map(({ version }) => version));
  return migrations.flatMap(({ version, name }) => (applied.has(version) ? [] : name));
}

async function readMigrations(): Promise<Migration[]> {
  const files = await readMigrationFiles();
  return files.map(([name, sql], index) => {
    const version = numberOf(name);
    // A gap is a number that somebody else has taken and not yet merged; two of one number are a mistake.
    if (version === null || version === numberOf(files[index - 1]?.[0] ?? '')) {
      throw new Error(`Migration "${name}" needs its own four-digit number.`);
    }
    return { version, name, sql };
  });
}

function numberOf(name: string): number | null {
  const digits = /^(\d{4})_/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}
