import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examineJournal } from '../src/cli/doctor/examine-journal.js';
import { runCli } from '../src/cli/run-cli.js';
import type { Environment } from '../src/config/environment.js';
import { createWhatsAppOptIn } from '../src/create-whatsapp-optin.js';
import type { WhatsAppOptInOptions } from '../src/config/options.js';
import { appendToJournal } from '../src/suppressions/journal-file.js';
import { ADMIN, COMPANY, createDatabase, ENGINE, eventually, openWorld, SECRET, type World } from './test-world.js';

/** Stops after the dump. */
const SARA = '+966500000041';
/** Is erased after the dump. */
const NOUR = '+966500000042';
/** Stops after the dump, and takes it back. */
const LINA = '+966500000043';
/** Writes first after the dump, and stops. */
const OMAR = '+966500000044';

type Created = Awaited<ReturnType<typeof createDatabase>>;
let folder: string;
let journal: string;
let original: Created;
let restored: Created;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-optin-journal-'));
  journal = path.join(folder, 'suppressions.ndjson');
  original = await createDatabase();
  const before = await open(original);
  for (const phone of [SARA, NOUR, LINA]) {
    expect(await before.receive({ from: phone, text: 'hello' })).toBe(200);
    await before.createTicket(`t-${phone}`, { phone });
    await before.notify({ ticketId: `t-${phone}`, type: 'position_update' });
  }
  const isDone = `SELECT FROM whatsapp_optin.owed_replies WHERE status = 'done'`;
  await eventually('three welcomes', async () => (await before.database.query(isDone)).length === 3);
  // As a dump finds them that was made a moment earlier.
  await before.database.query(`UPDATE whatsapp_optin.owed_replies SET status = 'due', due_at = clock_timestamp()`);
  await before.database
    .query(`UPDATE whatsapp_optin.notification_logs SET settled = false, success = false, method = NULL,
      tiers_left = '{whatsapp}', due_at = clock_timestamp(), deadline_at = clock_timestamp() + interval '1 hour'
    WHERE kind = 'ticket'`);
  await before.close();
  restored = await copyOf(original);

  const after = await open(original);
  expect(await after.receive({ from: SARA, text: 'STOP' })).toBe(200);
  expect(await linesOf('stop')).toHaveLength(1);
  const erased = await after.request('DELETE', `/api/contacts/${encodeURIComponent(NOUR)}`, { key: ADMIN });
  expect(erased.status).toBe(200);
  expect(await linesOf('erase')).toHaveLength(1);
  for (const text of ['STOP', 'START']) await after.receive({ from: LINA, text });
  for (const text of ['hello', 'STOP']) await after.receive({ from: OMAR, text });
  await eventually('the START in the journal', async () => (await linesOf('start')).length === 1);
  await after.close();
});
afterAll(async () => {
  await original?.drop();
  await restored?.drop();
  await rm(folder, { recursive: true, force: true });
});

const open = ({ url }: Created): Promise<World> => openWorld({ database: url, suppressionJournal: journal });

async function linesOf(kind: string): Promise<Record<string, unknown>[]> {
  const lines = (await readFile(journal, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => line['kind'] === kind);
}

async function check(args: string[], file = journal) {
  const env: Environment = {
    ...{ LOG_LEVEL: 'silent', SECRET_KEY: SECRET, SUPPRESSION_JOURNAL: file },
    [ENGINE === 'postgres' ? 'DATABASE_URL' : 'DATA_DIR']: restored.url,
  };
  const printed = { out: '', err: '' };
  const code = await runCli(['restore-check', ...args], {
    env,
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    stop: new AbortController().signal,
  });
  return { code, ...printed };
}

describe('the journal of STOPs', () => {
  it('names people by keyed hashes alone', async () => {
    const text = await readFile(journal, 'utf8');
    for (const phone of [SARA, NOUR, LINA, OMAR]) expect(text).not.toContain(phone.slice(-8));
    const [erasure] = await linesOf('erase');
    expect(erasure).toMatchObject({
      organization: 'clinic',
      names: expect.arrayContaining([expect.any(String)]) as unknown,
    });
  });

  it('keeps a database that was restored from sending, and says what to do', async () => {
    const sent: string[] = [];
    const app = createWhatsAppOptIn(optionsFor(restored.url, sent));
    const starting = app.start();
    const ready = await eventually('the remedy', async () => {
      const response = await app.fetch(new Request('https://optin.clinic.example/readyz'));
      const text = await response.text();
      return text.includes('restore-check') && { status: response.status, text };
    });
    expect(ready).toMatchObject({ status: 503, text: expect.stringContaining('it was restored') as string });
    const body = JSON.stringify({ ticketId: `t-${LINA}`, type: 'your_turn' });
    const headers = { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' };
    const asked = new Request('https://optin.clinic.example/api/notifications', { method: 'POST', body, headers });
    expect((await app.fetch(asked)).status).toBe(503);
    await expect(app.notifications.notify({ ticketId: `t-${LINA}`, type: 'your_turn' })).rejects.toThrow(
      'restore-check',
    );
    await app.close();
    await expect(starting).rejects.toThrow();
    expect(sent).toEqual([]);
  });

  it('is repeated on the restored database, and what was due is settled', async () => {
    const sent: string[] = [];
    // The embedded database has one process at a time.
    const waiting = ENGINE === 'postgres' ? createWhatsAppOptIn(optionsFor(restored.url, sent)) : null;
    const started = waiting?.start();
    const { code, out, err } = await check(['--json']);
    await started;
    await waiting?.close();
    expect(sent).toEqual([]);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      ...{ stopped: 1, erased: 1, blocked: 2 },
      // What the erased person was owed went with them.
      ...{ notifications: 2, replies: 2, renewals: 1 },
    });
    const again = JSON.parse((await check(['--json', '--force'])).out) as Record<string, number>;
    expect(again).toMatchObject({ lines: 0, stopped: 0, erased: 0, notifications: 0, replies: 0, renewals: 0 });
  });

  it('lets STOPs and erasures hold afterwards, and sends nothing that was due', async () => {
    const world = await open(restored);
    const due = await world.database.query(
      `SELECT id FROM whatsapp_optin.notification_logs WHERE NOT settled
       UNION SELECT id FROM whatsapp_optin.owed_replies WHERE status NOT IN ('done', 'dropped')`,
    );
    expect(due).toEqual([]);
    expect(await world.notify({ ticketId: `t-${SARA}`, type: 'your_turn' })).toMatchObject({
      success: false,
      reason: 'opted_out',
    });
    for (const phone of [NOUR, OMAR]) {
      await world.createTicket(`again-${phone}`, { phone });
      expect(await world.notify({ ticketId: `again-${phone}`, type: 'critical' })).toMatchObject({ success: false });
    }
    expect(await world.notify({ ticketId: `t-${LINA}`, type: 'your_turn' })).toMatchObject({ success: true });
    const texts = [SARA, NOUR, OMAR, LINA].map((phone) => world.textsTo(phone).length);
    expect(texts).toEqual([0, 0, 0, 1]);
    await world.close();
  });

  it.each(['--new-journal', '--lost-journal'])('begins again with %s alone', async (flag) => {
    const file = path.join(folder, `begun${flag}.ndjson`);
    expect(await check([], file)).toMatchObject({ code: 1, err: expect.stringContaining('is not there') as string });
    const { code, out } = await check([flag, '--json'], file);
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ lines: 0, stopped: 0, erased: 0 })]);
    expect(await readFile(file, 'utf8')).toContain('"kind":"checked"');
    expect(await check([], file)).toMatchObject({
      code: 0,
      out: expect.stringContaining('nothing was done') as string,
    });
  });

  it('has each STOP that is acknowledged, and gets what it could not take', async () => {
    const file = path.join(folder, 'away.ndjson');
    const world = await openWorld({ suppressionJournal: file });
    await rename(file, `${file}.away`);
    await mkdir(file);
    const stop = { from: SARA, text: 'STOP', id: 'false_966500000041@c.us_3EB0AAAA' };
    expect(await world.receive(stop)).toBeGreaterThanOrEqual(500);
    await rm(file, { recursive: true });
    await rename(`${file}.away`, file);
    expect(await world.receive(stop)).toBe(200);
    expect((await readFile(file, 'utf8')).match(/"kind":"stop"/g)).toHaveLength(1);
    await world.close();
  });

  it('stops a server whose database is restored under it', async () => {
    const file = path.join(folder, 'under.ndjson');
    const world = await openWorld({ suppressionJournal: file });
    await world.receive({ from: SARA, text: 'hello' });
    const examined = async (name?: string) =>
      (await examineJournal(world.database, name)).map(({ level, message }) => [level, message]);
    expect(await examined(file)).toEqual([['ok', 'The database is as far as it is.']]);
    expect(await examined()).toEqual([['warning', 'This database has kept one, and none is set.']]);
    expect(await examined(`${file}.other`)).toEqual([['problem', `"${file}.other" is missing or empty.`]]);
    expect(await examined(folder)).toEqual([['problem', `"${folder}" cannot be read (EISDIR).`]]);
    await appendToJournal(file, [{ position: 1_000, at: new Date().toISOString(), kind: 'alive' }]);
    expect(await examined(file)).toEqual([['problem', 'It is ahead of the database, which was restored.']]);
    expect(await world.receive({ from: SARA, text: 'STOP' })).toBeGreaterThanOrEqual(500);
    await eventually('the remedy', async () =>
      (await (await world.request('GET', '/readyz')).text()).includes('it was restored'),
    );
    await world.close();
  });

  it('has to be there once a database has kept it', async () => {
    const elsewhere = path.join(folder, 'other.ndjson');
    const app = createWhatsAppOptIn({ ...optionsFor(restored.url, []), suppressionJournal: elsewhere });
    const starting = app.start();
    await eventually('the remedy', async () =>
      (await (await app.fetch(new Request('https://optin.clinic.example/readyz'))).text()).includes('missing or empty'),
    );
    await app.close();
    await expect(starting).rejects.toThrow();
  });
});

function optionsFor(database: string, sent: string[]): WhatsAppOptInOptions {
  return {
    database,
    suppressionJournal: journal,
    organization: {
      ...{ id: 'clinic', name: 'Al Noor Clinic', whatsappNumber: COMPANY },
      ...{ secretKey: SECRET, adminKey: ADMIN },
    },
    providers: {
      ultramsg: {
        instanceId: '1150',
        token: 'simulator-token',
        webhookToken: 'webhook-token-of-the-tests',
        baseUrl: 'http://127.0.0.1:9',
      },
    },
    push: async ({ ticketId }) => {
      sent.push(ticketId);
      return { success: true, deliveredCount: 1 };
    },
    logLevel: 'silent',
  };
}

/** The database as a restore of its dump makes it; nobody is connected to it. */
async function copyOf({ url }: Created): Promise<Created> {
  if (ENGINE === 'pglite') {
    const copy = await mkdtemp(path.join(tmpdir(), 'whatsapp-optin-restored-'));
    await cp(path.join(url, 'data'), path.join(copy, 'data'), { recursive: true });
    return { url: copy, drop: () => rm(copy, { recursive: true, force: true }) };
  }
  const source = new URL(url).pathname.slice(1);
  const name = `${source}_restored`;
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await run(`CREATE DATABASE ${name} TEMPLATE ${source}`);
  const target = new URL(url);
  target.pathname = `/${name}`;
  return { url: target.href, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}
