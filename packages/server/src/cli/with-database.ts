import { createLog } from '../composition/create-log.js';
import { optionsFromEnvironment } from '../config/environment.js';
import { resolveOptions, type ResolvedOptions } from '../config/resolve-options.js';
import type { Database } from '../storage/database.js';
import type { Terminal } from './terminal.js';

/** @throws {Error} that names all variables that are missing, wrong or misspelt */
export function readSettings(terminal: Terminal): ResolvedOptions {
  return resolveOptions(optionsFromEnvironment(terminal.env).options);
}

/**
 * Opens the database of the settings at PostgreSQL itself, brings it up to date, and closes it after `work`.
 *
 * @param work - gets the migrations that were applied now, too; none where nothing was to do.
 */
export async function withDatabase<Result>(
  { database: address, databaseDirectUrl, schema, logLevel }: ResolvedOptions,
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
