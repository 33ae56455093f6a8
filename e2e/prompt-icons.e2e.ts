import { SUPPORTED_LOCALES } from '@whatsapp-optin/sdk';
import type { Page } from '@playwright/test';
import { RENDERERS } from './prompt-page.js';
import { expect, test } from './prompt-test.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', qr: 'never' };
const STATES = ['idle', 'waiting', 'connected', 'expired', 'declined', 'failed'];
const DISPLAYS = ['card', 'bar', 'button', 'floating', 'sheet'];
const VIEWPORT = { width: 320, height: 640 };

/** Each icon that does not stand beside its text, and how many icons with a text there are. */
async function looseIcons(page: Page): Promise<{ found: string[]; count: number }> {
  return page.evaluate(() => {
    const elements = [...document.querySelectorAll('whatsapp-optin')].map(({ shadowRoot }) => shadowRoot);
    const roots = [document, ...elements].flatMap((root) => root ?? []);
    const selector =
      '.whatsapp-optin-benefit svg, .whatsapp-optin-control svg, .whatsapp-optin-dot, .whatsapp-optin-number-sign';
    const found: string[] = [];
    let count = 0;
    for (const icon of roots.flatMap((root) => [...root.querySelectorAll(selector)])) {
      const box = icon.parentElement;
      const text = icon.nextSibling;
      if (!box || !text || !icon.checkVisibility() || icon.closest('.whatsapp-optin-visually-hidden')) continue;
      count += 1;
      const range = document.createRange();
      range.selectNodeContents(box);
      range.setStartAfter(icon);
      const all = range.getBoundingClientRect();
      const first = range.getClientRects()[0];
      const { left, right, top, bottom } = icon.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      const isRtl = getComputedStyle(box).direction === 'rtl';
      const gap = isRtl ? left - all.right : all.left - right;
      const name = `${box.closest<HTMLElement>('[lang]')?.lang} ${box.className} "${box.textContent}"`;
      // Beside the first of several lines where the text is read as prose; beside their middle on a control.
      const lines = box.matches('.whatsapp-optin-control, .whatsapp-optin-status') ? all : first;
      if (!lines || middle < lines.top || middle > lines.bottom) found.push(`${name}: its icon is on another line`);
      if (gap < 0 || gap > 20) found.push(`${name}: its icon is ${gap} px away`);
    }
    return { found, count };
  });
}

for (const renderer of RENDERERS) {
  test.describe(renderer, () => {
    for (const locale of SUPPORTED_LOCALES) {
      test(`keeps each icon beside the first words of its text at 320 px, in ${locale}`, async ({ stageOf }) => {
        const stage = await stageOf(renderer);
        for (const display of DISPLAYS) {
          const prompts = STATES.map((state) => ({ ...TICKET, display, locale, 'test-state': state }));
          await stage.show(prompts, { viewport: VIEWPORT, framed: true, media: { reducedMotion: 'reduce' } });
          const { found, count } = await looseIcons(stage.page);
          expect(found, display).toEqual([]);
          expect(count).toBeGreaterThanOrEqual(STATES.length);
        }
        await stage.show(
          { ...TICKET, locale, 'test-state': 'waiting' },
          { viewport: VIEWPORT, media: { reducedMotion: 'reduce' } },
        );
        await stage.page.locator('.whatsapp-optin-card [data-action=help]').click();
        await expect(stage.page.locator('.whatsapp-optin-help-panel h3')).toBeFocused();
        expect((await looseIcons(stage.page)).found).toEqual([]);
      });
    }
  });
}
