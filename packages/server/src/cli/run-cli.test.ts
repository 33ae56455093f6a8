import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Environment } from '../config/environment.js';
import { runCli } from './run-cli.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-optin-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const settings = (): Environment => ({
  SECRET_KEY: 'sk_0000000000000000000000000000000000',
  ADMIN_KEY: 'ak_0000000000000000000000000000000000',
  WHATSAPP_COMPANY_NUMBER: '+966500000000',
  ULTRAMSG_INSTANCE_ID: 'instance1150',
  ULTRAMSG_TOKEN: 'token',
  ULTRAMSG_WEBHOOK_TOKEN: 'webhook-token-of-the-tests',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'silent',
  DATA_DIR: path.join(folder, 'data'),
});

function setUp(env: Environment = {}) {
  const stop = new AbortController();
  const printed = { out: '', err: '' };
  let tellReady = (_text: string) => {};
  const ready = new Promise<string>((resolve) => (tellReady = resolve));
  const terminal = {
    env,
    out: (text: string) => {
      printed.out += `${text}\n`;
      if (text.includes('is ready')) tellReady(text);
    },
    err: (text: string) => void (printed.err += `${text}\n`),
    stop: stop.signal,
  };
  return { run: (...args: string[]) => runCli(args, terminal), printed, stop, ready };
}

const COMMANDS = [
  ['init'],
  ['dev'],
  ['serve'],
  ['migrate'],
  ['doctor'],
  ['keys', 'list'],
  ['keys', 'create'],
  ['keys', 'rotate'],
  ['keys', 'revoke'],
  ['organization', 'show'],
  ['organization', 'set'],
  ['export'],
  ['import'],
  ['contacts', 'show'],
  ['contacts', 'export'],
  ['contacts', 'erase'],
  ['events', 'list'],
  ['events', 'replay'],
  ['audit'],
  ['restore-check'],
  ['verify'],
];

// Loading and starting an engine on two busy cores has taken 16 s.
describe('the command line', { timeout: 60_000 }, () => {
  it.each([['help'], ['--help']])('explains itself on %s', async (argument) => {
    const { run, printed } = setUp();
    expect([await run(argument), printed.out, printed.err]).toEqual([0, expect.stringContaining('Usage:'), '']);
  });

  it('lists every variable with its default, its limits and its unit', async () => {
    const { run, printed } = setUp();
    await run('--help');
    expect(printed.out).toContain('WHATSAPP_SESSION_MARGIN_SECONDS');
    expect(printed.out).toContain('0 to 3600 seconds. Default: 120.');
  });

  it.each([[[]], [['dance']], [['serve', '--loud']], [['toString']]])('refuses %j with its usage', async (args) => {
    const { run, printed } = setUp();
    expect([await run(...args), printed.out, printed.err]).toEqual([2, '', expect.stringContaining('Usage:')]);
  });

  it.each([['serve'], ['keys'], ['keys', 'create'], ['organization', 'set'], ['export'], ['import']])(
    'explains %s with --help',
    async (...command) => {
      const { run, printed } = setUp();
      expect([await run(...command, '--help'), printed.out]).toEqual([
        0,
        expect.stringContaining(`Usage: whatsapp-optin ${command.join(' ')}`),
      ]);
    },
  );

  it.each(COMMANDS)('gives an example and --json for %j', async (...command) => {
    const { run, printed } = setUp();
    expect(await run(...command, '--help')).toBe(0);
    expect(printed.out).toMatch(new RegExp(`Examples?:\\n  whatsapp-optin ${command.join(' ')}\\b`));
    expect(printed.out).toContain('--json');
  });

  it.each([['keys'], ['organization'], ['contacts'], ['events']])('gives --json for all of %s', async (group) => {
    const { run, printed } = setUp();
    expect([await run(group, '--help'), printed.out]).toEqual([0, expect.stringMatching(/^ {2}--json\b/m)]);
  });

  it('has every command of the contract', async () => {
    const { run, printed } = setUp();
    await run('--help');
    for (const [name] of COMMANDS) expect(printed.out).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
  });

  it('lists the variables with serve, which reads them', async () => {
    const { run, printed } = setUp();
    await run('serve', '--help');
    expect(printed.out).toContain('WHATSAPP_SESSION_MARGIN_SECONDS');
  });

  it.each([
    [['sevre'], 'serve'],
    [['keys', 'rotat'], 'rotate'],
    [['export', 'sessions', '--form', '2026-11-01'], '--from'],
  ])('suggests what %j means', async (args, meant) => {
    const { run, printed } = setUp();
    expect([await run(...args), printed.err]).toEqual([2, expect.stringContaining(`Did you mean ${meant}?`)]);
  });

  it.each([
    [['keys']],
    [['keys', 'create']],
    [['keys', 'create', '--name', 'Desk', '--role', 'king']],
    [['keys', 'rotate', 'not-an-id']],
    [['organization', 'set']],
    [['organization', 'set', '--quiet-hours', 'night']],
    [['organization', 'set', '--whatsapp-number', '12']],
    [['keys', 'rotate', '018f3c5e-0000-7000-8000-000000000000', '--overlap-hours', '169']],
    [['keys', 'create', '--name', 'Desk', '--scopes', 'sessions.read,everything']],
    [['keys', 'create', '--name', 'Desk', '--expires', '2020-01-01T00:00:00Z']],
    [['organization', 'set', '--retain-messages', '0']],
    [['export', 'everything']],
    [['export', 'sessions', '--from', 'yesterday']],
    [['export', 'sessions', '--colour', 'red']],
    [['export']],
    [['export', 'sessions', '--all', 'whole.ndjson']],
    [['export', '--all', 'whole.ndjson', '--from', '2026-11-01T00:00:00Z']],
    [['import']],
  ])('says what is wrong with %j, before it touches the database', async (args) => {
    const { run, printed } = setUp();
    expect([await run(...args), printed.out]).toEqual([2, '']);
    expect(printed.err).not.toBe('');
  });

  it('makes, lists, rotates and revokes keys, and shows each once', async () => {
    const created = setUp(settings());
    expect(await created.run('keys', 'create', '--name', 'Desk 2', '--role', 'viewer')).toBe(0);
    const key = /ak_\S+\.\S+/.exec(created.printed.out)?.[0] ?? '';
    const id = /[0-9a-f-]{36}/.exec(created.printed.out)?.[0] ?? '';
    const rotated = setUp(settings());
    expect(await rotated.run('keys', 'rotate', id)).toBe(0);
    const revoked = setUp(settings());
    expect(await revoked.run('keys', 'revoke', id)).toBe(0);
    const listed = setUp(settings());
    await listed.run('keys', 'list');
    expect(listed.printed.out).toMatch(/Desk 2 {2}viewer {2}active[^]*Desk 2 {2}viewer {2}revoked/);
    expect([key.length > 50, listed.printed.out.includes(key)]).toEqual([true, false]);
  });

  it('shows and changes what is kept of an organization', async () => {
    const { run, printed } = setUp(settings());
    expect(await run('organization', 'set', '--message-style', 'formal', '--retain-customers', '30')).toBe(0);
    expect(JSON.parse(printed.out)).toMatchObject({
      messageStyle: 'formal',
      retentionDays: { customers: 30, audit: 730 },
    });
  });

  it('exports a table', async () => {
    const { run, printed } = setUp(settings());
    expect([await run('export', 'sessions'), printed.out]).toEqual([
      0,
      expect.stringMatching(/^\ufeffid,status,.*\r\n$/),
    ]);
  });

  it('answers in JSON alone, line by line or as one value', async () => {
    const file = path.join(folder, 'whole.ndjson.gz');
    const json = async (...args: string[]): Promise<unknown> => {
      const { run, printed } = setUp(settings());
      expect([args, await run(...args, '--json'), printed.err]).toEqual([args, 0, '']);
      return JSON.parse(printed.out);
    };
    const made = (await json('keys', 'create', '--name', 'Counter')) as { id: string; key: string };
    expect(made).toMatchObject({ name: 'Counter', key: expect.stringMatching(/^ak_/) as string });
    const rotated = (await json('keys', 'rotate', made.id)) as { id: string };
    expect(await json('keys', 'revoke', rotated.id)).toEqual({ id: rotated.id, madeKeys: 0 });
    expect(await json('organization', 'show')).toMatchObject({ id: 'default' });
    const early = setUp(settings());
    expect([await early.run('keys', '--json', 'list'), early.printed.err]).toEqual([0, '']);
    expect(JSON.parse(early.printed.out)).toMatchObject({ keys: expect.any(Array) as unknown });
    expect(await json('export', 'sessions')).toEqual([]);
    expect(await json('export', '--all', file)).toMatchObject({ file, tables: expect.any(Array) as unknown });
    const { run, printed } = setUp({ DATA_DIR: path.join(folder, 'imported'), LOG_LEVEL: 'silent' });
    expect([await run('import', file, '--json'), printed.err]).toEqual([0, '']);
    expect(JSON.parse(printed.out)).toEqual({
      file,
      tables: expect.arrayContaining([{ table: 'organizations', rows: 1 }]) as unknown,
    });
  });

  it.each(['serve', 'doctor'])('ends %s with one message that names all that is missing', async (name) => {
    const { run, printed } = setUp({ PORT: 'x' });
    expect(await run(name)).toBe(1);
    for (const variable of ['PORT', 'SECRET_KEY', 'ADMIN_KEY', 'WHATSAPP_COMPANY_NUMBER', 'WHATSAPP_PROVIDER']) {
      expect(printed.err).toContain(`  ${variable} `);
    }
  });

  it('needs the database alone to migrate, to list keys, to show settings, to export and to verify', async () => {
    const env = { DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'silent' };
    for (const args of [
      ['migrate', '--json'],
      ['keys', 'list', '--json'],
      ['organization', 'show'],
      ['export', 'consents'],
      ['verify', '--json'],
    ]) {
      const { run, printed } = setUp(env);
      expect([args, await run(...args), printed.err]).toEqual([args, 0, '']);
      if (args.includes('--json')) expect(JSON.parse(printed.out)).toBeTypeOf('object');
    }
  });

  it('says that a database without an organization has none', async () => {
    const { run, printed } = setUp({ DATA_DIR: path.join(folder, 'empty'), LOG_LEVEL: 'silent' });
    expect([await run('keys', 'list'), printed.err]).toEqual([1, expect.stringContaining('`whatsapp-optin serve`')]);
  });

  it('serves beside a simulator, whose phone reaches it', async () => {
    const { run, stop, ready, printed } = setUp({ DATA_DIR: path.join(folder, 'dev'), LOG_LEVEL: 'silent' });
    const exitCode = run('dev');
    const text = await Promise.race([
      ready,
      exitCode.then((code) => expect.fail(`ended with ${code}: ${printed.err}`)),
    ]);
    await vi.waitFor(() => expect(printed.out).toMatch(/Phone\s+http:\/\/localhost:\d+\/phone/));
    const url = /http\S+readyz/.exec(text)?.[0] ?? '';
    const phone = /http\S+\/phone/.exec(printed.out)?.[0] ?? '';
    for (const address of [url, phone])
      expect((await fetch(address, { headers: { connection: 'close' } })).status).toBe(200);
    stop.abort();
    expect(await exitCode).toBe(0);
  });

  it("starts the host's own app beside both, and ends with it", async () => {
    const seen = path.join(folder, 'seen.json');
    const program = `
      const { WHATSAPP_OPTIN_URL: server, SIMULATOR_URL: vendors, PORT } = process.env;
      const addresses = [server + '/readyz', vendors + '/phone/links.js'];
      Promise.all(addresses.map((address) => fetch(address))).then((answers) => {
        const statuses = answers.map(({ status }) => status);
        require('node:fs').writeFileSync(${JSON.stringify(seen)}, JSON.stringify({ statuses, PORT }));
        process.exit(3);
      });`;
    const { run } = setUp({ DATA_DIR: path.join(folder, 'dev-host'), LOG_LEVEL: 'silent' });
    expect(await run('dev', '--', process.execPath, '-e', program)).toBe(3);
    expect(JSON.parse(await readFile(seen, 'utf8'))).toEqual({ statuses: [200, 200] });
  });

  it("says that the host's own app cannot be started", async () => {
    const { run, printed } = setUp({ DATA_DIR: path.join(folder, 'dev-nothing'), LOG_LEVEL: 'silent' });
    expect([await run('dev', '--', 'no-such-program'), printed.err]).toEqual([
      1,
      expect.stringContaining('"no-such-program" cannot be started'),
    ]);
  });

  it('names the port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { run, printed } = setUp({ ...settings(), PORT: String(port) });
    expect([await run('serve'), printed.err]).toEqual([1, expect.stringContaining(`Port ${port} is taken.`)]);
    other.close();
  });

  it('serves until a signal ends it', async () => {
    const { run, stop, ready, printed } = setUp({ ...settings(), PORT: '0', BASE_PATH: '/wa' });
    const exitCode = run('serve');
    const text = await Promise.race([
      ready,
      exitCode.then((code) => expect.fail(`ended with ${code}: ${printed.err}`)),
    ]);
    const url = /http\S+readyz/.exec(text)?.[0] ?? '';
    expect(text).toContain(`http://localhost:${new URL(url).port}/wa/api/webhooks/ultramsg/inbound`);
    const response = await fetch(url, { headers: { connection: 'close' } });
    expect(await response.json()).toEqual({ status: 'ready' });
    stop.abort();
    expect([await exitCode, printed.err]).toEqual([0, '']);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('reports that it is not ready for a while after the signal, and still serves', async () => {
    const { run, stop, ready } = setUp({ ...settings(), PORT: '0', SHUTDOWN_DELAY_SECONDS: '1' });
    const exitCode = run('serve');
    const url = /http\S+readyz/.exec(await ready)?.[0] ?? '';
    const statusOf = async (address: string) => (await fetch(address, { headers: { connection: 'close' } })).status;
    stop.abort();
    await vi.waitFor(async () => expect(await statusOf(url)).toBe(503));
    expect(await statusOf(url.replace('readyz', 'healthz'))).toBe(200);
    expect(await exitCode).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('checks the chain of consents', async () => {
    const { run, printed } = setUp(settings());
    expect([await run('verify-consents'), printed.out, printed.err]).toEqual([
      0,
      'default: the chain is whole, 0 seals.\n',
      '',
    ]);
  });

  it('finds nothing left to migrate', async () => {
    const first = setUp(settings());
    await first.run('migrate');
    const { run, printed } = setUp(settings());
    expect([await run('migrate'), printed.out]).toEqual([0, 'The database is up to date.\n']);
  });
});
