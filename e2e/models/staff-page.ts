import type { Locator, Page } from '@playwright/test';
import { PhonePage } from './phone-page.js';
import type { Words } from './words.js';

/** The clinic's side: the queue, and what a call did. */
export class StaffPage {
  private constructor(
    readonly page: Page,
    private readonly words: Words,
  ) {}

  static async open(page: Page, baseUrl: string, words: Words): Promise<StaffPage> {
    await page.goto(`${baseUrl}/staff?lang=${words.locale}`);
    return new StaffPage(page, words);
  }

  async callNext(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.callNext }).click();
  }

  /** @returns the row of the new ticket. */
  async addWalkIn(): Promise<Locator> {
    const rows = this.page.getByRole('table', { name: this.words.waitingQueue }).getByRole('row');
    await rows.first().or(this.page.getByText(this.words.emptyQueue)).first().waitFor();
    const before = await rows.count();
    await this.page.getByRole('button', { name: this.words.addWalkIn }).click();
    await rows.nth(Math.max(before, 1)).waitFor();
    return rows.last();
  }

  /** What the last call did for this ticket. */
  notice(number: string): Locator {
    return this.page.locator(`article[data-ticket="${number}"]`);
  }

  /** The phone of the ticket's holder. */
  async openPhone(number: string): Promise<PhonePage> {
    const opened = this.page.waitForEvent('popup');
    await this.page.getByRole('row', { name: number }).getByRole('link').click();
    return new PhonePage(await opened, this.words);
  }
}
