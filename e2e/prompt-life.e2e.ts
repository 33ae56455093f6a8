import type { Page } from '@playwright/test';
import { RENDERERS, type PromptSite } from './prompt-page.js';
import { expect, test } from './prompt-test.js';
import { visitWhatsApp } from './whatsapp-tab.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };

const live = (site: PromptSite) => ({ ...TICKET, server: site.url, 'publishable-key': 'pk_example' });
const card = (page: Page) => page.locator('.whatsapp-optin-card');
const creations = (site: PromptSite) => site.asked.filter((one) => one === 'POST /api/opt-ins').length;
const streams = (site: PromptSite) => site.asked.filter((one) => one.endsWith('/stream')).length;

async function follow(page: Page): Promise<void> {
  const link = page.getByRole('link', { name: 'Enable WhatsApp Notifications' });
  await expect(link).toHaveAttribute('href', /^https:/);
  await visitWhatsApp(page, () => link.click());
  await expect(card(page)).toHaveAttribute('data-state', 'waiting');
}

for (const renderer of RENDERERS) {
  test.describe(renderer, () => {
    test('several prompts of one ticket make one opt-in, hold one stream and connect together', async ({
      page,
      site,
    }) => {
      site.release();
      await page.goto(site.page(renderer, { ...TICKET, 'test-state': 'idle' }));
      const prompts = ['card', 'bar', 'qr'].map((display) => ({ ...live(site), display }));
      await page.evaluate(
        (list) => (globalThis as unknown as { gallery(l: unknown, n: number): void }).gallery(list, 1),
        prompts,
      );
      await expect(page.locator('.whatsapp-optin-link[href]')).toHaveCount(3);
      await expect.poll(() => site.openStreams()).toBe(1);
      site.connect();
      await expect(page.locator('.whatsapp-optin[data-state=connected]')).toHaveCount(3);
      expect([creations(site), streams(site)]).toEqual([1, 1]);
    });

    test('turns to connected while it waits, announces it once, and offers the receipt', async ({ page, site }) => {
      site.release();
      await page.goto(site.page(renderer, live(site)));
      await follow(page);
      site.connect();
      await expect(card(page)).toHaveAttribute('data-state', 'connected');
      await expect(page.getByRole('status')).toHaveText(/^You are connected until/);
      await expect(page.getByRole('heading', { name: 'WhatsApp updates are on' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Download the consent receipt' })).toBeVisible();
    });

    test('two tabs of one ticket each follow an opt-in of their own, and both connect', async ({
      page,
      context,
      site,
    }) => {
      site.release();
      const other = await context.newPage();
      for (const tab of [page, other]) {
        await tab.goto(site.page(renderer, live(site)));
        await expect(tab.locator('.whatsapp-optin-link[href]')).toBeVisible();
      }
      await expect.poll(() => site.openStreams()).toBe(2);
      site.connect();
      for (const tab of [page, other]) await expect(card(tab)).toHaveAttribute('data-state', 'connected');
      expect(creations(site)).toBe(2);
    });

    test('a reloaded page goes on with its opt-in, waiting or connected, and another tab does not', async ({
      page,
      context,
      site,
    }) => {
      site.release();
      await page.goto(site.page(renderer, live(site)));
      await follow(page);
      await page.reload();
      await expect(page.locator('.whatsapp-optin-link[href]')).toBeVisible();
      await expect.poll(() => site.openStreams()).toBe(1);
      site.connect();
      await expect(card(page)).toHaveAttribute('data-state', 'connected');
      await page.reload();
      await expect(card(page)).toHaveAttribute('data-state', 'connected');
      expect(new Set(site.idempotencyKeys).size).toBe(1);
      const other = await context.newPage();
      await other.goto(site.page(renderer, live(site)));
      await expect.poll(() => new Set(site.idempotencyKeys).size).toBe(2);
    });

    test('a ticket that was declined in one tab is not asked again in another', async ({ page, context, site }) => {
      await page.goto(site.page(renderer, TICKET));
      await page.getByRole('button', { name: 'Skip' }).click();
      await expect(card(page)).toHaveAttribute('data-state', 'declined');
      const other = await context.newPage();
      await other.goto(site.page(renderer, TICKET));
      await expect(card(other)).toHaveAttribute('data-state', 'declined');
      await other.getByRole('button', { name: 'Turn on WhatsApp updates after all' }).click();
      await expect(card(other)).toHaveAttribute('data-state', 'idle');
    });

    test('a kiosk clears its screen for the next person, and keeps nothing of the last', async ({ page, site }) => {
      site.release();
      await page.clock.install();
      await page.goto(site.page(renderer, { ...live(site), display: 'kiosk' }));
      await expect(page.locator('.whatsapp-optin-code path')).toBeAttached();
      await expect(card(page)).toContainText('A001');
      site.connect();
      await expect(card(page)).toHaveAttribute('data-state', 'connected');
      await page.clock.runFor(20_500);
      await expect(card(page)).toHaveAttribute('data-state', 'idle');
      await expect(card(page)).not.toContainText('A001');
    });
  });
}

test('an element that is moved while it waits keeps its opt-in, its stream and its state', async ({ page, site }) => {
  site.release();
  await page.goto(site.page('element', live(site)));
  await follow(page);
  await expect.poll(() => site.openStreams()).toBe(1);
  await page.evaluate(() => {
    const aside = document.createElement('aside');
    document.body.append(aside);
    const element = document.querySelector('whatsapp-optin');
    if (element) aside.append(element);
  });
  await expect(card(page)).toHaveAttribute('data-state', 'waiting');
  site.connect();
  await expect(card(page)).toHaveAttribute('data-state', 'connected');
  expect([creations(site), streams(site)]).toEqual([1, 1]);
});

test('a Turbo-like swap of the page leaves one prompt, its state as it was', async ({ page, site }) => {
  await page.goto(site.page('element', TICKET));
  await follow(page);
  await page.evaluate(() => {
    const next = document.implementation.createHTMLDocument('next').body;
    const kept = document.querySelector('whatsapp-optin');
    const main = next.ownerDocument.createElement('main');
    if (kept) main.append(kept);
    next.append(main);
    document.documentElement.replaceChild(document.adoptNode(next), document.body);
  });
  await expect(card(page)).toHaveCount(1);
  await expect(card(page)).toHaveAttribute('data-state', 'waiting');
});

test('a copy of the page, as Turbo keeps it, has a prompt of its own that works', async ({ page, site }) => {
  site.release();
  await page.goto(site.page('element', live(site)));
  await expect(page.locator('.whatsapp-optin-link[href]')).toBeVisible();
  await page.evaluate(() => document.documentElement.replaceChild(document.body.cloneNode(true), document.body));
  await expect(card(page)).toHaveCount(1);
  await follow(page);
  await expect.poll(() => site.openStreams()).toBe(1);
  site.connect();
  await expect(card(page)).toHaveAttribute('data-state', 'connected');
});
