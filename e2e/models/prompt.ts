import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { Renderer } from '../prompt-page.js';
import { visitWhatsApp } from '../whatsapp-tab.js';

export const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' } as const;

/** The same ticket with a companion server. */
export const liveTicket = ({ url }: { url: string }) => ({ ...TICKET, server: url, 'publishable-key': 'pk_example' });

/** Headings by state, written out once more: a test that took them from the code would accept any. */
const HEADINGS = {
  idle: "Get notified when it's your turn!",
  waiting: 'Now press Send in WhatsApp',
  connected: 'WhatsApp updates are on',
} as const;

/** One prompt of a page, as a customer uses it; the same for both renderers. */
export class Prompt {
  readonly link: Locator;
  readonly skip: Locator;
  readonly status: Locator;
  readonly help: Locator;
  readonly helpPanel: Locator;
  private readonly scope: Page | FrameLocator | Locator;

  /** @param scope - where to look for it; default: the page */
  constructor(
    readonly page: Page,
    readonly renderer: Renderer,
    scope?: FrameLocator | Locator,
  ) {
    this.scope = scope ?? page;
    this.link = this.scope.getByRole('link', { name: 'Enable WhatsApp Notifications' });
    this.skip = this.scope.getByRole('button', { name: 'Skip' });
    this.status = this.scope.getByRole('status');
    this.help = this.scope.getByRole('button', { name: /^WhatsApp did(n’t| not) open\?$/ });
    this.helpPanel = this.scope.getByRole('dialog', { name: 'Send the message yourself' });
  }

  /** A documented part: of the element by `part`, of React by its class. */
  part(name: string): Locator {
    return this.scope.locator(this.renderer === 'element' ? `[part~="${name}"]` : `.whatsapp-optin-${name}`);
  }

  /** The outer box. */
  get container(): Locator {
    return this.renderer === 'element' ? this.part('container') : this.scope.locator('.whatsapp-optin').first();
  }

  heading(state: keyof typeof HEADINGS): Locator {
    return this.scope.getByRole('heading', { name: HEADINGS[state] });
  }

  async expectState(state: keyof typeof HEADINGS): Promise<void> {
    await expect(this.heading(state)).toBeVisible();
  }

  /** Follows the link, and closes the tab that it has opened. @returns where that tab was sent */
  async follow(): Promise<string> {
    await expect(this.link).toHaveAttribute('href', /^https:/);
    const address = await visitWhatsApp(this.page, () => this.link.click());
    await this.expectState('waiting');
    return address;
  }

  async openHelp(): Promise<void> {
    await this.help.click();
    await expect(this.helpPanel).toBeVisible();
  }
}
