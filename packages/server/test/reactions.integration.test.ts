import type { DeliveryAnalytics, NotificationType } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMetaWorld, type MetaWorld } from './meta-world.js';
import { ADMIN } from './test-world.js';

let meta: MetaWorld;
let serial = 0;
beforeAll(async () => {
  meta = await openMetaWorld();
});
afterAll(async () => {
  await meta?.close();
});

const count = async (sql: string) => Number((await meta.world.database.query<{ n: unknown }>(sql))[0]?.n);
const reactions = async () => {
  const response = await meta.world.request('GET', '/api/admin/analytics/deliveries', { key: ADMIN });
  return ((await response.json()) as DeliveryAnalytics).reactions;
};

/** Opens a window and sends one notice in it. @returns the vendor's id of the notice. */
async function noticeTo(phone: string, type: NotificationType = 'your_turn'): Promise<string> {
  serial += 1;
  await meta.world.createTicket(`react-${serial}`, { number: 'A1', phone, locale: 'en' });
  await meta.receive(meta.text({ from: phone.slice(1), id: `wamid.open-${serial}` }));
  const before = meta.sent().length;
  const sent = await meta.world.notify({ ticketId: `react-${serial}`, type });
  expect(sent.method).toBe('whatsapp_fallback');
  // The welcome of the first message may go out meanwhile: the notice knows its own attempt.
  const [attempt] = sent.attempts.filter(({ tier }) => tier === 'whatsapp');
  expect(meta.sent().length).toBeGreaterThan(before);
  return attempt?.providerMessageId ?? '';
}

/** @param secondsAgo - of the vendor's time */
async function react(phone: string, to: string, emoji: string | undefined, secondsAgo = 0): Promise<void> {
  serial += 1;
  const status = await meta.receive(
    meta.text({
      from: phone.slice(1),
      id: `wamid.reaction-${serial}`,
      timestamp: String(Math.floor(Date.now() / 1000) - secondsAgo),
      type: 'reaction',
      text: undefined,
      reaction: { message_id: to, ...(emoji !== undefined && { emoji }) },
    }),
  );
  expect(status).toBe(200);
}

describe('a reaction to a notice', () => {
  it('is counted by type and lateness, and opens or renews nothing', async () => {
    const phone = '+966500009001';
    const notice = await noticeTo(phone);
    const before = await meta.world.app.sessions.getSession(phone);
    const messages = await count('SELECT count(*) AS n FROM whatsapp_optin.whatsapp_inbound_messages');
    await react(phone, notice, '👍🏽');
    expect(await reactions()).toEqual([{ type: 'your_turn', lateness: 'within_minute', up: 1, down: 0 }]);
    expect((await meta.world.app.sessions.getSession(phone))?.expiresAt).toEqual(before?.expiresAt);
    expect(await count('SELECT count(*) AS n FROM whatsapp_optin.whatsapp_inbound_messages')).toBe(messages);
  });

  it('that is changed or taken back corrects the count; an older one that comes late changes nothing', async () => {
    const phone = '+966500009002';
    const notice = await noticeTo(phone, 'almost_your_turn');
    const shown = async () => (await reactions()).find(({ type }) => type === 'almost_your_turn');
    await react(phone, notice, '👍', 30);
    await react(phone, notice, '👎', 20);
    expect(await shown()).toMatchObject({ up: 0, down: 1 });
    await react(phone, notice, '👍', 25);
    expect(await shown()).toMatchObject({ up: 0, down: 1 });
    await react(phone, notice, undefined, 10);
    expect(await shown()).toBeUndefined();
    await react(phone, notice, '❤️', 5);
    expect(await shown()).toBeUndefined();
    await react(phone, notice, '👎');
    expect(await shown()).toMatchObject({ up: 0, down: 1 });
  });

  it('counts once, however often its webhook comes', async () => {
    const phone = '+966500009003';
    const notice = await noticeTo(phone, 'position_update');
    const reaction = (id: string, emoji: string) => ({
      from: phone.slice(1),
      id,
      type: 'reaction',
      text: undefined,
      reaction: { message_id: notice, emoji },
    });
    const [up, down] = [meta.text(reaction('wamid.up', '👍')), meta.text(reaction('wamid.down', '👎'))];
    for (const body of [up, up, down, up]) await meta.receive(body);
    expect((await reactions()).find(({ type }) => type === 'position_update')).toMatchObject({ up: 0, down: 1 });
  });

  it('of another person, to an unknown message or to a welcome is ignored', async () => {
    const phone = '+966500009004';
    const notice = await noticeTo(phone, 'critical');
    const before = await reactions();
    const kept = () => count('SELECT count(*) AS n FROM whatsapp_optin.message_reactions');
    const rows = await kept();
    await react('+966500009002', notice, '👎');
    await react('+966500009099', notice, '👎');
    await react(phone, 'wamid.unknown', '👎');
    const [welcome] = await meta.world.database.query<{ id: string }>(
      `SELECT attempt.provider_message_id AS id FROM whatsapp_optin.notification_attempts AS attempt
       JOIN whatsapp_optin.notification_logs AS log ON log.id = attempt.notification_id
       JOIN whatsapp_optin.contact_identities AS name ON name.contact_id = log.contact_id AND name.value = $1::text
       WHERE log.kind = 'welcome'`,
      ['+966500009001'],
    );
    expect(welcome?.id).toMatch(/^wamid/);
    await react('+966500009001', welcome?.id ?? '', '👎');
    expect([await reactions(), await kept()]).toEqual([before, rows]);
  });

  it('to a notice that came late is counted as such', async () => {
    const phone = '+966500009005';
    const notice = await noticeTo(phone, 'ticket_created');
    await meta.world.database.query(
      `UPDATE whatsapp_optin.notification_logs AS log SET created_at = created_at - interval '5 minutes'
       FROM whatsapp_optin.notification_attempts AS attempt
       WHERE attempt.notification_id = log.id AND attempt.provider_message_id = $1::text`,
      [notice],
    );
    await react(phone, notice, '👎');
    expect((await reactions()).find(({ type }) => type === 'ticket_created')).toEqual({
      type: 'ticket_created',
      lateness: 'within_ten_minutes',
      up: 0,
      down: 1,
    });
  });
});
