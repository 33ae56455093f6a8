import type { Page } from '@playwright/test';
import { Prompt, liveTicket } from './models/prompt.js';
import { RENDERERS, type PromptSite, type Renderer } from './prompt-page.js';
import { expect, test } from './prompt-test.js';
import { translatePage } from './translate-page.js';
import { visitWhatsApp } from './whatsapp-tab.js';

type Settings = Readonly<Record<string, string>>;

/** What a reader sees of the prompt, on one line. Two runs of a test may lie on both sides of a full minute. */
async function textOf(page: Page): Promise<string> {
  const text = await page.locator('main > *').evaluate((home) => {
    const nodes = [...(home.shadowRoot ?? home).children].filter((node) => node instanceof HTMLElement);
    return nodes.map(({ innerText }) => innerText).join(' ');
  });
  return text
    .replace(/\d\d:\d\d/g, 'hh:mm')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text once it has this in it and rests. A text that does not follow never has: then it is what it is after 3 s. */
async function settledText(page: Page, changed: RegExp): Promise<string> {
  let before = '';
  const settled = expect(async () => {
    const now = await textOf(page);
    const rests = now === before;
    before = now;
    expect(rests && changed.test(now)).toBe(true);
  }).toPass({ timeout: 3_000, intervals: [150] });
  await settled.catch(() => null);
  return before;
}

const update = (page: Page, settings: Settings) =>
  page.evaluate((given) => (globalThis as unknown as { update(given: unknown): void }).update(given), settings);

interface Place {
  renderer: Renderer;
  settings: Settings;
}

/** The texts of a prompt from step to step. */
async function textsOfJourney(page: Page, site: PromptSite, { renderer, settings }: Place, isTranslated: boolean) {
  site.reset();
  site.release();
  await page.goto(site.page(renderer, { ...liveTicket(site), ...settings }));
  await expect.poll(() => site.openStreams()).toBe(1);
  if (isTranslated) await translatePage(page);
  const texts: Record<string, string> = {};
  const idle = page
    .locator('main')
    .getByText(/Enable WhatsApp Notifications|Scan with/)
    .first();
  await expect(idle).toBeVisible();
  if (settings['display'] === 'floating') await idle.click();
  texts['idle'] = await settledText(page, /Enable WhatsApp Notifications|Scan with/);
  await update(page, { locale: 'es' });
  texts['idle in Spanish'] = await settledText(page, /Reciba|Activar/);
  await update(page, { locale: 'en', ticket: 'B002', organization: 'City Hospital' });
  texts['idle with another ticket'] = await settledText(page, /B002|^Enable/);
  if (settings['display'] !== 'kiosk') {
    await visitWhatsApp(page, () => new Prompt(page, renderer).link.click());
    texts['waiting'] = await settledText(page, /Waiting for your message/);
  }
  site.connect();
  texts['connected'] = await settledText(page, /hh:mm/);
  return texts;
}

const PLACES: readonly (readonly [Renderer, string, Settings])[] = [
  ...RENDERERS.flatMap((renderer) =>
    ['card', 'bar', 'floating', 'kiosk'].map((display) => [renderer, display, { display }] as const),
  ),
  ['react', 'WhatsAppButton', { component: 'button' }],
];

test.describe.configure({ mode: 'parallel' });
for (const [renderer, name, settings] of PLACES) {
  test(`${renderer} ${name}: every text that changes follows on a page that Google Translate has rewritten`, async ({
    page,
    site,
  }) => {
    const exceptions: string[] = [];
    page.on('pageerror', ({ message }) => exceptions.push(message));
    const plain = await textsOfJourney(page, site, { renderer, settings }, false);
    await page.evaluate(() => sessionStorage.clear());
    expect(plain['connected'], 'the state changes the text').not.toBe(plain['idle']);
    expect(await textsOfJourney(page, site, { renderer, settings }, true)).toEqual(plain);
    expect(exceptions).toEqual([]);
  });
}
