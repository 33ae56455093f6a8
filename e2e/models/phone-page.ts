import type { Locator, Page } from '@playwright/test';
import type { Words } from './words.js';

/** The simulated phone, as its owner sees it. */
export class PhonePage {
  readonly composer: Locator;
  readonly conversation: Locator;

  constructor(
    readonly page: Page,
    private readonly words: Words,
  ) {
    this.composer = page.getByRole('textbox', { name: words.message });
    this.conversation = page.getByRole('log', { name: words.conversation });
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.send, exact: true }).click();
  }

  /** The messages that the phone has received, oldest first. */
  received(channel: 'whatsapp' | 'sms' | 'push'): Locator {
    return this.conversation.locator(`li[data-direction="in"][data-channel="${channel}"]`);
  }
}
