import { readFile } from 'node:fs/promises';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from './models/accessibility.js';
import { Demo } from './models/demo.js';
import type { PhonePage } from './models/phone-page.js';
import { StaffPage } from './models/staff-page.js';
import { TicketPage } from './models/ticket-page.js';
import { ENGLISH } from './models/words.js';

let demo: Demo;
test.beforeAll(async () => {
  demo = await Demo.start();
});
test.afterAll(async () => {
  await demo.stop();
});

/** A customer who has opted in. @returns the address in their welcome. */
async function connect(page: Page): Promise<{ address: string; phone: PhonePage; number: string }> {
  const ticket = await TicketPage.open(page, `${demo.url}/ticket`, ENGLISH);
  const number = await ticket.number();
  const phone = await ticket.tap();
  await phone.send();
  await expect(phone.received('whatsapp')).toHaveText([/\/m\/[\w-]+/]);
  const welcome = await phone.received('whatsapp').innerText();
  return { address: /http\S+\/m\/[\w-]+/.exec(welcome)?.[0] ?? '', phone, number };
}

/** A browser that runs no script of the page's. */
async function openWithoutScript(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test('a customer pauses, goes on and stops by plain forms', async ({ page, browser, context }) => {
  test.setTimeout(120_000);
  const { address, phone, number } = await connect(page);
  const own = await openWithoutScript(browser, address);
  await expect(own.getByText(`On for ticket ${number}`)).toBeVisible();
  await own.getByRole('button', { name: '1 hour' }).click();
  await expect(own.getByText('Paused')).toBeVisible();

  const staff = await StaffPage.open(await context.newPage(), demo.url, ENGLISH);
  await staff.callNext();
  await expect(staff.notice(number)).toBeVisible();
  await expect(phone.received('whatsapp')).toHaveCount(1);

  await own.getByRole('button', { name: 'Go on now' }).click();
  await expect(own.getByText(`On for ticket ${number}`)).toBeVisible();
  await own.getByRole('button', { name: 'Stop updates' }).click();
  await expect(own.getByText('Stopped', { exact: true })).toBeVisible();
  await expect(own.getByRole('link', { name: 'Send START on WhatsApp' })).toHaveAttribute('href', /text=START/);
  expect(new URL(own.url()).pathname).toBe(new URL(address).pathname);
  await own.context().close();
});

test('a customer reads the receipt, downloads and erases, in Arabic', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const { address } = await connect(page);
  const own = await openWithoutScript(browser, address);
  await own.getByLabel(/Language/).selectOption('ar');
  await own.getByRole('button', { name: 'Save' }).click();
  await expect(own.locator('html')).toHaveAttribute('dir', 'rtl');
  await own.getByRole('link', { name: /إيصال الموافقة/ }).click();
  await expect(own.getByText('وافقت', { exact: true })).toBeVisible();
  await own.getByRole('link', { name: 'رجوع' }).click();
  const [download] = await Promise.all([
    own.waitForEvent('download'),
    own.getByRole('link', { name: /تنزيل بياناتي/ }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('"whatsapp_inbound_messages"');
  await own.getByRole('link', { name: /حذف بياناتي/ }).click();
  await own.getByRole('button', { name: 'حذف نهائي' }).click();
  await expect(own.getByRole('heading', { name: 'حُذفت بياناتك' })).toBeVisible();
  expect((await own.goto(address))?.status()).toBe(404);
  await own.context().close();
});

test('the page is drawn by its one style sheet, fits 320 px, and is accessible', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const { address } = await connect(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 640 } });
    const own = await context.newPage();
    const refused: string[] = [];
    own.on('console', (message) => void refused.push(message.text()));
    for (const path of [address, `${address}?erase=ask`, `${address}/receipt`, `${demo.url}/m/unknown`]) {
      await own.goto(path);
      await expect(own.locator('.card').first()).toHaveCSS('border-radius', '16px');
      await expectAccessible(own);
      expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
    // The browser itself names the 404.
    expect(refused.filter((text) => !text.includes('404'))).toEqual([]);
    await context.close();
  }
});
