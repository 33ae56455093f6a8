// @ts-check
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';

/** @typedef {{ summary?: string, description?: string, tags?: string[], operationId?: string, security?: object[] }} Operation */
/** @typedef {{ paths: Record<string, Record<string, Operation>> }} OpenApi */

const METHODS = ['get', 'put', 'post', 'delete'];

/**
 * Writes the HTTP reference as one page, from the server's own OpenAPI document.
 *
 * @param {string} file
 */
export async function writeHttpReference(file) {
  await build({ rooms: ['sdk', 'admin', 'server'] });
  writeFileSync(file, httpReference(await readOpenApi()));
}

/** @returns {Promise<OpenApi>} */
async function readOpenApi() {
  const { createWhatsAppOptIn } = await import('@whatsapp-optin/server');
  const database = mkdtempSync(join(tmpdir(), 'whatsapp-optin-reference-'));
  const app = createWhatsAppOptIn({
    database,
    logLevel: 'silent',
    organization: { name: 'Acme Clinic', secretKey: `sk_${'0'.repeat(32)}` },
    providers: { ultramsg: { instanceId: '1', token: 'token', webhookToken: 'webhook-token-of-the-docs' } },
  });
  try {
    await app.start();
    return await (await app.fetch(new Request('http://localhost/api/openapi.json'))).json();
  } finally {
    await app.close();
    rmSync(database, { recursive: true, force: true });
  }
}

/** @param {OpenApi} document @returns {string} Markdown */
export function httpReference({ paths }) {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.filter((method) => methods[method]).map((method) => ({ path, method, ...methods[method] })),
  );
  const tags = [...new Set(operations.flatMap(({ tags: [tag = 'Other'] = [] }) => tag))];
  const sections = tags.map((tag) => {
    const rows = operations
      .filter(({ tags: [first = 'Other'] = [] }) => first === tag)
      .map(({ method, path, summary, description, operationId = '' }) => {
        const says = (summary ?? description ?? '')
          .replaceAll('|', '\\|')
          .replaceAll('\n', ' ')
          .replaceAll('<', '&lt;');
        return `| \`${method.toUpperCase()} ${path}\` | ${says} | \`${operationId}\` |`;
      });
    return `## ${tag}\n\n| method and path | does | operation |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return [
    '# HTTP reference\n',
    'Written by `npm run docs` from the OpenAPI document. Every server shows it with all fields, examples and errors at `/api/docs`, and',
    'as JSON at `/api/openapi.json`.\n',
    ...sections,
  ].join('\n');
}
