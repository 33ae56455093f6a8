import { devices, type Page } from '@playwright/test';
import { RENDERERS, type PromptSite } from './prompt-page.js';
import { expect, test } from './prompt-test.js';
import { layoutShift } from './slow-network.js';
import { visitWhatsApp } from './whatsapp-tab.js';

const { userAgent, isMobile, hasTouch } = devices['Pixel 7'];
const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };
/** Those that connect by another device. `floating` and `sheet` stand in no page's flow; `print` is static. */
const SCANNED = ['card', 'bar', 'qr', 'kiosk'] as const;
const TAPPED = ['card', 'bar', 'button'] as const;
/** A shift that nobody sees. */
const LIMIT_SHIFT = 0.005;
/** Status and rows stand at another place of "connected" than of "waiting". */
const LIMIT_SHIFT_FROM_WAITING = 0.02;

const prompt = (page: Page) => page.locator('.whatsapp-optin').first();
const heightPx = async (page: Page) => (await prompt(page).boundingBox())?.height ?? 0;

/** What stands below a prompt is what jumps. */
async function fillPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const texts = Array.from({ length: 20 }, () => Object.assign(document.createElement('p'), { textContent: 'Wait' }));
    document.querySelector('main')?.append(...texts);
  });
}

/** The layout shift from now until the motion of "connected" has ended. */
async function shiftUntilConnected(page: Page, site: PromptSite): Promise<number> {
  await finishMotion(page);
  const before = await layoutShift(page);
  site.connect();
  await expect(prompt(page)).toHaveAttribute('data-state', 'connected');
  await finishMotion(page);
  return (await layoutShift(page)) - before;
}

async function finishMotion(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const motions = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations === 1);
    await Promise.all(motions.map(({ finished }) => finished.catch(() => null)));
  });
}

for (const renderer of RENDERERS) {
  test.describe(renderer, () => {
    test.use({ userAgent, isMobile, hasTouch, viewport: { width: 360, height: 740 } });

    for (const display of SCANNED) {
      test(`a ${display} that connects by itself moves nothing`, async ({ page, site }) => {
        site.release();
        await page.goto(site.page(renderer, { ...TICKET, display, server: site.url, 'publishable-key': 'pk_example' }));
        await fillPage(page);
        await expect.poll(() => site.openStreams()).toBe(1);
        await expect(page.locator('.whatsapp-optin-link[href], .whatsapp-optin-code path').first()).toBeVisible();
        expect(await shiftUntilConnected(page, site)).toBeLessThanOrEqual(LIMIT_SHIFT);
      });
    }

    for (const display of TAPPED) {
      test(`a ${display} that waits hardly moves anything once the message has arrived`, async ({ page, site }) => {
        site.release();
        await page.goto(site.page(renderer, { ...TICKET, display, server: site.url, 'publishable-key': 'pk_example' }));
        await fillPage(page);
        const link = page.getByRole('link', { name: 'Enable WhatsApp Notifications' });
        await expect(link).toHaveAttribute('href', /./);
        await visitWhatsApp(page, () => link.click());
        await expect(prompt(page)).toHaveAttribute('data-state', 'waiting');
        expect(await shiftUntilConnected(page, site)).toBeLessThanOrEqual(LIMIT_SHIFT_FROM_WAITING);
      });
    }

    test('a card that was pressed takes the height of its new state', async ({ page, site }) => {
      await page.goto(site.page(renderer, { ...TICKET, 'test-state': 'idle' }));
      const before = await heightPx(page);
      await page.getByRole('button', { name: 'Skip' }).click();
      await expect.poll(() => heightPx(page)).toBeLessThan(before - 50);
    });

    test('a card that keeps its height gives it up where the page becomes wider', async ({ page, site }) => {
      site.release();
      await page.goto(site.page(renderer, { ...TICKET, server: site.url, 'publishable-key': 'pk_example' }));
      await expect.poll(() => site.openStreams()).toBe(1);
      const before = await heightPx(page);
      site.connect();
      await expect(prompt(page)).toHaveAttribute('data-state', 'connected');
      expect(await heightPx(page)).toBe(before);
      await page.setViewportSize({ width: 390, height: 740 });
      await expect.poll(() => heightPx(page)).toBeLessThan(before - 50);
    });
  });
}
