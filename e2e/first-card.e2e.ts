import { join } from 'node:path';
import { devices, type Page } from '@playwright/test';
import { root } from '../scripts/run.mjs';
import { longestTaskMs } from './longest-task.js';
import { Prompt, TICKET, liveTicket } from './models/prompt.js';
import { OPT_IN_CODE } from './opt-in-api.js';
import { RENDERERS, type PromptSite, type Renderer } from './prompt-page.js';
import { expect, test } from './prompt-test.js';

const { userAgent, viewport, isMobile, hasTouch } = devices['Pixel 7'];
test.use({ userAgent, viewport, isMobile, hasTouch });

/** The lazy files that the page requests. Only those for which `answers` is true are answered. */
async function holdLazyFiles(page: Page, site: PromptSite, renderer: Renderer, answers = (_: string) => false) {
  const asked: string[] = [];
  await page.route(
    ({ pathname }) => site.bundles[renderer].lazy.includes(pathname),
    (route) => {
      const file = new URL(route.request().url()).pathname;
      asked.push(file);
      return answers(file) ? route.continue() : undefined;
    },
  );
  return asked;
}

for (const renderer of RENDERERS) {
  test.describe(renderer, () => {
    test('renders the first card, its link, words, icons and style, before any lazy file has loaded', async ({
      page,
      site,
    }) => {
      await holdLazyFiles(page, site, renderer);
      await page.goto(site.page(renderer, TICKET), { waitUntil: 'commit' });
      const prompt = new Prompt(page, renderer);
      await prompt.expectState('idle');
      await expect(prompt.link).toHaveAttribute('href', /^https:\/\/wa\.me\/966500000000\?text=.*A001/);
      await expect(prompt.skip).toBeVisible();
      await expect(prompt.container).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
      expect((await prompt.link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      expect((await prompt.link.locator('svg').boundingBox())?.width).toBeLessThanOrEqual(32);
    });

    test('requests another language at once, before it renders anything or loads another lazy file', async ({
      page,
      site,
    }) => {
      const arabic = site.bundles[renderer].fileOf('packages/sdk/src/locales/ar.ts') ?? '';
      expect(site.bundles[renderer].lazy).toContain(arabic);
      const asked = await holdLazyFiles(page, site, renderer, (file) => file === arabic);
      await page.goto(site.page(renderer, { ...TICKET, locale: 'ar' }), { waitUntil: 'commit' });
      await expect.poll(() => asked).toContain(arabic);
      await expect(page.getByRole('link', { name: 'تفعيل إشعارات واتساب' })).toBeVisible();
    });

    test('is live in another language before anyone touches it', async ({ page, site }) => {
      site.release();
      await page.goto(site.page(renderer, { ...liveTicket(site), locale: 'ar' }));
      await expect(page.locator(`a[href*="${OPT_IN_CODE}"]`)).toBeVisible();
      await expect.poll(() => site.openStreams()).toBe(1);
    });

    test('has no task of 50 ms, from the tag to the open help', async ({ page, site, browser }) => {
      const longest: number[] = [];
      // The first load compiles the scripts, React's own among them.
      for (let load = 0; load < 3; load += 1) {
        site.reset();
        site.release();
        const journey = async () => {
          await page.goto(site.page(renderer, liveTicket(site)));
          const prompt = new Prompt(page, renderer);
          await prompt.follow();
          await prompt.openHelp();
        };
        longest.push(await longestTaskMs(browser, page, journey));
        await page.evaluate(() => sessionStorage.clear());
      }
      expect(Math.min(...longest)).toBeLessThan(50);
    });
  });
}

test('the script tag needs at most 3 files until it is live, one language included', async ({ page, site }) => {
  const dist = join(root, 'packages/web-component/dist');
  const attributes = Object.entries({ ...liveTicket(site), locale: 'ar' }).map(([name, value]) => `${name}="${value}"`);
  const html = `<!doctype html><html lang="ar"><title>t</title><script type="module" src="/whatsapp-optin.js"></script>
    <whatsapp-optin ${attributes.join(' ')}></whatsapp-optin></html>`;
  const files: string[] = [];
  await page.route('**/tag', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.route('**/whatsapp-optin*.{js,css}', (route) => {
    const name = new URL(route.request().url()).pathname;
    files.push(name);
    return route.fulfill({ path: join(dist, name) });
  });
  site.release();
  await page.goto(`${site.url}/tag`);
  await expect(page.locator(`a[href*="${OPT_IN_CODE}"]`)).toBeVisible();
  await expect.poll(() => site.openStreams()).toBe(1);
  expect(files.length, files.join(' ')).toBeLessThanOrEqual(3);
});

test('the element asks for another language in the task that evaluates its script', async ({ page, site }) => {
  const arabic = site.bundles.element.fileOf('packages/sdk/src/locales/ar.ts') ?? '';
  const asked = await holdLazyFiles(page, site, 'element', (file) => file === arabic);
  // Tasks and frames that the script schedules never run.
  await page.addInitScript(() => {
    const never = () => 0;
    Object.assign(globalThis, { setTimeout: never, requestAnimationFrame: never, requestIdleCallback: never });
  });
  await page.goto(site.page('element', { ...TICKET, locale: 'ar' }), { waitUntil: 'commit' });
  await expect.poll(() => asked).toContain(arabic);
});
