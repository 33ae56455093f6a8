import type {
  AdminInboundMessagePage,
  AuditLogPage,
  NotificationDocument,
  Problem,
  StaffTokenCreated,
} from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNotificationStore } from '../src/storage/notification-store.js';
import { forgetOldData } from '../src/storage/retention.js';
import { openAdminWorld, ticketOf, type AdminWorld } from './admin-world.js';
import { ADMIN, SECRET, eventually } from './test-world.js';

let world: AdminWorld;
beforeAll(async () => {
  world = await openAdminWorld();
});
afterAll(async () => {
  await world?.close();
});

const newest = async () => {
  const { items } = await world.get<AdminInboundMessagePage>('/api/admin/inbound-messages?limit=1');
  const [message] = items;
  if (message === undefined) throw new Error('There is no message.');
  return message;
};
const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const pathOf = (id: string) => `/api/admin/inbound-messages/${id}/reply`;
const reply = (id: string, text = 'We are open until six.') => world.send('POST', pathOf(id), { text });

/** A customer who has just written. @returns their phone and their message. */
async function writes(serial: number, text?: string) {
  const phone = await world.connect(serial, text === undefined ? {} : { text });
  return { phone, message: await newest() };
}

describe('quick replies', () => {
  const page = () => world.get<AdminInboundMessagePage>('/api/admin/inbound-messages?limit=1');
  const save = (quickReplies: unknown) => world.send('PUT', '/api/admin/organization', { quickReplies });

  it('are the built-in ones in the language of the customer, until the organization writes its own', async () => {
    const phone = await world.connect(40);
    expect(await page()).toMatchObject({
      items: [{ locale: 'en' }],
      quickReplies: { en: ['Yes, of course.', 'Please ask at the reception.', 'In about 10 minutes.'] },
    });
    await world.createTicket(ticketOf(40), { number: 'A-40', phone, locale: 'ar-SA' });
    expect(await page()).toMatchObject({
      items: [{ locale: 'ar' }],
      quickReplies: { ar: [/نعم/, /الاستقبال/, /١٠/].map(like) },
    });

    const saved = await save({ ar: ['أهلًا وسهلًا.'], en: [] });
    expect(await saved.json()).toMatchObject({
      quickReplies: { ar: ['أهلًا وسهلًا.'], en: [] },
      builtInQuickReplies: { ar: [/نعم/, /الاستقبال/, /١٠/].map(like) },
    });
    expect((await page()).quickReplies).toMatchObject({
      ar: ['أهلًا وسهلًا.'],
      en: [],
      tr: [like(/Evet/), like(/danışma/), like(/10/)],
    });
    expect(await (await save({})).json()).toMatchObject({ quickReplies: {} });
  });

  it.each<[string, unknown, string]>([
    ['an empty text', { en: ['  '] }, 'quickReplies.en.0'],
    ['a text that is too long for a button', { en: ['x'.repeat(201)] }, 'quickReplies.en.0'],
    ['more than eight', { en: Array.from({ length: 9 }, (_, at) => `text ${at}`) }, 'quickReplies.en'],
    ['the same text twice', { en: ['Yes.', 'Yes.'] }, 'quickReplies.en'],
    ['a language that nobody speaks here', { xx: ['Yes.'] }, 'quickReplies'],
  ])('with %s are refused by name', async (_what, quickReplies, field) => {
    const response = await save(quickReplies);
    expect([response.status, ((await response.json()) as Problem).field]).toEqual([422, field]);
  });
});

describe('a reply of staff', () => {
  it('goes out inside the window, rests on the message behind it and shows beneath it', async () => {
    const { phone, message } = await writes(1);
    const response = await reply(message.id);
    expect(response.status).toBe(200);
    const notification = (await response.json()) as NotificationDocument;
    expect(notification).toMatchObject({ success: true, method: 'whatsapp_fallback', settled: true });
    expect(notification.attempts).toMatchObject([{ tier: 'whatsapp', status: 'accepted', basis: 'inbound' }]);
    expect(world.textsTo(phone).at(-1)).toBe('We are open until six.');

    const shown = await newest();
    expect(shown.replies).toMatchObject([
      { id: notification.id, text: 'We are open until six.', status: 'accepted', reason: null },
    ]);
    expect(shown.replies[0]?.writtenBy).not.toBeNull();
    const left = Date.parse(shown.replyUntil ?? '') - Date.now();
    expect(left).toBeGreaterThan(23.9 * 3_600_000);
    expect(left).toBeLessThanOrEqual((24 * 3600 - 120) * 1000);
  });

  it('is audited without its text', async () => {
    const { message } = await writes(2);
    await reply(message.id, 'a secret word');
    const { items } = await world.get<AuditLogPage>('/api/admin/audit-log?action=message.answered');
    expect(items[0]).toMatchObject({ target: message.id, details: { success: true } });
    expect(JSON.stringify(items)).not.toContain('secret word');
  });

  it('is sent once for one Idempotency-Key', async () => {
    const { phone, message } = await writes(3);
    const send = async (text: string) => {
      const init = { key: ADMIN, body: { text }, headers: { 'idempotency-key': 'one' } };
      const response = await world.request('POST', pathOf(message.id), init);
      return [response.status, (await response.json()) as { id?: string; code?: string }] as const;
    };
    const [first, second] = [await send('once'), await send('once')];
    expect([first[0], second]).toEqual([200, first]);
    expect((await send('other'))[1].code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(world.textsTo(phone).filter((text) => text === 'once')).toHaveLength(1);
  });

  it.each([
    [
      'NO_ACTIVE_SESSION',
      (contact: string) =>
        world.database.query(
          `UPDATE whatsapp_optin.whatsapp_sessions SET expires_at = clock_timestamp() + interval '1 minute' WHERE contact_id = $1`,
          [contact],
        ),
    ],
    [
      'OPTED_OUT',
      async (_contact: string, phone: string) => {
        await world.receive({ from: phone, text: 'STOP' });
        await eventually('the confirmation', () => world.textsTo(phone).length > 1);
      },
    ],
  ])('answers 409 %s and sends nothing', async (code, happen) => {
    const { phone, message } = await writes(code === 'OPTED_OUT' ? 4 : 5);
    await happen(message.customer.contactId, phone);
    const sent = world.textsTo(phone).length;
    const response = await reply(message.id);
    expect([response.status, ((await response.json()) as Problem).code]).toEqual([409, code]);
    expect(world.textsTo(phone)).toHaveLength(sent);
    const { items } = await world.get<AdminInboundMessagePage>(
      `/api/admin/inbound-messages?contactId=${message.customer.contactId}`,
    );
    expect(items.map(({ replyUntil }) => replyUntil !== null && Date.parse(replyUntil) > Date.now())).not.toContain(
      true,
    );
    expect(items.every(({ stopped }) => stopped === (code === 'OPTED_OUT'))).toBe(true);
  });

  it('refuses what is too long, empty or to an unknown message', async () => {
    const { message } = await writes(6);
    const codes = [];
    for (const [id, text] of [
      [message.id, 'a'.repeat(4_097)],
      [message.id, '  '],
      ['01938f6e-0000-7000-8000-000000000002', 'hello'],
    ] as const) {
      codes.push(((await (await reply(id, text)).json()) as Problem).code);
    }
    expect(codes).toEqual(['MESSAGE_TOO_LONG', 'UNPROCESSABLE', 'NOT_FOUND']);
  });

  it('is none of a viewer', async () => {
    const { message } = await writes(7);
    const made = await world.send('POST', '/api/admin/staff-tokens', { role: 'viewer' }, SECRET);
    const { token } = (await made.json()) as StaffTokenCreated;
    expect((await world.send('POST', pathOf(message.id), { text: 'hello' }, token)).status).toBe(403);
  });

  it('that a vendor refuses is answered as its document', async () => {
    const { phone, message } = await writes(8);
    world.simulator.behaviours.set('ultramsg', { mode: 'error_list', times: 1 }, phone);
    const response = await reply(message.id);
    const document = (await response.json()) as NotificationDocument;
    expect([response.status, document.success, document.method]).toEqual([200, false, 'none']);
    expect((await newest()).replies).toMatchObject([{ status: 'failed' }]);
  });
});

describe('the text of a reply', () => {
  it('stays as long as what customers wrote, and no longer', async () => {
    const { message } = await writes(9);
    const { id } = (await (await reply(message.id)).json()) as NotificationDocument;
    const text = async () => {
      const [row] = await world.database.query<{ text: string | null }>(
        `SELECT content ->> 'text' AS text FROM whatsapp_optin.notification_logs WHERE id = $1::uuid`,
        [id],
      );
      return row?.text;
    };
    const age = (days: number) =>
      world.database.query(
        `UPDATE whatsapp_optin.notification_logs
         SET created_at = clock_timestamp() - make_interval(days => $2::int), deadline_at = clock_timestamp() - interval '1 day'
         WHERE id = $1::uuid`,
        [id, days],
      );
    await age(20);
    await createNotificationStore(world.database).forgetContent();
    await forgetOldData(world.database, { messageRetentionDays: 30, notificationRetentionDays: 1_460 });
    expect(await text()).toBe('We are open until six.');
    await age(31);
    await forgetOldData(world.database, { messageRetentionDays: 30, notificationRetentionDays: 1_460 });
    expect(await text()).toBeNull();
  });

  it('goes when its person is erased', async () => {
    const { phone, message } = await writes(10);
    await reply(message.id, 'to be erased');
    expect((await world.send('DELETE', `/api/contacts/${encodeURIComponent(phone)}`)).status).toBe(200);
    const rows = await world.database.query(
      `SELECT FROM whatsapp_optin.notification_logs WHERE content::text LIKE '%to be erased%'`,
    );
    expect(rows).toEqual([]);
  });
});
