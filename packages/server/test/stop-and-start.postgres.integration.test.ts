import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundleForProcess } from '../../../scripts/bundle-for-process.mjs';
import { freePort } from './program.js';
import { ADMIN, COMPANY, createDatabase, eventually, SECRET, ultramsgEvent, WEBHOOK_TOKEN } from './test-world.js';
import { noteFault } from './faults/note-fault.js';

/** As in storage/migrate.ts. */
const MIGRATION_LOCK = 7_163_190_412;

let program: Awaited<ReturnType<typeof bundleForProcess>>;
let database: Awaited<ReturnType<typeof createDatabase>>;
let vendor: Server;
const calls: string[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  program = await bundleForProcess('src/cli/index.ts');
  database = await createDatabase();
  // A vendor that takes every call and never answers.
  vendor = createServer((request) => void calls.push(request.url ?? '')).listen(0, '127.0.0.1');
  await once(vendor, 'listening');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  vendor?.closeAllConnections();
  vendor?.close();
  await program?.remove();
  await database?.drop();
});

/** `whatsapp-optin serve`, not waited for. */
async function serve(env: Record<string, string> = {}) {
  const port = String(await freePort());
  const child = fork(program.file, ['serve'], {
    env: {
      ...{ PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: port, DATABASE_URL: database.url, SECRET_KEY: SECRET },
      ...{ ADMIN_KEY: ADMIN, WHATSAPP_COMPANY_NUMBER: COMPANY, ULTRAMSG_INSTANCE_ID: '1150', ULTRAMSG_TOKEN: 'token' },
      ...{ ULTRAMSG_BASE_URL: `http://127.0.0.1:${(vendor.address() as AddressInfo).port}` },
      ...{ ULTRAMSG_WEBHOOK_TOKEN: WEBHOOK_TOKEN, ULTRAMSG_VERIFY_INBOUND: 'false', LOG_LEVEL: 'info', ...env },
    },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  let printed = '';
  child.stdout?.on('data', (chunk) => (printed += String(chunk)));
  child.stderr?.on('data', (chunk) => (printed += String(chunk)));
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    printed: () => printed,
    statusOf: async (path: string) => (await fetch(`${url}${path}`).catch(() => null))?.status ?? null,
    async end() {
      child.kill('SIGTERM');
      const startedAtMs = performance.now();
      const [code] = await exited;
      return { code, tookMs: performance.now() - startedAtMs };
    },
    exitCode: async () => (await exited)[0],
  };
}

async function sql<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<Row>(text);
  await client.end();
  return rows;
}

describe('a start', () => {
  it('that waits for another migration says so, is alive and not ready, and ends with 0', async () => {
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    const server = await serve();
    await eventually('the log line', () => server.printed().includes('waiting for another migration'));
    expect([await server.statusOf('/healthz'), await server.statusOf('/readyz')]).toEqual([200, 503]);
    const { code, tookMs } = await server.end();
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(9_000);
    await holder.end();
  });

  it('waits for its database, alive and not ready, and serves when it is there', async () => {
    const name = new URL(database.url).pathname.slice(1);
    const admin = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
    await admin.connect();
    await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
    const server = await serve();
    await eventually('the log line', () => server.printed().includes('the database is away'));
    expect([await server.statusOf('/healthz'), await server.statusOf('/readyz')]).toEqual([200, 503]);
    await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`);
    await admin.end();
    await eventually('the server', async () => (await server.statusOf('/readyz')) === 200);
    expect((await server.end()).code).toBe(0);
  });

  it('on a schema of a later version is refused with what was found and what to do', async () => {
    await sql(`INSERT INTO whatsapp_optin.schema_migrations (version, name) VALUES (9001, '9001_of_the_future.sql')`);
    const server = await serve();
    expect(await server.exitCode()).toBe(1);
    expect(server.printed()).toContain('has migration 9001 ("9001_of_the_future.sql")');
    expect(server.printed()).toContain('Start the version that migrated it');
    await sql('DELETE FROM whatsapp_optin.schema_migrations WHERE version = 9001');
  });
});

describe('a stop', () => {
  it('while a vendor hangs records what is under way as unknown, leaves the rest to others, and ends with 0', async () => {
    const server = await serve();
    await eventually('the server', async () => (await server.statusOf('/readyz')) === 200);
    for (let at = 0; at < 60; at += 1) {
      const body = JSON.stringify(ultramsgEvent({ from: `+9665000097${String(at).padStart(2, '0')}`, text: 'hello' }));
      const headers = { 'content-type': 'application/json' };
      await fetch(`${server.url}/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKEN}`, {
        method: 'POST',
        headers,
        body,
      });
    }
    await eventually('calls that hang', () => calls.length > 0);
    const { code, tookMs } = await server.end();
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(9_000);
    const attempts = await sql<{ status: string; count: number }>(
      'SELECT status, count(*)::int AS count FROM whatsapp_optin.notification_attempts GROUP BY status',
    );
    expect(attempts).toEqual([{ status: 'unknown', count: calls.length }]);
    const owed = await sql<{ status: string; count: number }>(
      'SELECT status, count(*)::int AS count FROM whatsapp_optin.owed_replies GROUP BY status',
    );
    expect(new Map(owed.map(({ status, count }) => [status, count]))).toEqual(
      new Map([
        ['done', calls.length],
        ['due', 60 - calls.length],
      ]),
    );
    noteFault({
      ...{ fault: 'SIGTERM while a vendor hangs', tried: '60 welcomes' },
      ...{ lost: 0, twice: null, late: null, recoveredInMs: tookMs },
    });
  });
});
