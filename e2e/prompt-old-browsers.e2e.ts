import type { Page } from '@playwright/test';
import { MISSING_FEATURES, forgetPopoverOpen } from './missing-features.js';
import { Prompt, liveTicket } from './models/prompt.js';
import { OLDEST_BROWSERS, missingIn, takeAway, type OldBrowser } from './old-browser.js';
import { RENDERERS, type PromptSite, type Renderer } from './prompt-page.js';
import { expect, test } from './prompt-test.js';

const CASES = [
  ...Object.entries(MISSING_FEATURES).map(([name, paths]) => [`a browser without ${name}`, paths] as const),
  ['a browser without all of these', Object.values(MISSING_FEATURES).flat()] as const,
  ...Object.entries(OLDEST_BROWSERS).map(
    ([browser, version]) =>
      [`a browser with no more than ${browser} ${version}`, missingIn(browser as OldBrowser)] as const,
  ),
];

test.describe.configure({ mode: 'parallel' });
for (const renderer of RENDERERS) {
  for (const [name, paths] of CASES) {
    test(`${renderer}: works in ${name}`, async ({ page, site }) => {
      await page.addInitScript(takeAway, paths);
      await page.addInitScript(forgetPopoverOpen);
      const exceptions: string[] = [];
      page.on('pageerror', ({ message }) => exceptions.push(message));
      await expectJourney(page, site, renderer);
      await expectPanel(page, site, renderer);
      expect(exceptions).toEqual([]);
    });
  }
}

async function expectJourney(page: Page, site: PromptSite, renderer: Renderer): Promise<void> {
  site.release();
  // A strict policy bars the `<style>` that stands in for a constructable sheet.
  await page.goto(site.page(renderer, liveTicket(site), 'none'));
  const prompt = new Prompt(page, renderer);
  await prompt.expectState('idle');
  await expect(prompt.container).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await expect(prompt.link).toHaveCSS('text-decoration-line', 'none');
  await prompt.follow();
  await prompt.openHelp();
  await expect(prompt.helpPanel).toBeInViewport({ ratio: 0.99 });
  await page.keyboard.press('Escape');
  await expect(prompt.helpPanel).toBeHidden();
  site.connect();
  await prompt.expectState('connected');
}

/** The card of `sheet` lies in a modal dialog where there is one. */
async function expectPanel(page: Page, site: PromptSite, renderer: Renderer): Promise<void> {
  await page.goto(
    site.page(renderer, { ...liveTicket(site), ticket: 'B002', display: 'sheet', 'test-state': 'idle' }, 'none'),
  );
  await page.getByRole('button', { name: 'Enable WhatsApp Notifications' }).click();
  const prompt = new Prompt(page, renderer);
  await expect(prompt.link).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(prompt.link).toBeHidden();
}
