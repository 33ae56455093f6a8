import type { Log } from '../log.js';
import type { Database } from './database.js';
import { openPglite } from './pglite-database.js';
import { openPostgres } from './postgres-database.js';

/** A `postgres://` URL opens a pool; anything else is the folder of an embedded database. */
export async function openDatabase(input: {
  database: string;
  /** PostgreSQL itself, where `database` is a pooler in transaction mode. */
  directUrl?: string | undefined;
  schema: string;
  log: Log;
  /** @default 16 */
  maxConnections?: number;
}): Promise<Database> {
  return /^postgres(ql)?:\/\//.test(input.database)
    ? openPostgres({ ...input, url: input.database })
    : openPglite({ folder: input.database, schema: input.schema });
}
