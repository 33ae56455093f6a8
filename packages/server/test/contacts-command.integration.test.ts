import type { ContactErased, ContactExport } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/run-cli.js';
import type { Environment } from '../src/config/environment.js';
import { ADMIN, COMPANY, createDatabase, ENGINE, eventually, openWorld, SECRET, type World } from './test-world.js';

const SARA = '+966500000031';
const NOUR = '+966500000032';

let created: Awaited<ReturnType<typeof createDatabase>>;
let asExported: ContactExport;
beforeAll(async () => {
  created = await createDatabase();
  const world = await openWorld({ database: created.url });
  await world.receive({ from: SARA, text: 'hello' });
  await world.createTicket('t-nour', { phone: NOUR });
  const isDone = `SELECT FROM whatsapp_optin.owed_replies WHERE status = 'done'`;
  await eventually('the welcome', async () => (await world.database.query(isDone)).length > 0);
  const path = `/api/contacts/${encodeURIComponent(SARA)}/export`;
  asExported = (await (await world.request('GET', path, { key: ADMIN })).json()) as ContactExport;
  await world.close();
});
afterAll(() => created?.drop());

async function run(args: string[], { env = {}, answer }: { env?: Environment; answer?: string } = {}) {
  const printed = { out: '', err: '', asked: '' };
  const code = await runCli(args, {
    env: { LOG_LEVEL: 'silent', [ENGINE === 'postgres' ? 'DATABASE_URL' : 'DATA_DIR']: created.url, ...env },
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    ...(answer !== undefined && {
      ask: async (question: string) => {
        printed.asked += question;
        return answer;
      },
    }),
    stop: new AbortController().signal,
  });
  return { code, ...printed };
}

describe('the command contacts', () => {
  it('shows a person with a masked phone, by the database alone', async () => {
    const { code, out, err } = await run(['contacts', 'show', SARA]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`Session    with ${COMPANY} until`);
    expect(out).not.toContain(SARA.slice(1));
  });

  it('shows the phone where that is asked for, and writes it to the audit log', async () => {
    const { out } = await run(['contacts', 'show', SARA, '--reveal', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      names: expect.arrayContaining([{ kind: 'e164', value: SARA }]) as unknown,
      isOptedOut: false,
    });
    const audit = await open(async (world) =>
      (await world.request('GET', '/api/admin/audit-log', { key: ADMIN })).text(),
    );
    expect(audit).toContain('"phone.revealed"');
    expect(audit).toContain('whatsapp-optin contacts');
  });

  it('exports what the API exports, by phone and by contact id', async () => {
    for (const name of [SARA, asExported.contactIds[0] ?? '']) {
      const found = JSON.parse((await run(['contacts', 'export', name])).out) as ContactExport;
      expect({ ...found, exportedAt: '' }).toEqual({ ...asExported, exportedAt: '' });
    }
  });

  it.each([['show'], ['export'], ['erase']])('says with %s that nobody is known', async (act) => {
    const env = { SECRET_KEY: SECRET };
    expect(await run(['contacts', act, '+966500000099', '--json'], { env })).toMatchObject({
      code: 1,
      out: '',
      err: 'Nobody of this name is known here.',
    });
  });

  it('erases nobody without a yes', async () => {
    const env = { SECRET_KEY: SECRET };
    expect(await run(['contacts', 'erase', SARA], { env })).toMatchObject({
      code: 1,
      err: expect.stringContaining('--yes') as string,
    });
    expect(await run(['contacts', 'erase', SARA], { env, answer: 'y' })).toMatchObject({
      code: 1,
      err: 'Nothing was erased.',
      asked: expect.stringContaining('cannot be undone') as string,
    });
    expect(await run(['contacts', 'show', SARA])).toMatchObject({ code: 0 });
  });

  it('erases nobody with another secret key, and leaves the kept one as it is', async () => {
    const env = { SECRET_KEY: 'sk_another_secret_key_of_at_least_32' };
    expect(await run(['contacts', 'erase', SARA, '--yes'], { env })).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not the one that sealed') as string,
    });
  });

  it('erases a person as the API does, so that nothing is sent to them afterwards', async () => {
    const env = { SECRET_KEY: SECRET };
    const erased = await run(['contacts', 'erase', SARA, '--yes', '--json'], { env });
    expect(erased.code).toBe(0);
    expect(JSON.parse(erased.out) as ContactErased).toMatchObject({ contactIds: asExported.contactIds, blocked: true });
    expect(await run(['contacts', 'erase', NOUR], { env, answer: 'yes' })).toMatchObject({
      code: 0,
      out: expect.stringContaining('Erased: ') as string,
    });
    await open(async (world) => {
      await world.createTicket('t-again', { phone: NOUR });
      expect(await world.notify({ ticketId: 't-again', type: 'critical' })).toMatchObject({ success: false });
      expect(world.textsTo(NOUR)).toEqual([]);
    });
  });
});

async function open<Result>(work: (world: World) => Promise<Result>): Promise<Result> {
  const world = await openWorld({ database: created.url });
  try {
    return await work(world);
  } finally {
    await world.close();
  }
}
