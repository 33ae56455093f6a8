import type { BrowserContext, Page } from '@playwright/test';
import { RENDERERS, type PromptSite, type Renderer } from './prompt-page.js';
import { expect, test } from './prompt-test.js';
import { visitWhatsApp } from './whatsapp-tab.js';

const VIEWPORT = { width: 360, height: 740 };
/** Written out once more: a test that took them from the code would accept any. */
const WORDS = {
  en: {
    offline: "You're offline. This page updates when you're back.",
    withLink: "We can't show live status right now. You can still send the message.",
    heading: "Get notified when it's your turn!",
    help: 'Send the message yourself',
  },
  ar: {
    offline: 'لا يوجد اتصال بالإنترنت. تتحدّث هذه الصفحة عند عودة الاتصال.',
    withLink: 'لا يمكن عرض الحالة المباشرة حاليًا. إرسال الرسالة ما زال ممكنًا.',
    heading: 'إشعار يصلكم عندما يحين دوركم!',
    help: 'إرسال الرسالة يدويًا',
  },
} as const;
const LOCALES = ['en', 'ar'] as const;
type Locale = (typeof LOCALES)[number];

const live = (site: PromptSite, locale: Locale) => ({
  ...{ phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale },
  ...{ server: site.url, 'publishable-key': 'pk_example' },
});
const card = (page: Page) => page.locator('.whatsapp-optin-card');

async function open(page: Page, site: PromptSite, { renderer, locale }: { renderer: Renderer; locale: Locale }) {
  await page.setViewportSize(VIEWPORT);
  await page.goto(site.page(renderer, live(site, locale)));
  await expect(card(page)).toHaveAttribute('lang', locale);
}

/** Loses the network, and has what is open end as a browser ends it. */
async function loseNetwork(context: BrowserContext, site: PromptSite): Promise<void> {
  await context.setOffline(true);
  site.cutStreams();
}

/** The words are seen whole, inside the window, and no line lies upon another. */
async function expectWhole(page: Page, selector: string): Promise<void> {
  const faults = await page.locator(selector).evaluate((node) => {
    node.scrollIntoView({ block: 'nearest' });
    const { left, right, top, bottom } = node.getBoundingClientRect();
    return [
      ...(left < 0 || right > innerWidth || top < 0 || bottom > innerHeight ? ['it sticks out of the window'] : []),
      ...(node.scrollWidth > node.clientWidth || node.scrollHeight > node.clientHeight + 1 ? ['it is cut off'] : []),
    ];
  });
  expect(faults).toEqual([]);
}

for (const renderer of RENDERERS) {
  for (const locale of LOCALES) {
    const words = WORDS[locale];

    test(`${renderer}: a card that loses the network says so until it is back, ${locale}`, async ({
      page,
      context,
      site,
    }) => {
      site.release();
      await open(page, site, { renderer, locale });
      await expect.poll(() => site.openStreams()).toBe(1);
      await expect(page.getByRole('status')).toHaveText('');
      await loseNetwork(context, site);
      await expect(page.getByRole('status')).toHaveText(words.offline);
      await expect(page.getByRole('heading', { level: 2 })).toHaveText(words.heading);
      await expectWhole(page, '.whatsapp-optin-status');
      site.mendStreams();
      await context.setOffline(false);
      await expect(page.getByRole('status')).toHaveText('');
    });

    test(`${renderer}: the help of a card that waits offline opens and says it too, ${locale}`, async ({
      page,
      context,
      site,
    }) => {
      site.release();
      await open(page, site, { renderer, locale });
      await expect.poll(() => site.openStreams()).toBe(1);
      await visitWhatsApp(page, () => page.locator('.whatsapp-optin-link').click());
      await expect(card(page)).toHaveAttribute('data-state', 'waiting');
      await loseNetwork(context, site);
      await expect(page.getByRole('status')).toHaveText(words.offline);
      await page.locator('.whatsapp-optin-card [data-action=help]').click();
      await expect(page.getByRole('dialog', { name: words.help })).toBeVisible();
      await expect(page.locator('.whatsapp-optin-help-panel[data-placed=true]')).toBeVisible();
      await expect(page.locator('.whatsapp-optin-status-copy')).toHaveText(words.offline);
      await expectWhole(page, '.whatsapp-optin-status-copy');
      await expectWhole(page, '.whatsapp-optin-help-panel .whatsapp-optin-help');
    });

    test(`${renderer}: where the server fails, the heading stays and the status says why, ${locale}`, async ({
      stageOf,
    }) => {
      const stage = await stageOf(renderer);
      const ticket = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale };
      await stage.show({ ...ticket, 'test-state': 'failed' }, { viewport: VIEWPORT });
      const { page } = stage;
      await expect(page.getByRole('heading', { level: 2 })).toHaveText(words.heading);
      await expect(page.getByRole('status')).toHaveText(words.withLink);
      await expect(page.locator('.whatsapp-optin-link')).toHaveAttribute('href', /966500000000/);
      await expectWhole(page, '.whatsapp-optin-status');
    });
  }
}
