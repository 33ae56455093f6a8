import { expect as expectOfPlaywright, test as base, type BrowserContext, type Locator } from '@playwright/test';
import { createSimulator, type Simulator, type SimulatorOptions } from './create-simulator.js';
import { createTestPhone, type TestPhone } from './phone/test-phone.js';

export type { Simulator, SimulatorOptions, TestPhone };
export type { ReceivedMessage } from './phone/test-phone.js';

/** Playwright's own, so that a test needs one import. */
export const expect: typeof expectOfPlaywright = expectOfPlaywright;

/** What `test.use` and the configuration may set. */
export interface SimulatorSettings {
  /** A simulator that runs already, such as that of `whatsapp-optin dev`; `null` starts one a worker. @default null */
  simulatorUrl: string | null;
  /** Settings of the one that is started. @default {} */
  simulatorOptions: SimulatorOptions;
  /** Its port; 0 takes a free one. A fixed port serves one worker alone. @default 0 */
  simulatorPort: number;
}

/** What a test gets. */
export interface SimulatorFixtures {
  /** A person with a phone and a number of their own. Links to WhatsApp lead to it, in every page of the test. */
  phone: TestPhone & {
    /** Follows a link to WhatsApp, and presses Send. @returns the text that was sent. */
    sendFrom(link: Locator): Promise<string>;
  };
}

const WHATSAPP = /^https:\/\/(wa\.me|web\.whatsapp\.com|api\.whatsapp\.com)\//;
const PAGE = '<!doctype html><title>WhatsApp</title>';

interface Started {
  url: string;
  /** `null`: it runs in another process. */
  simulator: Simulator | null;
}

/**
 * Playwright's `test` with a simulator and a phone. `simulator` is started once a worker, when a test or a fixture asks for it:
 * point your server at `simulator.url`, and the simulator at your server by `simulator.configureWebhook`.
 */
export const test = base.extend<SimulatorFixtures, SimulatorSettings & { simulator: Simulator; started: Started }>({
  simulatorUrl: [null, { option: true, scope: 'worker' }],
  simulatorOptions: [{}, { option: true, scope: 'worker' }],
  simulatorPort: [0, { option: true, scope: 'worker' }],
  started: [
    async ({ simulatorUrl, simulatorOptions, simulatorPort }, use) => {
      if (simulatorUrl !== null) return use({ url: simulatorUrl.replace(/\/$/, ''), simulator: null });
      const simulator = createSimulator(simulatorOptions);
      await use({ url: await simulator.listen(simulatorPort), simulator });
      await simulator.close();
    },
    { scope: 'worker', box: true },
  ],
  simulator: [
    async ({ started: { simulator } }, use) => {
      if (simulator === null)
        throw new Error('`simulatorUrl` names a simulator of another process; `phone` alone reaches it.');
      await use(simulator);
    },
    { scope: 'worker' },
  ],
  phone: async ({ context, started: { url } }, use) => {
    const phone = createTestPhone(url);
    const follow = await interceptWhatsApp(context);
    await use({
      ...phone,
      async sendFrom(link) {
        const { to, text } = await follow(link);
        await phone.send(text, to);
        return text;
      },
    });
  },
});

/** Answers for WhatsApp's own pages. @returns follows a link: whom it writes to, and what */
async function interceptWhatsApp(
  context: BrowserContext,
): Promise<(link: Locator) => Promise<{ to: string; text: string }>> {
  await context.route(WHATSAPP, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
  return async (link) => {
    // A link whose opt-in is still being made has no address yet.
    const asked = context.waitForEvent('request', (request) => WHATSAPP.test(request.url()));
    await link.click();
    const { pathname, searchParams } = new URL((await asked).url());
    const to = (searchParams.get('phone') ?? pathname.slice(1)).replace(/\D/g, '');
    return { to: `+${to}`, text: searchParams.get('text') ?? '' };
  };
}
