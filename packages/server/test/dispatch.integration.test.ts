import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NotificationDocument } from '@whatsapp-optin/sdk/contract';
import { createDeliveryStore } from '../src/storage/delivery-store.js';
import { SECRET, eventually, openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

const smsTo = (phone: string) =>
  world.simulator.ledger.entries().filter((entry) => entry.kind === 'sms_send' && entry.phone === phone);
const read = async (id: string): Promise<NotificationDocument> => {
  const document = await world.app.notifications.get(id);
  if (document === null) throw new Error('The notification is gone.');
  return document;
};
const settled = (id: string) =>
  eventually('the run to end', async () => {
    const document = await read(id);
    return document.settled ? document : null;
  });
const attemptOf = async (id: string, tier: string): Promise<string> => {
  const [row] = await world.database.query<{ id: string }>(
    `SELECT id FROM whatsapp_optin.notification_attempts WHERE notification_id = $1::uuid AND tier = $2::text`,
    [id, tier],
  );
  return row?.id ?? '';
};
const comeDue = (id: string) =>
  world.database.query(`UPDATE whatsapp_optin.notification_logs SET due_at = clock_timestamp() WHERE id = $1::uuid`, [
    id,
  ]);
async function withDevice(ticketId: string, phone: string): Promise<string> {
  await world.createTicket(ticketId, { number: 'H1', phone });
  const { id, subscription } = world.simulator.push.issueSubscription();
  await world.request('POST', '/api/push/subscriptions', { key: SECRET, body: { ticketId, subscription } });
  return id;
}

describe('a push that pressing news waits for', () => {
  it('that is not acknowledged in time does not stop the next tiers', async () => {
    await withDevice('w-1', '+966500000801');
    const first = await world.notify({ ticketId: 'w-1', type: 'your_turn' });
    expect(first).toMatchObject({ success: true, method: 'push', settled: false });
    expect(smsTo('+966500000801')).toEqual([]);
    await comeDue(first.id);
    const last = await settled(first.id);
    expect(last).toMatchObject({ success: true, method: 'sms_fallback', deliveredTo: '+966500000801' });
    expect(last.attempts.map(({ tier, status, reason }) => [tier, status, reason])).toEqual([
      ['push', 'accepted', 'push_unacknowledged'],
      ['whatsapp', 'skipped', 'no_active_session'],
      ['sms', 'accepted', undefined],
    ]);
  });

  it('that was acknowledged settles, and the timer then finds nothing to do', async () => {
    await withDevice('w-2', '+966500000802');
    const { id } = await world.notify({ ticketId: 'w-2', type: 'your_turn' });
    await world.app.deliveries.report(
      { organizationId: 'clinic', provider: 'web-push' },
      status(await attemptOf(id, 'push'), 'delivered'),
    );
    expect(await read(id)).toMatchObject({ settled: true, method: 'push', attempts: [{ status: 'delivered' }] });
    await comeDue(id);
    await world.notify({ ticketId: 'w-2', type: 'position_update' });
    expect(smsTo('+966500000802')).toEqual([]);
  });

  it('that was acknowledged just before its timer is taken up is not followed by another tier', async () => {
    await withDevice('w-5', '+966500000805');
    const { id } = await world.notify({ ticketId: 'w-5', type: 'your_turn' });
    // The status is stored, and the timer is quicker than what follows from it.
    await createDeliveryStore(world.database).apply(
      'clinic',
      'web-push',
      status(await attemptOf(id, 'push'), 'delivered'),
    );
    await comeDue(id);
    const { success, method, attempts } = await settled(id);
    expect({ success, method, tiers: attempts.map(({ tier }) => tier) }).toEqual({
      success: true,
      method: 'push',
      tiers: ['push'],
    });
    expect(smsTo('+966500000805')).toEqual([]);
  });

  it('acknowledged late, after the fallback, is noted and sends nothing more', async () => {
    await withDevice('w-3', '+966500000803');
    const { id } = await world.notify({ ticketId: 'w-3', type: 'your_turn' });
    await comeDue(id);
    await settled(id);
    await world.app.deliveries.report(
      { organizationId: 'clinic', provider: 'web-push' },
      status(await attemptOf(id, 'push'), 'delivered'),
    );
    const last = await read(id);
    expect(last.attempts[0]).toMatchObject({ tier: 'push', status: 'delivered', late: true });
    expect(smsTo('+966500000803')).toHaveLength(1);
  });

  it('for ordinary news is enough when the push service takes it', async () => {
    await withDevice('w-4', '+966500000804');
    expect(await world.notify({ ticketId: 'w-4', type: 'almost_your_turn' })).toMatchObject({
      settled: true,
      method: 'push',
    });
  });
});

describe('a WhatsApp message that fails after it was accepted', () => {
  async function called(ticketId: string, phone: string): Promise<string> {
    await world.createTicket(ticketId, { number: 'H2', phone });
    await world.receive({ from: phone, text: 'hello' });
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    const { id } = await world.notify({ ticketId, type: 'your_turn' });
    return id;
  }
  const report = async (
    id: string,
    value: 'sent' | 'delivered' | 'read' | 'failed',
    action: 'next_tier' | 'close_session' = 'next_tier',
  ) =>
    world.app.deliveries.report(
      { organizationId: 'clinic', provider: 'ultramsg' },
      {
        ...status(await attemptOf(id, 'whatsapp'), value),
        failure: value === 'failed' ? { action, retryAfterMs: null, errorCode: 'late' } : null,
      },
    );

  it('goes on to SMS, once, however often the failure is reported', async () => {
    const id = await called('w-10', '+966500000810');
    await Promise.all([report(id, 'failed'), report(id, 'failed'), report(id, 'failed')]);
    const document = await settled(id);
    expect(document).toMatchObject({ success: true, method: 'sms_fallback' });
    expect(document.attempts.find(({ tier }) => tier === 'whatsapp')).toMatchObject({
      status: 'failed',
      errorCode: 'late',
    });
    expect(smsTo('+966500000810')).toHaveLength(1);
  });

  it('and whose failure overtakes the answer of its send goes on to SMS once, and is not sent again', async () => {
    const phone = '+966500000817';
    await world.createTicket('w-17', { number: 'H7', phone });
    await world.receive({ from: phone, text: 'hello' });
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    world.simulator.behaviours.set('ultramsg', { mode: 'accept', delayMs: 500, times: 1 }, phone);
    world.simulator.behaviours.set('webhook', { mode: 'drop' }, phone);
    const notified = world.notify({ ticketId: 'w-17', type: 'your_turn' });
    const claimed = await eventually('the claim', async () => {
      const [row] = await world.database.query<{ id: string }>(
        `SELECT notification_id AS id FROM whatsapp_optin.notification_attempts
         JOIN whatsapp_optin.notification_logs AS log ON log.id = notification_id
         WHERE log.ticket_id = 'w-17' AND log.type = 'your_turn' AND tier = 'whatsapp'`,
      );
      return row;
    });
    await report(claimed.id, 'failed');
    const { id } = await notified;
    const document = await settled(id);
    expect(document).toMatchObject({ success: true, method: 'sms_fallback' });
    expect(document.attempts.map(({ tier, status: reached }) => [tier, reached])).toEqual([
      ['push', 'skipped'],
      ['whatsapp', 'failed'],
      ['sms', 'accepted'],
    ]);
    expect(world.textsTo(phone)).toHaveLength(2);
    expect(smsTo(phone)).toHaveLength(1);
  });

  it('ends the session where the vendor says that its window is closed', async () => {
    const id = await called('w-11', '+966500000811');
    await report(id, 'failed', 'close_session');
    expect(await world.app.sessions.hasActiveSession('+966500000811')).toBe(false);
  });

  it('statuses move forward only, in whatever order they come', async () => {
    const id = await called('w-12', '+966500000812');
    for (const value of ['read', 'sent', 'delivered', 'failed', 'read'] as const) await report(id, value);
    expect((await read(id)).attempts.find(({ tier }) => tier === 'whatsapp')).toMatchObject({ status: 'read' });
    expect(smsTo('+966500000812')).toEqual([]);
  });

  it('that is delivered after all, when nothing else could be done, is reported as delivered', async () => {
    const phone = '+966500000816';
    await world.createTicket('w-16', { number: 'H6', phone });
    await world.receive({ from: phone, text: 'hello' });
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    const { id } = await world.notify({ ticketId: 'w-16', type: 'position_update' });
    await report(id, 'failed');
    expect(await read(id)).toMatchObject({ success: false, method: 'none' });
    await report(id, 'delivered');
    expect(await read(id)).toMatchObject({ success: true, method: 'whatsapp_fallback', settled: true });
    expect(world.textsTo(phone)).toHaveLength(2);
  });

  it('a status that is quicker than the answer of its send waits for it', async () => {
    await world.createTicket('w-13', { number: 'H3', phone: '+966500000813' });
    await world.receive({ from: '+966500000813', text: 'hello' });
    await eventually('the welcome', () => world.textsTo('+966500000813').length === 1);
    const store = createDeliveryStore(world.database);
    const early = { ...status('', 'delivered'), providerMessageId: 'early-1', correlationId: null };
    expect(await store.apply('clinic', 'ultramsg', early)).toBeNull();
    const { id } = await world.notify({ ticketId: 'w-13', type: 'position_update' });
    await world.database.query(
      `UPDATE whatsapp_optin.notification_attempts AS attempt SET message_hash = waiting.message_hash
       FROM whatsapp_optin.delivery_statuses AS waiting
       WHERE attempt.notification_id = $1::uuid AND attempt.tier = 'whatsapp' AND waiting.attempt_id IS NULL`,
      [id],
    );
    expect(await store.applyWaiting('clinic', 'ultramsg', 'early-1')).toBe('delivered');
    expect((await read(id)).attempts.find(({ tier }) => tier === 'whatsapp')).toMatchObject({ status: 'delivered' });
  });

  it('past its deadline nothing more is sent', async () => {
    const id = await called('w-14', '+966500000814');
    await world.database.query(
      `UPDATE whatsapp_optin.notification_logs SET deadline_at = clock_timestamp() - interval '1 second' WHERE id = $1::uuid`,
      [id],
    );
    await report(id, 'failed');
    const document = await settled(id);
    expect(document).toMatchObject({ success: false });
    expect(document.attempts.find(({ tier }) => tier === 'sms')).toMatchObject({
      status: 'skipped',
      reason: 'expired',
    });
    expect(smsTo('+966500000814')).toEqual([]);
  });
});

describe('a vendor that was only not there', () => {
  it('is asked again while the notice is worth it', async () => {
    const phone = '+966500000820';
    await world.createTicket('w-20', { number: 'H4', phone });
    await world.receive({ from: phone, text: 'hello' });
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    world.simulator.behaviours.set('ultramsg', { mode: 'rate_limited', times: 1, retryAfterSeconds: 0 }, phone);
    const first = await world.notify({ ticketId: 'w-20', type: 'position_update' });
    expect(first).toMatchObject({ success: false, settled: false, reason: 'provider_unavailable' });
    expect(await settled(first.id)).toMatchObject({ success: true, method: 'whatsapp_fallback' });
    expect(world.textsTo(phone)).toHaveLength(2);
  });
});

describe('a number that its vendor has blocked', () => {
  it('sends nothing until the pause is over', async () => {
    const phone = '+966500000830';
    await world.createTicket('w-30', { number: 'H5', phone });
    await world.receive({ from: phone, text: 'hello' });
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    const store = createDeliveryStore(world.database);
    const account = {
      organizationId: 'clinic',
      businessNumber: '+966500000000',
      provider: 'ultramsg',
      errorCode: '368',
    };
    await store.pauseChannel({ ...account, forSeconds: 60 });
    const paused = await world.notify({ ticketId: 'w-30', type: 'position_update' });
    expect(paused.attempts.find(({ tier }) => tier === 'whatsapp')).toMatchObject({ reason: 'provider_unavailable' });
    await world.database.query(`DELETE FROM whatsapp_optin.channel_pauses`);
    expect(await world.notify({ ticketId: 'w-30', type: 'position_update' })).toMatchObject({
      method: 'whatsapp_fallback',
    });
  });
});

describe('a phone that has sent STOP to its SMS vendor', () => {
  it('is opted out, though nobody behind it ever wrote to us', async () => {
    const phone = '+966500000840';
    await world.createTicket('w-40', { number: 'H6', phone });
    world.simulator.behaviours.set('twilio', { mode: 'unsubscribed', times: 1 }, phone);
    expect(await world.notify({ ticketId: 'w-40', type: 'critical' })).toMatchObject({
      success: false,
      reason: 'sms_failed',
    });
    const again = await world.notify({ ticketId: 'w-40', type: 'critical' });
    expect(again.attempts.at(-1)).toMatchObject({ tier: 'sms', status: 'skipped', reason: 'opted_out' });
    const journal = await world.database.query(
      `SELECT action, method FROM whatsapp_optin.consents WHERE method = 'vendor_report'`,
    );
    expect(journal).toEqual([{ action: 'withdrawn', method: 'vendor_report' }]);
  });
});

function status(attemptId: string, value: 'sent' | 'delivered' | 'read' | 'failed') {
  return {
    kind: 'status' as const,
    providerMessageId: `vendor-${attemptId}`,
    correlationId: attemptId,
    status: value,
    at: new Date(),
    failure: null,
    price: null,
  };
}
