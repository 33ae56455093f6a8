import { Prompt, TICKET } from './models/prompt.js';
import { RENDERERS } from './prompt-page.js';
import { expect, test } from './prompt-test.js';
import { READER_DEVICES, openAs } from './reader-devices.js';

const HREFS = {
  universal: /^https:\/\/wa\.me\/966500000000\?text=/,
  web: /^https:\/\/web\.whatsapp\.com\/send\?phone=966500000000&text=/,
  intent: /^intent:\/\/send\/?\?phone=966500000000/,
} as const;

test.describe.configure({ mode: 'parallel' });
for (const renderer of RENDERERS) {
  for (const [name, device] of Object.entries(READER_DEVICES)) {
    test(`${renderer}: the link and the words for ${name}`, async ({ browser, site }) => {
      const page = await openAs(browser, device);
      await page.goto(site.page(renderer, TICKET));
      const prompt = new Prompt(page, renderer);
      await expect(prompt.link).toHaveAttribute('href', HREFS[device.form]);
      await expect(prompt.link).toHaveAttribute('target', device.target);
      await expect(prompt.part('hint')).toHaveCount(device.hint ? 1 : 0);
      // A phone or a tablet cannot scan its own screen.
      await expect(prompt.part('qr')).toHaveCount(device.form === 'web' ? 1 : 0);
      await page.context().close();
    });
  }

  test(`${renderer}: no way of the help opens a tab in an unknown app on an iPhone`, async ({ browser, site }) => {
    const device = READER_DEVICES['an unknown app, or a home-screen app, on an iPhone'];
    if (!device) throw new Error('The device is gone.');
    const page = await openAs(browser, device);
    await page.goto(site.page(renderer, { ...TICKET, 'test-state': 'waiting' }));
    const prompt = new Prompt(page, renderer);
    await prompt.openHelp();
    const ways = prompt.helpPanel.getByRole('link');
    expect(await ways.count()).toBeGreaterThan(0);
    expect(await ways.evaluateAll((links) => links.map((link) => link.getAttribute('target')))).not.toContain('_blank');
    await page.context().close();
  });
}
