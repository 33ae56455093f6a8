import { devices, type BrowserContext } from '@playwright/test';
import { listenToConsole, loseFile } from './lost-files.js';
import { PhoneJourney, STEPS, type Step } from './models/phone-journey.js';
import { TICKET, liveTicket } from './models/prompt.js';
import { RENDERERS, emittedEvents, type PromptSite, type Renderer } from './prompt-page.js';
import { expect, test } from './prompt-test.js';
import { iconSizes } from './icon-sizes.js';

const { userAgent, viewport, isMobile, hasTouch } = devices['Pixel 7'];
test.use({ userAgent, viewport, isMobile, hasTouch });
test.describe.configure({ mode: 'parallel' });

type Settings = Readonly<Record<string, string>>;
const KINDS: Readonly<Record<string, (site: PromptSite) => Settings>> = {
  'with server and phone': liveTicket,
  'with server': ({ url }) => ({ ticket: 'A001', locale: 'en', server: url, 'publishable-key': 'pk_example' }),
  'with phone': () => TICKET,
};

/** The lazy files of a journey, by the step that requests them. */
async function filesOfJourney(context: BrowserContext, renderer: Renderer, site: PromptSite, settings: Settings) {
  const page = await context.newPage();
  const found: { file: string; step: Step }[] = [];
  const journey = new PhoneJourney(page, renderer, site, settings);
  for (const step of STEPS) {
    const listen = (request: { url(): string }) => {
      const file = new URL(request.url()).pathname;
      const isKnown = found.some((one) => one.file === file);
      if (!isKnown && site.bundles[renderer].lazy.includes(file)) found.push({ file, step });
    };
    page.on('request', listen);
    await journey.take(step);
    page.off('request', listen);
  }
  await page.close();
  site.reset();
  expect(found.length, 'some of it is lazy').toBeGreaterThan(0);
  return found;
}

for (const renderer of RENDERERS) {
  for (const [kind, settingsFor] of Object.entries(KINDS)) {
    // Twice, since the second retry comes after the first one, whose failure it includes.
    test(`${renderer} ${kind}: works after a file has failed twice and then loads`, async ({ context, site }) => {
      const settings = settingsFor(site);
      for (const { file } of await filesOfJourney(context, renderer, site, settings)) {
        await test.step(file, async () => {
          const page = await context.newPage();
          const { exceptions } = listenToConsole(page);
          await loseFile(page, file, 2);
          const journey = new PhoneJourney(page, renderer, site, settings);
          for (const step of STEPS) await journey.take(step);
          if (settings['server']) await journey.send();
          await expect(journey.prompt.container).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
          expect(Math.max(...(await iconSizes(page)))).toBeLessThanOrEqual(64);
          expect(exceptions).toEqual([]);
          await page.close();
          site.reset();
        });
      }
    });

    test(`${renderer} ${kind}: a file that never comes leaves a link that works, and is named once`, async ({
      context,
      site,
    }) => {
      const settings = settingsFor(site);
      for (const { file, step } of await filesOfJourney(context, renderer, site, settings)) {
        await test.step(file, async () => {
          const page = await context.newPage();
          const { exceptions, lines } = listenToConsole(page);
          await loseFile(page, file, Infinity);
          const journey = new PhoneJourney(page, renderer, site, settings);
          for (const earlier of STEPS.slice(0, STEPS.indexOf(step))) await journey.take(earlier);
          await journey.begin(step);
          await journey.giveUp();
          if (settings['phone']) await journey.expectWorkingLink();
          else if (renderer === 'element' && step === 'open the page')
            await expect(page.getByRole('link', { name: 'Get updates on WhatsApp' })).toBeVisible();
          expect((await emittedEvents(page)).filter((event) => event.startsWith('failure'))).toHaveLength(1);
          expect(lines.filter((line) => line.includes(file.slice(1)))).toHaveLength(1);
          expect(exceptions).toEqual([]);
          await page.close();
          site.reset();
        });
      }
    });
  }
}
