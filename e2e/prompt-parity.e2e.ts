import type { Page } from '@playwright/test';
import type { PromptStage } from './prompt-stage.js';
import { RENDERERS } from './prompt-page.js';
import { expect, test } from './prompt-test.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001' };
const DISPLAYS = ['card', 'bar', 'button', 'floating', 'sheet', 'qr', 'kiosk', 'print'];
const STATES = ['idle', 'waiting', 'connected', 'expired', 'declined', 'failed'];
const LOCALES = ['en', 'ar'];
type Settings = Readonly<Record<string, string>>;

/** What changes a card beside display, state and language. */
const VARIANTS: Readonly<Record<string, Settings>> = {
  'without a ticket': { ticket: '' },
  'without Skip': { 'no-skip': 'true' },
  'without a QR': { qr: 'never' },
  'with a QR while it waits': { qr: 'always', 'test-state': 'waiting' },
  'with a number that is none': { phone: '12', 'test-state': '' },
  'in German': { locale: 'de' },
  'in Urdu': { locale: 'ur' },
};

/** What a reader gets of one prompt. */
interface Reading {
  /** Roles, names, states, text and addresses, in their order. */
  readonly tree: string;
  /** Language and direction of each piece that states one, in their order. */
  readonly languages: readonly string[];
}

/** @returns one reading a prompt, in the order in which they are shown. */
async function readPrompts(page: Page): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const frame of await page.locator('.frame').all()) {
    const tree = withoutTime(await frame.ariaSnapshot());
    const languages = await frame.evaluate((node) => {
      const root = node.querySelector('whatsapp-optin')?.shadowRoot ?? node;
      return [...root.querySelectorAll('[lang], [dir]')].map(
        (piece) => `${piece.getAttribute('lang')} ${piece.getAttribute('dir')}: ${piece.textContent}`,
      );
    });
    readings.push({ tree, languages: languages.map(withoutTime) });
  }
  return readings;
}

/** A minute may pass between the two renderers. */
function withoutTime(text: string): string {
  return text.replace(/[\d٠-٩]{1,2}:[\d٠-٩]{2}/g, 'hh:mm');
}

/** The same prompts by both renderers. `act` is what a customer does before reading. */
async function readBoth(
  stageOf: (renderer: (typeof RENDERERS)[number]) => Promise<PromptStage>,
  prompts: readonly Settings[],
  act: (page: Page) => Promise<unknown> = async () => {},
) {
  const readings: Partial<Record<(typeof RENDERERS)[number], Reading[]>> = {};
  for (const renderer of RENDERERS) {
    const stage = await stageOf(renderer);
    await stage.show(prompts, { media: { reducedMotion: 'reduce' }, framed: true });
    await act(stage.page);
    readings[renderer] = await readPrompts(stage.page);
  }
  const { element = [], react = [] } = readings;
  expect(element).toHaveLength(prompts.length);
  for (const { tree } of element) expect(tree).not.toBe('');
  return { element, react };
}

for (const locale of LOCALES) {
  for (const display of DISPLAYS) {
    test(`a reader gets the same from both renderers: ${display}, ${locale}`, async ({ stageOf }) => {
      const prompts = STATES.map((state) => ({ ...TICKET, display, locale, 'test-state': state }));
      const { element, react } = await readBoth(stageOf, prompts);
      expect(react).toEqual(element);
    });
  }

  for (const display of ['floating', 'sheet']) {
    test(`a reader gets the same from both renderers: an open ${display}, ${locale}`, async ({ stageOf }) => {
      for (const state of STATES) {
        const prompt = { ...TICKET, display, locale, 'test-state': state };
        const { element, react } = await readBoth(stageOf, [prompt], openPanel);
        expect(react, state).toEqual(element);
      }
    });
  }

  for (const display of ['card', 'bar', 'qr']) {
    test(`a reader gets the same from both renderers: the open help of a ${display}, ${locale}`, async ({
      stageOf,
    }) => {
      const prompt = { ...TICKET, display, locale, 'test-state': 'waiting' };
      const { element, react } = await readBoth(stageOf, [prompt], openHelp);
      expect(react).toEqual(element);
    });
  }
}

test('a reader gets the same from both renderers: the variants of a card', async ({ stageOf }) => {
  const prompts = Object.values(VARIANTS).map((settings) => ({
    ...TICKET,
    locale: 'en',
    'test-state': 'idle',
    ...settings,
  }));
  const { element, react } = await readBoth(stageOf, prompts);
  for (const [index, name] of Object.keys(VARIANTS).entries()) expect(react[index], name).toEqual(element[index]);
});

async function openPanel(page: Page): Promise<void> {
  await page.locator('.whatsapp-optin-launcher').click();
  await expect(page.locator('.whatsapp-optin-panel h2')).toBeFocused();
}

async function openHelp(page: Page): Promise<void> {
  await page.locator('[data-action=help]').click();
  await expect(page.locator('.whatsapp-optin-help-panel h3')).toBeFocused();
}
