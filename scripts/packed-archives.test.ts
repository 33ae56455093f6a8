import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { build } from './build.mjs';
import { packRoom } from './pack-room.mjs';
import { ROOMS, entriesOf, type Room } from './packages.mjs';
import { readSamples } from './readme-samples.mjs';
import { root } from './run.mjs';

/** A host that has installed every package, as a registry would serve it. */
const host = mkdtempSync(join(realpathSync(tmpdir()), 'whatsapp-optin-archives-'));
const modules = join(host, 'node_modules');
const installed = (room: Room) => join(modules, '@whatsapp-optin', room);
const read = (room: Room, path: string) => readFileSync(join(installed(room), path), 'utf8');

interface Manifest extends Record<string, unknown> {
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}
const manifestOf = (room: Room) => JSON.parse(read(room, 'package.json')) as Manifest;

/** Packages that a host installs only where it needs them. */
const OPTIONAL = ['@electric-sql', '@aws-sdk'];

beforeAll(async () => {
  await build();
  mkdirSync(join(modules, '@whatsapp-optin'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.') && name !== '@whatsapp-optin' && !OPTIONAL.includes(name))
      symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const room of ROOMS) {
    const archive = packRoom(room, join(host, 'archives'));
    mkdirSync(installed(room));
    execFileSync('tar', ['-xzf', archive, '-C', installed(room), '--strip-components=1']);
  }
}, 400_000);

afterAll(() => rmSync(host, { recursive: true, force: true }));

describe.each(ROOMS)('the archive of %s', (room) => {
  it('has a README, the licence, and what a registry shows', () => {
    expect(read(room, 'LICENSE')).toContain('MIT');
    expect(read(room, 'README.md')).toContain(`# @whatsapp-optin/${room}`);
    expect(read(room, 'README.md')).toMatch(/^npm install .*@whatsapp-optin\//m);
    expect(manifestOf(room)).toMatchObject({
      license: 'MIT',
      author: expect.any(String) as string,
      description: expect.any(String) as string,
      keywords: expect.arrayContaining(['whatsapp']) as string[],
      publishConfig: { access: 'public' },
    });
  });

  it('names ranges that a host can meet with a later patch', () => {
    const { dependencies = {}, peerDependencies = {} } = manifestOf(room);
    const fixed = Object.entries({ ...dependencies, ...peerDependencies }).filter(([, range]) => !/^[\^>]/.test(range));
    expect(fixed).toEqual([]);
  });

  it('names no file that it lacks', () => {
    const { exports, bin } = manifestOf(room);
    const text = JSON.stringify({ exports, bin });
    expect(text).not.toContain('"source"');
    const named = [...text.matchAll(/"(\.\/[^"*]+\.\w+)"/g)].map(([, path]) => path ?? '');
    expect(named.filter((path) => !existsSync(join(installed(room), path)))).toEqual([]);
  });

  it('has no link in its README that leads nowhere', () => {
    const links = [...read(room, 'README.md').matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target]) => target ?? '');
    const relative = links.filter((target) => !/^https?:/.test(target));
    expect(relative.filter((target) => !existsSync(join(dirname(join(installed(room), 'README.md')), target)))).toEqual(
      [],
    );
  });
});

it('gives types that a strict host can check whole', () => {
  const names = ROOMS.flatMap((room) => entriesOf(room).map(({ subpath }) => [room, subpath] as const))
    .filter(([room, subpath]) => room === 'server' || (subpath === '.' && room !== 'web-component'))
    .map(([room, subpath]) => `@whatsapp-optin/${room}${subpath.slice(1)}`);
  const lines = [...new Set(names)].map((name, at) => `export * as part${at} from '${name}';`);
  const file = join(host, 'host.ts');
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['node'],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
  };
  const compiler = ts.createCompilerHost(options);
  const { readFile, fileExists } = compiler;
  compiler.readFile = (path) => (path === file ? lines.join('\n') : readFile(path));
  compiler.fileExists = (path) => path === file || fileExists(path);
  compiler.getCurrentDirectory = () => host;
  const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options, compiler));
  expect(found.map(({ messageText, file: where }) => `${where?.fileName}: ${JSON.stringify(messageText)}`)).toEqual([]);
  expect(lines).toHaveLength(8);
}, 120_000);

it('says what to install where the embedded database is missing', () => {
  const program = `
    const { createWhatsAppOptIn } = await import('@whatsapp-optin/server');
    const app = createWhatsAppOptIn({
      database: './data',
      organization: { name: 'A', whatsappNumber: '+966500000000', secretKey: 'sk_' + 'a'.repeat(40) },
      providers: { ultramsg: { instanceId: '1', token: 't', webhookToken: 'webhook-token-of-the-test' } },
    });
    await app.start().catch((error) => console.log(error.message));`;
  const args = ['--input-type=module', '-e', program];
  expect(execFileSync(process.execPath, args, { cwd: host, encoding: 'utf8' })).toBe(
    'The embedded database needs the package @electric-sql/pglite: npm install @electric-sql/pglite\n',
  );
});

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A program that runs until the test ends; `says` resolves with what it has printed, once that matches. */
function start(program: string, args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(program, args, { cwd: host, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let printed = '';
  const read = (chunk: Buffer): void => void (printed += chunk.toString());
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return {
    says: (text: RegExp) =>
      vi.waitFor(() => {
        expect(printed).toMatch(text);
        return printed;
      }, 90_000),
  };
}

const running: ChildProcess[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null) continue;
    child.kill();
    await once(child, 'exit');
  }
});

describe('in a folder with the packages installed', () => {
  beforeAll(() => {
    for (const name of OPTIONAL) {
      const from = join(root, 'node_modules', name);
      if (existsSync(from)) symlinkSync(from, join(modules, name));
    }
  });

  it('the server of README serves, and its notification is answered', async () => {
    const samples = readSamples(readFileSync(join(root, 'README.md'), 'utf8'));
    const port = await findFreePort();
    const text = (name: string) => samples.get(name)?.text ?? '';
    writeFileSync(join(host, 'server.mjs'), text('server'));
    writeFileSync(join(host, 'notify.mjs'), text('notify').replace('localhost:4000', `localhost:${port}`));
    const commands = text('start').replace('node server.mjs', 'node server.mjs & SERVER=$!');
    const script = `${commands}
      until curl -sf http://localhost:${port}/readyz > ready.json; do kill -0 $SERVER || exit 1; sleep 0.2; done
      node notify.mjs; kill $SERVER; wait $SERVER`;
    const { says } = start('sh', ['-c', script], { PORT: String(port), DATABASE_URL: join(host, 'readme-data') });
    expect(await says(/no_push_subscription/)).toContain(`Ready: http://localhost:${port}/readyz`);
  }, 120_000);

  it('init and dev lead from nothing to a connected customer', async () => {
    const bin = join(installed('server'), 'bin/whatsapp-optin.mjs');
    execFileSync(process.execPath, [bin, 'init', '--framework', 'serve', '--provider', 'simulator'], { cwd: host });
    const port = String(await findFreePort());
    const { says } = start(process.execPath, [bin, 'dev'], { PORT: port, DATA_DIR: join(host, 'dev-data') });
    const phone = /Phone\s+(\S+)\/phone/.exec(await says(/Phone\s+\S+/))?.[1] ?? '';
    const variables = new Map(
      readFileSync(join(host, '.env'), 'utf8')
        .split('\n')
        .map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)] as const),
    );
    const asked = await fetch(`http://localhost:${port}/api/opt-ins`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${variables.get('PUBLISHABLE_KEY')}`,
        origin: variables.get('ALLOWED_ORIGINS') ?? '',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ ticketNumber: 'A001' }),
    });
    const optIn = (await asked.json()) as { id: string; clientToken: string; message: string };
    await fetch(`${phone}/phone/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: '+966511111111', to: '+966500000000', text: optIn.message }),
    });
    await vi.waitFor(async () => {
      const headers = { authorization: `Bearer ${optIn.clientToken}` };
      const read = await fetch(`http://localhost:${port}/api/opt-ins/${optIn.id}`, { headers });
      expect(await read.json()).toMatchObject({ state: 'connected' });
    }, 20_000);
  }, 120_000);
});
