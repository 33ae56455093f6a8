import type { Page } from '@playwright/test';
import { OPT_IN_CODE, SHORT_LINK } from './opt-in-api.js';
import { RENDERERS } from './prompt-page.js';
import { expect, test } from './prompt-test.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };
const STATES = ['idle', 'waiting', 'connected', 'expired', 'declined', 'failed'];
const DISPLAYS = ['card', 'bar', 'button', 'floating', 'sheet', 'qr', 'kiosk', 'print'] as const;

/** Elements that are cut off, or too small to tap, in the page and in every shadow root. */
async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hosts = [document, ...[...document.querySelectorAll('whatsapp-optin')].map(({ shadowRoot }) => shadowRoot)];
    const all = hosts.flatMap((host) => (host ? [...host.querySelectorAll<HTMLElement>('.whatsapp-optin *')] : []));
    const shown = all.filter(
      (node) => node.checkVisibility() && !node.closest('.whatsapp-optin-visually-hidden,:empty'),
    );
    const name = (node: Element) => {
      const { display, state, theme } = node.closest<HTMLElement>('.whatsapp-optin')?.dataset ?? {};
      return `${display} ${state} ${theme}: ${node.getAttribute('class')}`;
    };
    const found: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} px wide`);
    for (const node of shown) {
      const { width, height, left, right } = node.getBoundingClientRect();
      const overflows = node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline';
      if (overflows || left < 0 || right > innerWidth) found.push(`${name(node)} sticks out`);
      if (node.matches('a,button') && (height < 44 || width < 44)) found.push(`${name(node)} is ${width} × ${height}`);
    }
    return found;
  });
}

for (const renderer of RENDERERS) {
  test.describe(renderer, () => {
    test('shows every display and state on 320 px, nothing cut off, every target 44 px', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      for (const locale of ['en', 'ar', 'de']) {
        for (const display of DISPLAYS) {
          const prompts = STATES.map((state) => ({ ...TICKET, display, locale, qr: 'always', 'test-state': state }));
          await stage.show(prompts, { viewport: { width: 320, height: 640 } });
          expect(await misfits(stage.page), `${display} ${locale}`).toEqual([]);
        }
      }
    });

    test('has targets of 44 px in every display and state on a wide page', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      for (const display of DISPLAYS) {
        const prompts = STATES.map((state) => ({ ...TICKET, display, 'test-state': state }));
        await stage.show(prompts);
        expect(await misfits(stage.page), display).toEqual([]);
      }
    });

    test('shows the open panels on 320 px, nothing cut off, every target 44 px', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      for (const display of ['card', 'floating', 'sheet'] as const) {
        const prompt = { ...TICKET, display, qr: 'always', 'test-state': 'waiting' };
        await stage.show(prompt, { viewport: { width: 320, height: 640 }, media: { reducedMotion: 'reduce' } });
        if (display !== 'card') await stage.page.locator('.whatsapp-optin-launcher').click();
        await stage.page.locator('.whatsapp-optin-card [data-action=help]').click();
        await expect(stage.page.locator('.whatsapp-optin-help-panel h3')).toBeFocused();
        expect(await misfits(stage.page), display).toEqual([]);
      }
    });

    test('prints a QR of 30 mm in black on white, and no control', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      const { page } = stage;
      await stage.show({ ...TICKET, qr: 'always' }, { media: { media: 'print', colorScheme: 'dark' } });
      const code = await page.locator('.whatsapp-optin-code svg').boundingBox();
      expect(code?.width).toBeGreaterThan((20 / 25.4) * 96);
      await expect(page.locator('.whatsapp-optin-code path')).toHaveCSS('fill', 'rgb(0, 0, 0)');
      await expect(page.locator('.whatsapp-optin-code')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
      await expect(page.locator('.whatsapp-optin-choices')).toBeHidden();
    });

    test('the display print is a QR of at least 20 mm, its code two colours and nothing else', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      await stage.show({ ...TICKET, display: 'print' });
      const code = stage.page.locator('.whatsapp-optin-code svg');
      await expect(code.locator('path')).toHaveCSS('shape-rendering', 'crispedges');
      expect((await code.boundingBox())?.width).toBeGreaterThan((20 / 25.4) * 96);
      await expect(stage.page.locator('.whatsapp-optin :is(a, button)')).toHaveCount(0);
    });

    test('paper without a QR has the number and the short link, and the screen has no link to read', async ({
      stageOf,
    }) => {
      const stage = await stageOf(renderer);
      const { page } = stage;
      for (const display of ['card', 'bar']) {
        const prompt = { ...TICKET, display, qr: 'never', 'test-state': 'idle' };
        await stage.show(prompt);
        await expect(page.locator('.whatsapp-optin-paper-link')).toBeHidden();
        await page.emulateMedia({ media: 'print' });
        await expect(page.locator('.whatsapp-optin-number')).toHaveText('Messages come from +966 50 000 0000');
        await expect(page.locator('.whatsapp-optin-number')).toBeVisible();
        await expect(page.locator('.whatsapp-optin-paper-link')).toHaveText('https://wa.me/966500000000');
        await expect(page.locator('.whatsapp-optin-paper-link')).toBeVisible();
        await expect(page.locator('.whatsapp-optin-paper-link')).toHaveCSS('color', 'rgb(0, 0, 0)');
      }
    });

    test('paper with a QR has no link to type', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      await stage.show({ ...TICKET, qr: 'always', 'test-state': 'idle' }, { media: { media: 'print' } });
      await expect(stage.page.locator('.whatsapp-optin-number')).toBeVisible();
      await expect(stage.page.locator('.whatsapp-optin-paper-link')).toHaveCount(0);
    });

    test('paper without a QR has the server’s short link, with the code of the opt-in', async ({ page, site }) => {
      site.release();
      const live = { server: site.url, 'publishable-key': 'pk_example', qr: 'never' };
      await page.goto(site.page(renderer, { ...TICKET, ...live }));
      await expect(page.locator('.whatsapp-optin-link')).toHaveAttribute('href', new RegExp(OPT_IN_CODE));
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.whatsapp-optin-paper-link')).toHaveText(SHORT_LINK);
      await expect(page.locator('.whatsapp-optin-paper-link')).toBeVisible();
    });

    test('the card has link and QR side by side where there is room, one under the other where not', async ({
      stageOf,
    }) => {
      const stage = await stageOf(renderer);
      const { page } = stage;
      await stage.show(TICKET);
      const boxes = async () => {
        const link = await page.locator('.whatsapp-optin-link').boundingBox();
        const qr = await page.locator('.whatsapp-optin-qr').boundingBox();
        if (!link || !qr) throw new Error('Link or QR is missing.');
        return { link, qr };
      };
      const narrow = await boxes();
      expect(narrow.qr.y).toBeGreaterThan(narrow.link.y + narrow.link.height);
      await page.evaluate(() => document.querySelector('main')?.style.setProperty('max-width', 'none'));
      const wide = await boxes();
      expect(wide.qr.x).toBeGreaterThan(wide.link.x + wide.link.width);
    });

    test('a filled control has no edge of another colour in any display', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      for (const display of ['card', 'bar', 'button', 'qr', 'kiosk'] as const) {
        await stage.show({ ...TICKET, display, 'test-state': 'expired' });
        const control = stage.page.locator('[data-action=restart]');
        await expect(control, display).toHaveCSS('border-top-color', 'rgba(0, 0, 0, 0)');
      }
    });

    test('the bar is one line on a wide page', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      const { page } = stage;
      await stage.show({ ...TICKET, display: 'bar' }, { viewport: { width: 1100, height: 600 } });
      await page.evaluate(() => document.querySelector('main')?.style.setProperty('max-width', 'none'));
      const heading = await page.locator('.whatsapp-optin-head').boundingBox();
      const link = await page.locator('.whatsapp-optin-link').boundingBox();
      expect(link?.x).toBeGreaterThan((heading?.x ?? Infinity) + 200);
      expect(link?.y).toBeLessThan((heading?.y ?? 0) + (heading?.height ?? 0));
    });
  });
}
