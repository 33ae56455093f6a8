import { devices, expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMIT_SCRIPT_REQUESTS } from '../scripts/budgets.mjs';
import { root } from '../scripts/run.mjs';
import { CREATED, OPT_IN_ID } from './opt-in-api.js';

const { userAgent, viewport, isMobile, hasTouch } = devices['Pixel 7'];
test.use({ userAgent, viewport, isMobile, hasTouch });

const DIST = join(root, 'packages/web-component/dist');
const EXPIRES_AT = new Date(Date.now() + 3_600_000).toISOString();
const CONNECTED = { id: OPT_IN_ID, state: 'connected', expiresAt: EXPIRES_AT, sessionExpiresAt: EXPIRES_AT };

/** The page, what the build wrote, and a server whose stream says "connected" at once. */
const page = (locale: string) => `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>Ticket</title>
<link rel="icon" href="data:,"><script type="module" src="whatsapp-optin.js"></script>
<whatsapp-optin phone="+966500000000" organization="Acme Clinic" ticket="A001" server="/" publishable-key="pk_x">
<a href="https://wa.me/966500000000?text=Hi">Get updates on WhatsApp</a></whatsapp-optin></html>`;

for (const locale of ['en', 'ar']) {
  test(`the script tag is live after ${LIMIT_SCRIPT_REQUESTS} script requests at most: ${locale}`, async ({
    page: tab,
  }) => {
    const scripts: string[] = [];
    await tab.route('http://localhost/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: page(locale) });
      if (pathname === '/api/opt-ins')
        return route.fulfill({ status: 201, json: { ...CREATED, expiresAt: EXPIRES_AT } });
      if (pathname.endsWith('/stream'))
        return route.fulfill({ contentType: 'text/event-stream', body: `data: ${JSON.stringify(CONNECTED)}\n\n` });
      if (pathname.startsWith('/api/')) return route.fulfill({ json: CONNECTED });
      scripts.push(pathname);
      return route.fulfill({ contentType: 'text/javascript', body: await readFile(join(DIST, pathname)) });
    });
    await tab.goto('http://localhost/');
    await expect(tab.locator('whatsapp-optin')).toHaveJSProperty('state', 'connected');
    await expect(tab.locator('whatsapp-optin').getByRole('heading')).toBeVisible();
    expect(scripts.length, scripts.join(' ')).toBeLessThanOrEqual(LIMIT_SCRIPT_REQUESTS);
  });
}
