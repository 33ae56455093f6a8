import { WHATSAPP_VENDORS } from '@whatsapp-optin/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptStatus } from '@whatsapp-optin/sdk/contract';
import { COMPANY, eventually } from './test-world.js';
import { openVendorWorld, type VendorWorld } from './vendor-world.js';

interface StoredAttempt extends Record<string, unknown> {
  status: AttemptStatus;
  amount: string | null;
  category: string | null;
}

async function attemptOf(world: VendorWorld, notificationId: string, tier: string): Promise<StoredAttempt | null> {
  const [row] = await world.database.query<StoredAttempt>(
    `SELECT status, price_amount::float8::text AS amount, price_category AS category
     FROM whatsapp_optin.notification_attempts
     WHERE notification_id = $1::uuid AND tier = $2::text ORDER BY at DESC LIMIT 1`,
    [notificationId, tier],
  );
  return row ?? null;
}

describe.each(WHATSAPP_VENDORS)('the whole journey with %s', (vendor) => {
  let world: VendorWorld;
  beforeAll(async () => {
    world = await openVendorWorld(vendor);
  });
  afterAll(() => world?.close());

  // First, while nothing else is under way.
  it('writes nothing for a webhook that nobody signed', async () => {
    const before = await world.countRows();
    const path = { ultramsg: 'ultramsg/inbound', meta: 'meta', twilio: 'twilio/whatsapp' }[vendor];
    const response = await world.request('POST', `/api/webhooks/${path}`, { body: { event_type: 'message_received' } });
    expect([response.status, await world.countRows()]).toEqual([401, before]);
  });

  it('leads from the ticket to the message on the phone, and hears that it was delivered', async () => {
    const phone = '+966500002101';
    await world.createTicket('t-101', { number: 'A101' });
    const optIn = await world.createOptIn('t-101');
    expect(optIn.links.universal).toContain(`https://wa.me/${COMPANY.slice(1)}?text=`);

    const { delivery } = world.simulator.sendFromPhone({ from: phone, text: optIn.message, name: 'Sara' });
    expect(await delivery).toMatchObject({ acknowledged: true, attempts: 1 });

    const status = await eventually('the connection', async () => {
      const seen = await world.readOptIn(optIn);
      return seen.state === 'connected' ? seen : null;
    });
    expect(Date.parse(status.sessionExpiresAt ?? '')).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    await eventually('the welcome', () => world.textsTo(phone).length === 1);

    const notification = await world.notify({ ticketId: 't-101', type: 'your_turn' });
    expect(notification).toMatchObject({ success: true, method: 'whatsapp_fallback', deliveredTo: phone });
    expect(world.textsTo(phone)).toHaveLength(2);
    const delivered = await eventually('the word of the vendor', async () => {
      const attempt = await attemptOf(world, notification.id, 'whatsapp');
      return attempt?.status === 'delivered' &&
        (vendor === 'ultramsg' || attempt.amount !== null || attempt.category !== null)
        ? attempt
        : null;
    });
    expect(delivered).toEqual(
      {
        ultramsg: { status: 'delivered', amount: null, category: null },
        meta: { status: 'delivered', amount: null, category: 'service' },
        twilio: { status: 'delivered', amount: '0.005', category: null },
      }[vendor],
    );
  });

  it('keeps each message once, however often and in what order it comes', async () => {
    const phone = '+966500002102';
    world.simulator.behaviours.set('webhook', { mode: 'duplicate', times: 1 }, phone);
    await world.simulator.sendFromPhone({ from: phone, text: 'Hello' }).delivery;
    world.simulator.behaviours.set('webhook', { mode: 'reorder', times: 1 }, phone);
    const first = world.simulator.sendFromPhone({ from: phone, text: 'First' });
    const second = world.simulator.sendFromPhone({ from: phone, text: 'Second' });
    expect(await Promise.all([first.delivery, second.delivery])).toMatchObject([
      { acknowledged: true },
      { acknowledged: true },
    ]);
    const messages = await eventually('all three messages', async () => {
      const rows = await world.database.query<{ text: string }>(
        `SELECT message_content AS text FROM whatsapp_optin.whatsapp_inbound_messages WHERE phone_number = $1::text`,
        [phone],
      );
      return rows.length >= 3 ? rows : null;
    });
    expect(messages.map(({ text }) => text).sort()).toEqual(['First', 'Hello', 'Second']);
    await eventually('the welcome', () => world.textsTo(phone).length > 0);
    expect(world.textsTo(phone)).toHaveLength(1);
  });

  it('goes on to SMS where the vendor refuses at once', async () => {
    const phone = '+966500002103';
    await world.connect('t-103', phone);
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    // Once: the same account of Twilio carries SMS.
    const code = { ultramsg: {}, meta: { errorCode: 131_026 }, twilio: { errorCode: 63_003 } }[vendor];
    const mode = vendor === 'ultramsg' ? 'not_connected' : 'refuse';
    world.simulator.behaviours.set(vendor, { mode, times: 1, ...code }, phone);
    const notification = await world.notify({ ticketId: 't-103', type: 'your_turn' });
    expect(notification).toMatchObject({ success: true, method: 'sms_fallback', deliveredTo: phone });
    expect(world.smsTo(phone)).toHaveLength(1);
  });

  it('ends with STOP, and says nothing more', async () => {
    const phone = '+966500002104';
    await world.connect('t-104', phone);
    await world.simulator.sendFromPhone({ from: phone, text: 'STOP' }).delivery;
    await eventually('the end of the session', async () => !(await world.app.sessions.hasActiveSession(phone)));
    const notification = await world.notify({ ticketId: 't-104', type: 'your_turn' });
    expect(notification).toMatchObject({ success: false, method: 'none', reason: 'opted_out' });
  });
});

describe.each(['meta', 'twilio'] as const)('a person without a phone, with %s', (vendor) => {
  let world: VendorWorld;
  beforeAll(async () => {
    world = await openVendorWorld(vendor);
  });
  afterAll(() => world?.close());

  it('is connected by the id that WhatsApp gives, and is notified by it', async () => {
    const phone = '+966500002201';
    await world.connect('t-201', phone, { hidesPhone: true });
    const notification = await world.notify({ ticketId: 't-201', type: 'your_turn' });
    expect(notification).toMatchObject({ success: true, method: 'whatsapp_fallback', deliveredTo: 'WhatsApp' });
    await eventually('the notice on the phone', () => world.textsTo(phone).some((text) => text.includes('A001')));
    const [session] = await world.database.query<{ phone: string | null }>(
      `SELECT phone_number AS phone FROM whatsapp_optin.whatsapp_sessions`,
      [],
    );
    expect(session).toEqual({ phone: null });
  });

  it('closes the session where the vendor says afterwards that the window is closed, and falls to SMS', async () => {
    const phone = '+966500002202';
    await world.connect('t-202', phone);
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    world.simulator.behaviours.set(vendor, { mode: 'accept_then_fail', times: 1 }, phone);
    const { id } = await world.notify({ ticketId: 't-202', type: 'your_turn' });
    await eventually('the SMS', () => world.smsTo(phone).length === 1);
    expect(await world.app.sessions.hasActiveSession(phone)).toBe(false);
    const document = await eventually('the end of the run', async () => {
      const found = await world.app.notifications.get(id);
      return found?.method === 'sms_fallback' ? found : null;
    });
    expect(document.attempts.map(({ tier, status }) => [tier, status])).toEqual([
      ['push', 'skipped'],
      ['whatsapp', 'failed'],
      ['sms', expect.stringMatching(/^(accepted|sent|delivered)$/)],
    ]);
  });
});
