import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
const tiersOf = (notification: { attempts: { tier: string; status: string; reason?: string }[] }) =>
  notification.attempts.map(({ tier, status, reason }) => [tier, status, reason]);

describe('nobody is messaged unasked', () => {
  it('without a session an ordinary notice goes nowhere, and says why', async () => {
    await world.createTicket('t-501', { number: 'C501', phone: '+966500000501' });
    const notification = await world.notify({ ticketId: 't-501', type: 'position_update', params: { position: 3 } });
    expect(notification).toMatchObject({
      success: false,
      method: 'none',
      reason: 'no_active_session',
      suggestion: 'Customer needs to send WhatsApp message first to opt-in',
      complianceNote: 'Not sending unsolicited WhatsApp message',
      attempted: [],
      settled: true,
    });
    expect(tiersOf(notification)).toEqual([
      ['push', 'skipped', 'no_push_subscription'],
      ['whatsapp', 'skipped', 'no_active_session'],
      ['sms', 'skipped', 'not_critical'],
    ]);
    expect(world.textsTo('+966500000501')).toEqual([]);
  });

  it('the database refuses a WhatsApp attempt without a message of that person from the 24 hours before', async () => {
    await world.receive({ from: '+966500000502', text: 'hello' });
    const [proof] = await world.database.query<{ contact_id: string; id: string; sent_at: Date }>(
      `SELECT contact_id, id, sent_at FROM whatsapp_optin.inbound_message_keys ORDER BY created_at DESC LIMIT 1`,
    );
    await world.createTicket('t-502', { number: 'C502', phone: '+966500000599' });
    const { id: notificationId } = await world.notify({ ticketId: 't-502', type: 'position_update' });
    const insert = (number: number, message: string | null, businessNumber: string, at: string) =>
      world.database.query(
        `INSERT INTO whatsapp_optin.notification_attempts (organization_id, id, notification_id, tier, attempt_number, status,
           contact_id, business_number, inbound_message_id, inbound_sent_at, at)
         VALUES ('clinic', gen_random_uuid(), $1::uuid, 'whatsapp', $2::int, 'claimed', $3::uuid, $4::text, $5::uuid,
                 $6::timestamptz, $6::timestamptz + $7::interval)`,
        [notificationId, number, proof?.contact_id, businessNumber, message, proof?.sent_at, at],
      );
    const message = proof?.id ?? '';
    await expect(insert(11, null, '+966500000000', '1 hour')).rejects.toThrow('whatsapp_only_in_answer');
    await expect(insert(12, message, '+966500000000', '24 hours')).rejects.toThrow('whatsapp_only_in_answer');
    await expect(insert(13, message, '+966500000001', '1 hour')).rejects.toThrow('foreign key');
    await expect(insert(14, message, '+966500000000', '1 hour')).resolves.toEqual([]);
  });

  it('a ticket of which nobody is known is reached by push only', async () => {
    await world.createTicket('t-503', { number: 'C503' });
    expect(await world.notify({ ticketId: 't-503', type: 'your_turn' })).toMatchObject({
      success: false,
      method: 'push_only',
      reason: 'no_phone',
    });
  });
});

describe('the run', () => {
  it('ends at push where a device takes it', async () => {
    await world.createTicket('t-510', { number: 'C510', phone: '+966500000510' });
    const { subscription } = world.simulator.push.issueSubscription();
    const created = await world.request('POST', '/api/push/subscriptions', {
      key: SECRET,
      body: { ticketId: 't-510', subscription },
    });
    expect(created.status).toBe(201);
    const notification = await world.notify({ ticketId: 't-510', type: 'your_turn' });
    expect(notification).toMatchObject({ success: true, method: 'push', deliveredTo: '1 device', attempted: ['push'] });
    expect(smsTo('+966500000510')).toEqual([]);
  });

  it('forgets a device that is gone and goes on', async () => {
    await world.createTicket('t-511', { number: 'C511', phone: '+966500000511' });
    const { id, subscription } = world.simulator.push.issueSubscription();
    await world.request('POST', '/api/push/subscriptions', { key: SECRET, body: { ticketId: 't-511', subscription } });
    world.simulator.behaviours.set('push', { mode: 'gone' }, id);
    const notification = await world.notify({ ticketId: 't-511', type: 'your_turn' });
    expect(tiersOf(notification)).toEqual([
      ['push', 'failed', 'push_failed'],
      ['whatsapp', 'skipped', 'no_active_session'],
      ['sms', 'accepted', undefined],
    ]);
    const [kept] = await world.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM whatsapp_optin.push_subscriptions WHERE ticket_id = 't-511'`,
    );
    expect(kept?.count).toBe(0);
  });

  it.each([
    'not_connected',
    'wrong_token',
    'instance_stopped',
    'queued',
    'empty',
    'server_error',
    'error_list',
  ] as const)('falls to SMS in the same answer when WhatsApp says %s', async (mode) => {
    const phone = `+9665000005${20 + ['not_connected', 'wrong_token', 'instance_stopped', 'queued', 'empty', 'server_error', 'error_list'].indexOf(mode)}`;
    const ticketId = `t-${phone}`;
    await world.createTicket(ticketId, { number: 'C520', phone, departmentName: 'Room 3' });
    await world.receive({ from: phone, text: 'hello' });
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    world.simulator.behaviours.set('ultramsg', { mode }, phone);
    const notification = await world.notify({ ticketId, type: 'your_turn' });
    expect(notification).toMatchObject({
      success: true,
      method: 'sms_fallback',
      deliveredTo: phone,
      attempted: ['whatsapp', 'sms'],
    });
    expect(smsTo(phone)).toMatchObject([{ text: "It's your turn! Ticket: C520. Please proceed to Room 3." }]);
  });

  it('never repeats a send whose answer was lost, and shows it', async () => {
    const phone = '+966500000530';
    await world.createTicket('t-530', { number: 'C530', phone });
    await world.receive({ from: phone, text: 'hello' });
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    world.simulator.behaviours.set('ultramsg', { mode: 'accept_then_cut' }, phone);
    const notification = await world.notify({ ticketId: 't-530', type: 'position_update' });
    expect(notification).toMatchObject({ success: false, reason: 'unknown_outcome' });
    expect(world.textsTo(phone)).toHaveLength(2);
  });

  it('sends no SMS to a country that is not listed', async () => {
    await world.createTicket('t-531', { number: 'C531', phone: '+14155550100' });
    const notification = await world.notify({ ticketId: 't-531', type: 'critical' });
    expect(notification.attempts.at(-1)).toMatchObject({ tier: 'sms', status: 'skipped', reason: 'sms_country' });
  });

  it('keeps each SMS with what became of it', async () => {
    await world.createTicket('t-532', { number: 'C532', phone: '+966500000532' });
    await world.notify({ ticketId: 't-532', type: 'critical' });
    const rows = await world.database.query(
      `SELECT phone_number, message_content, notification_type, ticket_id, delivery_status, sent_at IS NOT NULL AS sent,
              provider_message_id IS NOT NULL AS known
       FROM whatsapp_optin.sms_notifications WHERE ticket_id = 't-532'`,
    );
    expect(rows).toEqual([
      {
        phone_number: '+966500000532',
        message_content: 'Important update for ticket C532. Please check with staff.',
        notification_type: 'critical',
        ticket_id: 't-532',
        delivery_status: 'pending',
        sent: true,
        known: true,
      },
    ]);
  });

  it('logs the method, and that none was left', async () => {
    await world.createTicket('t-533', { number: 'C533', phone: '+966500000533' });
    const { id } = await world.notify({ ticketId: 't-533', type: 'position_update' });
    const rows = await world.database.query(
      `SELECT final_delivery_method, result, sms_attempted, sms_success FROM whatsapp_optin.notification_logs WHERE id = $1::uuid`,
      [id],
    );
    expect(rows).toEqual([
      { final_delivery_method: 'none', result: 'no_delivery_method', sms_attempted: false, sms_success: false },
    ]);
  });

  it('explain says what would happen and does nothing', async () => {
    await world.createTicket('t-534', { number: 'C534', phone: '+966500000534' });
    const response = await world.request('POST', '/api/notifications/explain', {
      key: SECRET,
      body: { ticketId: 't-534', type: 'your_turn' },
    });
    expect(await response.json()).toMatchObject({
      method: 'sms_fallback',
      attempts: [
        { status: 'skipped' },
        { tier: 'whatsapp', reason: 'no_active_session' },
        { tier: 'sms', status: 'claimed' },
      ],
    });
    expect(smsTo('+966500000534')).toEqual([]);
  });

  it('refuses a text that no vendor carries before anything is stored', async () => {
    await world.createTicket('t-535', { number: 'C535', phone: '+966500000535' });
    const response = await world.request('POST', '/api/notifications', {
      key: SECRET,
      body: { ticketId: 't-535', type: 'critical', message: 'x'.repeat(4097) },
    });
    expect(response.status).toBe(422);
    expect(smsTo('+966500000535')).toEqual([]);
  });

  it('answers the same key with the same notification', async () => {
    await world.createTicket('t-536', { number: 'C536', phone: '+966500000536' });
    const call = () =>
      world.request('POST', '/api/notifications', {
        key: SECRET,
        body: { ticketId: 't-536', type: 'your_turn' },
        headers: { 'idempotency-key': 'call-536' },
      });
    const first: unknown = await (await call()).json();
    expect(await (await call()).json()).toEqual(first);
    expect(smsTo('+966500000536')).toHaveLength(1);
  });
});

describe('the daily limit of SMS', () => {
  it('is exact however many are asked for at once', async () => {
    const limited = await openWorld({
      sms: {
        enabled: true,
        accountSid: 'AC00000000000000000000000000000000',
        authToken: 'twilio-token-of-the-tests',
        fromNumber: '+15550000000',
        baseUrl: world.simulator.url,
        allowedCountries: ['SA'],
        dailyLimit: 5,
      },
    });
    try {
      const tickets = Array.from({ length: 20 }, (_, index) => `limit-${index}`);
      for (const ticketId of tickets) await limited.createTicket(ticketId, { number: 'D1', phone: '+966500000540' });
      const sent = await Promise.all(tickets.map((ticketId) => limited.notify({ ticketId, type: 'critical' })));
      expect(sent.filter(({ method }) => method === 'sms_fallback')).toHaveLength(5);
      expect(sent.filter(({ attempts }) => attempts.at(-1)?.reason === 'sms_limit')).toHaveLength(15);
    } finally {
      await limited.close();
    }
  });
});

describe("the host's own push sender", () => {
  it('is tier one, unchanged', async () => {
    const calls: unknown[] = [];
    const hosted = await openWorld({
      push: async (notification) => {
        calls.push(notification);
        return { success: true, deliveredCount: 2 };
      },
    });
    try {
      await hosted.createTicket('h-1', { number: 'E1' });
      expect(await hosted.notify({ ticketId: 'h-1', type: 'your_turn' })).toMatchObject({
        method: 'push',
        deliveredTo: '2 devices',
      });
      expect(calls).toMatchObject([{ ticketId: 'h-1', ticketNumber: 'E1', type: 'your_turn' }]);
    } finally {
      await hosted.close();
    }
  });
});
