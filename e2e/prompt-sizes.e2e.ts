import { SUPPORTED_LOCALES } from '@whatsapp-optin/sdk';
import type { Page } from '@playwright/test';
import { RENDERERS } from './prompt-page.js';
import { MM, SIZE_CASES } from './prompt-size-cases.js';
import { expect, test } from './prompt-test.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };

/** The sizes of the one prompt of a page, by the names of `SizeCase.expected`. */
async function sizes(page: Page) {
  const box = page.locator('.whatsapp-optin[data-display]').first();
  return box.evaluate((node) => {
    const all = (name: string) => [...node.querySelectorAll<HTMLElement>(`.whatsapp-optin-${name}`)];
    const round = (size: number) => Math.round(size * 1000) / 1000;
    const inlineSize = (node: Element | undefined | null) => node && round(node.getBoundingClientRect().width);
    const fontSize = (node: Element | undefined) => node && Number.parseFloat(getComputedStyle(node).fontSize);
    /** The picture inside its padding. */
    const picture = (svg: Element | null) => {
      const { width, paddingInlineStart, paddingInlineEnd } = svg ? getComputedStyle(svg) : new CSSStyleDeclaration();
      return Number.parseFloat(width) - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd);
    };
    const byPart = (read: (node: HTMLElement) => number | undefined, names: readonly string[]) =>
      Object.fromEntries(
        names.flatMap((name) => {
          const found = [...new Set(all(name).map(read))];
          return found.length > 0 ? [[name, found.length === 1 ? found[0] : found]] : [];
        }),
      );
    const CONTROLS = ['link', 'skip', 'row', 'launcher', 'close'];
    const [stateIcon] = all('state-icon');
    return {
      code: inlineSize(all('code')[0]),
      heading: fontSize(all('heading')[0]),
      panelHeading: fontSize(all('panel-heading')[0]),
      description: fontSize(all('description')[0]),
      note: fontSize(all('note')[0]),
      controls: byPart((node) => round(node.getBoundingClientRect().height), CONTROLS),
      words: byPart((node) => fontSize(node), CONTROLS),
      stateIcon: stateIcon && [inlineSize(stateIcon), picture(stateIcon.querySelector('svg'))],
      icons: byPart(
        (node) => {
          const svg = node.querySelector('svg');
          return svg ? picture(svg) : undefined;
        },
        ['link', 'benefit', 'step', 'row', 'launcher', 'close'],
      ),
    };
  });
}

for (const renderer of RENDERERS) {
  test.describe(renderer, () => {
    for (const { name, settings, viewport, isPaper, presses = [], expected } of SIZE_CASES) {
      test(`has the sizes of the design: ${name}`, async ({ stageOf }) => {
        const stage = await stageOf(renderer);
        await stage.show(
          { ...TICKET, 'test-state': 'idle', ...settings },
          {
            viewport: viewport ?? { width: 1280, height: 900 },
            media: { reducedMotion: 'reduce', media: isPaper ? 'print' : null },
            sheet: 'main { max-width: none }',
          },
        );
        for (const selector of presses) await stage.page.locator(selector).click();
        if (presses.length > 0) await expect(stage.page.locator('.whatsapp-optin-panel [tabindex="-1"]')).toBeFocused();
        const found = await sizes(stage.page);
        const { code, ...others } = expected;
        expect(found).toMatchObject(others);
        if (code === undefined) expect(found.code).toBeUndefined();
        else expect(found.code).toBeCloseTo(code, 1);
      });
    }

    test('has a code of the same size in every language, however short its words', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      for (const [display, size] of [
        ['qr', 232],
        ['kiosk', 480],
        ['print', 40 * MM],
      ] as const) {
        for (const locale of SUPPORTED_LOCALES) {
          const look = { viewport: { width: 1280, height: 800 }, sheet: 'main { max-width: none }' };
          await stage.show({ ...TICKET, display, locale, 'test-state': 'idle' }, look);
          expect((await sizes(stage.page)).code, `${display} ${locale}`).toBeCloseTo(size, 1);
        }
      }
    });

    test('shows the whole of a kiosk on a screen that is wider than high, in every language', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      for (const locale of SUPPORTED_LOCALES) {
        const look = { viewport: { width: 1280, height: 800 }, sheet: 'main { max-width: none }' };
        await stage.show({ ...TICKET, display: 'kiosk', locale, 'test-state': 'idle' }, look);
        const box = stage.page.locator('.whatsapp-optin[data-display=kiosk]').first();
        const { height, bottoms, overlap } = await box.evaluate((node) => {
          const areaOf = (name: string) => node.querySelector(`.whatsapp-optin-${name}`)?.getBoundingClientRect();
          const [qr, head, card] = [areaOf('qr'), areaOf('head'), node.getBoundingClientRect()];
          const caption = areaOf('qr-caption') ?? card;
          return {
            height: card.height,
            bottoms: [card.bottom - caption.bottom, caption.bottom - card.top],
            overlap: qr && head ? Math.min(qr.right, head.right) - Math.max(qr.left, head.left) : null,
          };
        });
        expect(height, locale).toBeLessThanOrEqual(760);
        expect(Math.min(...bottoms), `${locale}: the caption lies inside the card`).toBeGreaterThan(8);
        expect(overlap, `${locale}: the code and the words side by side`).toBeLessThan(0);
      }
    });

    test('has the same help beside every display', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      const { page } = stage;
      const looks: Record<string, unknown> = {};
      for (const display of ['card', 'bar', 'button', 'qr']) {
        const media = { reducedMotion: 'reduce' } as const;
        await stage.show({ ...TICKET, display, qr: 'always', 'test-state': 'waiting' }, { media });
        await page.locator('[data-action=help]').click();
        await expect(page.locator('.whatsapp-optin-help-panel h3')).toBeFocused();
        looks[display] = await page.locator('.whatsapp-optin-help-panel').evaluate((panel) =>
          [...panel.querySelectorAll('.whatsapp-optin-help, .whatsapp-optin-row, .whatsapp-optin-row svg, p')].map(
            (node) => {
              const { color, padding, border, borderRadius, fontSize, lineHeight, background } = getComputedStyle(node);
              const { width, height } = node.getBoundingClientRect();
              return { color, padding, border, borderRadius, fontSize, lineHeight, background, width, height };
            },
          ),
        );
      }
      const { card, ...others } = looks;
      for (const [display, look] of Object.entries(others)) expect(look, display).toEqual(card);
    });
  });
}
