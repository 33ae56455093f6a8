import { createLog } from '../composition/create-log.js';
import type { Database } from '../storage/database.js';
import { readDatabaseSettings, type DatabaseSettings } from './database-settings.js';
import type { Terminal } from './terminal.js';

/** @throws {OptionsError} that names all variables of the database that are wrong or misspelt */
export function readSettings(terminal: Terminal): DatabaseSettings {
  return readDatabaseSettings(terminal.env);
}

/**
 * Opens the database of the settings at PostgreSQL itself, brings it up to date, and closes it after `work`.
 *
 * @param work - gets the migrations that were applied now, too; none where nothing was to do.
 */
export async function withDatabase<Result>(
  { database: { database: address, databaseDirectUrl, schema, logLevel } }: DatabaseSettings,
  work: (database: Database, applied: readonly number[]) => Promise<Result>,
): Promise<Result> {
  const [{ openDatabase }, { migrate }] = await Promise.all([
    import('../storage/open-database.js'),
    import('../storage/migrate.js'),
  ]);
  const log = createLog({ level: logLevel });
  const database = await openDatabase({ database: databaseDirectUrl ?? address, schema, log });
  try {
    return await work(database, await migrate(database));
  } finally {
    await database.close();
  }
}

/** Ids of all organizations that the database keeps, in order; empty before the first start. */
export async function listOrganizations(database: Database): Promise<string[]> {
  const rows = await database.query<{ id: string }>('SELECT id FROM whatsapp_optin.organizations ORDER BY id');
  return rows.map(({ id }) => id);
}
