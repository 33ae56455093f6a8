import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../scripts/chromium.mjs';
import { RENDERERS } from './prompt-page.js';
import { PromptStage } from './prompt-stage.js';
import { expect, test } from './prompt-test.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', qr: 'always' };
const STATES = ['idle', 'waiting', 'connected', 'expired', 'declined', 'failed'];
const DISPLAYS = ['card', 'bar', 'button', 'floating', 'sheet', 'qr', 'kiosk', 'print'];
/** Twice the 14 px of running text. */
const SMALLEST_PX = 28;

/** Browser settings of a reader: text is at least 28 px, and 32 px by default. */
let context: BrowserContext;
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whatsapp-optin-text-size-'));
  await mkdir(join(folder, 'Default'));
  const webprefs = { minimum_font_size: SMALLEST_PX, minimum_logical_font_size: SMALLEST_PX, default_font_size: 32 };
  await writeFile(join(folder, 'Default/Preferences'), JSON.stringify({ webkit: { webprefs } }));
  const executablePath = findChromium();
  context = await chromium.launchPersistentContext(folder, {
    ...(executablePath ? { executablePath } : {}),
    args: [...CHROMIUM_ARGS],
    viewport: { width: 1280, height: 720 },
  });
});
test.afterAll(async () => {
  await context.close();
  await rm(folder, { recursive: true, force: true });
});

for (const renderer of RENDERERS) {
  test(`${renderer}: with text twice as large nothing is cut off, and no line lies upon another`, async ({ site }) => {
    const stage = await PromptStage.open(await context.newPage(), site, renderer);
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
