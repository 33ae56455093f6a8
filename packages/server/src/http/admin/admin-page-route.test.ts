import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAdminFiles } from '../../composition/admin-files.js';
import { readAdminAssets } from '../../composition/read-admin-assets.js';
import { createHttpHandler } from '../create-http-handler.js';
import { createInMemoryWorld } from '../testing/in-memory-dependencies.js';

let root: string;
let folder: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'whatsapp-optin-admin-'));
  folder = path.join(root, 'admin');
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  await writeFile(
    path.join(folder, 'index.html'),
    '<!doctype html><script type="module" src="./assets/app-x1.js"></script>',
  );
  await writeFile(path.join(folder, 'assets', 'app-x1.js'), 'export {};');
  await writeFile(path.join(root, 'outside.json'), '{}');
});
afterAll(() => rm(root, { recursive: true, force: true }));

function setUp(from: string | null) {
  const { deps } = createInMemoryWorld({ basePath: '/wa' });
  const handle = createHttpHandler({ ...deps, adminAssets: readAdminAssets(() => readAdminFiles(from ?? '')) });
  return (address: string, headers: Record<string, string> = {}) =>
    handle(new Request(`https://optin.example/wa${address}`, { headers }));
}

describe('the page at /admin', () => {
  it.each(['/admin', '/admin/', '/admin/sessions', '/admin/sessions/one'])(
    'is served at %s, whatever its depth',
    async (address) => {
      const response = await setUp(folder)(address);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(await response.text()).toContain('src="/wa/admin/assets/app-x1.js"');
    },
  );

  it('lets nothing foreign and nothing inline run, and no text become markup', async () => {
    const policy = (await setUp(folder)('/admin')).headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy.split('; ')).toContain(rule);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('packs its files for who can unpack them, and for nobody else', async () => {
    const handle = setUp(folder);
    const plain = await handle('/admin/assets/app-x1.js');
    const packed = await handle('/admin/assets/app-x1.js', { 'accept-encoding': 'gzip, deflate, br' });
    const headersOf = ({ headers }: Response) => [headers.get('content-encoding'), headers.get('vary')];
    expect([plain, packed].map(headersOf)).toEqual([
      [null, 'Accept-Encoding'],
      ['gzip', 'Accept-Encoding'],
    ]);
    expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe('export {};');
  });

  it('has files that a browser may keep, since their names change with their content', async () => {
    const response = await setUp(folder)('/admin/assets/app-x1.js');
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
  });

  it.each([
    '/admin/assets/other.js',
    '/admin/..%2Foutside.json',
    '/admin/%2e%2e/outside.json',
    '/admin/assets/app-x1.js%00.js',
  ])('has nothing at %s', async (address) => {
    const response = await setUp(folder)(address);
    expect(response.status).toBe(404);
  });

  it('says so where it was not built', async () => {
    const response = await setUp(null)('/admin');
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run build')]);
  });
});
