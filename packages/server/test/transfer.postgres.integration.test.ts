import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/run-cli.js';
import { createLog } from '../src/composition/create-log.js';
import { createConsentLedger } from '../src/storage/consent-ledger.js';
import type { Database } from '../src/storage/database.js';
import { openDatabase } from '../src/storage/open-database.js';
import { ADMIN, createDatabase, eventually, openWorld, SECRET, WEBHOOK_TOKEN, type World } from './test-world.js';

const [STAYS, STOPPED, ERASED] = ['+966500005101', '+966500005102', '+966500005103'] as const;

let folder: string;
let source: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-optin-transfer-'));
  source = path.join(folder, 'embedded');
  file = path.join(folder, 'all.ndjson');
  const world = await openWorld({ database: source });
  await travel(world);
  await world.close();
  await withOpened(source, fillOldMonths);
  expect((await run(source, 'export', '--all', file))[0]).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Opt-in, message, session, notification, consents, a key of staff, a STOP, and a person who was erased. */
async function travel(world: World): Promise<void> {
  await world.createTicket('t-1', { customerName: 'Sara\u2028"\\ \u{1f600}' });
  const optIn = await world.createOptIn({ ticketId: 't-1' });
  await world.receive({ from: STAYS, text: optIn.message });
  for (const from of [STOPPED, ERASED]) await world.receive({ from, text: 'hello\r\n\tthere' });
  await world.receive({ from: STOPPED, text: 'STOP' });
  await eventually('the replies', () => [STAYS, STOPPED, ERASED].every((phone) => world.textsTo(phone).length > 0));
  expect(await world.notify({ ticketId: 't-1', type: 'your_turn' })).toMatchObject({ success: true });
  const { subscription } = world.simulator.push.issueSubscription();
  const send = (method: string, address: string, key: string, body?: unknown) =>
    world.request(method, address, { key, ...(body !== undefined && { body }) });
  expect((await send('POST', '/api/push/subscriptions', SECRET, { ticketId: 't-1', subscription })).status).toBe(201);
  expect((await send('DELETE', `/api/contacts/${encodeURIComponent(ERASED)}`, ADMIN)).status).toBe(200);
  expect((await send('POST', '/api/admin/keys', ADMIN, { name: 'Reception', role: 'viewer' })).status).toBe(201);
  await eventually(
    'the seals',
    async () => (await createConsentLedger(world.database).verify('clinic')).status === 'whole',
  );
}

/** A partition of a month that a new database does not have, and rows of it. */
async function fillOldMonths(database: Database): Promise<void> {
  await database.query(`
    CREATE TABLE whatsapp_optin.opt_in_events_2025_03 PARTITION OF whatsapp_optin.opt_in_events
      FOR VALUES FROM ('2025-03-01 00:00:00+00') TO ('2025-04-01 00:00:00+00');
    INSERT INTO whatsapp_optin.opt_in_events (organization_id, created_at, id, opt_in_id, type)
      SELECT 'clinic', '2025-03-05 10:00:00.123456+03'::timestamptz + number * interval '1 minute', gen_random_uuid(),
        gen_random_uuid(), 'impression' FROM generate_series(1, 1001) AS number`);
}

/** @returns the exit code, and what the command printed: on success to its output, else to its errors */
async function run(database: string, ...args: string[]): Promise<[code: number, printed: string]> {
  const printed = { out: '', err: '' };
  const env = {
    ...(database.startsWith('postgres') ? { DATABASE_URL: database } : { DATA_DIR: database }),
    ...{ SECRET_KEY: SECRET, ADMIN_KEY: ADMIN, WHATSAPP_COMPANY_NUMBER: '+966500000000', LOG_LEVEL: 'silent' },
    ...{ ULTRAMSG_INSTANCE_ID: '1150', ULTRAMSG_TOKEN: 'token', ULTRAMSG_WEBHOOK_TOKEN: WEBHOOK_TOKEN },
  };
  const code = await runCli(args, {
    env,
    out: (text) => void (printed.out += `${text}\n`),
    err: (text) => void (printed.err += `${text}\n`),
    stop: new AbortController().signal,
  });
  return [code, code === 0 ? printed.out : printed.err];
}

async function withOpened<T>(database: string, work: (database: Database) => Promise<T>): Promise<T> {
  const log = createLog({ level: 'silent' });
  const opened = await openDatabase({ database, schema: 'whatsapp_optin', log });
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

async function withTarget<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { url, drop } = await createDatabase();
  try {
    return await work(url);
  } finally {
    await drop();
  }
}

/** Each row of each table as text, in one order; by the list of `pg_tables`, not by that of the export. */
async function readAll(database: Database): Promise<Record<string, string[]>> {
  const tables = await database.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'whatsapp_optin' AND tablename <> 'schema_migrations'`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await database.query<{ line: string }>(
      `SELECT to_jsonb(kept)::text AS line FROM whatsapp_optin.${name} AS kept`,
    );
    // A partition without rows need not exist on the other side.
    if (rows.length > 0) all[name] = rows.map(({ line }) => line).sort();
  }
  return all;
}

describe('a whole database as a file', () => {
  it('may be read by its owner alone, and replaces no other', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const before = await readFile(file);
    expect(await run(source, 'export', '--all', file)).toEqual([1, expect.stringContaining('is there already')]);
    expect(await readFile(file)).toEqual(before);
  });

  it('goes into PostgreSQL row by row, with its partitions, and back', async () => {
    const expected = await withOpened(source, readAll);
    expect(expected['opt_in_events_2025_03']).toHaveLength(1001);
    expect(expected['erased_phones']).toHaveLength(1);
    await withTarget(async (url) => {
      const imported = await run(url, 'import', file);
      expect(imported).toEqual([0, expect.stringContaining('opt_in_events: 1001\n')]);
      expect(await withOpened(url, readAll)).toEqual(expected);
      const back = path.join(folder, 'back.ndjson.gz');
      expect((await run(url, 'export', '--all', back))[0]).toBe(0);
      expect(gunzipSync(await readFile(back)).toString()).toContain('"whatsapp-optin database 1"');
      const fromPostgres = await withOpened(url, readAll);
      const again = path.join(folder, 'again');
      expect((await run(again, 'import', back))[0]).toBe(0);
      expect(await withOpened(again, readAll)).toEqual(fromPostgres);
    });
  });

  it('leaves out no table and no sequence that a later version may add', async () => {
    const addition = `CREATE TABLE whatsapp_optin.additions (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "order" numeric(30, 10),
      organization_id text REFERENCES whatsapp_optin.organizations (id))`;
    const [other, name] = [path.join(folder, 'with-addition'), path.join(folder, 'addition.ndjson')];
    expect((await run(other, 'import', file))[0]).toBe(0);
    await withOpened(other, (database) =>
      database.query(`${addition}; INSERT INTO whatsapp_optin.additions ("order", organization_id)
        VALUES (12345678901234567890.0123456789, 'clinic'), (NULL, NULL)`),
    );
    expect((await run(other, 'export', '--all', name))[0]).toBe(0);
    await withTarget(async (url) => {
      expect(await run(url, 'import', name)).toEqual([1, expect.stringContaining('tables')]);
      await withOpened(url, (database) => database.query(addition));
      expect(await run(url, 'import', name)).toEqual([0, expect.stringContaining('additions: 2\n')]);
      await withOpened(url, async (database) => {
        const next = await database.query(`INSERT INTO whatsapp_optin.additions DEFAULT VALUES RETURNING id::int`);
        expect(next).toEqual([{ id: 3 }]);
        expect((await readAll(database))['additions']?.join()).toContain('12345678901234567890.0123456789');
      });
    });
  });

  it('keeps what was promised: the chain, the STOP, the session, the erased person', async () => {
    await withTarget(async (url) => {
      expect((await run(url, 'import', file))[0]).toBe(0);
      const world = await openWorld({ database: url });
      try {
        expect(await createConsentLedger(world.database).verify('clinic')).toMatchObject({ status: 'whole' });
        expect(await world.app.sessions.hasActiveSession(STAYS)).toBe(true);
        expect(await world.app.sessions.hasActiveSession(STOPPED)).toBe(false);
        expect(await world.notify({ ticketId: 't-1', type: 'your_turn' })).toMatchObject({
          method: 'whatsapp_fallback',
          success: true,
        });
        await world.createTicket('t-2', { phone: STOPPED });
        await world.createTicket('t-3', { phone: ERASED });
        for (const ticketId of ['t-2', 't-3']) {
          expect(await world.notify({ ticketId, type: 'critical' })).toMatchObject({ success: false });
        }
        // Triggers serve on after the import.
        await expect(world.database.query('DELETE FROM whatsapp_optin.consents')).rejects.toThrow('append-only');
        expect(await world.receive({ from: STAYS, text: 'still here' })).toBe(200);
      } finally {
        await world.close();
      }
    });
  });
});

describe('an import refuses', () => {
  const refused = async (content: string | Buffer, name = 'wrong.ndjson') => {
    const wrong = path.join(folder, name);
    await writeFile(wrong, content);
    return withTarget(async (url) => {
      const [code, err] = await run(url, 'import', wrong);
      expect([code, await withOpened(url, readAll)]).toEqual([1, {}]);
      return err;
    });
  };
  const lines = async () => (await readFile(file, 'utf8')).split('\n').slice(0, -1);

  it('a database that has data', async () => {
    await withTarget(async (url) => {
      await run(url, 'organization', 'show');
      const [code, err] = await run(url, 'import', file);
      expect([code, err]).toEqual([1, expect.stringContaining('has data already (organizations')]);
    });
  });

  it('another version of the schema', async () => {
    const text = await readFile(file, 'utf8');
    expect(await refused(text.replace('"0001_initial.sql",', ''))).toContain('The migrations differ');
  });

  it.each([
    ['without its end', (all: string[]) => all.slice(0, -1)],
    ['cut in the middle of a row', (all: string[]) => [...all.slice(0, 40), (all[40] ?? '').slice(0, 20)]],
    ['without a row', (all: string[]) => all.filter((line) => !line.includes('2025-03-05 07:03'))],
    [
      'with a row twice',
      (all: string[]) =>
        all.flatMap((line) => (line.includes('2025-03-05 07:03') ? [line, line.replace('07:03', '07:04')] : [line])),
    ],
    ['with a changed letter', (all: string[]) => all.map((line) => line.replace('hello', 'jello'))],
    ['with a changed head', (all: string[]) => all.map((line) => line.replace('2025-04-01', '2025-04-02'))],
    ['that goes on after its end', (all: string[]) => [...all, '["x"]']],
    ['without a table', (all: string[]) => all.filter((line) => line !== '{"table":"erased_phones"}')],
  ])('a file %s', async (_, change) => {
    const all = await lines();
    const changed = change(all);
    expect(changed.join()).not.toBe(all.join());
    expect(await refused(`${changed.join('\n')}\n`)).toContain('cut short or was altered');
  });

  it.each([
    ['empty', ''],
    ['of another kind', '{"hello":1}\n'],
  ])('a file that is %s', async (_, content) => {
    expect(await refused(content)).toMatch(/was altered/);
  });

  it('a gzip file that is cut short', async () => {
    const zipped = path.join(folder, 'short.ndjson.gz');
    expect((await run(source, 'export', '--all', zipped))[0]).toBe(0);
    const whole = await readFile(zipped);
    expect(await refused(whole.subarray(0, whole.length - 40), 'cut.ndjson.gz')).toContain('unexpected end of file');
  });
});
