import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleForProcess } from '../../../scripts/bundle-for-process.mjs';
import { createLog } from '../src/composition/create-log.js';
import { openDatabase } from '../src/storage/open-database.js';
import { startNginx } from './nginx.js';
import { freePort } from './program.js';
import { startServe, type ServeProcess } from './serve-process.js';
import { createDatabase, eventually, SECRET, ultramsgEvent, WEBHOOK_TOKEN } from './test-world.js';
import { noteFault } from './faults/note-fault.js';

let database: Awaited<ReturnType<typeof createDatabase>>;
let program: Awaited<ReturnType<typeof bundleForProcess>>;
let nginx: Awaited<ReturnType<typeof startNginx>>;
let ports: [number, number];
const servers = new Map<number, ServeProcess>();

beforeAll(async () => {
  database = await createDatabase();
  program = await bundleForProcess('src/cli/index.ts');
  ports = [await freePort(), await freePort()];
  nginx = await startNginx(ports);
  await Promise.all(ports.map(start));
});
afterAll(async () => {
  await Promise.all([...servers.values()].map((server) => server.end('SIGKILL')));
  await nginx?.close();
  await program?.remove();
  await database?.drop();
});

async function start(port: number): Promise<void> {
  const env = {
    ...{ DATABASE_URL: database.url, PORT: String(port), TRUSTED_PROXIES: '1', SHUTDOWN_DELAY_SECONDS: '1' },
    ...{ ULTRAMSG_INSTANCE_ID: '1150', ULTRAMSG_TOKEN: 'token', ULTRAMSG_WEBHOOK_TOKEN: WEBHOOK_TOKEN },
    // Nobody listens there: what the server sends is not of this test.
    ULTRAMSG_BASE_URL: 'http://127.0.0.1:9',
  };
  servers.set(port, await startServe(program.file, env));
}

async function withDatabase<T>(read: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> {
  const log = createLog({ level: 'silent' });
  const opened = await openDatabase({ database: database.url, schema: 'whatsapp_optin', log });
  return read(opened).finally(() => opened.close());
}

it('restarts each server in turn without one failed request', async () => {
  const failures: string[] = [];
  const counts = { webhooks: 0, reads: 0, writes: 0, optIns: 0 };
  let isOver = false;
  const repeat = async (what: keyof typeof counts, ask: () => Promise<Response>): Promise<void> => {
    while (!isOver) {
      const outcome = await ask().then(
        async (answer) => (answer.ok ? null : `${answer.status} ${await answer.text()}`),
        (error: unknown) => String(error),
      );
      if (outcome === null) counts[what] += 1;
      else failures.push(`${what}: ${outcome}`);
    }
  };
  let serial = 0;
  const postWebhook = () => {
    const from = `+9665${String(10_000_000 + (serial += 1))}`;
    return fetch(`${nginx.url}/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKEN}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ultramsgEvent({ from, text: 'hello' })),
    });
  };
  const headers = { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' };
  const putTicket = () =>
    fetch(`${nginx.url}/api/tickets/t-1`, { method: 'PUT', headers, body: JSON.stringify({ number: 'A1' }) });
  expect((await putTicket()).ok).toBe(true);
  const postOptIn = () =>
    fetch(`${nginx.url}/api/opt-ins`, { method: 'POST', headers, body: JSON.stringify({ ticketId: 't-1' }) });
  const read = () => fetch(`${nginx.url}/api/openapi.json`);

  const load = [
    ...[repeat('webhooks', postWebhook), repeat('webhooks', postWebhook)],
    ...[repeat('reads', read), repeat('writes', putTicket), repeat('optIns', postOptIn)],
  ];
  const soFar = { ...counts };
  for (const port of ports) {
    // The other server has served before this one ends.
    await eventually('more requests', () => counts.webhooks > soFar.webhooks + 20);
    expect(await servers.get(port)?.end('SIGTERM')).toBe(0);
    Object.assign(soFar, counts);
    await eventually('requests without this server', () => counts.webhooks > soFar.webhooks + 20);
    await start(port);
    Object.assign(soFar, counts);
  }
  isOver = true;
  await Promise.all(load);

  expect(failures).toEqual([]);
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(20);
  const [kept] = await withDatabase((opened) =>
    opened.query<{ messages: number; hashes: number; sessions: number }>(
      `SELECT count(*)::int AS messages, count(DISTINCT phone_number)::int AS hashes,
         (SELECT count(*)::int FROM whatsapp_optin.whatsapp_sessions) AS sessions
       FROM whatsapp_optin.whatsapp_inbound_messages`,
    ),
  );
  expect(kept).toEqual({ messages: counts.webhooks, hashes: counts.webhooks, sessions: counts.webhooks });
  const sum = Object.values(counts).reduce((all, count) => all + count, 0);
  noteFault({
    ...{ fault: 'a rolling restart of two servers behind nginx', tried: `${sum} requests` },
    ...{ lost: failures.length, twice: 0, late: null, recoveredInMs: null },
  });
});
