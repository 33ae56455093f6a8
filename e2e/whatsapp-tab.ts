import type { BrowserContext, Page } from '@playwright/test';

const WHATSAPP = /^https:\/\/(wa\.me|web\.whatsapp\.com)\//;

/** Replaces WhatsApp's own pages, so that a followed link opens a page and no error. */
export async function answerForWhatsApp(context: BrowserContext): Promise<void> {
  await context.route(WHATSAPP, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>WhatsApp</title>' }),
  );
}

/** Follows a link to WhatsApp, and closes the tab that it has opened. @returns where that tab was sent */
export async function visitWhatsApp(page: Page, follow: () => Promise<unknown>): Promise<string> {
  const opened = page.context().waitForEvent('page');
  await follow();
  const tab = await opened;
  await tab.waitForURL(WHATSAPP, { waitUntil: 'commit' });
  const address = tab.url();
  await tab.close();
  return address;
}
