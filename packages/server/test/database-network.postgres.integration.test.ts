import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, eventually, openWorld, type World } from './test-world.js';
import { openTcpProxy, type TcpProxy } from './tcp-proxy.js';
import { noteFault } from './faults/note-fault.js';

let serial = 0;
const nextPhone = (): string => `+9665000${String(26_000 + (serial += 1))}`;
const hello = (world: World) => world.receive({ from: nextPhone(), text: 'hello' });
const statusOf = async (world: World, path: string) => (await world.request('GET', path)).status;

/** As the superuser of the server, in the test's own database. */
async function run(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('a database', () => {
  let created: Awaited<ReturnType<typeof createDatabase>>;
  let world: World | undefined;
  let proxy: TcpProxy | undefined;
  beforeEach(async () => {
    created = await createDatabase();
  });
  afterEach(async () => {
    await world?.close();
    await proxy?.close();
    await created.drop();
    world = proxy = undefined;
  });

  async function openBehindProxy(): Promise<{ world: World; proxy: TcpProxy }> {
    const url = new URL(created.url);
    proxy = await openTcpProxy({ host: url.hostname, port: Number(url.port) });
    url.port = String(proxy.port);
    world = await openWorld({ database: url.href });
    return { world, proxy };
  }

  it('whose connections have died without a word has the next message acknowledged within five seconds', async () => {
    const opened = await openBehindProxy();
    await Promise.all(Array.from({ length: 20 }, () => hello(opened.world)));
    opened.proxy.swallowExisting();
    const swallowedAt = Date.now();
    const lost = Promise.all(Array.from({ length: 20 }, () => hello(opened.world)));
    await eventually('an acknowledgement', async () => (await hello(opened.world)) === 200);
    const recoveredInMs = Date.now() - swallowedAt;
    expect(recoveredInMs).toBeLessThan(5_000);
    noteFault({
      ...{ fault: 'connections to the database die without a word', tried: '20 messages' },
      ...{ lost: null, twice: null, late: null, recoveredInMs },
    });
    // Those under way at that moment are refused, so that their vendor sends them again.
    expect([200, 503]).toEqual(expect.arrayContaining(await lost));
    expect(await statusOf(opened.world, '/readyz')).toBe(200);
  });

  it('that answers nothing at all is known to be silent, and is no longer once it answers', async () => {
    const opened = await openBehindProxy();
    expect(await hello(opened.world)).toBe(200);
    opened.proxy.swallowNew(true);
    opened.proxy.swallowExisting();
    await eventually('the silence', () => opened.world.database.silentForMs() > 0);
    opened.proxy.swallowNew(false);
    await eventually('an acknowledgement', async () => (await hello(opened.world)) === 200);
    expect(opened.world.database.silentForMs()).toBe(0);
  });

  it('that takes no writes makes the server unready, not dead', async () => {
    const name = new URL(created.url).pathname.slice(1);
    world = await openWorld({ database: created.url });
    expect(await statusOf(world, '/readyz')).toBe(200);
    const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`;
    await run(created.url, `ALTER DATABASE ${name} SET default_transaction_read_only = on`, end);
    expect(await statusOf(world, '/readyz')).toBe(503);
    expect(await statusOf(world, '/healthz')).toBe(200);
  });

  it('that gives few connections has a burst of messages wait for one', async () => {
    const name = new URL(created.url).pathname.slice(1);
    const role = `${name}_few`;
    await run(created.url, `CREATE ROLE ${role} LOGIN CONNECTION LIMIT 6`, `GRANT ALL ON DATABASE ${name} TO ${role}`);
    await run(created.url, `GRANT postgres TO ${role}`, `ALTER ROLE ${role} SET role = postgres`);
    const url = new URL(created.url);
    url.username = role;
    world = await openWorld({ database: url.href });
    const open = world;
    const statuses = await Promise.all(Array.from({ length: 24 }, () => hello(open)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    await world.close();
    world = undefined;
    await run(created.url, `DROP OWNED BY ${role}`, `DROP ROLE ${role}`);
  });
});
