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
    return new AdminPage(page);
  }

  async signIn(key: string): Promise<void> {
    await this.page.getByLabel('Admin key').fill(key);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await expect(this.page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
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
