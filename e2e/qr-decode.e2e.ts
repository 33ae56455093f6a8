import { HOST_RESETS } from './host-resets.js';
import { Prompt, TICKET } from './models/prompt.js';
import { RENDERERS } from './prompt-page.js';
import type { PromptStage } from './prompt-stage.js';
import { expect, test } from './prompt-test.js';
import { readQr } from './read-qr.js';

/** `card` is shown on a desktop here, so it has a QR code beside its link. */
const DISPLAYS = ['card', 'qr', 'kiosk', 'print'] as const;
const SCHEMES = ['light', 'dark'] as const;
/** A decoder wants more pixels than a camera, which takes several pictures. */
const SHARP = { deviceScaleFactor: 2 };
const CODE =
  'https://wa.me/966500000000?text=Hi%20Acme%20Clinic%2C%20please%20send%20me%20queue%20updates%20for%20ticket%20A001';

for (const renderer of RENDERERS) {
  test.describe(renderer, () => {
    for (const [name, sheet] of Object.entries(HOST_RESETS)) {
      test(`every code can be scanned under "${name}"`, async ({ stageOf }) => {
        const stage = await stageOf(renderer, SHARP);
        const read: Record<string, string | null> = {};
        for (const colorScheme of SCHEMES) {
          const look = { media: { colorScheme, reducedMotion: 'reduce' }, sheet } as const;
          await stage.show(
            DISPLAYS.map((display) => ({ ...TICKET, display })),
            look,
          );
          for (const [index, display] of DISPLAYS.entries()) {
            const code = new Prompt(stage.page, renderer, stage.page.locator('.frame').nth(index)).part('qr');
            read[`${display} ${colorScheme}`] = await readQr(code);
          }
          await stage.show({ ...TICKET, qr: 'never', 'test-state': 'waiting' }, look);
          read[`help ${colorScheme}`] = await readCodeOfHelp(stage, renderer);
        }
        expect(read).toEqual(Object.fromEntries(Object.keys(read).map((key) => [key, CODE])));
      });
    }
  });
}

async function readCodeOfHelp({ page }: PromptStage, renderer: (typeof RENDERERS)[number]): Promise<string | null> {
  const prompt = new Prompt(page, renderer);
  await prompt.openHelp();
  await page.getByRole('button', { name: 'Show the QR code' }).click();
  await expect(prompt.part('qr').locator('path').first()).toBeAttached();
  return readQr(prompt.part('qr'));
}
