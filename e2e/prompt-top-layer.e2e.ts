import type { Page } from '@playwright/test';
import { RENDERERS } from './prompt-page.js';
import { expect, test } from './prompt-test.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };
const VIEWPORT = { width: 1280, height: 720 };

/** What moves, clips or covers what is fixed inside of it. */
const ANCESTORS: Readonly<Record<string, string>> = {
  transformed: 'transform: translate(40px, 90px) scale(0.8)',
  filtered: 'filter: grayscale(0.5)',
  'of a perspective': 'perspective: 400px',
  contained: 'contain: strict; height: 60px',
  'as small as what it clips': 'overflow: hidden; height: 20px; transform: translateX(1px)',
  'under another part of the page': 'position: relative; z-index: 0; isolation: isolate',
};
/** Lies over the whole page, as a chat or a cookie banner does. */
const COVER = 'body::after { content: ""; position: fixed; inset: 0; z-index: 2147483647; background: #fff8 }';

/** Edges of the box in CSS pixels from the viewport's own. */
async function distances(page: Page, selector: string) {
  return page.locator(selector).evaluate((node) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return { left, top, right: innerWidth - right, bottom: innerHeight - bottom };
  });
}

for (const renderer of RENDERERS) {
  test.describe(renderer, () => {
    for (const [name, style] of Object.entries(ANCESTORS)) {
      const sheet = `main { ${style} } ${COVER}`;
      const look = { viewport: VIEWPORT, sheet, media: { reducedMotion: 'reduce' } } as const;

      test(`the launcher stands in the corner and is hit, in an ancestor that is ${name}`, async ({ stageOf }) => {
        const stage = await stageOf(renderer);
        const { page } = stage;
        await stage.show({ ...TICKET, display: 'floating', qr: 'never' }, look);
        const launcher = page.locator('.whatsapp-optin-launcher');
        await expect(launcher).toHaveAttribute('popover', 'manual');
        expect(await distances(page, '.whatsapp-optin-launcher')).toMatchObject({ right: 16, bottom: 16 });
        await launcher.click({ timeout: 3_000 });
        const panel = page.locator('.whatsapp-optin-panel');
        await expect(panel).toHaveAttribute('data-placed', 'true');
        const { left, top, right, bottom } = await distances(page, '.whatsapp-optin-panel');
        expect(Math.min(left, top, right, bottom)).toBeGreaterThanOrEqual(8);
        expect([Math.round(right), bottom > 50]).toEqual([16, true]);
        await panel.getByRole('button', { name: 'Skip' }).click({ timeout: 3_000 });
        await expect(page.locator('.whatsapp-optin-card')).toHaveAttribute('data-state', 'declined');
      });

      test(`the sheet stands in the middle and is hit, in an ancestor that is ${name}`, async ({ stageOf }) => {
        const stage = await stageOf(renderer);
        const { page } = stage;
        await stage.show({ ...TICKET, display: 'sheet' }, { ...look, sheet: `main { ${style} }` });
        // Where its ancestor clips it, the button of a sheet is reached by keyboard alone.
        await page.locator('.whatsapp-optin-launcher').press('Enter');
        await expect(page.locator('.whatsapp-optin-panel h2')).toBeFocused();
        const { left, top, right, bottom } = await distances(page, '.whatsapp-optin-panel');
        expect([left - right, Math.round(top - bottom)]).toEqual([0, 0]);
        await page.getByRole('button', { name: 'Skip' }).click({ timeout: 3_000 });
        await expect(page.locator('.whatsapp-optin-card')).toHaveAttribute('data-state', 'declined');
      });
    }
  });
}
