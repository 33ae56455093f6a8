import { test as base, type BrowserContext, type BrowserContextOptions } from '@playwright/test';
import { PromptStage } from './prompt-stage.js';
import { bundlePrompts } from './prompt-entries.js';
import { servePrompt, type PromptSite, type Renderer } from './prompt-page.js';
import { answerForWhatsApp } from './whatsapp-tab.js';

export { expect } from '@playwright/test';

/** After this time a visible page opens the help by itself. On a slow machine that may fall between two steps of a test. */
const HELP_AFTER_MS = 2_500;

type StageOf = (renderer: Renderer, screen?: Screen) => Promise<PromptStage>;
/** What a page cannot change once it is open. */
type Screen = Pick<BrowserContextOptions, 'deviceScaleFactor' | 'hasTouch' | 'isMobile' | 'userAgent'>;

interface PromptFixtures {
  /** The site of all tests of a worker, as it was at its beginning. */
  site: PromptSite;
  /** The help opens by itself after its 2.5 s. */
  helpOpensByItself: boolean;
  /** The one page of a renderer for all tests that need none of their own; one more for each other screen. */
  stageOf: StageOf;
}

interface PromptWorkerFixtures {
  workerSite: PromptSite;
  workerStageOf: StageOf;
}

/** Playwright's `test` with the prompt's site, bundled once, and with an answer to every link that leads to WhatsApp. */
export const test = base.extend<PromptFixtures, PromptWorkerFixtures>({
  workerSite: [
    async ({ playwright: _ }, use) => {
      const site = await servePrompt(await bundlePrompts());
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  workerStageOf: [
    async ({ browser, workerSite }, use) => {
      const stages = new Map<string, PromptStage>();
      await use(async (renderer, screen = {}) => {
        const key = `${renderer} ${JSON.stringify(screen)}`;
        const known = stages.get(key);
        if (known) return known;
        const context = await browser.newContext(screen);
        await prepareContext(context, false);
        const stage = await PromptStage.open(await context.newPage(), workerSite, renderer);
        stages.set(key, stage);
        return stage;
      });
      for (const stage of stages.values()) await stage.close();
    },
    { scope: 'worker' },
  ],
  site: async ({ workerSite }, use) => {
    workerSite.reset();
    await use(workerSite);
  },
  stageOf: async ({ workerStageOf, site: _ }, use) => {
    await use(workerStageOf);
  },
  helpOpensByItself: [false, { option: true }],
  context: async ({ context, helpOpensByItself }, use) => {
    await prepareContext(context, helpOpensByItself);
    await use(context);
  },
});

export async function prepareContext(context: BrowserContext, helpOpensByItself: boolean): Promise<void> {
  await answerForWhatsApp(context);
  if (helpOpensByItself) return;
  await context.addInitScript((held) => {
    const wait = globalThis.setTimeout;
    const patient = (task: () => void, delay?: number) => (delay === held ? 0 : wait(task, delay));
    Object.assign(globalThis, { setTimeout: patient });
  }, HELP_AFTER_MS);
}
