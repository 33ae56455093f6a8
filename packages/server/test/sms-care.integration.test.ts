import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Log, LogFields } from '../src/log.js';
import { ADMIN, ORIGIN, PUBLISHABLE, eventually } from './test-world.js';
import { SMS_NUMBER, openVendorWorld, type VendorWorld } from './vendor-world.js';

const warnings: [message: string, fields: LogFields][] = [];
const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (fields, message) => void warnings.push([message, fields]),
  error: () => undefined,
};

let world: VendorWorld;
beforeAll(async () => {
  world = await openVendorWorld('ultramsg', (vendors) => ({
    log,
    sms: {
      enabled: true,
      accountSid: 'AC00000000000000000000000000000000',
      authToken: 'twilio-token-of-the-tests',
      fromNumber: SMS_NUMBER,
      baseUrl: vendors,
      allowedCountries: ['SA'],
      dailyLimit: 10,
      centsPerSegment: 12.5,
    },
  }));
});
afterAll(async () => {
  await world?.close();
});

const data = { notificationType: 'critical', organizationId: 'clinic', ticketNumber: 'A7' } as const;

describe('an SMS', () => {
  it('speaks the language of the customer', async () => {
    await world.createTicket('m-1', { number: 'A7', phone: '+966500002301', locale: 'ar', departmentName: 'غرفة 3' });
    expect(await world.notify({ ticketId: 'm-1', type: 'your_turn' })).toMatchObject({ method: 'sms_fallback' });
    expect(world.smsTo('+966500002301')).toEqual([expect.stringContaining('حان دوركم!')]);
  });

  it('goes, from the code of the host, to the number that it names, and says what it costs', async () => {
    const sent = await world.app.sms.sendSMS({ ...data, phone: '+966 50 000 2302', ticketId: 'elsewhere-1' });
    expect(sent).toEqual({ success: true, messageId: expect.any(String) as string, cost: 12.5 });
    expect(world.smsTo('+966500002302')).toEqual(['Important update for ticket A7. Please check with staff.']);
  });

  it('is refused by its reason, and never throws', async () => {
    const send = (changes: object) =>
      world.app.sms.sendSMS({ ...data, phone: '+966500002303', ticketId: 'm-3', ...changes });
    expect(await send({ phone: 'none' })).toEqual({ success: false, error: 'INVALID_PHONE_NUMBER' });
    expect(await send({ phone: '+14155550100' })).toEqual({ success: false, error: 'sms_country' });
    expect(await send({ notificationType: 'position_update' })).toEqual({ success: false, error: 'not_critical' });
    expect(await send({ message: 'x'.repeat(1_601) })).toEqual({ success: false, error: 'message_too_long' });
    await world.simulator.sendFromPhone({ from: '+966500002303', text: 'STOP', name: 'Sara' }).delivery;
    await eventually('the STOP', async () => (await send({ notificationType: 'your_turn' })).error === 'opted_out');
  });

  it('is never caused by a public call', async () => {
    const before = world.simulator.ledger.entries('sms_send').length;
    const publicCall = (path: string, body: object) =>
      fetch(`${world.url}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${PUBLISHABLE}`, origin: ORIGIN, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await world.createTicket('m-4', { phone: '+966500002304' });
    for (const path of ['', '/sms', '/push', '/explain']) {
      const response = await publicCall(`/api/notifications${path}`, { ticketId: 'm-4', type: 'critical' });
      expect(response.status).toBe(403);
    }
    const created = await publicCall('/api/opt-ins', { ticketId: 'm-4', ticketNumber: 'A001' });
    expect(created.status).toBe(201);
    expect(world.simulator.ledger.entries('sms_send')).toHaveLength(before);
  });

  it('near the daily limit raises one alarm, and its spend can be seen', async () => {
    const usedBefore = world.simulator.ledger.entries('sms_send').length;
    for (let used = usedBefore; used < 12; used += 1) {
      await world.app.sms.sendSMS({ ...data, phone: '+966500002305', ticketId: `m-5-${used}` });
    }
    expect(world.smsTo('+966500002305')).toHaveLength(10 - usedBefore);
    expect(warnings.filter(([message]) => message === 'the daily limit of SMS is near')).toEqual([
      ['the daily limit of SMS is near', { organizationId: 'clinic', usedToday: 8, dailyLimit: 10 }],
    ]);
    const spend = await world.json<{ last30Days: object }>('GET', '/api/admin/sms', { key: ADMIN });
    expect(spend).toMatchObject({ usedToday: 10, dailyLimit: 10, last30Days: { messages: 10 } });
  });
});
