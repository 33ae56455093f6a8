import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createLog } from '../src/composition/create-log.js';
import { migrate } from '../src/storage/migrate.js';
import { openDatabase } from '../src/storage/open-database.js';

/** Of this run alone: another may be using the same server. */
const NAME = `prepared_${randomBytes(6).toString('hex')}`;

/**
 * Vitest's global set-up of the integration tests: one database with every table laid, which `createDatabase` copies. Laying
 * them anew for each file took a third of the run.
 *
 * @returns the tear-down
 */
export default async function prepareDatabase(): Promise<() => Promise<void>> {
  const { url, drop } = await createFirst(process.env['TEST_DATABASE_URL']);
  const database = await openDatabase({
    database: url,
    schema: 'whatsapp_optin',
    log: createLog({ level: 'silent' }),
  });
  await migrate(database);
  await database.close();
  process.env['TEST_DATABASE_PREPARED'] = process.env['TEST_DATABASE_URL'] ? NAME : url;
  return async () => {
    delete process.env['TEST_DATABASE_PREPARED'];
    await drop();
  };
}

async function createFirst(server: string | undefined): Promise<{ url: string; drop: () => Promise<void> }> {
  if (!server) {
    const folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-optin-prepared-'));
    return { url: folder, drop: () => rm(folder, { recursive: true, force: true }) };
  }
  const run = async (...statements: string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const dropped = `DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`;
  await run(dropped, `CREATE DATABASE ${NAME}`);
  const url = new URL(server);
  url.pathname = `/${NAME}`;
  return { url: url.href, drop: () => run(dropped) };
}
