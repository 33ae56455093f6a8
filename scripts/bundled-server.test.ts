import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build as esbuild } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from './build.mjs';
import { packageDir } from './packages.mjs';
import { root } from './run.mjs';

/** A host's own server, as its bundler sees it. */
const SERVER = `
import { createWhatsAppOptIn } from '@whatsapp-optin/server';
import { serve } from '@whatsapp-optin/server/node';

const secretKey = 'sk_' + 'a'.repeat(40);
const app = createWhatsAppOptIn({
  database: './data',
  organization: { name: 'Acme Clinic', whatsappNumber: '+966500000000', secretKey, adminKey: 'ak_' + 'b'.repeat(40) },
  providers: { ultramsg: { instanceId: '1150', token: 'token', webhookToken: 'webhook-token-of-the-test' } },
  logLevel: 'silent',
});
app.start().then(() => serve(app, { port: 0, host: '127.0.0.1' })).then(({ url }) => console.log(url));
`;

/** It has no package of ours: what the bundle does not hold is not there. PGlite stays outside, since it loads WebAssembly. */
const host = mkdtempSync(join(realpathSync(tmpdir()), 'whatsapp-optin-bundled-'));
let server: ChildProcess | undefined;
let url = '';

beforeAll(async () => {
  await build({ rooms: ['sdk', 'server'] });
  mkdirSync(join(host, 'node_modules/@electric-sql'), { recursive: true });
  symlinkSync(join(root, 'node_modules/@electric-sql/pglite'), join(host, 'node_modules/@electric-sql/pglite'));
  await esbuild({
    stdin: { contents: SERVER, resolveDir: packageDir('server') },
    outfile: join(host, 'server.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['@electric-sql/pglite', 'pg-native'],
    logLevel: 'silent',
  });
  server = spawn(process.execPath, ['server.cjs'], { cwd: host, stdio: ['ignore', 'pipe', 'inherit'] });
  if (server.stdout === null) throw new Error('The server has no output.');
  for await (const line of createInterface(server.stdout)) {
    url = line;
    break;
  }
}, 240_000);

afterAll(async () => {
  if (server?.exitCode === null) {
    server.kill();
    await once(server, 'exit');
  }
  rmSync(host, { recursive: true, force: true });
});

describe('a server in one file, in a folder without our packages', () => {
  it('migrates its database and is ready', async () => {
    expect(readdirSync(join(host, 'node_modules'))).toEqual(['@electric-sql']);
    const response = await fetch(`${url}/readyz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready' }]);
  });

  it('serves the dashboard with each of its files', async () => {
    const page = await fetch(`${url}/admin`);
    const text = await page.text();
    const files = [...text.matchAll(/(?:src|href)="(\/admin\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    const statuses = await Promise.all(files.map(async (path) => (await fetch(`${url}${path}`)).status));
    expect([page.status, [...new Set(statuses)]]).toEqual([200, [200]]);
  });
});

it('is made of a package without files that only its own folder would find', () => {
  const files = readdirSync(join(packageDir('server'), 'dist'), { recursive: true }) as string[];
  expect(files.filter((name) => name.endsWith('.sql'))).toEqual([]);
});
