import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.js';

const ID = '01938f6e-0000-7000-8000-000000000006';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-optin-events-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const printed = { out: '', err: '' };
  const code = await runCli(args, {
    env: {
      SECRET_KEY: 'sk_0000000000000000000000000000000000',
      ADMIN_KEY: 'ak_0000000000000000000000000000000000',
      WHATSAPP_COMPANY_NUMBER: '+966500000000',
      ULTRAMSG_INSTANCE_ID: 'instance1150',
      ULTRAMSG_TOKEN: 'token',
      ULTRAMSG_WEBHOOK_TOKEN: 'webhook-token-of-the-tests',
      LOG_LEVEL: 'silent',
      DATA_DIR: path.join(folder, 'data'),
    },
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    stop: new AbortController().signal,
  });
  return { code, ...printed };
}

describe('the command events', { timeout: 120_000 }, () => {
  it('lists the addresses, also as JSON', async () => {
    expect(await run('events', 'list')).toEqual({ code: 0, out: 'Events go to no address.', err: '' });
    const { code, out } = await run('events', 'list', '--json');
    expect([code, JSON.parse(out)]).toEqual([0, { items: [] }]);
  });

  it.each([
    [['events', 'replay', ID], 'Say which'],
    [['events', 'replay', ID, '--event', ID, '--since', '2026-11-01T00:00:00Z'], 'Say which'],
    [['events', 'replay', ID, '--since', '2026-11-01T00:00:00Z'], 'no address of this id'],
  ])('says what is wrong with %j', async (args, why) => {
    expect(await run(...args)).toMatchObject({ code: 1, out: '', err: expect.stringContaining(why) as string });
  });

  it('is refused with its usage where an id is none', async () => {
    expect(await run('events', 'replay', 'x')).toMatchObject({ code: 2 });
  });
});
