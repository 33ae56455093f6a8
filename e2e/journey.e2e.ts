import { devices, expect, test } from '@playwright/test';
import { expectAccessible } from './models/accessibility.js';
import { Demo } from './models/demo.js';
import { StaffPage } from './models/staff-page.js';
import { TicketPage } from './models/ticket-page.js';
import { ARABIC, ENGLISH } from './models/words.js';

const CODE = /[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}/;
const PAGES = [
  { name: 'React', path: '/ticket' },
  { name: 'plain HTML', path: '/plain' },
] as const;

/** A phone, since that is where a ticket page is read. */
const { userAgent, viewport, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 7'];
test.use({ userAgent, viewport, deviceScaleFactor, isMobile, hasTouch });

let demo: Demo;
test.beforeEach(async () => {
  demo = await Demo.start();
});
test.afterEach(async () => {
  await demo.stop();
});

for (const { name, path } of PAGES) {
  for (const words of [ENGLISH, ARABIC]) {
    test(`a customer writes first and gets the message that it is their turn: ${name}, ${words.locale}`, async ({
      page,
      context,
    }) => {
      const ticket = await TicketPage.open(page, `${demo.url}${path}?lang=${words.locale}`, words);
      await expect(page.locator('html')).toHaveAttribute('dir', words.dir);
      await expect(ticket.prompt).toBeVisible();
      const number = await ticket.number();
      expect(number).toBe('A001');

      await expect(ticket.link).toHaveAttribute('href', /^https:\/\/wa\.me\/966500000000\?text=/);
      const href = new URL((await ticket.link.getAttribute('href')) ?? '');
      const message = href.searchParams.get('text') ?? '';
      expect(message.startsWith(words.prewritten(number)), message).toBe(true);
      expect(message.slice(words.prewritten(number).length)).toMatch(new RegExp(`^${CODE.source}\\)$`));
      expect(href.search).not.toContain('+');
      await expectAccessible(page);

      const phone = await ticket.tap();
      await expect(phone.composer).toHaveValue(message);
      await expect(ticket.heading(words.waiting)).toBeVisible();
      await expectAccessible(phone.page);
      await expectAccessible(page);
      expect(await demo.ledger('whatsapp_send'), 'nothing is sent before the customer writes').toEqual([]);

      await phone.send();
      await expect(ticket.heading(words.connected)).toBeVisible();
      await expect(page.getByText(words.until)).toBeVisible();
      await expect(phone.received('whatsapp')).toHaveText([words.welcome]);
      const links = phone.received('whatsapp').getByRole('link');
      await expect(links.first()).toHaveAttribute('href', page.url());
      await expect(links.last()).toHaveAttribute('href', new RegExp(`^${demo.url}/m/`));
      await expectAccessible(page);

      const staff = await StaffPage.open(await context.newPage(), demo.url, words);
      await staff.callNext();
      await expect(staff.notice(number)).toHaveAttribute('data-method', 'whatsapp_fallback');
      await expectAccessible(staff.page);
      await expect(phone.received('whatsapp').last()).toContainText(words.yourTurn(number));
      await page.bringToFront();
      await expect(page.getByText(words.calledNews)).toBeVisible();
      await expectAccessible(phone.page);
    });
  }
}

test('a customer who never wrote gets no WhatsApp, and the answer says why', async ({ page }) => {
  const staff = await StaffPage.open(page, demo.url, ENGLISH);
  await staff.addWalkIn();
  const second = await staff.addWalkIn();
  await expect(second).toContainText(ENGLISH.noSession);
  await staff.callNext();

  const first = staff.notice('A001');
  await expect(first).toHaveAttribute('data-method', 'sms_fallback');
  await expect(first).toContainText(ENGLISH.noSession);
  await expect(staff.notice('A002')).toHaveAttribute('data-method', 'none');
  await expect(staff.notice('A002')).toContainText(ENGLISH.noSession);
  await expectAccessible(page);

  expect(await demo.ledger('whatsapp_send')).toEqual([]);
  expect(await demo.ledger('sms_send')).toMatchObject([
    { accepted: true, text: "It's your turn! Ticket: A001. Please proceed to Room 2." },
  ]);
});

test('the next customer who has opted in gets a message that their turn is near', async ({ page, context }) => {
  await StaffPage.open(page, demo.url, ENGLISH).then((staff) => staff.addWalkIn());
  const ticket = await TicketPage.open(await context.newPage(), `${demo.url}/ticket?lang=en`, ENGLISH);
  const phone = await ticket.tap();
  await phone.send();
  await expect(ticket.heading(ENGLISH.connected)).toBeVisible();
  await page.bringToFront();
  await page.getByRole('button', { name: ENGLISH.callNext }).click();
  await expect(phone.received('whatsapp').last()).toContainText("Ticket A002: it's almost your turn.");
});

test('a skipped prompt leads to no message', async ({ page }) => {
  const ticket = await TicketPage.open(page, `${demo.url}/plain?lang=en`, ENGLISH);
  await page.getByRole('button', { name: 'Skip' }).click();
  await expect(ticket.heading('No WhatsApp updates')).toBeVisible();
  await expectAccessible(page);
  expect(await demo.ledger('whatsapp_send')).toEqual([]);
});

test('who allows notifications is reached by push, and by nothing else', async ({ page, context }) => {
  await TicketPage.open(page, `${demo.url}/plain?lang=en`, ENGLISH);
  await page.getByRole('button', { name: 'Allow notifications in this browser' }).click();
  await expect(page.getByText('Notifications are allowed in this browser.')).toBeVisible();
  await expectAccessible(page);

  const staff = await StaffPage.open(await context.newPage(), demo.url, ENGLISH);
  await staff.callNext();
  await expect(staff.notice('A001')).toHaveAttribute('data-method', 'push');
  const phone = await staff.openPhone('A001');
  await expect(phone.received('push')).toContainText(["It's your turn"]);
  await expectAccessible(phone.page);
  expect(await demo.ledger('whatsapp_send')).toEqual([]);
  expect(await demo.ledger('sms_send')).toEqual([]);
});
