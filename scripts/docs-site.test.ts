import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docsSite } from '../examples/demo/docs-site.mjs';

const folder = mkdtempSync(join(tmpdir(), 'whatsapp-optin-docs-site-'));
const site = docsSite(join(folder, 'site'));
beforeAll(() => {
  mkdirSync(join(folder, 'site/docs'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'site/index.html'), 'front page');
  writeFileSync(join(folder, 'site/docs/concepts.html'), 'concepts');
  writeFileSync(join(folder, 'site/llms.txt'), 'for models');
});
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
