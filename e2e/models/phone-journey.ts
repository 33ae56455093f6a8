import { expect, type Page } from '@playwright/test';
import { OPT_IN_CODE } from '../opt-in-api.js';
import type { PromptSite, Renderer } from '../prompt-page.js';
import { visitWhatsApp } from '../whatsapp-tab.js';
import { Prompt } from './prompt.js';

/** The steps of a customer on a phone, in their order. */
export const STEPS = ['open the page', 'tap', 'open the help', 'show the QR'] as const;
export type Step = (typeof STEPS)[number];

/** A customer on a phone, whose page has a clock that stands still between steps. */
export class PhoneJourney {
  readonly prompt: Prompt;

  constructor(
    readonly page: Page,
    renderer: Renderer,
    private readonly site: PromptSite,
    private readonly settings: Readonly<Record<string, string>>,
  ) {
    this.prompt = new Prompt(page, renderer);
  }

  /** Takes one step, and waits until it has had its effect. */
  async take(step: Step): Promise<void> {
    await this.begin(step);
    if (step === 'open the page') {
      const href = this.settings['server'] ? new RegExp(OPT_IN_CODE) : /^https:\/\/wa\.me\/966500000000/;
      await this.pass(() => expect(this.prompt.link).toHaveAttribute('href', href, AT_ONCE));
    } else if (step === 'tap') await this.pass(() => expect(this.prompt.heading('waiting')).toBeVisible(AT_ONCE));
    else if (step === 'open the help') await this.pass(() => expect(this.prompt.helpPanel).toBeVisible(AT_ONCE));
    else await this.pass(() => expect(this.prompt.part('qr').locator('path').first()).toBeVisible(AT_ONCE));
  }

  /** Takes one step, and waits for nothing. */
  async begin(step: Step): Promise<void> {
    if (step === 'open the page') {
      this.site.release();
      await this.page.clock.install();
      await this.page.goto(this.site.page(this.prompt.renderer, this.settings));
    } else if (step === 'tap') await visitWhatsApp(this.page, () => this.prompt.link.tap());
    else if (step === 'open the help') await this.openHelp();
    else await this.page.getByRole('button', { name: 'Show the QR code' }).tap();
  }

  /** The help opens by itself 2.5 s after the tap; on a slow machine `pass` has let them pass. */
  private async openHelp(): Promise<void> {
    if (!(await this.prompt.helpPanel.isVisible())) await this.prompt.help.tap();
  }

  /** The customer's message arrives. */
  async send(): Promise<void> {
    this.site.connect();
    await this.pass(() => expect(this.prompt.heading('connected')).toBeVisible(AT_ONCE));
  }

  /** Lets a minute pass on the page's clock, at most, until the expectation holds. */
  async pass(holds: () => Promise<void>): Promise<void> {
    let seconds = 0;
    await expect(async () => {
      if (seconds > 0 && seconds <= 60) await this.page.clock.runFor(5_000);
      seconds += 5;
      await holds();
    }).toPass({ timeout: 10_000, intervals: [20, 50, 100, 250] });
  }

  /** A link to WhatsApp can be seen, and a tap on it opens a tab. A panel over it is closed first. */
  async expectWorkingLink(): Promise<void> {
    if (await this.prompt.helpPanel.isVisible())
      await this.prompt.helpPanel.getByRole('button', { name: 'Close' }).tap();
    const link = this.page.locator('a[href^="https://wa.me/966500000000"]').filter({ visible: true });
    await visitWhatsApp(this.page, () => link.first().tap());
  }

  /** Lets ten minutes pass on the page's clock; answers of the network come in between. */
  async giveUp(): Promise<void> {
    for (let passedS = 0; passedS < 600; passedS += 15) await this.page.clock.runFor(15_000);
  }
}

const AT_ONCE = { timeout: 200 };
