import { isConcurrent, runConcurrently, withConcurrentLock, withoutConcurrency } from './concurrent-migration.js';
import type { Database, SqlExecutor } from './database.js';
import { readMigrationFiles } from './migration-files.js';

/** Every process that migrates the same database waits for this lock; the number is arbitrary and must never change. */
const MIGRATION_LOCK = 7_163_190_412;

/** Of one statement: the wait for another server that migrates, or the rewriting of a large table. */
const MIGRATION_TIMEOUT_MS = 600_000;

interface Migration {
  version: number;
  name: string;
  sql: string;
}

/**
 * Brings the schema up to date: plain numbered SQL files, each in its own transaction, under a lock, applied once. A file that
 * builds indexes of large tables runs outside a transaction, so that nobody's writes wait for it.
 *
 * @returns the versions that were applied now; empty where nothing was to do.
 */
export async function migrate(database: Database): Promise<number[]> {
  const applied: number[] = [];
  const patient = database.withTimeout(MIGRATION_TIMEOUT_MS);
  await patient.transaction(async (transaction) => {
    await transaction.query(`SELECT pg_advisory_xact_lock($1::bigint)`, [MIGRATION_LOCK]);
    await transaction.query(`CREATE SCHEMA IF NOT EXISTS ${database.schema}`);
    await transaction.query(`CREATE TABLE IF NOT EXISTS whatsapp_optin.schema_migrations (
      version integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT clock_timestamp())`);
  });
  for (const migration of await readMigrations()) {
    const isNew = await (isConcurrent(migration.sql) && database.engine === 'postgres'
      ? applyConcurrently(patient, migration)
      : patient.transaction((transaction) => applyInside(transaction, migration)));
    if (isNew) applied.push(migration.version);
  }
  await patient.query(`SELECT whatsapp_optin.ensure_partitions()`);
  return applied;
}

async function applyInside(transaction: SqlExecutor, migration: Migration): Promise<boolean> {
  await transaction.query(`SELECT pg_advisory_xact_lock($1::bigint)`, [MIGRATION_LOCK]);
  if (await isApplied(transaction, migration)) return false;
  await transaction.query(isConcurrent(migration.sql) ? withoutConcurrency(migration.sql) : migration.sql);
  await noteApplied(transaction, migration);
  return true;
}

async function applyConcurrently(database: Database, migration: Migration): Promise<boolean> {
  if (await isApplied(database, migration)) return false;
  return withConcurrentLock(database, async () => {
    if (await isApplied(database, migration)) return false;
    await runConcurrently(database, migration.sql);
    await noteApplied(database, migration);
    return true;
  });
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
