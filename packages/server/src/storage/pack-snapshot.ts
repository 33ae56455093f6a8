import { PGlite } from '@electric-sql/pglite';
import { migrate } from './migrate.js';
import { wrapPglite } from './pglite-database.js';

/** A gzipped data folder of an empty database with the whole schema; loaded on a first start. */
export async function packPgliteSnapshot(schema = 'whatsapp_optin'): Promise<Uint8Array> {
  const lite = await PGlite.create();
  const database = wrapPglite(lite, { schema, unlock: async () => undefined });
  await migrate(database);
  await database.query('CHECKPOINT');
  const file = await lite.dumpDataDir('gzip');
  await database.close();
  return new Uint8Array(await file.arrayBuffer());
}
