import { iconSizes } from './icon-sizes.js';
import { TICKET } from './models/prompt.js';
import { RENDERERS } from './prompt-page.js';
import { expect, test } from './prompt-test.js';

const STATES = ['idle', 'waiting', 'connected', 'expired', 'declined', 'failed'];
const DISPLAYS = ['card', 'bar', 'button', 'floating', 'sheet', 'qr', 'kiosk', 'print'];

for (const renderer of RENDERERS) {
  test(`${renderer}: no icon fills the page if the style sheets do not load`, async ({ stageOf }) => {
    const stage = await stageOf(renderer);
    await stage.show(
      DISPLAYS.flatMap((display) => STATES.map((state) => ({ ...TICKET, display, 'test-state': state }))),
    );
    await stage.page.evaluate(() => {
      for (const root of [document, ...[...document.querySelectorAll('*')].flatMap((node) => node.shadowRoot ?? [])]) {
        root.adoptedStyleSheets = [];
        for (const style of root.querySelectorAll('style')) style.remove();
      }
    });
    const sizes = await iconSizes(stage.page);
    expect(sizes.length).toBeGreaterThan(DISPLAYS.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64);
  });
}
