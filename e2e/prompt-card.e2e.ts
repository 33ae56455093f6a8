import type { Page } from '@playwright/test';
import { RENDERERS, violations } from './prompt-page.js';
import { expect, test } from './prompt-test.js';
import { visitWhatsApp } from './whatsapp-tab.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };
const STATES = ['idle', 'waiting', 'connected', 'expired', 'declined', 'failed'] as const;

const link = (page: Page) => page.getByRole('link', { name: 'Enable WhatsApp Notifications' });
const card = (page: Page) => page.getByRole('region');

for (const renderer of RENDERERS) {
  test.describe(renderer, () => {
    test('completes the whole flow under the strictest policy without a violation', async ({ page, site }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(site.page(renderer, TICKET));
      expect(await visitWhatsApp(page, () => link(page).click())).toContain('966500000000');
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

    test('opens WhatsApp from a middle click too, and then waits', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      await stage.show(TICKET);
      const { page } = stage;
      await expect(link(page)).toHaveAttribute('href', /966500000000/);
      const opened = page.context().waitForEvent('page');
      await link(page).click({ button: 'middle' });
      await (await opened).close();
      await expect(card(page)).toHaveAttribute('data-state', 'waiting');
    });

    test('has the measures and the green of the design', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      await stage.show(TICKET);
      const { page } = stage;
      const look = await link(page).evaluate((node) => {
        const { backgroundColor, color, padding, borderRadius, fontWeight, columnGap } = getComputedStyle(node);
        const icon = node.querySelector('svg')?.getBoundingClientRect();
        const fills = node.getBoundingClientRect().width === node.parentElement?.getBoundingClientRect().width;
        const box = { padding, borderRadius, fontWeight, columnGap, icon: [icon?.width, icon?.height], fills };
        return { ...box, color, backgroundColor };
      });
      expect(look).toMatchObject({
        padding: '12px 16px',
        borderRadius: '8px',
        fontWeight: '500',
        columnGap: '8px',
        icon: [20, 20],
        fills: true,
      });
      const [linkBox, skipBox] = await Promise.all([
        link(page).boundingBox(),
        page.getByRole('button', { name: 'Skip' }).boundingBox(),
      ]);
      expect(linkBox?.height).toBeGreaterThanOrEqual(44);
      expect([skipBox?.width, skipBox?.height]).toEqual([linkBox?.width, linkBox?.height]);
    });

    test('works by keyboard alone: each control shows a ring, and the focus is never lost', async ({ page, site }) => {
      await page.goto(site.page(renderer, TICKET));
      await expect(link(page)).toBeVisible();
      await page.keyboard.press('Tab');
      await expect(link(page)).toBeFocused();
      await expect(link(page)).toHaveCSS('outline-width', '3px');
      await page.keyboard.press('Tab');
      await expect(page.getByRole('button', { name: 'Skip' })).toBeFocused();
      await page.keyboard.press('Shift+Tab');
      await visitWhatsApp(page, () => page.keyboard.press('Enter'));
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

    test('announces through one live region that stays the same node', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      await stage.show(TICKET);
      const { page } = stage;
      const region = await card(page).locator('[role=status]').elementHandle();
      await visitWhatsApp(page, () => link(page).click());
      await expect(page.getByRole('status')).toHaveText('Once you have pressed Send, your updates come on WhatsApp.');
      expect(await region?.evaluate((node) => node.isConnected && node.textContent !== '')).toBe(true);
    });

    test('has a smaller padding at 320 px in every state', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      const states = STATES.map((state) => ({ ...TICKET, 'test-state': state }));
      await stage.show(states, { viewport: { width: 320, height: 800 } });
      const paddings = await card(stage.page).evaluateAll((all) =>
        all.map((one) => getComputedStyle(one).paddingInlineStart),
      );
      expect(paddings).toEqual(STATES.map(() => '16px'));
    });

    test('is laid out from right to left in Arabic, and keeps the number in order', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      await stage.show({ ...TICKET, locale: 'ar' });
      const { page } = stage;
      await expect(card(page)).toHaveCSS('direction', 'rtl');
      const mark = await card(page).locator('.whatsapp-optin-state-icon').boundingBox();
      const heading = await page.getByRole('heading').boundingBox();
      expect(mark?.x).toBeGreaterThan(heading?.x ?? Infinity);
      await expect(page.locator('.whatsapp-optin-number bdi')).toHaveCSS('direction', 'ltr');
      await expect(page.locator('.whatsapp-optin-number bdi')).toHaveText('+966 50 000 0000');
      await expect(page.locator('.whatsapp-optin-description')).toHaveCSS('line-height', '22px');
    });

    test('draws its check once in 400 ms, and not for a reader who wants no motion', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      await stage.show({ ...TICKET, 'test-state': 'connected' });
      const { page } = stage;
      const check = page.locator('.whatsapp-optin-state-icon path');
      await expect(check).toHaveCSS('animation-duration', '0.4s');
      await expect(check).toHaveCSS('animation-iteration-count', '1');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await expect(check).toHaveCSS('animation-name', 'none');
    });

    test('changes colour under the pointer in 200 ms, and at once for a reader who wants no motion', async ({
      stageOf,
    }) => {
      const stage = await stageOf(renderer);
      await stage.show(TICKET);
      const { page } = stage;
      await link(page).hover();
      await expect(link(page)).toHaveCSS('transition-duration', /^0\.2s/);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await expect(link(page)).toHaveCSS('transition-duration', '0s');
    });

    test('keeps its size when the link arrives from the server', async ({ page, site }) => {
      await page.goto(site.page(renderer, { ...TICKET, server: site.url, 'publishable-key': 'pk_example' }));
      await expect(link(page)).toHaveAttribute('aria-busy', 'true');
      const before = await Promise.all([card(page).boundingBox(), link(page).boundingBox()]);
      site.release();
      await expect(link(page)).toHaveAttribute('href', /^https:\/\/web\.whatsapp\.com\/send\?phone=966500000000/);
      await expect(link(page)).not.toHaveAttribute('aria-busy');
      expect(await Promise.all([card(page).boundingBox(), link(page).boundingBox()])).toEqual(before);
      expect(await violations(page)).toEqual([]);
    });

    test('follows the accent of the host in every part, with legible words upon it', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      await stage.show(TICKET, { media: { reducedMotion: 'reduce' } });
      const { page } = stage;
      const colours = async (accent: string) => {
        await page.evaluate((value) => document.body.style.setProperty('--whatsapp-optin-accent', value), accent);
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

test('nothing of the element’s first card moves when the rest arrives, QR and all', async ({ page, site }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  // The chunks that the entry itself imports are called so; what is loaded later bears the name of its module.
  await page.route(/\/element-(?!chunk)/, (route) => released.then(() => route.continue()));
  await page.goto(site.page('element', TICKET));
  await expect(link(page)).toHaveAttribute('href', /966500000000/);
  const places = () =>
    page
      .locator('whatsapp-optin')
      .locator('[part]:not([part=status]), li, .whatsapp-optin-code, .whatsapp-optin-text:not([part=status])')
      .evaluateAll((nodes) => nodes.map((node) => JSON.stringify(node.getBoundingClientRect())));
  const before = await places();
  release();
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible();
  expect(await places()).toEqual(before);
});

test('the page’s own link works without script', async ({ browser, site }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(site.page('element', TICKET));
  await expect(page.getByRole('link', { name: 'Get updates on WhatsApp' })).toBeVisible();
  await page.close();
});

test('the card takes the place of the page’s own link', async ({ page, site }) => {
  await page.goto(site.page('element', TICKET));
  await expect(link(page)).toBeVisible();
  await expect(page.getByRole('link')).toHaveCount(1);
});
