import { axeViolations } from './prompt-axe.js';
import { RENDERERS } from './prompt-page.js';
import { expect, test } from './prompt-test.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001' };
const STATES = ['idle', 'waiting', 'connected', 'expired', 'declined', 'failed'];
const DISPLAYS = ['card', 'bar', 'button', 'floating', 'sheet', 'qr', 'kiosk', 'print'];
const LOCALES = ['en', 'ar'];
/** Each with the themes that look different there. */
const DEVICES = [
  { media: { reducedMotion: 'reduce', colorScheme: 'light' }, themes: ['light', 'dark', 'contrast'] },
  { media: { reducedMotion: 'reduce', colorScheme: 'dark' }, themes: ['auto', 'contrast'] },
  { media: { reducedMotion: 'reduce', contrast: 'more' }, themes: ['auto'] },
  { media: { reducedMotion: 'reduce', forcedColors: 'active' }, themes: ['auto'] },
] as const;

for (const renderer of RENDERERS) {
  test.describe(renderer, () => {
    test('axe finds no violation in any display, state, language and theme', async ({ stageOf }) => {
      test.setTimeout(180_000);
      const stage = await stageOf(renderer);
      for (const display of DISPLAYS) {
        for (const { media, themes } of DEVICES) {
          const prompts = LOCALES.flatMap((locale) =>
            themes.flatMap((theme) =>
              STATES.map((state) => ({ ...TICKET, display, locale, theme, qr: 'always', 'test-state': state })),
            ),
          );
          await stage.show(prompts, { media, framed: true });
          expect(await axeViolations(stage.page), `${display}, ${JSON.stringify(media)}`).toEqual([]);
        }
      }
    });

    for (const display of ['floating', 'sheet']) {
      test(`axe finds no violation in the open panel of ${display}, in any state, language and theme`, async ({
        stageOf,
      }) => {
        test.setTimeout(120_000);
        const stage = await stageOf(renderer);
        const { page } = stage;
        const looks = STATES.flatMap((state) => ['light', 'dark', 'contrast'].map((theme) => ({ state, theme })));
        for (const [index, { state, theme }] of looks.entries()) {
          const locale = LOCALES[index % 2] ?? 'en';
          const prompt = { ...TICKET, display, locale, theme, qr: 'always', 'test-state': state };
          await stage.show(prompt, { media: { reducedMotion: 'reduce' } });
          await page.locator('.whatsapp-optin-launcher').click();
          await expect(page.locator('.whatsapp-optin-panel .whatsapp-optin-heading')).toBeFocused();
          const help = page.locator('.whatsapp-optin-card [data-action=help]');
          if (await help.count()) await help.click();
          if (await help.count()) await expect(page.locator('.whatsapp-optin-help-panel h3')).toBeFocused();
          expect(await axeViolations(page), `${display}, ${state}, ${theme}, ${locale}`).toEqual([]);
        }
      });
    }

    test('axe sees what is wrong where something is', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      await stage.show({ ...TICKET, locale: 'en' }, { framed: true });
      await stage.page.evaluate(() => {
        document.body.style.setProperty('--whatsapp-optin-muted', '#ccc');
      });
      expect((await axeViolations(stage.page)).join()).toContain('color-contrast');
    });
  });
}
