import type { Page } from '@playwright/test';
import { RENDERERS } from './prompt-page.js';
import { PromptStage } from './prompt-stage.js';
import { expect, test } from './prompt-test.js';
import { openReaderBrowser, type ReaderBrowser } from './reader-browser.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en', qr: 'always' };
const STATES = ['idle', 'waiting', 'connected', 'expired', 'declined', 'failed'];
const DISPLAYS = ['card', 'bar', 'button', 'floating', 'sheet', 'qr', 'kiosk', 'print'];

/** Font sizes in CSS pixels of a card in the browser's own settings, by the class of the part. */
const USUAL = { heading: 18, description: 14, benefit: 14, step: 13, link: 16, skip: 16, note: 12, 'qr-heading': 15 };
const LARGER = Object.fromEntries(Object.entries(USUAL).map(([name, size]) => [name, size * 1.5]));
const SMALLEST_LEGIBLE_PX = 12;

/** A browser whose reader has chosen a font of 24 px instead of 16. */
let reader: ReaderBrowser;
test.beforeAll(async () => {
  reader = await openReaderBrowser({ default_font_size: 24 });
});
test.afterAll(() => reader.close());

function fontSizes(page: Page): Promise<Record<string, number>> {
  return page.locator('.whatsapp-optin-card').evaluate(
    (card, names) =>
      Object.fromEntries(
        names.map((name) => {
          const part = card.querySelector(`.whatsapp-optin-${name}`);
          return [name, part ? Number.parseFloat(getComputedStyle(part).fontSize) : 0];
        }),
      ),
    Object.keys(USUAL),
  );
}

/** The smallest text of the page that a reader sees, in CSS pixels. */
function smallestText(page: Page): Promise<number> {
  return page.evaluate(() => {
    const elements = [...document.querySelectorAll('whatsapp-optin')].map(({ shadowRoot }) => shadowRoot);
    const texts = [document, ...elements].flatMap((root) =>
      root ? [...root.querySelectorAll<HTMLElement>('.whatsapp-optin *')] : [],
    );
    const own = (node: Node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim());
    const sizes = texts
      .filter((node) => own(node) && node.checkVisibility())
      .map((node) => Number.parseFloat(getComputedStyle(node).fontSize));
    return Math.min(...sizes);
  });
}

for (const renderer of RENDERERS) {
  test(`${renderer}: text is half as large again for a reader whose font is`, async ({ site }) => {
    const stage = await PromptStage.open(await reader.newPage(), site, renderer);
    await stage.show(TICKET);
    expect(await fontSizes(stage.page)).toEqual(LARGER);
    await stage.page.close();
  });

  test(`${renderer}: a page whose root has a smaller font does not make the text smaller`, async ({ stageOf }) => {
    const stage = await stageOf(renderer);
    for (const size of ['10px', '62.5%']) {
      await stage.show(TICKET, { sheet: `html { font-size: ${size} }` });
      expect(await fontSizes(stage.page), size).toEqual(USUAL);
      for (const display of DISPLAYS) {
        const prompts = STATES.map((state) => ({ ...TICKET, display, 'test-state': state }));
        await stage.show(prompts, { sheet: `html { font-size: ${size} }` });
        expect(await smallestText(stage.page), display).toBeGreaterThanOrEqual(SMALLEST_LEGIBLE_PX);
      }
    }
  });

  test(`${renderer}: where a page's root has 62.5 % of the reader's larger font, the text is as large as usual`, async ({
    site,
  }) => {
    const stage = await PromptStage.open(await reader.newPage(), site, renderer);
    await stage.show(TICKET, { sheet: 'html { font-size: 62.5% }' });
    expect(await fontSizes(stage.page)).toEqual(USUAL);
    await stage.page.close();
  });
}
