import type { BrowserContextOptions, Page } from '@playwright/test';
import { RENDERERS, type Renderer, type PromptSite } from './prompt-page.js';
import { expect, prepareContext, test } from './prompt-test.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; SM-S918B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

interface Reader {
  name: string;
  userAgent: string;
  maxTouchPoints: number;
  href: RegExp;
  target: '_blank' | '_self';
  hint: boolean;
}

const UNIVERSAL = /^https:\/\/wa\.me\/966500000000\?text=/;
const READERS: readonly Reader[] = [
  {
    name: 'Firefox on Android',
    userAgent: 'Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0',
    ...{ maxTouchPoints: 5, href: UNIVERSAL, target: '_blank', hint: false },
  },
  {
    name: 'an iPad that calls itself a Mac',
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15',
    ...{ maxTouchPoints: 5, href: UNIVERSAL, target: '_blank', hint: false },
  },
  {
    name: 'Instagram on Android',
    userAgent: `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36 Instagram 338.0.0.32.93 Android (34/14)`,
    ...{ maxTouchPoints: 5, href: /^intent:\/\/send\/?\?phone=966500000000/, target: '_self', hint: true },
  },
  {
    name: 'Facebook on an iPhone',
    userAgent: `${IPHONE} Mobile/21G93 [FBAN/FBIOS;FBAV/470.0.0.37.104]`,
    ...{ maxTouchPoints: 5, href: UNIVERSAL, target: '_self', hint: true },
  },
];

for (const renderer of RENDERERS) {
  for (const { name, userAgent, maxTouchPoints, href, target, hint } of READERS) {
    test(`${renderer}: the link and the words for ${name}`, async ({ browser, site }) => {
      const options: BrowserContextOptions = { userAgent, viewport: { width: 390, height: 844 }, hasTouch: true };
      const context = await browser.newContext(options);
      await prepareContext(context, false);
      await context.addInitScript((points) => {
        // Only iOS has no client hints; Chromium's would contradict the user agent.
        Object.defineProperty(Navigator.prototype, 'userAgentData', { get: () => undefined });
        Object.defineProperty(Navigator.prototype, 'maxTouchPoints', { get: () => points });
      }, maxTouchPoints);
      const page = await context.newPage();
      await page.goto(site.page(renderer, TICKET));
      const link = page.locator('.whatsapp-optin-link');
      await expect(link).toHaveAttribute('href', href);
      await expect(link).toHaveAttribute('target', target);
      const words = page.getByText('If WhatsApp does not open, open this page in your browser.');
      await expect(words).toHaveCount(hint ? 1 : 0);
      await context.close();
    });
  }

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
