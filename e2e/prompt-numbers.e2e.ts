import { devices } from '@playwright/test';
import { openHostPage } from './host-page.js';
import { serveHydrated } from './hydrated-page.js';
import { listenToConsole } from './lost-files.js';
import { Prompt, TICKET } from './models/prompt.js';
import { RENDERERS } from './prompt-page.js';
import { expect, test } from './prompt-test.js';
import { REACTS } from './react-versions.js';

const { userAgent, viewport, isMobile, hasTouch } = devices['Pixel 7'];
test.use({ userAgent, viewport, isMobile, hasTouch });

/** What integrators write, and the number that WhatsApp knows. */
const NUMBERS: Readonly<Record<string, string>> = {
  '+44 (0)20 7946 0018': '442079460018',
  '+49 (0) 30 901820': '4930901820',
  '00 44 (0) 20 7946 0018': '442079460018',
  '00966 50-000.0000': '966500000000',
  '+٩٦٦٥٠٠٠٠٠٠٠٠': '966500000000',
};

/** The number that the card names, its separators left out. */
const namedNumber = async (prompt: Prompt) => (await prompt.part('number').innerText()).replace(/\D/g, '');

async function expectOneNumber(prompt: Prompt, digits: string): Promise<void> {
  const address = new RegExp(`^https://wa\\.me/${digits}\\?text=`);
  await expect(prompt.link).toHaveAttribute('href', address);
  expect(await namedNumber(prompt)).toBe(digits);
  expect(await prompt.follow()).toMatch(new RegExp(`^https://wa\\.me/${digits}[?/]`));
  expect(await namedNumber(prompt)).toBe(digits);
  await prompt.openHelp();
  expect((await prompt.helpPanel.innerText()).replace(/[^\d\n]/g, '')).toContain(digits);
}

for (const renderer of RENDERERS) {
  for (const [written, digits] of Object.entries(NUMBERS)) {
    test(`${renderer}: a number written ${written} is one number before the tap, in it and after it`, async ({
      page,
      site,
    }) => {
      await page.goto(site.page(renderer, { ...TICKET, phone: written }));
      await expectOneNumber(new Prompt(page, renderer), digits);
    });
  }
}

test('React: a number that is a JavaScript number is one number before the tap, in it and after it', async ({
  page,
  site,
}) => {
  const script = `import { createElement } from 'react';
    import { createRoot } from 'react-dom/client';
    import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
    createRoot(document.querySelector('#root')).render(createElement(WhatsAppNotificationPrompt, {
      ticketNumber: 'A001', organizationName: 'Acme Clinic', companyWhatsAppNumber: 966500000000, locale: 'en' }));`;
  await openHostPage(page, site, script);
  await expectOneNumber(new Prompt(page, 'react'), '966500000000');
});

for (const [version, modules] of Object.entries(REACTS)) {
  for (const [written, digits] of [
    [`'+44 (0)20 7946 0018'`, '442079460018'],
    ['966500000000', '966500000000'],
  ] as const) {
    test(`React ${version}: a page that a server rendered with the number ${written} is hydrated without a warning`, async ({
      page,
    }) => {
      const site = await serveHydrated(
        `import { createElement } from 'react';
         import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
         export const page = createElement(WhatsAppNotificationPrompt, { ticketNumber: 'A001',
           organizationName: 'Acme Clinic', companyWhatsAppNumber: ${written}, locale: 'en' });`,
        modules,
      );
      try {
        site.release();
        const { exceptions, lines } = listenToConsole(page);
        await page.goto(site.url);
        await expectOneNumber(new Prompt(page, 'react'), digits);
        expect(await page.evaluate(() => (globalThis as unknown as { recovered: string[] }).recovered)).toEqual([]);
        // A development build of React recommends its tools.
        expect([...exceptions, ...lines.filter((line) => !line.includes('React DevTools'))]).toEqual([]);
      } finally {
        await site.close();
      }
    });
  }
}
