import type { Page } from '@playwright/test';
import { startBufferingProxy } from './buffering-proxy.js';
import { Prompt, liveTicket } from './models/prompt.js';
import { OPT_IN_CODE } from './opt-in-api.js';
import { RENDERERS } from './prompt-page.js';
import { expect, test } from './prompt-test.js';

let proxy: Awaited<ReturnType<typeof startBufferingProxy>>;
test.beforeEach(async ({ site, page }) => {
  proxy = await startBufferingProxy(site.url);
  site.release();
  await page.clock.install();
});
test.afterEach(() => proxy.close());

/** Lets seconds pass on the page's clock until it holds. @returns how many; Infinity after `mostS` */
async function secondsUntil(page: Page, mostS: number, holds: () => Promise<boolean>): Promise<number> {
  for (let passedS = 0; passedS <= mostS; passedS += 1) {
    if (await holds()) return passedS;
    await page.clock.runFor(1_000);
    // The page's last request gets a real answer, which takes real time.
    await page.evaluate(() => fetch('/elsewhere').then((answer) => answer.text()));
  }
  return Infinity;
}

for (const renderer of RENDERERS) {
  test.describe(`${renderer}, behind a proxy that holds streams back`, () => {
    for (const afterS of [3, 100]) {
      test(`shows "connected" within 15 s of a message that comes ${afterS} s after the tap`, async ({
        page,
        site,
      }) => {
        const prompt = new Prompt(page, renderer);
        await page.goto(`${proxy.url}${pathOf(site.page(renderer, liveTicket(proxy)))}`);
        await prompt.follow();
        await page.clock.runFor(afterS * 1_000);
        site.connect();
        const seconds = await secondsUntil(page, 20, () => prompt.heading('connected').isVisible());
        expect(seconds).toBeLessThanOrEqual(15);
      });
    }

    test('shows "connected" within 5 s when the customer returns after sending the message', async ({ page, site }) => {
      const prompt = new Prompt(page, renderer);
      await page.goto(`${proxy.url}${pathOf(site.page(renderer, liveTicket(proxy)))}`);
      await prompt.follow();
      await setVisibility(page, 'hidden');
      await page.clock.runFor(20_000);
      site.connect();
      await setVisibility(page, 'visible');
      expect(await secondsUntil(page, 10, () => prompt.heading('connected').isVisible())).toBeLessThanOrEqual(5);
    });
  });

  test(`${renderer}: eight tickets on one page over HTTP/1.1 all connect within 20 s, with at most 4 streams`, async ({
    page,
    site,
  }) => {
    const tickets = Array.from({ length: 8 }, (_, index) => ({ ...liveTicket(site), ticket: `A00${index + 1}` }));
    await page.goto(site.page(renderer, { ...liveTicket(site), 'test-state': 'idle' }));
    await page.evaluate(
      (list) => (globalThis as unknown as { gallery(l: unknown, n: number): void }).gallery(list, 1),
      tickets,
    );
    await expect(page.locator(`a[href*="${OPT_IN_CODE}"]`)).toHaveCount(8);
    await page.clock.runFor(30_000);
    site.connect();
    const connected = page.getByRole('heading', { name: 'WhatsApp updates are on' });
    const seconds = await secondsUntil(page, 25, async () => (await connected.count()) === 8);
    expect(await connected.count()).toBe(8);
    expect(seconds).toBeLessThanOrEqual(20);
    expect(site.mostStreams()).toBeLessThanOrEqual(4);
  });
}

const pathOf = (address: string) => address.slice(new URL(address).origin.length);

/** Covers the page by another tab, or uncovers it. */
async function setVisibility(page: Page, visibility: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    document.dispatchEvent(new Event('visibilitychange'));
  }, visibility);
}
