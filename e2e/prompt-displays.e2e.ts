import { expect, test, type Page } from '@playwright/test';
import { axeViolations } from './prompt-axe.js';
import { PAINTERS, servePrompt, showGallery, type PromptSite } from './prompt-page.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001' };
const STATES = ['idle', 'waiting', 'connected', 'expired', 'declined', 'failed'];
const DISPLAYS = ['card', 'bar', 'button', 'floating', 'sheet', 'qr', 'kiosk', 'print'] as const;
const LOCALES = ['en', 'ar'];
const THEMES = ['light', 'dark', 'contrast'];

let site: PromptSite;
test.beforeAll(async () => {
  site = await servePrompt();
});
test.afterAll(() => site.close());

const prompts = (page: Page) => page.locator('.whatsapp-optin[data-display]');

/** Every state of a display at once, each with its QR drawn. */
async function showStates(page: Page, settings: Readonly<Record<string, string>>): Promise<void> {
  await showGallery(
    page,
    STATES.map((state) => ({ ...TICKET, ...settings, 'test-state': state })),
  );
  await expect(prompts(page)).toHaveCount(STATES.length);
  await expect(prompts(page).first()).toHaveAttribute('lang', settings['locale'] ?? 'en');
  await expect(page.locator('.whatsapp-optin-code:empty')).toHaveCount(0);
}

for (const painter of PAINTERS) {
  test.describe(painter, () => {
    for (const display of DISPLAYS) {
      test(`${display}: no accessibility violation in any state, language and theme`, async ({ page }) => {
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await page.goto(site.page(painter, { ...TICKET, locale: 'en' }));
        for (const locale of LOCALES) {
          // React draws the same nodes with the same sheets: one look a language is enough there.
          for (const theme of painter === 'element' ? THEMES : [locale === 'en' ? 'contrast' : 'dark']) {
            await showStates(page, { display, locale, theme });
            expect(await axeViolations(page), `${display}, ${locale}, ${theme}`).toEqual([]);
          }
        }
        await page.emulateMedia({ forcedColors: 'active' });
        await showStates(page, { display, locale: 'ar', theme: 'auto' });
        expect(await axeViolations(page), `${display}, forced colours`).toEqual([]);
      });
    }

    for (const display of ['floating', 'sheet'] as const) {
      test(`${display}: no violation with its panel and the help open`, async ({ page }) => {
        await page.emulateMedia({ reducedMotion: 'reduce' });
        for (const locale of LOCALES) {
          for (const theme of painter === 'element' ? THEMES : ['dark']) {
            await page.goto(site.page(painter, { ...TICKET, locale, theme, display, 'test-state': 'waiting' }));
            await page.locator('.whatsapp-optin-launcher').click();
            await page.locator('.whatsapp-optin-card [data-action=help]').click();
            await expect(page.locator('.whatsapp-optin-panel[data-placed=true] h3')).toBeFocused();
            expect(await axeViolations(page), `${display}, ${locale}, ${theme}`).toEqual([]);
          }
        }
      });
    }

    test('shows every display on 320 px and with text twice as large, nothing cut off, every target 44 px', async ({
      page,
    }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      for (const locale of LOCALES) {
        await page.goto(site.page(painter, { ...TICKET, locale }));
        for (const display of DISPLAYS) {
          await showStates(page, { display, locale, qr: 'always' });
          expect(await page.evaluate(() => document.documentElement.scrollWidth), `${display} ${locale}`).toBe(320);
          for (const control of await prompts(page).locator('a:visible, button:visible').all()) {
            const box = await control.boundingBox();
            expect(box?.height, `${display} ${locale}`).toBeGreaterThanOrEqual(44);
          }
        }
      }
      // Twice the text on 640 px is what a browser's zoom of 200 % makes of 1280.
      await page.setViewportSize({ width: 640, height: 640 });
      for (const display of DISPLAYS) {
        await showStates(page, { display, locale: 'en', qr: 'always' });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), display).toBe(640);
      }
    });

    test('prints a QR of 30 mm in black on white, and no control', async ({ page }) => {
      await page.goto(site.page(painter, { ...TICKET, locale: 'en', qr: 'always' }));
      await expect(page.locator('.whatsapp-optin-code svg')).toBeVisible();
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const code = await page.locator('.whatsapp-optin-code svg').boundingBox();
      expect(code?.width).toBeGreaterThan((20 / 25.4) * 96);
      await expect(page.locator('.whatsapp-optin-code svg')).toHaveCSS('fill', 'rgb(0, 0, 0)');
      await expect(page.locator('.whatsapp-optin-code')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
      await expect(page.locator('.whatsapp-optin-choices')).toBeHidden();
    });

    test('the display print is a QR of at least 20 mm, its code two colours and nothing else', async ({ page }) => {
      await page.goto(site.page(painter, { ...TICKET, locale: 'en', display: 'print' }));
      const code = page.locator('.whatsapp-optin-code svg');
      await expect(code).toHaveAttribute('shape-rendering', 'crispEdges');
      expect((await code.boundingBox())?.width).toBeGreaterThan((20 / 25.4) * 96);
      await expect(page.locator('.whatsapp-optin :is(a, button)')).toHaveCount(0);
    });

    test('the card has link and QR side by side where there is room, one under the other where not', async ({
      page,
    }) => {
      await page.goto(site.page(painter, { ...TICKET, locale: 'en' }));
      const boxes = async () => {
        const link = await page.locator('.whatsapp-optin-link').boundingBox();
        const qr = await page.locator('.whatsapp-optin-qr').boundingBox();
        if (!link || !qr) throw new Error('Link or QR is missing.');
        return { link, qr };
      };
      const narrow = await boxes();
      expect(narrow.qr.y).toBeGreaterThan(narrow.link.y + narrow.link.height);
      await page.evaluate(() => document.querySelector('main')?.style.setProperty('max-width', 'none'));
      const wide = await boxes();
      expect(wide.qr.x).toBeGreaterThan(wide.link.x + wide.link.width);
    });

    test('the bar is one line on a wide page', async ({ page }) => {
      await page.setViewportSize({ width: 1100, height: 600 });
      await page.goto(site.page(painter, { ...TICKET, locale: 'en', display: 'bar' }));
      await page.evaluate(() => document.querySelector('main')?.style.setProperty('max-width', 'none'));
      const heading = await page.locator('.whatsapp-optin-head').boundingBox();
      const link = await page.locator('.whatsapp-optin-link').boundingBox();
      expect(link?.x).toBeGreaterThan((heading?.x ?? Infinity) + 200);
      expect(link?.y).toBeLessThan((heading?.y ?? 0) + (heading?.height ?? 0));
    });
  });
}
