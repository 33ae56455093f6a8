import { devices, expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LIMIT_SCRIPT_REQUESTS, SCRIPT_TAG, WHOLE_SCRIPT_TAG } from '../scripts/budgets.mjs';
import { root } from '../scripts/run.mjs';
import { CREATED, OPT_IN_ID } from './opt-in-api.js';

const { userAgent, viewport, isMobile, hasTouch } = devices['Pixel 7'];
test.use({ userAgent, viewport, isMobile, hasTouch });

const DIST = join(root, 'packages/web-component/dist');
const EXPIRES_AT = new Date(Date.now() + 3_600_000).toISOString();
const CONNECTED = { id: OPT_IN_ID, state: 'connected', expiresAt: EXPIRES_AT, sessionExpiresAt: EXPIRES_AT };

interface Tag {
  script: string;
  locale: string;
  display?: string;
}

/** The page, with the hash of the script as `sri.json` of the package has it. */
async function page({ script, locale, display = 'card' }: Tag): Promise<string> {
  const hashes = JSON.parse(await readFile(join(DIST, 'sri.json'), 'utf8')) as Record<string, string>;
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>Ticket</title>
<link rel="icon" href="data:,"><script type="module" src="${script}" integrity="${hashes[script]}"></script>
<whatsapp-optin phone="+966500000000" organization="Acme Clinic" ticket="A001" server="/" publishable-key="pk_x" display="${display}">
<a href="https://wa.me/966500000000?text=Hi">Get updates on WhatsApp</a></whatsapp-optin></html>`;
}

/** What the build wrote, and a server whose stream says "connected" at once. @returns the script files that the page asked for. */
async function serve(tab: Page, tag: Tag, isServed: (name: string) => boolean = () => true): Promise<string[]> {
  const scripts: string[] = [];
  await tab.route('http://localhost/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: await page(tag) });
    if (pathname === '/api/opt-ins') return route.fulfill({ status: 201, json: { ...CREATED, expiresAt: EXPIRES_AT } });
    if (pathname.endsWith('/stream'))
      return route.fulfill({ contentType: 'text/event-stream', body: `data: ${JSON.stringify(CONNECTED)}\n\n` });
    if (pathname.startsWith('/api/')) return route.fulfill({ json: CONNECTED });
    scripts.push(basename(pathname));
    if (!isServed(basename(pathname))) return route.abort();
    return route.fulfill({ contentType: 'text/javascript', body: await readFile(join(DIST, pathname)) });
  });
  await tab.goto('http://localhost/');
  return scripts;
}

for (const locale of ['en', 'ar']) {
  test(`the script tag is live after ${LIMIT_SCRIPT_REQUESTS} script requests at most: ${locale}`, async ({
    page: tab,
  }) => {
    const scripts = await serve(tab, { script: basename(SCRIPT_TAG), locale });
    await expect(tab.locator('whatsapp-optin')).toHaveJSProperty('state', 'connected');
    await expect(tab.locator('whatsapp-optin').getByRole('heading')).toBeVisible();
    expect(scripts.length, scripts.join(' ')).toBeLessThanOrEqual(LIMIT_SCRIPT_REQUESTS);
  });
}

for (const [locale, display] of [
  ['en', 'card'],
  ['ar', 'qr'],
  ['ur', 'floating'],
] as const) {
  test(`the one file reaches "connected" with every other file blocked: ${display}, ${locale}`, async ({
    page: tab,
  }) => {
    const script = basename(WHOLE_SCRIPT_TAG);
    const scripts = await serve(tab, { script, locale, display }, (name) => name === script);
    const element = tab.locator('whatsapp-optin');
    await expect(element).toHaveJSProperty('state', 'connected');
    if (display === 'floating') await element.getByRole('button').first().click();
    await expect(element.getByRole('heading')).toBeVisible();
    expect(scripts).toEqual([script]);
  });
}
