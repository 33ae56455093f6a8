import { devices, expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { Demo } from './models/demo.js';
import { Prompt } from './models/prompt.js';
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
        expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(SMALL_PHONE.viewport.height);
      });
    });
  }
}

async function withPage(browser: Browser, options: BrowserContextOptions, use: (page: Page) => Promise<void>) {
  const page = await browser.newPage(options);
  await use(page);
  await page.close();
}
