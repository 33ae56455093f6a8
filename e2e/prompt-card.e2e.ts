import { expect, test, type Page } from '@playwright/test';
import { PAINTERS, servePrompt, type PromptSite } from './prompt-page.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };
const STATES = ['idle', 'waiting', 'connected', 'expired', 'declined', 'failed'] as const;

let site: PromptSite;
test.beforeAll(async () => {
  site = await servePrompt();
});
test.afterAll(() => site.close());

const link = (page: Page) => page.getByRole('link', { name: 'Enable WhatsApp Notifications' });
const card = (page: Page) => page.getByRole('region');

/** Where a new tab was sent, though no name is resolved there. */
async function addressOf(tab: Page): Promise<string> {
  const session = await tab.context().newCDPSession(tab);
  const { entries } = await session.send('Page.getNavigationHistory');
  return entries.at(-1)?.url ?? '';
}

async function violations(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);
}

for (const painter of PAINTERS) {
  test.describe(painter, () => {
    test('walks the whole way under the strictest policy without a violation', async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(site.page(painter, TICKET));
      const whatsApp = page.waitForEvent('popup');
      await link(page).click();
      expect(await addressOf(await whatsApp)).toContain('966500000000');
      await expect(page.getByRole('heading', { name: 'Now press Send in WhatsApp' })).toBeVisible();
      await page.getByRole('button', { name: 'I don’t use WhatsApp' }).click();
      await expect(card(page)).toHaveAttribute('data-state', 'declined');
      await page.getByRole('button', { name: 'Turn on WhatsApp updates after all' }).click();
      await page.getByRole('button', { name: 'Skip' }).click();
      await expect(card(page)).toHaveAttribute('data-state', 'declined');
      expect(await violations(page)).toEqual([]);
      expect(errors).toEqual([]);
      expect(await page.locator('style, [style]').count()).toBe(0);
    });

    test('opens WhatsApp from a middle click too, and then waits', async ({ page }) => {
      await page.goto(site.page(painter, TICKET));
      const whatsApp = page.context().waitForEvent('page');
      await link(page).click({ button: 'middle' });
      expect(await addressOf(await whatsApp)).toContain('966500000000');
      await expect(card(page)).toHaveAttribute('data-state', 'waiting');
    });

    test('has the measures and the green of the design', async ({ page }) => {
      await page.goto(site.page(painter, TICKET));
      const look = await link(page).evaluate((node) => {
        const { backgroundColor, color, padding, borderRadius, fontWeight, columnGap, transitionDuration } =
          getComputedStyle(node);
        const icon = node.querySelector('svg')?.getBoundingClientRect();
        const fills = node.getBoundingClientRect().width === node.parentElement?.getBoundingClientRect().width;
        const box = { padding, borderRadius, fontWeight, columnGap, icon: [icon?.width, icon?.height], fills };
        return { ...box, transitionDuration, color, backgroundColor };
      });
      expect(look).toMatchObject({
        padding: '12px 16px',
        borderRadius: '8px',
        fontWeight: '500',
        columnGap: '8px',
        icon: [20, 20],
        fills: true,
      });
      expect(look.transitionDuration.split(',')[0]).toBe('0.2s');
      const [linkBox, skipBox] = await Promise.all([
        link(page).boundingBox(),
        page.getByRole('button', { name: 'Skip' }).boundingBox(),
      ]);
      expect(linkBox?.height).toBeGreaterThanOrEqual(44);
      expect([skipBox?.width, skipBox?.height]).toEqual([linkBox?.width, linkBox?.height]);
    });

    test('is used by keyboard alone: a ring on each control, and a focus that is never lost', async ({ page }) => {
      await page.goto(site.page(painter, TICKET));
      await expect(link(page)).toBeVisible();
      await page.keyboard.press('Tab');
      await expect(link(page)).toBeFocused();
      await expect(link(page)).toHaveCSS('outline-width', '3px');
      await page.keyboard.press('Tab');
      await expect(page.getByRole('button', { name: 'Skip' })).toBeFocused();
      await page.keyboard.press('Shift+Tab');
      const whatsApp = page.waitForEvent('popup');
      await page.keyboard.press('Enter');
      await (await whatsApp).close();
      await expect(page.getByRole('heading')).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(page.getByRole('link', { name: 'Open WhatsApp again' })).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(page.getByRole('button', { name: 'WhatsApp did not open?' })).toBeFocused();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(card(page)).toHaveAttribute('data-state', 'declined');
      await expect(page.getByRole('heading')).toBeFocused();
    });

    test('speaks through one live region that stays the same node', async ({ page }) => {
      await page.goto(site.page(painter, TICKET));
      const region = await card(page).locator('[role=status]').elementHandle();
      const whatsApp = page.waitForEvent('popup');
      await link(page).click();
      await whatsApp;
      await expect(page.getByRole('status')).toHaveText('Once you have pressed Send, your updates come on WhatsApp.');
      expect(await region?.evaluate((node) => node.isConnected && node.textContent !== '')).toBe(true);
    });

    test('fits 320 px, with smaller padding and whole targets', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      for (const state of STATES) {
        await page.goto(site.page(painter, { ...TICKET, 'test-state': state }));
        await expect(card(page)).toHaveCSS('padding-inline-start', '16px');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        for (const control of await card(page).locator('a, button').all()) {
          expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
        }
      }
    });

    test('is laid out from right to left in Arabic, and keeps the number in order', async ({ page }) => {
      await page.goto(site.page(painter, { ...TICKET, locale: 'ar' }));
      await expect(card(page)).toHaveCSS('direction', 'rtl');
      const mark = await card(page).locator('.whatsapp-optin-mark').boundingBox();
      const heading = await page.getByRole('heading').boundingBox();
      expect(mark?.x).toBeGreaterThan(heading?.x ?? Infinity);
      await expect(page.locator('.whatsapp-optin-number bdi')).toHaveCSS('direction', 'ltr');
      await expect(page.locator('.whatsapp-optin-number bdi')).toHaveText('+966500000000');
      await expect(page.locator('.whatsapp-optin-description')).toHaveCSS('line-height', '22px');
    });

    test('draws its check once in 400 ms, and not for a reader who wants no motion', async ({ page }) => {
      await page.goto(site.page(painter, { ...TICKET, 'test-state': 'connected' }));
      const check = page.locator('.whatsapp-optin-mark path');
      await expect(check).toHaveCSS('animation-duration', '0.4s');
      await expect(check).toHaveCSS('animation-iteration-count', '1');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await expect(check).toHaveCSS('animation-name', 'none');
    });

    test('keeps its size when the link arrives from the server', async ({ page }) => {
      const fresh = await servePrompt();
      await page.goto(fresh.page(painter, { ...TICKET, server: fresh.url, 'publishable-key': 'pk_example' }));
      await expect(link(page)).toHaveAttribute('aria-busy', 'true');
      const before = await Promise.all([card(page).boundingBox(), link(page).boundingBox()]);
      fresh.release();
      await expect(link(page)).toHaveAttribute('href', /^https:\/\/web\.whatsapp\.com\/send\?phone=966500000000/);
      await expect(link(page)).not.toHaveAttribute('aria-busy');
      expect(await Promise.all([card(page).boundingBox(), link(page).boundingBox()])).toEqual(before);
      expect(await violations(page)).toEqual([]);
      await fresh.close();
    });

    test('follows the accent of the host in every part, with legible words upon it', async ({ page }) => {
      await page.goto(site.page(painter, TICKET));
      const colours = async (accent: string) => {
        await page.evaluate((value) => document.body.style.setProperty('--whatsapp-optin-accent', value), accent);
        await page.emulateMedia({ reducedMotion: 'reduce' });
        return link(page).evaluate((node) => {
          const { color, backgroundColor } = getComputedStyle(node);
          return { color, backgroundColor };
        });
      };
      expect((await colours('#ffcc00')).color).toMatch(/^oklch\(0\.2/);
      expect((await colours('#1a1a80')).color).toMatch(/^oklch\(1 /);
    });
  });
}

test('the page’s own link works without script', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(site.page('element', TICKET));
  await expect(page.getByRole('link', { name: 'Get updates on WhatsApp' })).toBeVisible();
  await page.close();
});

test('the card takes the place of the page’s own link', async ({ page }) => {
  await page.goto(site.page('element', TICKET));
  await expect(link(page)).toBeVisible();
  await expect(page.getByRole('link')).toHaveCount(1);
});

test('the element keeps its look on a page whose styles unset everything', async ({ page }) => {
  await page.goto(site.page('element', TICKET));
  const calm = await link(page).boundingBox();
  await page.evaluate(() => document.querySelector('main')?.classList.add('hostile'));
  const hostile = await link(page).boundingBox();
  expect(hostile?.height).toBe(calm?.height);
  await expect(link(page)).toHaveCSS('font-size', '16px');
});
