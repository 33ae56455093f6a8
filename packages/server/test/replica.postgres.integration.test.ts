import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReplica } from '../../../scripts/postgres-replica.mjs';
import { startPostgres } from '../../../scripts/postgres.mjs';
import { examineReplica } from '../src/cli/doctor/examine-replica.js';
import { createLog } from '../src/composition/create-log.js';
import { ADMIN, eventually, openWorld, type World } from './test-world.js';

type Server = Awaited<ReturnType<typeof startPostgres>>;

let primary: Server;
let replica: Server;
let standby: pg.Client;
let world: World;
beforeAll(async () => {
  const binDir = process.env['TEST_POSTGRES_BIN'];
  primary = await startPostgres(binDir ? { binDir } : {});
  replica = await startReplica(primary);
  standby = new pg.Client({ connectionString: replica.url });
  // The last test ends the server that it talks to.
  standby.on('error', () => undefined);
  await standby.connect();
  world = await openWorld({ database: primary.url, databaseReplicaUrl: replica.url });
});
afterAll(async () => {
  await world?.close();
  await standby?.end().catch(() => undefined);
  await replica?.stop();
  await primary?.stop();
});

interface Listed {
  id: string;
  status: string;
}

const listed = async (): Promise<Listed[]> => {
  const response = await world.request('GET', '/api/admin/sessions', { key: ADMIN });
  expect(response.status).toBe(200);
  return ((await response.json()) as { items: Listed[] }).items;
};
const write = () =>
  world.receive({ from: `+9665${randomBytes(4).readUInt32BE().toString().slice(0, 8).padEnd(8, '0')}`, text: 'hello' });
const hold = () => standby.query('SELECT pg_wal_replay_pause()');
const goOn = () => standby.query('SELECT pg_wal_replay_resume()');

const examined = async (databaseReplicaUrl: string) =>
  (await examineReplica({ databaseReplicaUrl, schema: 'whatsapp_optin' }, createLog({ level: 'silent' }))).map(
    ({ level, message }) => [level, message],
  );

describe('with a read replica', () => {
  it('staff read what the replica has', async () => {
    const [written] = await world.database.query<{ at: string }>('SELECT pg_current_wal_lsn()::text AS at');
    await eventually('the replica to have all of it', async () => {
      const { rows } = await standby.query<{ done: boolean }>('SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS done', [
        written?.at,
      ]);
      return rows[0]?.done === true;
    });
    await hold();
    expect(await write()).toBe(200);
    expect(await listed()).toEqual([]);
    await goOn();
    await eventually('the message in the list', async () => (await listed()).length === 1);
  });

  it('the doctor knows one that follows from one that does not', async () => {
    expect(await examined(replica.url)).toEqual([['ok', 'It follows, and is up to date.']]);
    expect(await examined(primary.url)).toEqual([['warning', 'It is no standby.']]);
  });

  it('staff see their own change at once', async () => {
    await hold();
    const [session] = await listed();
    expect(session?.status).not.toBe('ended');
    const body = { action: 'end', sessionIds: [session?.id] };
    const response = await world.request('POST', '/api/admin/sessions/bulk', { key: ADMIN, body });
    expect(response.status).toBe(200);
    expect(await listed()).toEqual([expect.objectContaining({ id: session?.id, status: 'ended' })]);
    await goOn();
  });

  it('staff read from the primary once it is gone', async () => {
    await replica.stop();
    expect(await write()).toBe(200);
    expect(await listed()).toHaveLength(2);
    expect(await listed()).toHaveLength(2);
    expect(await examined(replica.url)).toEqual([['warning', 'It cannot be used: nothing listens there.']]);
  });
});
