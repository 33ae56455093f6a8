import type { Page } from '@playwright/test';
import { OPT_IN_ID } from './opt-in-api.js';
import { RENDERERS, type PromptSite } from './prompt-page.js';
import { expect, test } from './prompt-test.js';
import { visitWhatsApp } from './whatsapp-tab.js';

const live = (site: PromptSite) => ({
  ...{ phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' },
  ...{ server: site.url, 'publishable-key': 'pk_example' },
});
const card = (page: Page) => page.locator('.whatsapp-optin-card');
const STATUS = `GET /api/opt-ins/${OPT_IN_ID}`;
const HOUR_MS = 3_600_000;

/** Reports to the page that another tab covers it, or no longer does. */
async function turn(page: Page, visibility: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    document.dispatchEvent(new Event('visibilitychange'));
  }, visibility);
}

async function openLive(page: Page, site: PromptSite, renderer: 'element' | 'react'): Promise<void> {
  await load(page, site, renderer);
  await expect(page.locator('.whatsapp-optin-link[href]')).toBeVisible();
}

async function load(page: Page, site: PromptSite, renderer: 'element' | 'react'): Promise<void> {
  site.release();
  await page.clock.install();
  await page.goto(site.page(renderer, live(site)));
}

async function follow(page: Page): Promise<void> {
  await visitWhatsApp(page, () => page.locator('.whatsapp-optin-link').click());
  await expect(card(page)).toHaveAttribute('data-state', 'waiting');
}

for (const renderer of RENDERERS) {
  test.describe(renderer, () => {
    test('a code that lapses while the page is hidden is renewed by one press on return', async ({ page, site }) => {
      site.lifeMs = HOUR_MS;
      await openLive(page, site, renderer);
      await follow(page);
      await turn(page, 'hidden');
      await page.clock.fastForward(2 * HOUR_MS);
      await turn(page, 'visible');
      await expect(card(page)).toHaveAttribute('data-state', 'expired');
      site.lifeMs = 3 * HOUR_MS;
      await page.getByRole('button', { name: 'Get a new link' }).click();
      await expect(card(page)).toHaveAttribute('data-state', 'idle');
      await expect(page.locator('.whatsapp-optin-link[href]')).toBeVisible();
    });

    test('offline before there is an opt-in, it offers the plain link, and is whole once online', async ({
      page,
      context,
      site,
    }) => {
      site.release();
      await page.clock.install();
      // A first prompt loads the lazy parts before the network goes.
      await page.goto(site.page(renderer, { ...live(site), 'test-state': 'waiting' }));
      await expect(page.getByRole('status')).toHaveText('Waiting for your message…');
      await context.setOffline(true);
      await page.evaluate(
        (list) => (globalThis as unknown as { gallery(l: unknown, n: number): void }).gallery(list, 1),
        [live(site)],
      );
      await expect(page.locator('.whatsapp-optin-link')).toHaveCount(1);
      await expect(async () => {
        await page.clock.runFor(5_000);
        expect(await card(page).getAttribute('data-state')).toBe('failed');
      }).toPass();
      await expect(page.locator('.whatsapp-optin-link')).toHaveAttribute('href', /966500000000/);
      await context.setOffline(false);
      await expect(card(page)).toHaveAttribute('data-state', 'idle');
      await expect.poll(() => site.openStreams()).toBe(1);
    });

    test('offline while it waits, it stays as it is, and connects once online', async ({ page, context, site }) => {
      await openLive(page, site, renderer);
      await follow(page);
      await expect.poll(() => site.openStreams()).toBe(1);
      await context.setOffline(true);
      site.cutStreams();
      site.connect();
      await page.clock.runFor(10_000);
      await expect(card(page)).toHaveAttribute('data-state', 'waiting');
      site.mendStreams();
      await context.setOffline(false);
      await expect(card(page)).toHaveAttribute('data-state', 'connected');
    });

    test('offline when the customer returns, it connects once online', async ({ page, context, site }) => {
      await openLive(page, site, renderer);
      await follow(page);
      await turn(page, 'hidden');
      await page.clock.runFor(31_000);
      await expect.poll(() => site.openStreams()).toBe(0);
      site.connect();
      await context.setOffline(true);
      await turn(page, 'visible');
      await page.clock.runFor(5_000);
      await expect(card(page)).toHaveAttribute('data-state', 'waiting');
      await context.setOffline(false);
      await expect(card(page)).toHaveAttribute('data-state', 'connected');
    });

    test('offline once connected, it stays connected', async ({ page, context, site }) => {
      await openLive(page, site, renderer);
      site.connect();
      await expect(card(page)).toHaveAttribute('data-state', 'connected');
      await context.setOffline(true);
      site.cutStreams();
      await page.clock.runFor(120_000);
      await turn(page, 'hidden');
      await turn(page, 'visible');
      await context.setOffline(false);
      await expect(card(page)).toHaveAttribute('data-state', 'connected');
    });

    test('polls while streams fail', async ({ page, site }) => {
      site.cutStreams();
      await openLive(page, site, renderer);
      await expect(async () => {
        await page.clock.runFor(5_000);
        expect(site.asked).toContain(STATUS);
      }).toPass();
      site.connect();
      await expect(async () => {
        await page.clock.runFor(10_000);
        expect(await card(page).getAttribute('data-state')).toBe('connected');
      }).toPass();
    });

    test('lets go of its line after 30 s of being hidden, and takes it up on return', async ({ page, site }) => {
      await openLive(page, site, renderer);
      await expect.poll(() => site.openStreams()).toBe(1);
      await turn(page, 'hidden');
      await page.clock.runFor(31_000);
      await expect.poll(() => site.openStreams()).toBe(0);
      const before = site.asked.length;
      await page.clock.runFor(600_000);
      expect(site.asked).toHaveLength(before);
      await turn(page, 'visible');
      await expect.poll(() => site.openStreams()).toBe(1);
    });

    for (const [status, state] of [
      [401, 'failed'],
      [403, 'failed'],
      [410, 'expired'],
    ] as const) {
      test(`asks never again once the server has said ${status}`, async ({ page, site }) => {
        site.refuse(status);
        await load(page, site, renderer);
        await expect(card(page)).toHaveAttribute('data-state', state);
        const before = site.asked.length;
        await page.clock.runFor(600_000);
        await turn(page, 'hidden');
        await turn(page, 'visible');
        await page.clock.runFor(600_000);
        expect(site.asked).toHaveLength(before);
      });
    }
  });
}
