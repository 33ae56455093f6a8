import { expect, test, type Page } from '@playwright/test';
import { HOSTILE_SHEETS, HOSTILE_TO_LIGHT_DOM } from './hostile-sheets.js';
import { servePrompt, type Painter, type PromptSite } from './prompt-page.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };

let site: PromptSite;
test.beforeAll(async () => {
  site = await servePrompt();
});
test.afterAll(() => site.close());

/** Adopts a sheet for the page: its policy lets no `<style>` in, and this is no part of what is tested. */
async function adopt(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
}

/** Size, reach and contrast of the link as it is painted. */
async function linkAsPainted(page: Page) {
  return page.locator('.whatsapp-optin-link').evaluate((node) => {
    node.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = node.getBoundingClientRect();
    const root = node.getRootNode() as Document | ShadowRoot;
    const top = root.elementFromPoint(x + width / 2, y + height / 2);
    const style = getComputedStyle(node);
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const luminance = (colour: string) => {
      if (!canvas) return 0;
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
        const part = value / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [light, dark] = [style.webkitTextFillColor, style.backgroundColor].map(luminance).sort((a, b) => b - a);
    const contrast = ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
    return { width, height, reached: Boolean(top && node.contains(top)), fontSize: style.fontSize, contrast };
  });
}

async function expectUsable(page: Page): Promise<void> {
  await expect(page.locator('.whatsapp-optin-link')).toBeVisible();
  const link = await linkAsPainted(page);
  expect(link.reached, 'the link is what a tap reaches').toBe(true);
  expect(link.height).toBeGreaterThanOrEqual(44);
  expect(link.width).toBeGreaterThanOrEqual(44);
  expect(Number.parseFloat(link.fontSize)).toBeGreaterThanOrEqual(14);
  expect(link.contrast).toBeGreaterThanOrEqual(4.5);
  const popup = page.waitForEvent('popup');
  await page.locator('.whatsapp-optin-link').click();
  await (await popup).close();
  await expect(page.locator('.whatsapp-optin-card')).toHaveAttribute('data-state', 'waiting');
}

for (const [name, css] of Object.entries(HOSTILE_SHEETS)) {
  test(`the element stays usable under "${name}"`, async ({ page }) => {
    await page.goto(site.page('element', TICKET));
    await adopt(page, css);
    await expectUsable(page);
  });
}

for (const name of HOSTILE_TO_LIGHT_DOM) {
  test(`React's prompt stays usable under "${name}"`, async ({ page }) => {
    await page.goto(site.page('react', TICKET));
    await adopt(page, HOSTILE_SHEETS[name] ?? '');
    await expectUsable(page);
  });
}

for (const painter of ['element', 'react'] satisfies Painter[]) {
  test(`${painter}: forty planted keys on the prototypes change nothing`, async ({ page }) => {
    const keys = [
      ...['server', 'phone', 'href', 'optIn', 'testState', 'display', 'theme', 'locale', 'translator', 'noSkip'],
      ...['qr', 'askAgain', 'organizationName', 'ticketNumber', 'messageStyle', 'publishableKey', 'ticketToken'],
      ...['variables', 'elements', 'appearance', 'link', 'skip', 'accent', 'className', 'style', 'links', 'code'],
      ...['message', 'companyNumber', 'clientToken', 'id', 'state', 'reason', 'dismissed', 'isReady', 'resetAfterMs'],
      ...['onEvent', 'platform', 'universal', 'web'],
    ];
    expect(keys).toHaveLength(40);
    await page.addInitScript((planted) => {
      for (const key of planted) {
        Object.defineProperty(Object.prototype, key, {
          configurable: true,
          get: () => 'https://evil.example/planted',
          set(value: unknown) {
            Object.defineProperty(this, key, { value, writable: true, enumerable: true, configurable: true });
          },
        });
      }
    }, keys);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(site.page(painter, TICKET));
    const link = page.getByRole('link', { name: 'Enable WhatsApp Notifications' });
    await expect(link).toHaveAttribute('href', /^https:\/\/web\.whatsapp\.com\/send\?phone=966500000000&text=/);
    await expect(page.getByRole('button', { name: 'Skip' })).toBeVisible();
    expect(await page.locator('.whatsapp-optin-card').evaluate((node) => node.textContent)).not.toContain('evil');
    expect(errors).toEqual([]);
  });
}

test('a Turbo-like swap of the page leaves one prompt, its state as it was', async ({ page }) => {
  await page.goto(site.page('element', TICKET));
  const popup = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Enable WhatsApp Notifications' }).click();
  await (await popup).close();
  await expect(page.locator('.whatsapp-optin-card')).toHaveAttribute('data-state', 'waiting');
  await page.evaluate(() => {
    const next = document.implementation.createHTMLDocument('next').body;
    const kept = document.querySelector('whatsapp-optin');
    const main = next.ownerDocument.createElement('main');
    if (kept) main.append(kept);
    next.append(main);
    document.documentElement.replaceChild(document.adoptNode(next), document.body);
  });
  await expect(page.locator('.whatsapp-optin-card')).toHaveCount(1);
  await expect(page.locator('.whatsapp-optin-card')).toHaveAttribute('data-state', 'waiting');
});

test('a page without storage, and one whose windows are blocked, has its link all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    Object.defineProperty(window, 'open', { value: () => null });
  });
  await page.goto(site.page('element', TICKET));
  const popup = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Enable WhatsApp Notifications' }).click();
  await (await popup).close();
  await expect(page.locator('.whatsapp-optin-card')).toHaveAttribute('data-state', 'waiting');
});

test('a form submits the id of the opt-in under the element’s name, and is never held back', async ({ page }) => {
  const server = await servePrompt();
  await page.goto(server.page('element', { ...TICKET, server: server.url, 'publishable-key': 'pk_x', name: 'wa' }));
  const entries = () =>
    page.evaluate(() => {
      const form = document.querySelector('form') ?? document.createElement('form');
      const element = document.querySelector('whatsapp-optin');
      if (!form.isConnected) document.querySelector('main')?.append(form);
      if (element && element.parentElement !== form) form.append(element);
      return { valid: form.checkValidity(), wa: new FormData(form).get('wa') };
    });
  expect(await entries()).toEqual({ valid: true, wa: null });
  server.release();
  await expect.poll(entries).toEqual({ valid: true, wa: '01980000-0000-7000-8000-000000000000' });
  await server.close();
});

test('an appearance dresses the element by property, under the strictest policy', async ({ page }) => {
  await page.goto(site.page('element', TICKET));
  await page.evaluate(() => {
    const element = document.querySelector('whatsapp-optin') as HTMLElement & { appearance?: unknown };
    element.appearance = {
      theme: 'dark',
      variables: { accent: '#ffcc00' },
      elements: { link: 'host-link', skip: { borderRadius: '0px' } },
    };
  });
  await expect(page.locator('.whatsapp-optin-card')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('.whatsapp-optin-link')).toHaveAttribute('part', 'link host-link');
  await expect(page.locator('.whatsapp-optin-skip')).toHaveCSS('border-radius', '0px');
  const policy = await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);
  expect(policy).toEqual([]);
});
