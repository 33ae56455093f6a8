import type { Locator, Page } from '@playwright/test';
import { PhonePage } from './phone-page.js';
import type { Words } from './words.js';

/** A ticket page with the prompt on it; the same for React and plain HTML. */
export class TicketPage {
  readonly link: Locator;
  readonly prompt: Locator;

  private constructor(
    readonly page: Page,
    private readonly words: Words,
  ) {
    this.link = page.getByRole('link', { name: words.link });
    this.prompt = page.getByRole('region', { name: words.prompt });
  }

  /** Takes a ticket. */
  static async open(page: Page, url: string, words: Words): Promise<TicketPage> {
    await page.goto(url);
    return new TicketPage(page, words);
  }

  /** What stands large on the ticket, `A001`. */
  async number(): Promise<string> {
    const heading = await this.page.getByRole('heading', { level: 1 }).innerText();
    return /A\d{3}/.exec(heading)?.[0] ?? heading;
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  /** Taps the link; the demo opens its phone where WhatsApp would have opened. */
  async tap(): Promise<PhonePage> {
    const opened = this.page.waitForEvent('popup');
    await this.link.click();
    return new PhonePage(await opened, this.words);
  }
}
