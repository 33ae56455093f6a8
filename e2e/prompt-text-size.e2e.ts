import { RENDERERS } from './prompt-page.js';
import { PromptStage } from './prompt-stage.js';
import { expect, test } from './prompt-test.js';
import { openReaderBrowser, type ReaderBrowser } from './reader-browser.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', qr: 'always' };
const STATES = ['idle', 'waiting', 'connected', 'expired', 'declined', 'failed'];
const DISPLAYS = ['card', 'bar', 'button', 'floating', 'sheet', 'qr', 'kiosk', 'print'];
/** Twice the 14 px of running text. */
const SMALLEST_PX = 28;

/** Browser settings of a reader: text is at least 28 px, and 32 px by default. */
let reader: ReaderBrowser;
test.beforeAll(async () => {
  reader = await openReaderBrowser({
    minimum_font_size: SMALLEST_PX,
    minimum_logical_font_size: SMALLEST_PX,
    default_font_size: 32,
  });
});
test.afterAll(() => reader.close());

for (const renderer of RENDERERS) {
  test(`${renderer}: with text twice as large nothing is cut off, and no line lies upon another`, async ({ site }) => {
    const stage = await PromptStage.open(await reader.newPage(), site, renderer);
    for (const [locale, width] of [
      ['en', 1280],
      ['ar', 640],
    ] as const) {
      for (const display of DISPLAYS) {
        const prompts = STATES.map((state) => ({ ...TICKET, display, locale, 'test-state': state }));
        await stage.show(prompts, { viewport: { width, height: 720 } });
        const { sizes, faults } = await stage.page.evaluate(() => {
          const elements = [...document.querySelectorAll('whatsapp-optin')].map(({ shadowRoot }) => shadowRoot);
          const texts = [document, ...elements].flatMap((root) =>
            root ? [...root.querySelectorAll<HTMLElement>('.whatsapp-optin :is(h2, p, li, a, button, span)')] : [],
          );
          const faults: string[] = [];
          const sizes: number[] = [];
          for (const node of texts) {
            const own = [...node.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
            if (!own || !node.checkVisibility() || node.closest('.whatsapp-optin-visually-hidden')) continue;
            const style = getComputedStyle(node);
            const size = Number.parseFloat(style.fontSize);
            sizes.push(size);
            const line = Number.parseFloat(style.lineHeight);
            if (line < size * 1.1) faults.push(`${node.className}: ${size} px of text on lines of ${line} px`);
            if (node.scrollWidth > node.clientWidth + 1 && style.display !== 'inline')
              faults.push(`${node.className}: cut`);
          }
          const { scrollWidth } = document.documentElement;
          if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} px wide`);
          return { sizes, faults: [...new Set(faults)] };
        });
        expect(Math.min(...sizes), 'the reader’s setting holds').toBeGreaterThanOrEqual(SMALLEST_PX);
        expect(faults, `${display} ${locale}`).toEqual([]);
      }
    }
    await stage.page.close();
  });
}
