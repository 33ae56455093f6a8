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
  const { PGlite } = await loadOptional(
    '@electric-sql/pglite',
    'The embedded database',
    // Bundlers leave it as it is: they fail where an optional package is not installed, and WebAssembly cannot be bundled.
    () => import(/* webpackIgnore: true */ '@electric-sql/pglite'),
  );
  const { openPglite } = await import('./pglite-database.js');
  return openPglite({ engine: PGlite, folder: input.database, schema: input.schema });
}
