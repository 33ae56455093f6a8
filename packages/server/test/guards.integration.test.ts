import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { createNotificationStore } from '../src/storage/notification-store.js';
import type { DeliveryStatus } from '../src/providers/inbound-event.js';
import type { JobName } from '../src/jobs/job-engine.js';
import { WEBHOOK_TOKEN, eventually, ultramsgEvent } from './test-world.js';
import { openVendorWorld, type VendorWorld } from './vendor-world.js';

/** UltraMsg with read-back; its jobs run when the test says so. */
let world: VendorWorld;
let work: Record<JobName, () => Promise<unknown>>;
const byHand: NonNullable<Parameters<typeof openVendorWorld>[2]> = {
  startJobs: async (parts) => {
    work = parts.work;
    return { wake: () => undefined, wakeAfter: () => undefined, stop: async () => undefined };
  },
};
beforeAll(async () => {
  world = await openVendorWorld('ultramsg', () => ({}), byHand);
});
afterAll(async () => {
  await world?.close();
});

async function connect(ticketId: string, phone: string): Promise<void> {
  await world.createTicket(ticketId, { phone });
  const optIn = await world.createOptIn(ticketId);
  await world.simulator.sendFromPhone({ from: phone, text: optIn.message }).delivery;
  await work.verifications();
  await work.replies();
  expect(world.textsTo(phone)).toHaveLength(1);
}

const notify = (ticketId: string) => world.notify({ ticketId, type: 'critical', message: 'Room 4' });

describe('a STOP that its vendor has not confirmed yet', () => {
  it('silences both paid tiers from its commit on, and is confirmed to its writer after the vendor’s word', async () => {
    const phone = '+966500004001';
    await connect('g-1', phone);
    await world.simulator.sendFromPhone({ from: phone, text: 'STOP' }).delivery;
    expect(await notify('g-1')).toMatchObject({ success: false, reason: 'opted_out', attempted: [] });
    expect(await world.json('POST', '/api/notifications/explain', explainOf('g-1'))).toMatchObject({
      reason: 'opted_out',
    });
    await work.replies();
    expect(world.textsTo(phone)).toHaveLength(1);

    await work.verifications();
    await work.replies();
    expect(world.textsTo(phone)).toHaveLength(2);
    expect(await notify('g-1')).toMatchObject({ success: false, reason: 'opted_out' });
  });

  it('is lifted again where nobody wrote it, and confirmed to nobody', async () => {
    const phone = '+966500004002';
    await connect('g-2', phone);
    const token = `?token=${WEBHOOK_TOKEN}`;
    const forged = await world.request('POST', `/api/webhooks/ultramsg/inbound${token}`, {
      body: ultramsgEvent({ from: phone, text: 'STOP' }),
    });
    expect(forged.status).toBe(200);
    expect(await notify('g-2')).toMatchObject({ success: false, reason: 'opted_out' });
    // Asked three times, since a message may show in its vendor's API a little later than in its webhook.
    for (let round = 0; round < 3; round += 1) {
      await world.database.query(`UPDATE whatsapp_optin.pending_messages SET due_at = clock_timestamp()`);
      await work.verifications();
    }
    await work.replies();
    expect(world.textsTo(phone)).toHaveLength(1);
    expect(await notify('g-2')).toMatchObject({ success: true, method: 'whatsapp_fallback' });
  });

  it('of a stranger is answered to nobody', async () => {
    const phone = '+966500004003';
    const token = `?token=${WEBHOOK_TOKEN}`;
    await world.request('POST', `/api/webhooks/ultramsg/inbound${token}`, {
      body: ultramsgEvent({ from: phone, text: 'STOP' }),
    });
    await work.verifications();
    await work.replies();
    expect(world.textsTo(phone)).toEqual([]);
  });
});

describe('a reply whose reason is gone', () => {
  it('is not sent: no word of the end to a person who has come in again', async () => {
    const phone = '+966500004009';
    await connect('g-9', phone);
    for (const text of ['STOP', 'START']) {
      await world.simulator.sendFromPhone({ from: phone, text }).delivery;
      await work.verifications();
    }
    await work.replies();
    const replies = await world.database.query<{ kind: string; status: string }>(
      `SELECT reply.kind, reply.status FROM whatsapp_optin.owed_replies AS reply
       JOIN whatsapp_optin.contact_identities AS identity USING (organization_id, contact_id)
       WHERE identity.value = $1::text ORDER BY reply.created_at`,
      [phone],
    );
    expect(replies).toEqual([
      { kind: 'welcome', status: 'done' },
      { kind: 'opt_out_confirmation', status: 'dropped' },
      { kind: 'welcome', status: 'done' },
    ]);
  });

  it('is not sent again, where its vendor has delivered what it had refused', async () => {
    const phone = '+966500004010';
    world.simulator.behaviours.set('ultramsg', { mode: 'server_error', times: 1 }, phone);
    await world.simulator.sendFromPhone({ from: phone, text: 'hello' }).delivery;
    await work.verifications();
    await work.replies();
    const [attempt] = await world.database.query<{ id: string }>(
      `SELECT attempt.id FROM whatsapp_optin.notification_attempts AS attempt
       JOIN whatsapp_optin.contact_identities AS identity USING (organization_id, contact_id)
       WHERE identity.value = $1::text`,
      [phone],
    );
    await world.app.deliveries.report({ organizationId: 'clinic', provider: 'ultramsg' }, delivered(attempt?.id ?? ''));
    await world.database.query(
      `UPDATE whatsapp_optin.owed_replies SET due_at = clock_timestamp() WHERE status = 'due'`,
    );
    await work.replies();
    expect(world.textsTo(phone)).toEqual([]);
  });
});

const explainOf = (ticketId: string) => ({
  key: 'sk_test_secret_key_of_all_the_tests',
  body: { ticketId, type: 'critical', message: 'Room 4' },
});

describe('a person whom WhatsApp does not reach', () => {
  it('is not tried again until they write, and the reason says so', async () => {
    const phone = '+966500004004';
    await connect('g-4', phone);
    world.simulator.configureWebhook({ acks: false });
    const first = await notify('g-4');
    world.simulator.configureWebhook({ acks: true });
    await world.app.deliveries.report(
      { organizationId: 'clinic', provider: 'ultramsg' },
      {
        kind: 'status',
        providerMessageId: `unreachable-${first.id}`,
        correlationId: await attemptOf(first.id),
        status: 'failed',
        at: new Date(),
        failure: { action: 'unreachable', retryAfterMs: null, errorCode: '131026' },
        price: null,
      },
    );
    const before = world.simulator.ledger.entries('whatsapp_send').length;
    const second = await notify('g-4');
    expect(second.attempts.find(({ tier }) => tier === 'whatsapp')).toMatchObject({
      status: 'skipped',
      reason: 'whatsapp_failed',
    });
    expect(second).toMatchObject({ success: true, method: 'sms_fallback' });
    expect(world.simulator.ledger.entries('whatsapp_send')).toHaveLength(before);

    await world.simulator.sendFromPhone({ from: phone, text: 'I am here' }).delivery;
    await work.verifications();
    expect(await notify('g-4')).toMatchObject({ success: true, method: 'whatsapp_fallback' });
  });
});

const delivered = (attemptId: string): DeliveryStatus => ({
  kind: 'status',
  providerMessageId: `lost-${attemptId}`,
  correlationId: attemptId,
  status: 'delivered',
  at: new Date(),
  failure: null,
  price: null,
});

async function attemptOf(notificationId: string): Promise<string> {
  const [row] = await world.database.query<{ id: string }>(
    `SELECT id FROM whatsapp_optin.notification_attempts WHERE notification_id = $1::uuid AND tier = 'whatsapp'`,
    [notificationId],
  );
  return row?.id ?? '';
}

describe('a price that its vendor gives only on request', () => {
  it('is still asked for by the next process', async () => {
    const phone = '+966500004006';
    await world.createTicket('g-6', { phone });
    const sent = await notify('g-6');
    expect(sent).toMatchObject({ method: 'sms_fallback' });
    await eventually('the last status', async () => {
      const [row] = await world.database.query<{ status: string }>(
        `SELECT delivery_status AS status FROM whatsapp_optin.sms_notifications WHERE ticket_id = 'g-6'`,
      );
      return row?.status === 'delivered';
    });
    const owed = () =>
      world.database.query(
        `SELECT price.tries FROM whatsapp_optin.owed_prices AS price
         JOIN whatsapp_optin.sms_notifications AS sms ON sms.organization_id = price.organization_id AND sms.id = price.attempt_id
         WHERE sms.ticket_id = 'g-6'`,
      );
    expect(await owed()).toEqual([{ tries: 0 }]);
    await world.restart(byHand);
    await work.prices();
    expect(await owed()).toEqual([]);
    const [row] = await world.database.query<{ estimated: boolean }>(
      `SELECT cost_is_estimated AS estimated FROM whatsapp_optin.sms_notifications WHERE ticket_id = 'g-6'`,
    );
    expect(row).toEqual({ estimated: false });
  });
});

describe('a message that its vendor had refused and still delivers', () => {
  it('ends the run at once that waited for another try', async () => {
    const phone = '+966500004011';
    await world.createTicket('g-11', { phone });
    world.simulator.behaviours.set('twilio', { mode: 'server_error', times: 1 }, phone);
    const refused = await notify('g-11');
    expect(refused).toMatchObject({ success: false, settled: false });
    const [attempt] = await world.database.query<{ id: string }>(
      `SELECT id FROM whatsapp_optin.notification_attempts WHERE notification_id = $1::uuid AND tier = 'sms'`,
      [refused.id],
    );
    await world.app.deliveries.report({ organizationId: 'clinic', provider: 'twilio' }, delivered(attempt?.id ?? ''));
    expect(await world.app.notifications.get(refused.id)).toMatchObject({
      success: true,
      settled: true,
      method: 'sms_fallback',
    });
  });
});

describe('a message whose answer was lost', () => {
  const report = async (id: string): Promise<void> =>
    world.app.deliveries.report({ organizationId: 'clinic', provider: 'ultramsg' }, delivered(await attemptOf(id)));

  it('is late where its status comes after the next tier was tried', async () => {
    const phone = '+966500004007';
    await connect('g-7', phone);
    world.simulator.configureWebhook({ acks: false });
    world.simulator.behaviours.set('ultramsg', { mode: 'accept_then_cut', times: 1 }, phone);
    const { id } = await notify('g-7');
    world.simulator.configureWebhook({ acks: true });
    await report(id);
    const document = await world.app.notifications.get(id);
    expect(document?.method).toBe('sms_fallback');
    expect(document?.attempts.find(({ tier }) => tier === 'whatsapp')).toMatchObject({
      status: 'delivered',
      late: true,
    });
  });

  it('is followed by no other tier where its status was quicker than the next claim', async () => {
    const phone = '+966500004008';
    await connect('g-8', phone);
    world.simulator.configureWebhook({ acks: false });
    world.simulator.behaviours.set('ultramsg', { mode: 'accept_then_cut', times: 1 }, phone);
    const { id } = await notify('g-8');
    world.simulator.configureWebhook({ acks: true });
    await report(id);
    const again = await createNotificationStore(world.database).claimSms(
      { organizationId: 'clinic', notificationId: id, attemptId: randomUUID(), number: 2 },
      {
        provider: 'twilio',
        phone,
        contactId: null,
        text: 'Room 4',
        type: 'critical',
        ticketId: 'g-8',
        dailyLimit: 100,
        isCounted: true,
        timeZone: 'UTC',
        segments: 1,
        estimatedCents: null,
      },
    );
    expect(again.refused).toBe('already_sent');
  });
});
