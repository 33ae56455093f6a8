import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './models/accessibility.js';
import { AdminPage } from './models/admin-page.js';
import { Demo } from './models/demo.js';
import { StaffPage } from './models/staff-page.js';
import { TicketPage } from './models/ticket-page.js';
import { ENGLISH } from './models/words.js';

/** Staff have wide screens. A fixed language keeps the assertions valid. */
test.use({ viewport: { width: 1400, height: 900 }, locale: 'en-GB' });

let demo: Demo;
test.beforeAll(async () => {
  demo = await Demo.start();
});
test.afterAll(async () => {
  await demo.stop();
});

test('a manager sees a customer become reachable, looks after them, and forgets them', async ({ page, context }) => {
  test.setTimeout(180_000);
  const admin = await AdminPage.open(page, demo.url);
  await expectAccessible(page);
  await page.getByLabel('Admin key').fill('ak_wrong');
  await admin.button('Sign in').click();
  await expect(page.getByText('This key is unknown')).toBeVisible();
  await admin.signIn(demo.adminKey);
  await expect(page.getByRole('heading', { name: 'No sessions yet' })).toBeVisible();
  await expectAccessible(page);

  const ticket = await TicketPage.open(await context.newPage(), `${demo.url}/ticket`, ENGLISH);
  const number = await ticket.number();
  const phone = await ticket.tap();
  await phone.send();
  await expect(ticket.heading(ENGLISH.connected)).toBeVisible();
  await page.bringToFront();
  // No reload: the staff's page receives the change.
  await expect(admin.row('Sessions', number)).toContainText(/in 2[34] h/);
  await expectAccessible(page);

  const masked = admin.row('Sessions', number).getByText(/^\+966•+\d\d$/);
  await expect(masked).toBeVisible();
  await admin
    .row('Sessions', number)
    .getByRole('button', { name: /^Show number/ })
    .click();
  const revealed = admin.row('Sessions', number).getByText(/^\+9665\d{8}$/);
  await expect(revealed).toBeVisible();
  const customerPhone = await revealed.innerText();

  const staff = await StaffPage.open(await context.newPage(), demo.url, ENGLISH);
  await staff.callNext();
  await expect(staff.notice(number)).toBeVisible();
  await page.bringToFront();
  await admin.goTo('Deliveries');
  await admin
    .row('Notifications', new RegExp(`Your turn ${number}`))
    .getByRole('button')
    .click();
  const attempts = admin.dialog('Attempts').getByRole('list');
  await expect(attempts.getByRole('listitem').filter({ hasText: 'WhatsApp' })).toContainText(
    /Accepted|Sent|Delivered|Read/,
  );
  await expectAccessible(page);
  await admin.button('Close').click();

  await admin.goTo('Sessions');
  const received = await phone.received('whatsapp').count();
  await admin.row('Sessions', number).getByRole('checkbox').check();
  await admin.button('Send reminder').click();
  const bulk = admin.dialog('Send a reminder');
  await expect(bulk.getByText('1 customer would get the reminder')).toBeVisible();
  await expectAccessible(page);
  await bulk.getByRole('button', { name: 'Send to 1 customer' }).click();
  await expect(bulk.getByText('1 customer got the reminder')).toBeVisible();
  await expect(phone.received('whatsapp')).toHaveCount(received + 1);
  await bulk.getByRole('button', { name: 'Close' }).click();

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export CSV' }).click();
  const csv = await readFile(await (await downloading).path(), 'utf8');
  expect(csv).toContain(number);

  await admin.goTo('Inbox');
  await expect(page.getByRole('list', { name: 'Inbox' })).toContainText('Opted in with a code');
  await expectAccessible(page);
  await admin.goTo('Compliance');
  await expect(page.getByText(/^0 of \d+ WhatsApp messages were unsolicited$/)).toBeVisible();
  await expectAccessible(page);

  await admin.goTo('General');
  await page.getByRole('radio', { name: 'Casual' }).check();
  await admin.button('Save').click();
  await expect(page.getByText('Saved')).toBeVisible();
  await expectAccessible(page);
  const later = await TicketPage.open(await context.newPage(), `${demo.url}/ticket`, ENGLISH);
  const text = new URL((await later.link.getAttribute('href')) ?? '').searchParams.get('text');
  expect(text).toContain('Just got ticket');

  await page.bringToFront();
  await admin.goTo('Data requests');
  await page.getByLabel('Phone number').fill(customerPhone);
  await admin.button('Erase data').click();
  await admin.dialog('Erase for good?').getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('heading', { name: /^Erased, / })).toBeVisible();
  await expectAccessible(page);

  for (const name of ['SMS', 'Data retention', 'Keys', 'Audit log']) {
    await admin.goTo(name);
    await expect(page.getByText('Loading', { exact: true })).toHaveCount(0);
    await expectAccessible(page);
  }
  await expect(admin.row('Audit log', /Person erased/)).toBeVisible();
  await admin.expectNothingStopped();
  await admin.button('Sign out').click();
  await expect(page.getByLabel('Admin key')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Admin key')).toBeVisible();
});

/** 500 texts that a page might take for markup, script, a style, a template or an order to turn the text round. */
function hostileTexts(): string[] {
  const orders = [
    'globalThis.stopped.push(1)',
    'alert(1)',
    'fetch("https://evil.example")',
    'document.title=1',
    'location="https://evil.example"',
  ];
  const shapes = [
    (js: string) => `<script>${js}</script>`,
    (js: string) => `<img src=x onerror='${js}'>`,
    (js: string) => `"><svg onload='${js}'>`,
    (js: string) => `javascript:${js}`,
    (js: string) => `<a href='javascript:${js}'>tap</a>`,
    (js: string) => `<iframe srcdoc='<script>${js}</script>'></iframe>`,
    (js: string) => `{{constructor.constructor('${js}')()}}`,
    (js: string) => `\${${js}}`,
    (js: string) => `$t(act.save) {{count}} ${js}`,
    (js: string) => `<style>*{display:none}</style>${js}`,
    (js: string) => `</bdi></td></table><form action=https://evil.example>${js}`,
    (js: string) => `<math><mtext><style><img src onerror='${js}'>`,
    (js: string) => `\u202E${js}\u2066`,
    (js: string) => `=HYPERLINK("https://evil.example","${js}")`,
    (js: string) => `<template shadowrootmode=open><slot>${js}</slot></template>`,
    (js: string) => `<link rel=stylesheet href=https://evil.example>${js}`,
    (js: string) => `<meta http-equiv=refresh content="0;https://evil.example">${js}`,
    (js: string) => `<base href=https://evil.example>${js}`,
    (js: string) => `<button popovertarget=content onclick='${js}'>x</button>`,
    (js: string) => `&lt;script&gt;${js}&#60;/script&#62;`,
  ];
  const ends = ['', ' مرحبًا', '\uFFFD', ' 😊', ' '.repeat(3) + 'x'.repeat(200)];
  return orders.flatMap((js) => shapes.flatMap((shape) => ends.map((end) => shape(js) + end)));
}

test('500 hostile names and messages are shown as the text that they are', async ({ page }) => {
  const texts = hostileTexts();
  expect(new Set(texts).size).toBe(500);
  const customerOf = (at: number) => ({
    contactId: `01980000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    name: texts[at],
    maskedPhone: '+966•••••••01',
  });
  const messages = texts.map((text, at) => ({
    ...{ id: `m${at}`, customer: customerOf(at), ticket: { id: text, number: text, status: 'waiting' } },
    ...{ sessionId: 's', text, contentType: 'text', keyword: null, flag: null, byOptInCode: false, accepted: true },
    ...{ action: null, replyUntil: null, stopped: false, replies: [], locale: 'en' },
    ...{ provider: 'ultramsg', sentAt: new Date().toISOString(), receivedAt: new Date().toISOString(), seenAt: null },
  }));
  const admin = await AdminPage.open(page, demo.url);
  await page.route('**/api/admin/inbound-messages?*', (route) =>
    route.fulfill({ json: { items: messages, nextCursor: null, unseen: 500, quickReplies: {} } }),
  );
  await admin.signIn(demo.adminKey);
  await admin.goTo('Inbox');
  const list = page.getByRole('list', { name: 'Inbox' });
  await expect(list.locator(':scope > li')).toHaveCount(500);
  const shown = await list.locator('.woa-bubble').allTextContents();
  expect(shown).toEqual(texts);
  // A name leads to the customer's page, and nowhere else.
  const links = await list
    .locator('a')
    .evaluateAll((all) => all.map((one) => [one.textContent, (one as HTMLAnchorElement).pathname]));
  expect(links).toEqual(texts.map((text, at) => [text, `/admin/customers/${customerOf(at).contactId}`]));
  expect(await list.locator('script, img, iframe, form, style, link, meta, base, template').count()).toBe(0);
  await expect(page).toHaveTitle(/^\(500\) Inbox – /);
  await admin.expectNothingStopped();
});
