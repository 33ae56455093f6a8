import { createSimulator } from '@whatsapp-optin/simulator';
import type { NotificationDocument } from '@whatsapp-optin/sdk/contract';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleForProcess } from '../../../scripts/bundle-for-process.mjs';
import { unpackFormerServer } from '../../../scripts/former-server.mjs';
import { noteFault } from './faults/note-fault.js';
import { freePort } from './program.js';
import { startServe, type ServeProcess } from './serve-process.js';
import { ADMIN, createEmptyDatabase, eventually, SECRET, ultramsgEvent, WEBHOOK_TOKEN } from './test-world.js';

const ROUNDS_TOGETHER = 30;

const simulator = createSimulator();
let vendors: string;
let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
let former: Awaited<ReturnType<typeof unpackFormerServer>>;
let present: Awaited<ReturnType<typeof bundleForProcess>>;
const running: ServeProcess[] = [];

beforeAll(async () => {
  vendors = await simulator.listen();
  database = await createEmptyDatabase();
  [former, present] = await Promise.all([unpackFormerServer(), bundleForProcess('src/cli/index.ts')]);
});
afterAll(async () => {
  await Promise.all(running.map((server) => server.end('SIGKILL')));
  await Promise.all([former?.remove(), present?.remove(), database?.drop(), simulator.close()]);
});

async function serve(file: string): Promise<{ url: string; process: ServeProcess }> {
  const port = await freePort();
  const process = await startServe(file, {
    ...{ DATABASE_URL: database.url, PORT: String(port), PUBLIC_URL: 'https://optin.clinic.example' },
    ...{ ULTRAMSG_INSTANCE_ID: '1150', ULTRAMSG_TOKEN: 'simulator-token', ULTRAMSG_WEBHOOK_TOKEN: WEBHOOK_TOKEN },
    ...{ ULTRAMSG_BASE_URL: vendors, ULTRAMSG_VERIFY_INBOUND: 'false' },
  });
  running.push(process);
  return { url: `http://127.0.0.1:${port}`, process };
}

async function readRow<T>(text: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(text)).rows[0] as T | undefined;
  } finally {
    await client.end();
  }
}

async function newestMigration(): Promise<number | undefined> {
  const row = await readRow<{ newest: number }>('SELECT max(version) AS newest FROM whatsapp_optin.schema_migrations');
  return row?.newest;
}

const failures: string[] = [];

async function ask<T>(url: string, [method, path]: [string, string], body?: unknown): Promise<T | null> {
  const key = method === 'DELETE' ? ADMIN : SECRET;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) failures.push(`${method} ${path}: ${answer.status} ${text}`);
  return answer.ok && text !== '' ? (JSON.parse(text) as T) : null;
}

let people = 0;
const texts: string[] = [];

/** A person writes to one server; the other one notifies, hears the STOP, and is asked to notify once more. */
async function visit(first: string, second: string): Promise<void> {
  const person = (people += 1);
  const phone = `+9665${String(10_000_000 + person)}`;
  const ticketId = `visit-${person}`;
  const write = (url: string, text: string) => {
    const path = `/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKEN}`;
    return ask(url, ['POST', path], ultramsgEvent({ from: phone, text }));
  };
  await ask(first, ['PUT', `/api/tickets/${ticketId}`], { number: 'A1', phone });
  await write(first, 'hello');
  const text = `notice ${person}`;
  texts.push(text);
  const notice = { ticketId, type: 'your_turn', message: text };
  const sent = await ask<NotificationDocument>(second, ['POST', '/api/notifications'], notice);
  if (sent?.method !== 'whatsapp_fallback') failures.push(`${text} went by ${sent?.method}: ${sent?.reason}`);
  await write(second, 'STOP');
  const late = await ask<NotificationDocument>(first, ['POST', '/api/notifications'], {
    ...notice,
    message: `late ${text}`,
  });
  if (late?.success !== false) failures.push(`late ${text} went by ${late?.method}`);
  if (person % 3 === 0) await ask(second, ['DELETE', `/api/contacts/${encodeURIComponent(phone)}`]);
}

it('a former version serves on while the present one migrates its database and serves beside it', async () => {
  const old = await serve(former.file);
  expect(await newestMigration()).toBe(Number(former.newestMigration));
  let isStarted = false;
  const load = [0, 1, 2].map(async () => {
    while (!isStarted) await visit(old.url, old.url);
  });
  await eventually('visits before', () => people > 10);
  const before = people;
  const recent = await serve(present.file).finally(() => (isStarted = true));
  await Promise.all(load);
  const during = people - before;
  expect(await newestMigration()).toBeGreaterThan(Number(former.newestMigration));

  for (let round = 0; round < ROUNDS_TOGETHER; round += 1)
    await Promise.all([visit(old.url, recent.url), visit(recent.url, old.url)]);
  expect(await old.process.end('SIGTERM')).toBe(0);
  await visit(recent.url, recent.url);

  expect(failures).toEqual([]);
  const sends = simulator.ledger.entries('whatsapp_send').filter((entry) => entry.text.includes('notice'));
  expect(sends.map((entry) => entry.text).sort()).toEqual([...texts].sort());
  const stored = await readRow(`SELECT
    (SELECT count(*)::int FROM whatsapp_optin.notification_logs WHERE NOT settled) AS unsettled,
    (SELECT count(*)::int FROM whatsapp_optin.whatsapp_sessions WHERE is_active) AS "openSessions"`);
  expect(stored).toEqual({ unsettled: 0, openSessions: 0 });
  noteFault({
    fault: 'a former version beside the present one, which migrates',
    tried: `${people} visits, ${during} during the migration`,
    ...{ lost: failures.length, twice: sends.length - new Set(texts).size, late: 0, recoveredInMs: null },
  });
});
