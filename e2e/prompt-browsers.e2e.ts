import type { Page } from '@playwright/test';
import { RENDERERS, type Renderer, type PromptSite } from './prompt-page.js';
import { expect, test } from './prompt-test.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };
for (const renderer of RENDERERS) {
  test.describe('where the browser opens no tab', () => {
    test.use({ helpOpensByItself: true });

    test(`${renderer}: help comes by itself, with the number and the message to copy`, async ({ page, site }) => {
      await page.clock.install();
      const frame = await framed(page, site, renderer, 'allow-scripts allow-same-origin');
      let opened = 0;
      page.context().on('page', () => (opened += 1));
      await frame.getByRole('link', { name: 'Enable WhatsApp Notifications' }).click();
      await expect(frame.locator('.whatsapp-optin-card')).toHaveAttribute('data-state', 'waiting');
      await expect(async () => {
        await page.clock.runFor(2_600);
        await expect(frame.locator('.whatsapp-optin-help-panel')).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await expect(frame.getByRole('button', { name: 'Copy the number' })).toBeVisible();
      await expect(frame.getByRole('button', { name: 'Copy the message' })).toBeVisible();
      expect(opened).toBe(0);
    });

    test(`${renderer}: the help that comes by itself takes no focus from elsewhere`, async ({ page, site }) => {
      await page.clock.install();
      await page.goto(site.page(renderer, TICKET));
      const opened = page.waitForEvent('popup');
      await page.getByRole('link', { name: 'Enable WhatsApp Notifications' }).click();
      await (await opened).close();
      await expect(page.locator('.whatsapp-optin-card')).toHaveAttribute('data-state', 'waiting');
      await page.evaluate(() => {
        const field = document.createElement('input');
        document.body.append(field);
        field.focus();
      });
      await page.clock.runFor(2_600);
      await expect(page.locator('.whatsapp-optin-help-panel')).toBeVisible();
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('input');
    });
  });

  test(`${renderer}: where the browser denies storage, the link works, and "no" is taken and forgotten`, async ({
    page,
    site,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const frame = await framed(page, site, renderer, 'allow-scripts allow-popups');
    const card = frame.locator('.whatsapp-optin-card');
    await expect(frame.locator('.whatsapp-optin-link')).toHaveAttribute('href', /966500000000/);
    const denied = () => {
      try {
        return Boolean(localStorage);
      } catch (error) {
        return (error as DOMException).name;
      }
    };
    expect(await card.evaluate(denied)).toBe('SecurityError');
    await frame.getByRole('button', { name: 'Skip' }).click();
    await expect(card).toHaveAttribute('data-state', 'declined');
    await frame.getByRole('button', { name: 'Turn on WhatsApp updates after all' }).click();
    const opened = page.waitForEvent('popup');
    await frame.getByRole('link', { name: 'Enable WhatsApp Notifications' }).click();
    await (await opened).close();
    await expect(card).toHaveAttribute('data-state', 'waiting');
    expect(errors).toEqual([]);
  });
}

/** The page of a renderer in a frame that may do no more than `sandbox` allows. */
async function framed(page: Page, site: PromptSite, renderer: Renderer, sandbox: string) {
  await page.goto(`${site.url}/elsewhere`);
  await page.evaluate(
    ({ src, allowed }) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', allowed);
      Object.assign(frame, { src, width: 420, height: 900 });
      document.body.append(frame);
    },
    { src: site.page(renderer, TICKET), allowed: sandbox },
  );
  return page.frameLocator('iframe');
}
