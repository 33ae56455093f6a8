import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Environment } from '../config/environment.js';
import { runCli } from './run-cli.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-optin-typings-'));
  await writeFile(path.join(folder, 'a-file'), '');
  await mkdir(path.join(folder, 'a-folder'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const KEYS: Environment = {
  SECRET_KEY: 'sk_0000000000000000000000000000000000',
  ADMIN_KEY: 'ak_0000000000000000000000000000000000',
  WHATSAPP_COMPANY_NUMBER: '+966500000000',
};
const ULTRAMSG: Environment = { ULTRAMSG_INSTANCE_ID: '1150', ULTRAMSG_TOKEN: 'token' };
/** Nothing listens there. */
const NOBODY = { DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/optin' };

interface Answer {
  args: string;
  env?: Environment;
  exitCode: number;
  /** A part of what is printed. `<folder>` stands for the folder of the test. */
  says: string;
}

/** What people type, and what they need to hear. None of these touches a database that exists. */
const ANSWERS: readonly Answer[] = [
  // Asking for help.
  { args: '--help', exitCode: 0, says: 'Usage: whatsapp-optin' },
  { args: '-h', exitCode: 0, says: 'Usage: whatsapp-optin' },
  { args: 'help', exitCode: 0, says: 'Usage: whatsapp-optin' },
  { args: 'help serve', exitCode: 0, says: 'Usage: whatsapp-optin serve' },
  { args: '--version', exitCode: 0, says: '0.1.0' },
  { args: '-v', exitCode: 0, says: '0.1.0' },
  { args: 'init --help', exitCode: 0, says: '--framework <name>' },
  { args: 'dev --help', exitCode: 0, says: 'reads .env' },
  { args: 'serve --help', exitCode: 0, says: 'DATABASE_URL' },
  { args: 'migrate --help', exitCode: 0, says: 'DATABASE_URL or DATA_DIR alone' },
  { args: 'doctor --help', exitCode: 0, says: '--json' },
  { args: 'doctor --help', exitCode: 0, says: '--fix' },
  { args: 'verify --help', exitCode: 0, says: 'chain of consents' },
  { args: 'verify-consents --help', exitCode: 0, says: 'chain of consents' },
  { args: 'keys --help', exitCode: 0, says: 'rotate' },
  { args: 'keys create --help', exitCode: 0, says: '--role' },
  { args: 'organization --help', exitCode: 0, says: 'show' },
  { args: 'organization set --help', exitCode: 0, says: '--quiet-hours' },
  { args: 'export --help', exitCode: 0, says: '--all <file>' },
  { args: 'import --help', exitCode: 0, says: '<file>' },
  { args: 'contacts --help', exitCode: 0, says: 'erase' },
  { args: 'contacts show --help', exitCode: 0, says: '--reveal' },
  { args: 'contacts erase --help', exitCode: 0, says: 'SECRET_KEY' },
  { args: 'audit --help', exitCode: 0, says: 'direction, phone (or from and' },
  // Slips.
  { args: '', exitCode: 2, says: 'Usage: whatsapp-optin' },
  { args: 'srve', exitCode: 2, says: 'Did you mean serve?' },
  { args: 'migrat', exitCode: 2, says: 'Did you mean migrate?' },
  { args: 'doctr', exitCode: 2, says: 'Did you mean doctor?' },
  { args: 'key list', exitCode: 2, says: 'Did you mean keys?' },
  { args: 'keys lst', exitCode: 2, says: 'Did you mean list?' },
  { args: 'organisation show', exitCode: 2, says: 'Did you mean organization?' },
  { args: 'exprot sessions', exitCode: 2, says: 'Did you mean' },
  { args: 'start', exitCode: 2, says: "unknown command 'start'" },
  { args: 'serve --port 5000', exitCode: 2, says: "unknown option '--port'" },
  { args: 'serve --port 5000', exitCode: 2, says: 'Settings are environment variables' },
  { args: 'serve now', exitCode: 2, says: 'too many arguments' },
  { args: 'migrate --jsn', exitCode: 2, says: 'Did you mean --json?' },
  { args: 'init --framwork next', exitCode: 2, says: 'Did you mean --framework?' },
  { args: 'init --framework nuxt', exitCode: 2, says: 'next, express, html, serve' },
  { args: 'init --provider telegram', exitCode: 2, says: 'simulator, ultramsg, meta, twilio' },
  { args: 'init --framework', exitCode: 2, says: 'argument missing' },
  { args: 'keys', exitCode: 2, says: 'rotate' },
  { args: 'keys create', exitCode: 2, says: "required option '--name <name>'" },
  { args: 'keys revoke', exitCode: 2, says: "missing required argument 'id'" },
  { args: 'keys revoke 12', exitCode: 2, says: '`whatsapp-optin keys list`' },
  { args: 'organization set', exitCode: 2, says: 'name at least one change' },
  { args: 'organization set --time-zone Mars/Olympus', exitCode: 2, says: 'time zone' },
  { args: 'export', exitCode: 2, says: 'name a table, or --all and a file' },
  { args: 'export everything', exitCode: 2, says: 'sessions, notifications, consents' },
  { args: 'export sessions --from yesterday', exitCode: 2, says: 'for example 2026-11-01T00:00:00Z' },
  { args: 'import', exitCode: 2, says: "missing required argument 'file'" },
  { args: 'contact show +966500000001', exitCode: 2, says: 'Did you mean contacts?' },
  { args: 'contacts delete +966500000001', exitCode: 2, says: "unknown command 'delete'" },
  { args: 'contacts show', exitCode: 2, says: "missing required argument 'person'" },
  { args: 'contacts show Jane', exitCode: 2, says: 'a phone with its country code' },
  { args: 'audit', exitCode: 2, says: "missing required argument 'file'" },
  { args: 'audit <folder>/a-file --time-zone Mars/Olympus', exitCode: 2, says: 'time zone' },
  { args: 'audit <folder>/nothing.csv', exitCode: 1, says: 'is not there' },
  { args: 'audit <folder>/a-folder', exitCode: 1, says: 'is a folder' },
  { args: 'audit <folder>/a-file', exitCode: 1, says: 'its first line must name the columns' },
  { args: 'restore-check', exitCode: 2, says: 'SUPPRESSION_JOURNAL must name the journal' },
  { args: 'restore-chek', exitCode: 2, says: 'Did you mean restore-check?' },
  { args: 'restore-check --new-journal --lost-journal', exitCode: 2, says: 'cannot be used with' },
  // Settings.
  { args: 'serve', exitCode: 1, says: 'WHATSAPP_PROVIDER is missing: meta, twilio or ultramsg' },
  { args: 'serve', exitCode: 1, says: 'whatsapp-optin init --provider simulator' },
  { args: 'doctor', exitCode: 1, says: 'SECRET_KEY is missing' },
  { args: 'serve', env: ULTRAMSG, exitCode: 1, says: 'WHATSAPP_COMPANY_NUMBER is missing' },
  { args: 'serve', env: { ...KEYS, WHATSAPP_PROVIDER: 'meta' }, exitCode: 1, says: 'META_ACCESS_TOKEN' },
  { args: 'serve', env: { ...KEYS, WHATSAPP_PROVIDER: 'telegram' }, exitCode: 1, says: 'WHATSAPP_PROVIDER' },
  { args: 'serve', env: { ...KEYS, ULTRAMSG_TOKEN: 'token' }, exitCode: 1, says: 'ULTRAMSG_INSTANCE_ID' },
  { args: 'serve', env: { ...KEYS, ...ULTRAMSG, PORT: 'x' }, exitCode: 1, says: 'PORT' },
  {
    args: 'serve',
    env: { ...KEYS, ...ULTRAMSG, HOST: '203.0.113.1', PORT: '0' },
    exitCode: 1,
    says: 'HOST "203.0.113.1"',
  },
  { args: 'migrate', env: { DATABSE_URL: 'postgres://x' }, exitCode: 1, says: 'did you mean DATABASE_URL?' },
  { args: 'migrate', env: { LOG_LEVEL: 'loud' }, exitCode: 1, says: 'LOG_LEVEL' },
  // A database that is not there: no vendor's token is asked for first.
  { args: 'migrate', env: NOBODY, exitCode: 1, says: 'Check DATABASE_URL' },
  { args: 'keys list', env: NOBODY, exitCode: 1, says: 'Check DATABASE_URL' },
  { args: 'organization show', env: NOBODY, exitCode: 1, says: 'Check DATABASE_URL' },
  { args: 'export sessions', env: NOBODY, exitCode: 1, says: 'Check DATABASE_URL' },
  { args: 'contacts show +966500000001', env: NOBODY, exitCode: 1, says: 'Check DATABASE_URL' },
  { args: 'contacts erase +966500000001', exitCode: 1, says: 'SECRET_KEY is missing' },
  { args: 'verify --json', env: NOBODY, exitCode: 1, says: 'Check DATABASE_URL' },
  {
    args: 'migrate',
    env: { DATA_DIR: '<folder>/a-file' },
    exitCode: 1,
    says: 'a file stands where its folder should be',
  },
  { args: 'migrate', env: { DATA_DIR: '<folder>/a-file/data' }, exitCode: 1, says: 'Set DATA_DIR to a folder' },
];

async function type(args: string, env: Environment = {}) {
  const printed: string[] = [];
  const write = (text: string): void => void printed.push(text);
  const inFolder = (text: string) => text.replace('<folder>', folder);
  const exitCode = await runCli(args.split(' ').filter(Boolean).map(inFolder), {
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, inFolder(value ?? '')])),
    out: write,
    err: write,
    stop: new AbortController().signal,
  });
  return { exitCode, text: printed.join('\n') };
}

describe('what people type', { timeout: 60_000 }, () => {
  it.each(ANSWERS)('answers "$args" with "$says"', async ({ args, env, exitCode, says }) => {
    const answer = await type(args, env);
    expect(answer).toEqual({ exitCode, text: expect.stringContaining(says) as string });
    // No stack, no secret, no colour where nobody reads it on a terminal.
    expect(answer.text).not.toMatch(/\n\s+at |:secret@/);
    expect(stripVTControlCharacters(answer.text)).toBe(answer.text);
  });

  it('are at least sixty typings', () => {
    expect(ANSWERS.length).toBeGreaterThanOrEqual(60);
  });
});

describe('init', () => {
  it('writes keys and the file of the framework, and tells the next step', async () => {
    const { exitCode, text } = await type('init --framework next --provider simulator --dir <folder>/next');
    const env = await readFile(path.join(folder, 'next/.env'), 'utf8');
    const route = await readFile(path.join(folder, 'next/app/whatsapp/[...path]/route.ts'), 'utf8');
    expect([exitCode, route]).toEqual([0, expect.stringContaining('toNextHandlers(optIn)')]);
    for (const line of [/^SECRET_KEY=sk_\S{32}$/m, /^ADMIN_KEY=ak_\S{32}$/m, /^BASE_PATH=\/whatsapp$/m])
      expect(env).toMatch(line);
    expect(text).toContain('npm install @whatsapp-optin/server @electric-sql/pglite @whatsapp-optin/react');
    expect(text).toContain('npx whatsapp-optin dev');
    // Keys belong into the file alone.
    expect(text).not.toMatch(/sk_\S{32}/);
  });

  it('overwrites no value and no file', async () => {
    const dir = path.join(folder, 'kept');
    await mkdir(dir);
    await writeFile(path.join(dir, '.env'), 'SECRET_KEY=sk_mine\nADMIN_KEY=');
    await writeFile(path.join(dir, 'opt-in-server.mjs'), 'mine');
    const { text } = await type('init --framework express --provider meta --dir <folder>/kept');
    const env = await readFile(path.join(dir, '.env'), 'utf8');
    expect(env).toMatch(/^SECRET_KEY=sk_mine\nADMIN_KEY=\nORGANIZATION_NAME=/);
    expect(env.match(/SECRET_KEY/g)).toHaveLength(1);
    expect(await readFile(path.join(dir, 'opt-in-server.mjs'), 'utf8')).toBe('mine');
    expect(text).toContain('fill in ADMIN_KEY, WHATSAPP_COMPANY_NUMBER, META_PHONE_NUMBER_ID');
    const again = await type('init --framework express --provider meta --dir <folder>/kept');
    expect([again.text, await readFile(path.join(dir, '.env'), 'utf8')]).toEqual([
      expect.stringContaining('.env has every variable already.'),
      env,
    ]);
  });

  it('gives its answer as JSON', async () => {
    const { text } = await type('init --json --framework html --provider twilio --dir <folder>/json');
    expect(JSON.parse(text)).toMatchObject({ framework: 'html', provider: 'twilio', files: ['ticket.html'] });
  });

  it('asks two questions at most', async () => {
    const asked: string[] = [];
    const out: string[] = [];
    const exitCode = await runCli(['init', '--dir', path.join(folder, 'asked')], {
      env: {},
      out: (text) => void out.push(text),
      err: (text) => void out.push(text),
      ask: async (question) => {
        asked.push(question);
        return asked.length === 1 ? 'express' : 'simulator';
      },
      stop: new AbortController().signal,
    });
    expect([exitCode, asked.length, out.join('\n')]).toEqual([
      0,
      2,
      expect.stringContaining('opt-in-server.mjs: written.'),
    ]);
  });
});
