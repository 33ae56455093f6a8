import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { bundleScript } from './bundle.js';
import { renderInNode, serveHydrated } from './hydrated-page.js';
import { REACTS } from './react-versions.js';

const STATES = ['idle', 'waiting', 'connected'];
const DISPLAYS = ['card', 'bar', 'button', 'floating', 'sheet', 'qr', 'kiosk', 'print'];

/** One page, as a framework renders it on a server and takes it over in a browser. */
const PAGE = `import { createElement as h, StrictMode } from 'react';
  import { WhatsAppNotificationPrompt, WhatsAppOptInProvider } from '@whatsapp-optin/react';
  const about = { organizationName: 'Al Noor Clinic', companyWhatsAppNumber: '+966500000000', ticketNumber: 'A001' };
  export const page = h(StrictMode, null, h(WhatsAppOptInProvider, { ...about, locale: 'ar' },
    ${JSON.stringify(STATES)}.flatMap((testState) => ${JSON.stringify(DISPLAYS)}.map((display) =>
      h(WhatsAppNotificationPrompt, { key: testState + display, testState, display })))));`;

for (const [version, modules] of Object.entries(REACTS)) {
  test(`React ${version}: what a server renders is taken over without a warning`, async ({ page }) => {
    test.setTimeout(120_000);
    const site = await serveHydrated(PAGE, modules);
    try {
      const errors: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      expect(site.html.match(/<section/g)?.length).toBeGreaterThan(STATES.length * 5);
      const isAsked = page.waitForRequest((request) => /\/page-(ar|es|ur)-/.test(request.url()));
      await page.goto(site.url, { waitUntil: 'commit' });
      await isAsked;
      // The words are still to come: what the server drew stands, in its language and its look.
      const link = page.locator('[data-display=card][data-state=idle] .whatsapp-optin-link');
      await expect(link).toHaveCSS('min-block-size', '48px');
      expect(await link.evaluate((node) => node.closest('section')?.lang)).toBe('ar');
      site.release();
      // Only the browser knows that this is a desktop: hydration is done when the card shows it.
      await expect(page.locator('[data-display=card] .whatsapp-optin-code path').first()).toHaveAttribute('d', /^M4/);
      expect(errors).toEqual([]);
      expect(await page.evaluate(() => (globalThis as unknown as { recovered: string[] }).recovered)).toEqual([]);
      const torn = await page.evaluate(
        () => (globalThis as unknown as { served: Element[] }).served.filter((node) => !node.isConnected).length,
      );
      expect(torn).toBe(0);
    } finally {
      await site.close();
    }
  });
}

test('the element: a declarative shadow root is shown without script, and adopted by it node for node', async ({
  browser,
}) => {
  const contents = `import { renderDeclarative } from '@whatsapp-optin/web-component/ssr';
    export const html = renderDeclarative({ phone: '+966500000000', organization: 'Al Noor Clinic', ticket: 'A001', locale: 'en' });`;
  const html = await renderInNode(contents);
  const element = `import '@whatsapp-optin/web-component/define';`;
  const script = (await bundleScript(element, 'page', { splitting: false })).files.get('/page.js');
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
