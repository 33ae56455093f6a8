import type { Page } from '@playwright/test';
import { HOSTILE_SHEETS, ONLY_A_SHADOW_ROOT_WITHSTANDS } from './hostile-sheets.js';
import { luminanceOf } from './luminance.js';
import { OPT_IN_ID } from './opt-in-api.js';
import { RENDERERS, violations } from './prompt-page.js';
import { expect, test } from './prompt-test.js';
import { visitWhatsApp } from './whatsapp-tab.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };

/** Adopts a sheet for the page: its policy lets no `<style>` in, and this is no part of what is tested. */
async function adopt(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
}

/** What a reader, a finger and a pair of eyes meet of the link; one text for each fault. */
async function faultsOfLink(page: Page): Promise<string[]> {
  await page.evaluate(`globalThis.luminanceOf ??= ${luminanceOf.toString()}`);
  return page.locator('.whatsapp-optin-link').evaluate((node) => {
    const { luminanceOf: luminance } = globalThis as unknown as { luminanceOf: typeof luminanceOf };
    node.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = node.getBoundingClientRect();
    const root = node.getRootNode() as Document | ShadowRoot;
    const top = root.elementFromPoint(x + width / 2, y + height / 2);
    const style = getComputedStyle(node);
    const [ink, ground] = [style.webkitTextFillColor, style.backgroundColor].map((colour) => luminance(colour) ?? 1);
    const [light = 0, dark = 0] = [ink ?? 0, ground ?? 0].sort((one, other) => other - one);
    const contrast = (light + 0.05) / (dark + 0.05);
    return [
      ...(top && node.contains(top) ? [] : ['a tap does not reach it']),
      ...(width >= 44 && height >= 44 ? [] : [`${width} × ${height} px`]),
      ...(Number.parseFloat(style.fontSize) >= 14 ? [] : [`text of ${style.fontSize}`]),
      ...(contrast >= 4.5 ? [] : [`contrast of ${contrast.toFixed(2)}`]),
    ];
  });
}

async function expectUsable(page: Page): Promise<void> {
  await expect(page.locator('.whatsapp-optin-link')).toBeVisible();
  expect(await faultsOfLink(page)).toEqual([]);
  await visitWhatsApp(page, () => page.locator('.whatsapp-optin-link').click());
  await expect(page.locator('.whatsapp-optin-card')).toHaveAttribute('data-state', 'waiting');
}

for (const [name, css] of Object.entries(HOSTILE_SHEETS)) {
  test(`the element stays usable under "${name}"`, async ({ stageOf }) => {
    const stage = await stageOf('element');
    await stage.show(TICKET);
    await adopt(stage.page, css);
    await expectUsable(stage.page);
  });

  if (!ONLY_A_SHADOW_ROOT_WITHSTANDS.includes(name)) {
    test(`React's prompt stays usable under "${name}" in the page itself`, async ({ stageOf }) => {
      const stage = await stageOf('react');
      await stage.show(TICKET);
      await adopt(stage.page, css);
      await expectUsable(stage.page);
    });
  }

  test(`React's prompt in a shadow root stays usable under "${name}"`, async ({ stageOf }) => {
    const stage = await stageOf('react');
    await stage.show([]);
    await stage.page.evaluate(
      (settings) => (globalThis as unknown as { inShadowRoot(given: unknown): void }).inShadowRoot(settings),
      TICKET,
    );
    await adopt(stage.page, css);
    await expectUsable(stage.page);
  });
}

for (const renderer of RENDERERS) {
  test(`${renderer}: forty planted keys on the prototypes change nothing`, async ({ page, site }) => {
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
    await page.goto(site.page(renderer, TICKET));
    const link = page.getByRole('link', { name: 'Enable WhatsApp Notifications' });
    await expect(link).toHaveAttribute('href', /^https:\/\/web\.whatsapp\.com\/send\?phone=966500000000&text=/);
    await expect(page.getByRole('button', { name: 'Skip' })).toBeVisible();
    expect(await page.locator('.whatsapp-optin-card').evaluate((node) => node.textContent)).not.toContain('evil');
    expect(errors).toEqual([]);
  });
}

test('a form submits the id of the opt-in under the element’s name, and is never held back', async ({ page, site }) => {
  await page.goto(site.page('element', { ...TICKET, server: site.url, 'publishable-key': 'pk_x', name: 'wa' }));
  const entries = () =>
    page.evaluate(() => {
      const form = document.querySelector('form') ?? document.createElement('form');
      const element = document.querySelector('whatsapp-optin');
      if (!form.isConnected) document.querySelector('main')?.append(form);
      if (element && element.parentElement !== form) form.append(element);
      return { valid: form.checkValidity(), wa: new FormData(form).get('wa') };
    });
  expect(await entries()).toEqual({ valid: true, wa: null });
  site.release();
  await expect.poll(entries).toEqual({ valid: true, wa: OPT_IN_ID });
});

test('an appearance styles the element by property, under the strictest policy', async ({ page, site }) => {
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
  expect(await violations(page)).toEqual([]);
});
