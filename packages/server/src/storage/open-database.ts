import type { Log } from '../log.js';
import { loadOptional } from '../missing-package.js';
import type { Database } from './database.js';
import { openPostgres } from './postgres-database.js';

/**
 * A `postgres://` URL opens a pool; anything else is the folder of an embedded database.
 *
 * @throws {MissingPackageError} where the embedded database is not installed.
 */
export async function openDatabase(input: {
  database: string;
  /** PostgreSQL itself, where `database` is a pooler in transaction mode. */
  directUrl?: string | undefined;
  schema: string;
  log: Log;
  /** @default 16 */
  maxConnections?: number;
}): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(input.database)) return openPostgres({ ...input, url: input.database });
  const { openPglite } = await loadOptional(
    '@electric-sql/pglite',
    'The embedded database',
    () => import('./pglite-database.js'),
  );
  return openPglite({ folder: input.database, schema: input.schema });
}
