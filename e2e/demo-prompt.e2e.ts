import { devices, expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { Demo } from './models/demo.js';
import { Prompt } from './models/prompt.js';
import { TicketPage } from './models/ticket-page.js';
import { ARABIC, ENGLISH } from './models/words.js';
import { readQr } from './read-qr.js';

const PAGES = [
  { name: 'React', path: '/ticket', renderer: 'react' },
  { name: 'plain HTML', path: '/plain', renderer: 'element' },
] as const;
const { userAgent, isMobile, hasTouch } = devices['Pixel 7'];
const SMALL_PHONE = { userAgent, isMobile, hasTouch, viewport: { width: 360, height: 740 } };

let demo: Demo;
test.beforeAll(async () => {
  demo = await Demo.start();
});
test.afterAll(() => demo.stop());

for (const { name, path, renderer } of PAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the code on the demo's ${name} page can be scanned, ${colorScheme}`, async ({ browser }) => {
      await withPage(browser, { deviceScaleFactor: 2, colorScheme }, async (page) => {
        await page.goto(`${demo.url}${path}`);
        const code = new Prompt(page, renderer).part('qr');
        await expect.poll(() => readQr(code)).toMatch(/\/o\/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      });
    });
  }

  for (const words of [ENGLISH, ARABIC]) {
    test(`the button on the demo's ${name} page is above the fold of a small phone, ${words.locale}`, async ({
      browser,
    }) => {
      await withPage(browser, SMALL_PHONE, async (page) => {
        await page.goto(`${demo.url}${path}?lang=${words.locale}`);
        const link = page.getByRole('link', { name: words.link });
        // The text with its code in brackets shows that the card is complete.
        await expect(link).toHaveAttribute('href', /\(/);
        const box = await link.boundingBox();
        expect(await page.evaluate(() => scrollY)).toBe(0);
        // A phone zooms out of a page that is too wide, and its fold is elsewhere then.
        expect(await page.evaluate(() => innerWidth)).toBe(SMALL_PHONE.viewport.width);
        expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(SMALL_PHONE.viewport.height);
      });
    });
  }
}

for (const words of [ENGLISH, ARABIC]) {
  test(`the demo's React page is rendered on the server, and taken over without a shift, ${words.locale}`, async ({
    browser,
  }) => {
    const url = `${demo.url}/ticket?lang=${words.locale}`;
    await withPage(browser, { ...SMALL_PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(url);
      const link = page.getByRole('link', { name: words.link });
      const href = new URL((await link.getAttribute('href')) ?? '');
      expect(href.origin).toBe('https://wa.me');
      await expect(link).toHaveCSS('min-block-size', '48px');
      await expect(page.getByRole('blockquote')).toHaveText(href.searchParams.get('text') ?? '');
      await expect(page.getByRole('button')).toHaveCount(0);
    });
    await withPage(browser, SMALL_PHONE, async (page) => {
      const errors: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      await page.addInitScript(() => {
        const about = Object.assign(globalThis, { shifts: 0, served: null as Element | null });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) about.shifts += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        document.addEventListener('DOMContentLoaded', () => {
          about.served = document.querySelector('.prompt section');
        });
      });
      // The page asks for its queue: React has hydrated it.
      const asked = page.waitForResponse(/\/demo\/tickets\//);
      await page.goto(url);
      await asked;
      const seen = await page.evaluate(() => {
        const { shifts, served } = globalThis as unknown as { shifts: number; served: Element | null };
        return { shifts, isKept: served?.isConnected };
      });
      expect(seen).toEqual({ shifts: 0, isKept: true });
      expect(errors).toEqual([]);
    });
  });
}

test('the consent of a ticket names the sentence that stands beside the button', async ({ page }) => {
  const ticket = await TicketPage.open(page, `${demo.url}/ticket?lang=en`, ENGLISH);
  const sentence = await page.getByText(/Reply STOP/).innerText();
  await (await ticket.tap()).send();
  await expect(ticket.heading(ENGLISH.connected)).toBeVisible();
  const answer = await fetch(`${demo.url}/api/admin/consents`, {
    headers: { authorization: `Bearer ${demo.adminKey}` },
  });
  const { items } = (await answer.json()) as { items: { consentText: string | null; consentSource: string | null }[] };
  expect(items[0]).toMatchObject({ consentText: sentence.replaceAll(/\s+/g, ' ').trim(), consentSource: 'shipped' });
});

async function withPage(browser: Browser, options: BrowserContextOptions, use: (page: Page) => Promise<void>) {
  const page = await browser.newPage(options);
  await use(page);
  await page.close();
}
