import { devices, expect, test, type BrowserContextOptions } from '@playwright/test';
import { makeSite, sample } from './readme-samples.js';
import { serveFolder } from './serve-folder.js';
import { layoutShift, slowDown } from './slow-network.js';

const { userAgent, isMobile, hasTouch } = devices['Pixel 7'];
const READERS: Readonly<Record<string, BrowserContextOptions>> = {
  'a phone': { userAgent, isMobile, hasTouch, viewport: { width: 360, height: 740 } },
  'a desktop': { viewport: { width: 1280, height: 720 } },
};
const DISPLAYS = ['card', 'bar', 'button', 'qr'] as const;

let site: Awaited<ReturnType<typeof serveFolder>>;
test.beforeAll(async () => {
  const html = await sample('html');
  const pageOf = (display: string) =>
    html
      .replace('<whatsapp-optin ', `<whatsapp-optin display="${display}" `)
      // What stands below the prompt is what jumps.
      .replace('</whatsapp-optin>', `</whatsapp-optin>${'<p>Please take a seat.</p>'.repeat(20)}`);
  const pages = Object.fromEntries(DISPLAYS.map((display) => [`${display}.html`, pageOf(display)]));
  site = await serveFolder(await makeSite('slow-network', pages));
});
test.afterAll(() => site.close());

for (const [reader, options] of Object.entries(READERS)) {
  for (const display of DISPLAYS) {
    test(`README's page with display="${display}" hardly moves on ${reader} with a slow network`, async ({
      browser,
    }) => {
      const page = await browser.newPage(options);
      await slowDown(page);
      await page.goto(`${site.url}/${display}.html`);
      await expect(page.locator('[part~=link], [part~=qr] path').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      expect(await layoutShift(page)).toBeLessThanOrEqual(0.02);
      await page.close();
    });
  }
}
