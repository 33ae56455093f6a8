import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '@whatsapp-optin/sdk/contract';
import { createHttpHandler } from '../create-http-handler.js';
import { createInMemoryWorld } from '../testing/in-memory-dependencies.js';
import { renderReference } from './render-reference.js';

let page: string;
let policy: string;
let document: { paths: Record<string, Record<string, { operationId: string }>>; webhooks: Record<string, unknown> };
beforeAll(async () => {
  const handle = createHttpHandler(createInMemoryWorld().deps);
  const answer = await handle(new Request('http://localhost/api/docs'));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  policy = answer.headers.get('content-security-policy') ?? '';
  page = await answer.text();
  document = (await (await handle(new Request('http://localhost/api/openapi.json'))).json()) as typeof document;
});

describe('the HTTP reference', () => {
  it('has every operation and every event, each at its own anchor', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    for (const id of ids) expect(page).toContain(`<details id="${id}">`);
    expect(Object.keys(document.webhooks).sort()).toEqual([...EVENT_TYPES].sort());
    for (const type of EVENT_TYPES) expect(page).toContain(`<code>${type}</code>`);
    expect(page).toContain('phoneNumber');
  });

  it('runs nothing and loads nothing; its policy names its one style sheet', () => {
    expect(page).not.toMatch(/<script|<link|<img|\son\w+=|style="/);
    const style = /<style>([^]*)<\/style>/.exec(page)?.[1] ?? '';
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('shows text as text, and names a base path', async () => {
    const operation = { tags: ['<b>'], summary: '<script>', operationId: 'x', responses: {} };
    const odd = { info: { title: '<i>' }, paths: { '/a': { get: operation } } };
    const shown = await renderReference(odd, '/base');
    expect(shown).toContain('&lt;script&gt;');
    expect(shown).not.toContain('<script>');
    expect(shown).toContain('href="/base/api/openapi.json"');
  });
});
