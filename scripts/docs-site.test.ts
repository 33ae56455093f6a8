import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { docsSite } from '../examples/demo/docs-site.mjs';

const folder = mkdtempSync(join(tmpdir(), 'whatsapp-optin-docs-site-'));
const built = join(folder, 'site');
mkdirSync(join(built, 'docs'), { recursive: true });
writeFileSync(join(folder, 'secret.txt'), 'secret');
writeFileSync(join(built, 'index.html'), 'front page');
writeFileSync(join(built, 'docs/concepts.html'), 'concepts');
writeFileSync(join(built, 'llms.txt'), 'for models');
const site = docsSite(built);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['/docs/', 200, 'front page', 'text/html; charset=utf-8'],
  ['/docs/docs/concepts', 200, 'concepts', 'text/html; charset=utf-8'],
  ['/docs/llms.txt', 200, 'for models', 'text/plain; charset=utf-8'],
  ['/docs/%2e%2e/secret.txt', 404, expect.stringContaining(''), expect.any(String)],
  ['/docs/..%2fsecret.txt', 404, expect.stringContaining(''), expect.any(String)],
  ['/docs/docs/nothing', 404, expect.stringContaining('npm run docs'), expect.any(String)],
])('the demo serves the built site: %s is %i', async (path, status, text, type) => {
  const answer = await site.request(path);
  expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([status, text, type]);
});

it('leads to the front page', async () => {
  expect((await site.request('/docs')).headers.get('location')).toBe('/docs/');
});

it('says how the site is built, where it is not', async () => {
  const answer = await docsSite(join(folder, 'nowhere')).request('/docs/');
  expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('npm run docs')]);
});
