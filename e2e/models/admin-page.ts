import { expect, type Locator, type Page } from '@playwright/test';

/** The dashboard at /admin, as a manager sees it. */
export class AdminPage {
  private constructor(readonly page: Page) {}

  /** Listens, from before the first script, for what the page's policy had to stop. */
  static async open(page: Page, baseUrl: string): Promise<AdminPage> {
    await page.addInitScript(() => {
      const stopped: string[] = [];
      Object.assign(globalThis, { stopped });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
        stopped.push(`${violatedDirective}: ${sample}`),
      );
    });
    await page.goto(`${baseUrl}/admin`);
    // Until then the page is the outline that its HTML has.
    await page.locator('.woa-sign-in').waitFor();
    return new AdminPage(page);
  }

  async signIn(key: string): Promise<void> {
    await this.page.getByLabel('Admin key').fill(key);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await expect(this.page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  }

  /** Signs in on any width, in any language. */
  async enter(key: string): Promise<void> {
    await this.page.locator('input[type=password], input').first().fill(key);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.woa-console').waitFor();
  }

  /** Changes the language of this browser. */
  async choose(preferences: { locale: 'en' | 'ar' }): Promise<void> {
    await this.page.evaluate((kept) => localStorage.setItem('whatsapp-optin-admin', JSON.stringify(kept)), preferences);
    await this.page.reload();
    await this.page.locator(`.woa-console[lang=${preferences.locale}]`).waitFor();
  }

  /** Opens a page by its path below `/admin` without a reload, and waits for its data. */
  async open(path: string): Promise<void> {
    await this.page.evaluate((to) => {
      history.pushState(null, '', `/admin/${to}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await expect(this.page.locator('main :is(.woa-head, h2)').first()).toBeVisible();
    await expect(this.page.locator('.woa-ghost')).toHaveCount(0);
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** Path of the page of somebody who has written. */
  async anyCustomer(): Promise<string> {
    return this.page.evaluate(async () => {
      const answer = await fetch('/api/admin/inbound-messages?limit=1');
      const { items } = (await answer.json()) as { items: { customer: { contactId: string } }[] };
      return `customers/${items[0]?.customer.contactId}`;
    });
  }

  async goTo(name: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name }).click();
    await expect(this.page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
  }

  row(table: string, name: string | RegExp): Locator {
    return this.page.getByRole('table', { name: table }).getByRole('row', { name });
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** What the policy has stopped so far: it never should have had to. */
  async expectNothingStopped(): Promise<void> {
    expect(await this.page.evaluate(() => (globalThis as unknown as { stopped: string[] }).stopped)).toEqual([]);
  }
}
