import { expect, test, type Page } from '@playwright/test';
import { PAINTERS, servePrompt, showGallery, type PromptSite } from './prompt-page.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };

let site: PromptSite;
test.beforeEach(async () => {
  site = await servePrompt();
  site.release();
});
test.afterEach(() => site.close());

const live = () => ({ ...TICKET, server: site.url, 'publishable-key': 'pk_example' });
const card = (page: Page) => page.locator('.whatsapp-optin-card');

async function follow(page: Page): Promise<void> {
  const popup = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Enable WhatsApp Notifications' }).click();
  await (await popup).close();
  await expect(card(page)).toHaveAttribute('data-state', 'waiting');
}

for (const painter of PAINTERS) {
  test.describe(painter, () => {
    test('several prompts of one ticket make one opt-in, hold one stream and connect together', async ({ page }) => {
      await page.goto(site.page(painter, { ...TICKET, 'test-state': 'idle' }));
      await showGallery(
        page,
        ['card', 'bar', 'qr'].map((display) => ({ ...live(), display })),
      );
      await expect(page.locator('.whatsapp-optin-link[href]')).toHaveCount(3);
      await expect.poll(() => site.asked.filter((one) => one.endsWith('/stream')).length).toBe(1);
      site.connect();
      await expect(page.locator('.whatsapp-optin[data-state=connected]')).toHaveCount(3);
      expect(site.asked.filter((one) => one === 'POST /api/opt-ins')).toHaveLength(1);
      expect(site.asked.filter((one) => one.endsWith('/stream'))).toHaveLength(1);
    });

    test('turns to connected while it waits, says so once, and offers the receipt', async ({ page }) => {
      await page.goto(site.page(painter, live()));
      await follow(page);
      site.connect();
      await expect(card(page)).toHaveAttribute('data-state', 'connected');
      await expect(page.getByRole('status')).toHaveText(/^You are connected until/);
      await expect(page.getByRole('heading', { name: 'WhatsApp updates are on' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Download the consent receipt' })).toBeVisible();
    });

    test('a page that comes back out of the back/forward cache shows the same prompt', async ({ page }) => {
      await page.goto(site.page(painter, TICKET));
      await follow(page);
      await page.goto(`${site.url}/page.css`);
      await page.goBack();
      await expect(card(page)).toHaveCount(1);
      await expect(page.locator('.whatsapp-optin :is(a, button)').first()).toBeVisible();
    });

    test('offline, the link of a static prompt still leads to WhatsApp, and the prompt goes on', async ({
      page,
      context,
    }) => {
      await page.goto(site.page(painter, TICKET));
      await expect(card(page)).toBeVisible();
      await context.setOffline(true);
      await follow(page);
      await context.setOffline(false);
      await page.getByRole('button', { name: 'I don’t use WhatsApp' }).click();
      await expect(card(page)).toHaveAttribute('data-state', 'declined');
    });

    test('a ticket that was declined in one tab is not asked again in another', async ({ page, context }) => {
      await page.goto(site.page(painter, TICKET));
      await page.getByRole('button', { name: 'Skip' }).click();
      await expect(card(page)).toHaveAttribute('data-state', 'declined');
      const other = await context.newPage();
      await other.goto(site.page(painter, TICKET));
      await expect(card(other)).toHaveAttribute('data-state', 'declined');
      await other.getByRole('button', { name: 'Turn on WhatsApp updates after all' }).click();
      await expect(card(other)).toHaveAttribute('data-state', 'idle');
    });

    test('a kiosk clears its screen for the next person, and keeps nothing of the last', async ({ page }) => {
      await page.clock.install();
      await page.goto(site.page(painter, { ...live(), display: 'kiosk' }));
      await expect(page.locator('.whatsapp-optin-code path')).toBeAttached();
      await expect(page.locator('.whatsapp-optin-card')).toContainText('A001');
      site.connect();
      await expect(card(page)).toHaveAttribute('data-state', 'connected');
      await page.clock.runFor(20_500);
      await expect(card(page)).toHaveAttribute('data-state', 'idle');
      await expect(page.locator('.whatsapp-optin-card')).not.toContainText('A001');
    });
  });
}
