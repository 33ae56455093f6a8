import type { Page } from '@playwright/test';
import { RENDERERS, type Renderer } from './prompt-page.js';
import { expect, test } from './prompt-test.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };
const SURFACE = { light: 'rgb(255, 255, 255)', dark: 'rgb(22, 32, 29)' } as const;
const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

const other = (scheme: Scheme): Scheme => (scheme === 'light' ? 'dark' : 'light');
const card = (page: Page) => page.locator('.whatsapp-optin-card');

/** Where a page states a scheme. */
const STATED: Readonly<Record<string, (scheme: Scheme) => string>> = {
  'its root': (scheme) => `:root { color-scheme: ${scheme} }`,
  'its root, and allows no other': (scheme) => `:root { color-scheme: only ${scheme} }`,
  'the part around the card': (scheme) => `main { color-scheme: ${scheme} }`,
};

/** Opens a page of its own whose `<html>` or `<head>` says more. */
async function openPage(
  page: Page,
  address: string,
  {
    renderer,
    attributes = '',
    head = '',
    css,
  }: { renderer: Renderer; attributes?: string; head?: string; css: string },
): Promise<void> {
  await page.route('**/page.css', (route) => route.fulfill({ contentType: 'text/css', body: css }));
  await page.route(
    ({ pathname }) => pathname === `/${renderer}`,
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('<html', `<html ${attributes}`).replace('<title>', `${head}<title>`);
      await route.fulfill({ response, body });
    },
  );
  await page.goto(address);
}

for (const renderer of RENDERERS) {
  test.describe(renderer, () => {
    for (const scheme of SCHEMES) {
      for (const [place, sheet] of Object.entries(STATED)) {
        test(`is ${scheme} where the page says so on ${place}, whatever the device prefers`, async ({ stageOf }) => {
          const stage = await stageOf(renderer);
          await stage.show(TICKET, { sheet: sheet(scheme), media: { colorScheme: other(scheme) } });
          await expect(card(stage.page)).toHaveCSS('background-color', SURFACE[scheme]);
          await expect(card(stage.page)).toHaveCSS('color-scheme', scheme);
        });
      }

      test(`is ${scheme} where the page says so in its head alone, whatever the device prefers`, async ({
        page,
        site,
      }) => {
        await page.emulateMedia({ colorScheme: other(scheme) });
        const head = `<meta name="color-scheme" content="${scheme}">`;
        await openPage(page, site.page(renderer, TICKET), { renderer, head, css: '' });
        await expect(card(page)).toHaveCSS('background-color', SURFACE[scheme]);
      });

      test(`is ${scheme} where an attribute of the page chooses so, whatever the device prefers`, async ({
        page,
        site,
      }) => {
        await page.emulateMedia({ colorScheme: other(scheme) });
        const css = '[data-theme=light]{color-scheme:light}[data-theme=dark]{color-scheme:dark}';
        const attributes = `data-theme="${scheme}"`;
        await openPage(page, site.page(renderer, TICKET), { renderer, attributes, css });
        await expect(card(page)).toHaveCSS('background-color', SURFACE[scheme]);
      });

      test(`is ${scheme} with the device where the page states both schemes or none`, async ({ stageOf }) => {
        const stage = await stageOf(renderer);
        for (const stated of ['light dark', 'normal']) {
          const sheet = `:root { color-scheme: ${stated} }`;
          await stage.show(TICKET, { sheet, media: { colorScheme: scheme } });
          await expect(card(stage.page), stated).toHaveCSS('background-color', SURFACE[scheme]);
        }
      });

      test(`is ${scheme} where its own theme says so, whatever page and device say`, async ({ stageOf }) => {
        const stage = await stageOf(renderer);
        const sheet = `:root { color-scheme: ${other(scheme)} }`;
        await stage.show({ ...TICKET, theme: scheme }, { sheet, media: { colorScheme: other(scheme) } });
        await expect(card(stage.page)).toHaveCSS('background-color', SURFACE[scheme]);
      });
    }

    test('has panels in the scheme of the page too', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      const { page } = stage;
      for (const display of ['floating', 'sheet']) {
        await stage.show({ ...TICKET, display, 'test-state': 'waiting' }, { sheet: ':root { color-scheme: dark }' });
        await page.locator('.whatsapp-optin-launcher').click();
        await page.locator('.whatsapp-optin-card [data-action=help]').click();
        for (const panel of await page.locator('.whatsapp-optin-panel').all())
          await expect(panel).toHaveCSS('background-color', SURFACE.dark);
        await expect(page.locator('.whatsapp-optin-panel'), display).toHaveCount(2);
        await expect(page.locator('.whatsapp-optin-help-panel [data-action=copy_number]')).toHaveCSS(
          'color',
          'rgb(238, 244, 241)',
        );
      }
    });
  });
}
