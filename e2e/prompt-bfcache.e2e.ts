import { chromium, type Browser } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../scripts/chromium.mjs';
import { RENDERERS } from './prompt-page.js';
import { expect, prepareContext, test } from './prompt-test.js';
import { visitWhatsApp } from './whatsapp-tab.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };

/** Playwright switches the back/forward cache off; this browser has it. */
let browser: Browser;
test.beforeAll(async () => {
  const executablePath = findChromium();
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...CHROMIUM_ARGS],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
});
test.afterAll(() => browser.close());

for (const renderer of RENDERERS) {
  test(`${renderer}: a page restored from the back/forward cache gets the state that it has missed`, async ({
    site,
  }) => {
    site.release();
    const context = await browser.newContext();
    await prepareContext(context, false);
    // Playwright loses a page that enters the cache, so the page itself reports its state to the site.
    await context.addInitScript(() => {
      addEventListener('pageshow', ({ persisted }) => {
        if (!persisted) return;
        const report = () => {
          const root = document.querySelector('whatsapp-optin')?.shadowRoot ?? document;
          const states = [...root.querySelectorAll<HTMLElement>('.whatsapp-optin-card')].map(
            (one) => one.dataset['state'],
          );
          navigator.sendBeacon('/seen', `persisted ${states.join()}`);
          if (!states.includes('connected')) setTimeout(report, 50);
        };
        report();
      });
    });
    const page = await context.newPage();
    await page.goto(site.page(renderer, { ...TICKET, server: site.url, 'publishable-key': 'pk_example' }));
    const link = page.getByRole('link', { name: 'Enable WhatsApp Notifications' });
    await expect(link).toHaveAttribute('href', /^https:/);
    await visitWhatsApp(page, () => link.click());
    await expect(page.locator('.whatsapp-optin-card')).toHaveAttribute('data-state', 'waiting');
    await page.evaluate((address) => void setTimeout(() => location.assign(address)), `${site.url}/elsewhere`);
    await expect(page).toHaveTitle('Elsewhere');
    // The stream is cut and the message arrives while the page is in the cache.
    site.cutStreams();
    site.connect();
    site.mendStreams();
    await page.evaluate(() => void setTimeout(() => history.back()));
    await expect.poll(() => site.seen[0]).toBe('persisted waiting');
    await expect.poll(() => site.seen.at(-1)).toBe('persisted connected');
    await context.close();
  });
}
