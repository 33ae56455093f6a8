import type { Page } from '@playwright/test';
import { RENDERERS } from './prompt-page.js';
import { expect, test } from './prompt-test.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', qr: 'always' };
const VIEWPORTS = [
  { width: 360, height: 740 },
  { width: 1280, height: 720 },
];
const LOCALES = ['en', 'ar'];

/** What of a panel a reader cannot see or reach, even by scrolling inside of it. */
async function faultsOfPanel(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluate((panel) => {
    const outer = panel.getBoundingClientRect();
    const found: string[] = [];
    const inside = outer.left >= 0 && outer.top >= 0 && outer.right <= innerWidth && outer.bottom <= innerHeight;
    if (!inside) found.push(`it reaches from ${outer.left}, ${outer.top} to ${outer.right}, ${outer.bottom}`);
    if (outer.width < Math.min(300, innerWidth - 16)) found.push(`it is ${outer.width} px wide`);
    if (panel.scrollWidth > panel.clientWidth) found.push('it scrolls sideways');
    if (getComputedStyle(panel).direction !== getComputedStyle(panel.closest('[dir]') ?? panel).direction)
      found.push('it runs against its language');
    const root = panel.getRootNode() as Document | ShadowRoot;
    for (const node of panel.querySelectorAll<HTMLElement>('a, button, h2, h3, p:not(:empty), li, svg')) {
      if (!node.checkVisibility() || node.closest('[aria-hidden] svg, .whatsapp-optin-visually-hidden')) continue;
      const name = `${node.localName} "${node.textContent?.trim().slice(0, 30)}"`;
      node.scrollIntoView({ block: 'nearest' });
      const { left, top, right, bottom, width, height } = node.getBoundingClientRect();
      const box = panel.getBoundingClientRect();
      if (
        left < box.left ||
        right > box.right ||
        top < box.top - 0.5 ||
        (height < box.height && bottom > box.bottom + 0.5)
      )
        found.push(`${name} sticks out`);
      if (!node.matches('a, button')) continue;
      const top_ = root.elementFromPoint(left + width / 2, top + height / 2);
      if (!top_ || !node.contains(top_)) found.push(`${name} is covered`);
    }
    const heading = panel.querySelector('h2, h3')?.getBoundingClientRect();
    panel.scrollTo(0, 0);
    const close = panel.querySelector('.whatsapp-optin-close:last-child')?.getBoundingClientRect();
    if (!heading || !close) found.push('heading or cross is missing');
    return found;
  });
}

for (const renderer of RENDERERS) {
  for (const viewport of VIEWPORTS) {
    for (const locale of LOCALES) {
      const where = `at ${viewport.width} × ${viewport.height} in ${locale}`;
      const look = { viewport, media: { reducedMotion: 'reduce' } } as const;

      test(`${renderer}: the panels of floating and sheet lie wholly inside the window ${where}`, async ({
        stageOf,
      }) => {
        const stage = await stageOf(renderer);
        const { page } = stage;
        for (const display of ['floating', 'sheet']) {
          for (const state of ['idle', 'waiting', 'connected']) {
            await stage.show({ ...TICKET, display, locale, 'test-state': state }, look);
            await page.locator('.whatsapp-optin-launcher').click();
            await expect(page.locator('.whatsapp-optin-panel h2')).toBeFocused();
            if (display === 'floating') await expect(page.locator('[data-placed=true]')).toBeVisible();
            expect(await faultsOfPanel(page, '.whatsapp-optin-panel'), `${display} ${state}`).toEqual([]);
          }
        }
      });

      test(`${renderer}: the help of every display lies wholly inside the window ${where}`, async ({ stageOf }) => {
        const stage = await stageOf(renderer);
        const { page } = stage;
        for (const display of ['card', 'bar', 'button', 'qr', 'floating', 'sheet']) {
          await stage.show({ ...TICKET, display, locale, 'test-state': 'waiting' }, look);
          if (display === 'floating' || display === 'sheet') await page.locator('.whatsapp-optin-launcher').click();
          await page.locator('.whatsapp-optin-card [data-action=help]').click();
          await expect(page.locator('.whatsapp-optin-help-panel h3')).toBeFocused();
          await expect(page.locator('.whatsapp-optin-help-panel[data-placed=true]')).toBeVisible();
          expect(await faultsOfPanel(page, '.whatsapp-optin-help-panel'), display).toEqual([]);
        }
      });
    }
  }
}
