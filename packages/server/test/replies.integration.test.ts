import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReplyStore } from '../src/storage/reply-store.js';
import { createNotificationStore } from '../src/storage/notification-store.js';
import { eventually, openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

const replyOf = async (phone: string) => {
  const [row] = await world.database.query<{ id: string; status: string; tries: number; drop_reason: string | null }>(
    `SELECT reply.id, reply.status, reply.tries, reply.drop_reason FROM whatsapp_optin.owed_replies AS reply
     JOIN whatsapp_optin.contact_identities AS identity
       ON identity.organization_id = reply.organization_id AND identity.contact_id = reply.contact_id
     WHERE identity.value = $1 ORDER BY reply.created_at DESC LIMIT 1`,
    [phone],
  );
  return row;
};

describe('a welcome', () => {
  it('is tried again when the vendor could not take it, and arrives once', async () => {
    const phone = '+966500000701';
    world.simulator.behaviours.set('ultramsg', { mode: 'rate_limited', times: 1, retryAfterSeconds: 0 }, phone);
    await world.receive({ from: phone, text: 'hello' });
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    expect(
      await eventually('its row', async () => ((await replyOf(phone))?.status === 'done' ? replyOf(phone) : null)),
    ).toMatchObject({
      tries: 2,
    });
  });

  it('is not repeated when its answer was lost', async () => {
    const phone = '+966500000702';
    world.simulator.behaviours.set('ultramsg', { mode: 'accept_then_cut', times: 1 }, phone);
    await world.receive({ from: phone, text: 'hello' });
    await eventually('its row', async () => (await replyOf(phone))?.status === 'done');
    const [attempt] = await world.database.query<{ status: string; reason: string }>(
      `SELECT status, reason FROM whatsapp_optin.notification_attempts WHERE notification_id = $1::uuid`,
      [(await replyOf(phone))?.id],
    );
    expect(attempt).toEqual({ status: 'unknown', reason: 'unknown_outcome' });
    expect(world.textsTo(phone)).toHaveLength(1);
  });

  it('is dropped when the person said STOP before it was sent', async () => {
    const phone = '+966500000703';
    // Both messages are stored before any worker looks: the welcome meets a person who has opted out.
    await Promise.all([
      world.receive({ from: phone, text: 'hello', ageSeconds: 5 }),
      world.receive({ from: phone, text: 'STOP' }),
    ]);
    await eventually('the confirmation', async () => {
      const rows = await world.database.query<{ open: number }>(
        `SELECT count(*)::int AS open FROM whatsapp_optin.owed_replies AS reply
         JOIN whatsapp_optin.contact_identities AS identity
           ON identity.organization_id = reply.organization_id AND identity.contact_id = reply.contact_id
         WHERE identity.value = $1 AND reply.status IN ('due', 'claimed')`,
        [phone],
      );
      return rows[0]?.open === 0;
    });
    const texts = world.textsTo(phone);
    expect(texts.length).toBeLessThanOrEqual(2);
    expect(texts.at(-1)).not.toContain('24 hours');
  });
});

describe('what a crash left behind', () => {
  it('a reply that was taken and not tried is due again; a tried one is over', async () => {
    await world.receive({ from: '+966500000710', text: 'hello' });
    await world.receive({ from: '+966500000711', text: 'hello' });
    for (const phone of ['+966500000710', '+966500000711']) {
      await eventually('the welcome', async () => (await replyOf(phone))?.status === 'done');
    }
    const untried = await replyOf('+966500000710');
    const tried = await replyOf('+966500000711');
    // As the process leaves them when it dies: claimed, one of them before its attempt was stored.
    await world.database.query(
      `UPDATE whatsapp_optin.owed_replies
       SET status = 'claimed', tries = tries + CASE WHEN id = $1::uuid THEN 1 ELSE 0 END,
           updated_at = clock_timestamp() - interval '3 minutes'
       WHERE id = ANY (ARRAY[$1::uuid, $2::uuid])`,
      [untried?.id, tried?.id],
    );
    await world.database.query(`UPDATE whatsapp_optin.notification_logs SET settled = false WHERE id = $1::uuid`, [
      tried?.id,
    ]);
    const before = world.textsTo('+966500000711').length;
    expect(await createReplyStore(world.database).reconcileLost()).toBe(2);
    await eventually('the untried one to be sent', () => world.textsTo('+966500000710').length === 2);
    expect(world.textsTo('+966500000711')).toHaveLength(before);
    expect(await world.app.notifications.get(tried?.id ?? '')).toMatchObject({
      settled: true,
      reason: 'unknown_outcome',
    });
  });

  it.each([
    ['before', '+966500000712'],
    ['after', '+966500000713'],
  ])('an attempt whose outcome was lost is shown as unknown %s the clean-up, and not repeated', async (when, phone) => {
    await world.createTicket(`t-712-${when}`, { number: 'G712', phone });
    const { id } = await world.notify({ ticketId: `t-712-${when}`, type: 'your_turn' });
    await world.database.query(
      `UPDATE whatsapp_optin.notification_attempts SET status = 'claimed', at = clock_timestamp() - interval '3 minutes'
       WHERE notification_id = $1::uuid AND tier = 'sms'`,
      [id],
    );
    if (when === 'after') await createNotificationStore(world.database).reconcileLost();
    await world.database.query(
      `UPDATE whatsapp_optin.notification_logs
       SET settled = false, success = false, method = NULL, tiers_left = '{push,whatsapp,sms}',
           due_at = clock_timestamp() - interval '1 second' WHERE id = $1::uuid`,
      [id],
    );
    const notification = await eventually('the run to end', async () => {
      const document = await world.app.notifications.get(id);
      return document?.settled ? document : null;
    });
    expect(notification).toMatchObject({
      success: false,
      reason: 'unknown_outcome',
      note: 'A vendor may have taken the message; it is not sent again',
      attempts: [{ tier: 'push' }, { tier: 'whatsapp' }, { tier: 'sms', status: 'unknown' }],
    });
    expect(notification).not.toHaveProperty('complianceNote');
    const sent = world.simulator.ledger.entries().filter((entry) => entry.kind === 'sms_send' && entry.phone === phone);
    expect(sent).toHaveLength(1);
  });
});
