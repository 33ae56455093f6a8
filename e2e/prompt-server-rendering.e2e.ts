import { createServer, type Server, type ServerResponse } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { build, type BuildOptions } from 'esbuild';
import { root } from '../scripts/run.mjs';

/** Where each React lies: 19 beside everything else, 18.3 in a workspace of its own. */
const REACTS = { '19': `${root}/node_modules`, '18.3': `${root}/e2e/react-18/node_modules` } as const;
const STATES = ['idle', 'waiting', 'connected'];
const DISPLAYS = ['card', 'bar', 'button', 'floating', 'sheet', 'qr', 'kiosk', 'print'];

/** One page, as a framework renders it on a server and takes it over in a browser. */
const PAGE = `import { createElement as h, StrictMode } from 'react';
  import { WhatsAppNotificationPrompt, WhatsAppOptInProvider } from '@whatsapp-optin/react';
  const about = { organizationName: 'Al Noor Clinic', companyWhatsAppNumber: '+966500000000', ticketNumber: 'A001' };
  export const page = h(StrictMode, null, h(WhatsAppOptInProvider, { ...about, locale: 'ar' },
    ${JSON.stringify(STATES)}.flatMap((testState) => ${JSON.stringify(DISPLAYS)}.map((display) =>
      h(WhatsAppNotificationPrompt, { key: testState + display, testState, display })))));`;
const ON_SERVER = `${PAGE} import { renderToString } from 'react-dom/server'; export const html = renderToString(page);`;
const IN_BROWSER = `${PAGE} import { hydrateRoot } from 'react-dom/client';
  globalThis.recovered = [];
  hydrateRoot(document.querySelector('#root'), page, {
    onRecoverableError: (error) => recovered.push(String(error)),
  });`;

/** @returns the text of each file by its path, `/page.js` and what it loads later. */
async function bundleFiles(contents: string, modules: string, options: BuildOptions): Promise<Map<string, string>> {
  const alias = { react: `${modules}/react`, 'react-dom': `${modules}/react-dom` };
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    outdir: '/',
    entryNames: 'page',
    chunkNames: '[name]-[hash]',
    format: 'esm',
    conditions: ['source'],
    // Warnings are a development build's.
    define: { 'process.env.NODE_ENV': '"development"' },
    nodePaths: [`${root}/node_modules`],
    alias,
    ...options,
  });
  return new Map(outputFiles?.map(({ path, text }) => [path, text]));
}

async function bundle(contents: string, modules: string, options: BuildOptions): Promise<string> {
  return (await bundleFiles(contents, modules, options)).get('/page.js') ?? '';
}

for (const [version, modules] of Object.entries(REACTS)) {
  test(`React ${version}: what a server renders is taken over without a warning`, async ({ page }) => {
    test.setTimeout(120_000);
    const folder = await mkdtemp(join(root, 'test-results-ssr-'));
    let server: Server | undefined;
    try {
      const file = join(folder, 'page.mjs');
      const banner = {
        js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
      };
      await writeFile(file, await bundle(ON_SERVER, modules, { platform: 'node', banner }));
      const { html } = (await import(pathToFileURL(file).href)) as { html: string };
      const scripts = await bundleFiles(IN_BROWSER, modules, { platform: 'browser', splitting: true });
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      const answerScript = async (path: string, response: ServerResponse) => {
        // What is loaded at once is `page` and its `chunk`s; the rest keeps the page waiting.
        if (!/^\/(page|chunk-)/.test(path)) await released;
        response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(scripts.get(path));
      };
      server = createServer((request, response) => {
        if (scripts.has(request.url ?? '')) void answerScript(request.url ?? '', response);
        else {
          response
            .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
            .end(
              `<!doctype html><html lang="ar"><title>t</title><div id="root">${html}</div><script>served=[...document.querySelectorAll('section,h2')]</script><script type="module" src="/page.js"></script></html>`,
            );
        }
      });
      await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      expect(html.match(/<section/g)?.length).toBeGreaterThan(STATES.length * 5);
      const isAsked = page.waitForRequest((request) => /\/languages-/.test(request.url()));
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'commit' });
      await isAsked;
      // The words are still to come: what the server drew stands, in its language and its look.
      const link = page.locator('[data-display=card][data-state=idle] .whatsapp-optin-link');
      await expect(link).toHaveCSS('min-block-size', '48px');
      expect(await link.evaluate((node) => node.closest('section')?.lang)).toBe('ar');
      release();
      // Only the browser knows that this is a desktop: from then on it has taken over.
      await expect(page.locator('[data-display=card] .whatsapp-optin-code path').first()).toHaveAttribute('d', /^M4/);
      expect(complaints.filter((text) => !text.includes('favicon') && !text.includes('404'))).toEqual([]);
      expect(await page.evaluate(() => (globalThis as unknown as { recovered: string[] }).recovered)).toEqual([]);
      const torn = await page.evaluate(
        () => (globalThis as unknown as { served: Element[] }).served.filter((node) => !node.isConnected).length,
      );
      expect(torn).toBe(0);
    } finally {
      server?.closeAllConnections();
      server?.close();
      await rm(folder, { recursive: true });
    }
  });
}

test('the element: a declarative shadow root is shown without script, and adopted by it node for node', async ({
  browser,
}) => {
  const contents = `import { renderDeclarative } from '@whatsapp-optin/web-component/ssr';
    export const html = renderDeclarative({ phone: '+966500000000', organization: 'Al Noor Clinic', ticket: 'A001', locale: 'en' });`;
  const folder = await mkdtemp(join(root, 'test-results-ssr-'));
  const file = join(folder, 'page.mjs');
  await writeFile(file, await bundle(contents, REACTS['19'], { platform: 'node' }));
  const { html } = (await import(pathToFileURL(file).href)) as { html: string };
  await rm(folder, { recursive: true });
  const element = `import '@whatsapp-optin/web-component/define';`;
  const script = await bundle(element, REACTS['19'], { platform: 'browser' });
  const server = createServer((request, response) => {
    if (request.url === '/page.js') response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
    else {
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(
          `<!doctype html><html lang="en"><title>t</title><main>${html}</main><script>served=document.querySelector('whatsapp-optin').shadowRoot.querySelector('section')</script><script type="module" src="/page.js"></script></html>`,
        );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  const bare = await browser.newPage({ javaScriptEnabled: false });
  await bare.goto(url);
  const link = bare.getByRole('link', { name: 'Enable WhatsApp Notifications' });
  await expect(link).toHaveAttribute('href', /^https:\/\/wa\.me\/966500000000\?text=/);
  await expect(link).toHaveCSS('min-block-size', '48px');
  await bare.close();

  const page = await browser.newPage();
  await page.goto(url);
  await expect(page.locator('.whatsapp-optin-code path')).toHaveAttribute('d', /^M4/);
  const adopted = await page.evaluate(() => {
    const { served } = globalThis as unknown as { served: Element };
    const now = document.querySelector('whatsapp-optin')?.shadowRoot;
    return { same: now?.querySelector('section') === served, cards: now?.querySelectorAll('section').length };
  });
  expect(adopted).toEqual({ same: true, cards: 1 });
  await page.close();
  server.closeAllConnections();
  server.close();
});
