import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECRET, eventually } from './test-world.js';
import { openVendorWorld, type VendorWorld } from './vendor-world.js';

interface StoredSms extends Record<string, unknown> {
  status: string;
  cents: number | null;
  error: string | null;
}

async function smsOf(world: VendorWorld, phone: string): Promise<StoredSms | null> {
  const [row] = await world.database.query<StoredSms>(
    `SELECT delivery_status AS status, cost_cents::float8 AS cents, error_message AS error
     FROM whatsapp_optin.sms_notifications WHERE phone_number = $1::text`,
    [phone],
  );
  return row ?? null;
}

describe('SMS through Twilio', () => {
  let world: VendorWorld;
  beforeAll(async () => {
    world = await openVendorWorld('ultramsg');
  });
  afterAll(() => world?.close());

  it('is delivered by the word of the callback, and its price is asked for', async () => {
    const phone = '+966500004101';
    await world.createTicket('s-1', { phone });
    const notification = await world.notify({ ticketId: 's-1', type: 'your_turn' });
    expect(notification).toMatchObject({ success: true, method: 'sms_fallback' });
    const stored = await eventually('the price', async () => {
      const row = await smsOf(world, phone);
      return row?.cents === null ? null : row;
    });
    expect(stored).toEqual({ status: 'delivered', cents: 4.98, error: null });
  });

  it('is failed by the word of the callback', async () => {
    const phone = '+966500004102';
    await world.createTicket('s-2', { phone });
    world.simulator.behaviours.set('twilio', { mode: 'accept_then_fail', times: 1 }, phone);
    await world.notify({ ticketId: 's-2', type: 'your_turn' });
    const stored = await eventually('the failure', async () => {
      const row = await smsOf(world, phone);
      return row?.status === 'failed' ? row : null;
    });
    expect(stored).toMatchObject({ error: '30005' });
  });

  it('keeps the cause of a callback that overtakes the answer', async () => {
    const phone = '+966500004103';
    await world.createTicket('s-3', { phone });
    world.simulator.behaviours.set('twilio', { mode: 'accept_then_fail', times: 1, delayMs: 500 }, phone);
    const notifying = world.notify({ ticketId: 's-3', type: 'your_turn' });
    await eventually('the callback', async () => (await smsOf(world, phone))?.error ?? null);
    await notifying;
    expect(await smsOf(world, phone)).toMatchObject({ status: 'failed', error: '30005' });
  });
});

describe('SMS through Amazon SNS', () => {
  let world: VendorWorld;
  const variables = { AWS_ACCESS_KEY_ID: 'placeholder', AWS_SECRET_ACCESS_KEY: 'placeholder' };
  beforeAll(async () => {
    Object.assign(process.env, variables);
    world = await openVendorWorld('ultramsg', (snsEndpoint) => ({
      sms: {
        enabled: true,
        provider: 'sns',
        awsRegion: 'eu-west-1',
        snsEndpoint,
        fromNumber: 'Clinic',
        allowedCountries: ['SA'],
      },
    }));
  });
  afterAll(async () => {
    for (const name of Object.keys(variables)) delete process.env[name];
    await world?.close();
  });

  it('goes out under the name of the sender', async () => {
    const phone = '+966500004201';
    await world.createTicket('n-1', { phone });
    const notification = await world.notify({ ticketId: 'n-1', type: 'your_turn' });
    expect(notification).toMatchObject({ success: true, method: 'sms_fallback', deliveredTo: phone });
    const sent = world.simulator.ledger.entries('sms_send').filter((entry) => entry.phone === phone);
    expect(sent).toMatchObject([{ vendor: 'sns', from: 'Clinic', accepted: true }]);
  });

  it('is refused to who has opted out, and they are asked for no more', async () => {
    const phone = '+966500004202';
    await world.createTicket('n-2', { phone });
    world.simulator.behaviours.set('sns', { mode: 'refuse', errorCode: 'OptedOut', times: 1 }, phone);
    const notification = await world.notify({ ticketId: 'n-2', type: 'your_turn' });
    expect(notification).toMatchObject({ success: false, method: 'none', reason: 'sms_failed' });
    expect(notification.attempts.at(-1)).toMatchObject({ tier: 'sms', errorCode: 'OptedOut' });
  });
});

interface PushPayload {
  notificationId: string;
  acknowledge: { url: string; token: string };
}

describe('a push that its service worker acknowledges', () => {
  let world: VendorWorld;
  beforeAll(async () => {
    world = await openVendorWorld('ultramsg');
  });
  afterAll(() => world?.close());

  async function push(ticketId: string): Promise<PushPayload> {
    await world.createTicket(ticketId);
    const { id, subscription } = world.simulator.push.issueSubscription();
    await world.json('POST', '/api/push/subscriptions', { key: SECRET, body: { ticketId, subscription } });
    await world.notify({ ticketId, type: 'your_turn' });
    const sent = world.simulator.ledger.entries('push_send').find((entry) => entry.subscriptionId === id);
    return JSON.parse(sent?.payload ?? '{}') as PushPayload;
  }
  /** As a service worker does: text, so that no preflight is asked for. */
  const post = (url: string, body: unknown) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify(body) });

  it('counts as delivered and settles the notification, however often it is reported', async () => {
    const { notificationId, acknowledge } = await push('p-1');
    expect(acknowledge.url).toBe(`${world.url}/api/push/acknowledgements`);
    expect(await world.app.notifications.get(notificationId)).toMatchObject({ settled: false });

    const body = { notificationId, token: acknowledge.token };
    const answers = [await post(acknowledge.url, body), await post(acknowledge.url, body)];

    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(await world.app.notifications.get(notificationId)).toMatchObject({
      settled: true,
      method: 'push',
      attempts: [{ tier: 'push', status: 'delivered' }],
    });
  });

  it('is not believed with the token of another notification', async () => {
    const mine = await push('p-2');
    const theirs = await push('p-3');
    const { url, token } = mine.acknowledge;
    const response = await post(url, { notificationId: theirs.notificationId, token });
    expect(response.status).toBe(401);
    for (const { notificationId } of [mine, theirs]) {
      expect(await world.app.notifications.get(notificationId)).toMatchObject({ settled: false });
    }
  });
});
