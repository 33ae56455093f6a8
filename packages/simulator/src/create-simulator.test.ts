import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import webPush from 'web-push';
import { SIMULATOR_DEFAULTS, createSimulator, type Simulator, type SimulatorOptions } from './create-simulator.js';
import { inboundEvent } from './ultramsg/inbound-event.js';

const PHONE = '+966501234567';
const BUSINESS = '+966500000000';
const TOKEN = 'simulator-token';
const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  while (open.length > 0) await open.pop()?.();
});

async function startSimulator(options?: SimulatorOptions): Promise<Simulator> {
  const simulator = createSimulator(options);
  await simulator.listen();
  open.push(() => simulator.close());
  return simulator;
}

interface Delivery {
  url: string;
  contentType: string;
  body: string;
}

/** A webhook that answers with the given statuses in turn, then 200. */
async function startWebhook(...statuses: number[]) {
  const deliveries: Delivery[] = [];
  const read = async (request: IncomingMessage) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  };
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      deliveries.push({ url: request.url ?? '', contentType: request.headers['content-type'] ?? '', body });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, deliveries };
}

function sendChat(simulator: Simulator, fields: Record<string, string> = {}) {
  const body = new URLSearchParams({ token: TOKEN, to: PHONE, body: 'Your turn', ...fields });
  return fetch(`${simulator.url}/instance1150/messages/chat`, { method: 'POST', body });
}

function sendSms(
  simulator: Simulator,
  fields: Record<string, string> = {},
  password = SIMULATOR_DEFAULTS.twilio.authToken,
) {
  const { accountSid } = SIMULATOR_DEFAULTS.twilio;
  return fetch(`${simulator.url}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${password}`).toString('base64')}` },
    body: new URLSearchParams({ To: PHONE, From: '+15005550006', Body: 'Your turn', ...fields }),
  });
}

describe('UltraMsg send API', () => {
  it('accepts a form and says so with a string', async () => {
    const simulator = await startSimulator();
    const response = await sendChat(simulator, { referenceId: 'n-1' });
    expect(await response.json()).toEqual({ sent: 'true', message: 'ok', id: 44_897 });
    expect(simulator.ledger.entries('whatsapp_send')).toMatchObject([
      { phone: PHONE, text: 'Your turn', referenceId: 'n-1', accepted: true, status: 200, messageId: 44_897 },
    ]);
  });

  it('accepts JSON', async () => {
    const simulator = await startSimulator();
    const body = JSON.stringify({ token: TOKEN, to: '966501234567@c.us', body: 'مرحبًا', priority: 0 });
    const headers = { 'content-type': 'application/json' };
    await fetch(`${simulator.url}/instance1150/messages/chat`, { method: 'POST', headers, body });
    expect(simulator.ledger.received(PHONE, 'whatsapp')).toMatchObject([{ text: 'مرحبًا' }]);
  });

  it.each([
    ['wrong_token', 200, { error: 'Wrong token. Please provide token as a GET parameter.' }],
    ['not_connected', 200, { sent: 'false', message: 'WhatsApp not connected' }],
    ['error_list', 200, { error: [{ to: 'to is not a valid phone number or chatID' }] }],
    ['queued', 200, { sent: 'queued' }],
    ['empty', 200, {}],
    ['unknown_instance', 404, { error: 'Instance not found' }],
    ['server_error', 500, { error: 'Internal Server Error' }],
  ] as const)('answers %s with HTTP %i and sends nothing', async (mode, status, answer) => {
    const simulator = await startSimulator();
    simulator.behaviours.set('ultramsg', { mode });
    const response = await sendChat(simulator);
    expect({ status: response.status, answer: (await response.json()) as unknown }).toEqual({ status, answer });
    expect(simulator.ledger.received(PHONE)).toEqual([]);
  });

  it.each([
    [{ token: 'other' }, { error: 'Wrong token. Please provide token as a GET parameter.' }],
    [{ to: 'nobody' }, { error: [{ to: 'to is not a valid phone number or chatID' }] }],
    [{ body: '' }, { error: [{ body: 'body is required' }] }],
    [{ body: 'a'.repeat(4097) }, { error: [{ body: 'body may have at most 4096 characters' }] }],
  ])('refuses a request with %o by itself', async (fields, answer) => {
    const response = await sendChat(await startSimulator(), fields);
    expect(await response.json()).toEqual(answer);
  });

  it('says how long to wait when there are too many requests', async () => {
    const simulator = await startSimulator();
    simulator.behaviours.set('ultramsg', { mode: 'rate_limited', retryAfterSeconds: 7 });
    const response = await sendChat(simulator);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
  });

  it('takes the message and cuts the connection by a rule', async () => {
    const simulator = await startSimulator();
    simulator.behaviours.set('ultramsg', { mode: 'accept_then_cut' });
    await expect(sendChat(simulator)).rejects.toThrow();
    expect(simulator.ledger.received(PHONE, 'whatsapp')).toMatchObject([{ status: null }]);
  });

  it('lets a hanging request go when it closes', async () => {
    const simulator = await startSimulator();
    simulator.behaviours.set('ultramsg', { mode: 'hang' });
    const seen = new Promise<void>((resolve) => simulator.ledger.subscribe(() => resolve()));
    const request = sendChat(simulator).catch((error: unknown) => error);
    await seen;
    await simulator.close();
    expect(await request).toBeInstanceOf(Error);
  });

  it('reports that the instance is connected', async () => {
    const { url } = await startSimulator();
    const response = await fetch(`${url}/instance1150/instance/status?token=${TOKEN}`);
    expect(await response.json()).toEqual({
      status: { accountStatus: { status: 'authenticated', substatus: 'connected' } },
    });
  });

  it('reads back what a phone has written', async () => {
    const simulator = await startSimulator();
    const { messageId } = simulator.sendFromPhone({ from: PHONE, text: 'Hi' });
    simulator.sendFromPhone({ from: '+966507654321', text: 'Other' });
    const response = await fetch(
      `${simulator.url}/instance1150/chats/messages?chatId=966501234567@c.us&token=${TOKEN}`,
    );
    expect(await response.json()).toMatchObject([{ id: messageId, body: 'Hi', fromMe: false }]);
  });
});

describe('UltraMsg webhook', () => {
  it('posts what a phone sends, with the token in the URL', async () => {
    const webhook = await startWebhook();
    const simulator = await startSimulator({ webhook: { url: webhook.url, token: 'hook-token' } });
    const outcome = await simulator.sendFromPhone({ from: PHONE, text: 'Hi', name: 'Noura' }).delivery;
    expect(outcome).toMatchObject({ acknowledged: true, attempts: 1 });
    expect(webhook.deliveries).toMatchObject([{ url: '/hook?token=hook-token', contentType: 'application/json' }]);
    expect(JSON.parse(webhook.deliveries[0]!.body)).toMatchObject({
      event_type: 'message_received',
      instanceId: '1150',
      data: { from: '966501234567@c.us', to: '966500000000@c.us', body: 'Hi', pushname: 'Noura', type: 'chat' },
    });
  });

  it('delivers the same event again until it is acknowledged', async () => {
    const webhook = await startWebhook(503, 500);
    const simulator = await startSimulator({ webhook: { url: webhook.url, retryDelaysMs: [0, 0, 0] } });
    const outcome = await simulator.sendFromPhone({ from: PHONE, text: 'Hi' }).delivery;
    expect(outcome).toMatchObject({ acknowledged: true, attempts: 3 });
    expect(new Set(webhook.deliveries.map(({ body }) => body)).size).toBe(1);
    expect(simulator.ledger.entries('webhook_delivery').map(({ status, settled }) => [status, settled])).toEqual([
      [503, false],
      [500, false],
      [200, true],
    ]);
  });

  it('gives up after its retries', async () => {
    const webhook = await startWebhook(500, 500, 500);
    const simulator = await startSimulator({ webhook: { url: webhook.url, retryDelaysMs: [0, 0] } });
    const outcome = await simulator.sendFromPhone({ from: PHONE, text: 'Hi' }).delivery;
    expect(outcome).toMatchObject({ acknowledged: false, attempts: 3 });
  });

  it('writes the other two forms on request', async () => {
    const webhook = await startWebhook();
    const simulator = await startSimulator({ webhook: { url: webhook.url, token: 't' } });
    simulator.configureWebhook({ form: 'messages' });
    await simulator.sendFromPhone({ from: PHONE, text: 'Hi' }).delivery;
    simulator.configureWebhook({ form: 'form_encoded' });
    await simulator.sendFromPhone({ from: PHONE, text: 'Hi' }).delivery;
    expect(JSON.parse(webhook.deliveries[0]!.body)).toMatchObject({ token: 't', messages: [{ body: 'Hi' }] });
    expect(webhook.deliveries[1]!.contentType).toBe('application/x-www-form-urlencoded');
  });

  it('echoes own messages and their acks when switched on', async () => {
    const webhook = await startWebhook();
    const simulator = await startSimulator({ webhook: { url: webhook.url, acks: true, echoes: true } });
    const settled = new Promise<void>((resolve) => {
      simulator.ledger.subscribe(() => {
        if (simulator.ledger.entries('webhook_delivery').length === 3) resolve();
      });
    });
    await sendChat(simulator, { referenceId: 'n-1' });
    await settled;
    const events = webhook.deliveries.map(({ body }) => JSON.parse(body) as { event_type: string });
    expect(events.map((event) => event.event_type).sort()).toEqual(['message_ack', 'message_ack', 'message_create']);
    expect(events).toMatchObject(Array(3).fill({ referenceId: 'n-1', id: 44_897, data: { fromMe: true } }));
  });

  it('posts any event once more', async () => {
    const webhook = await startWebhook();
    const simulator = await startSimulator({ webhook: { url: webhook.url } });
    const event = inboundEvent({ from: '120363000000000000@g.us', to: BUSINESS, body: 'Hi', time: 1, author: PHONE });
    await simulator.postEvent(event);
    await simulator.postEvent(event);
    expect(webhook.deliveries.map(({ body }) => JSON.parse(body) as unknown)).toEqual([event, event]);
  });
});

describe('Twilio SMS', () => {
  it('queues a message in the documented shape', async () => {
    const simulator = await startSimulator({ now: () => Date.UTC(2026, 0, 2, 3, 4, 5) });
    const response = await sendSms(simulator);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/) as string,
      status: 'queued',
      to: PHONE,
      price: null,
      price_unit: 'USD',
      num_segments: '1',
      error_code: null,
      date_created: 'Fri, 02 Jan 2026 03:04:05 +0000',
    });
  });

  it.each([
    ['unsubscribed', 400, 21610],
    ['invalid_number', 400, 21211],
    ['unauthorized', 401, 20003],
    ['rate_limited', 429, 20429],
    ['server_error', 500, 20500],
  ] as const)('answers %s with HTTP %i and code %i', async (mode, status, code) => {
    const simulator = await startSimulator();
    simulator.behaviours.set('twilio', { mode }, PHONE);
    const response = await sendSms(simulator);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      code,
      status,
      more_info: `https://www.twilio.com/docs/errors/${code}`,
    });
    expect(simulator.ledger.received(PHONE)).toEqual([]);
  });

  it('refuses wrong credentials', async () => {
    const response = await sendSms(await startSimulator(), {}, 'other');
    expect(await response.json()).toMatchObject({ code: 20003 });
  });

  it.each([
    [{ To: 'nobody' }, 21211],
    [{ From: '' }, 21603],
    [{ Body: '' }, 21602],
    [{ Body: 'a'.repeat(1601) }, 21617],
  ])('refuses %o by itself', async (fields, code) => {
    const response = await sendSms(await startSimulator(), fields);
    expect(await response.json()).toMatchObject({ code });
  });
});

describe('web push', () => {
  const vapid = webPush.generateVAPIDKeys();
  const vapidDetails = { subject: 'mailto:push@example.com', ...vapid };

  async function push(
    issued: { subscription: webPush.PushSubscription },
    details: Partial<webPush.RequestOptions> = {},
  ) {
    const options = { vapidDetails, TTL: 300, urgency: 'high', topic: 'A001', ...details } as const;
    const request = webPush.generateRequestDetails(issued.subscription, '{"title":"حان دورك"}', options);
    return fetch(request.endpoint, {
      method: 'POST',
      headers: request.headers as Record<string, string>,
      body: new Uint8Array(request.body ?? Buffer.alloc(0)),
    });
  }

  it('reads what was sent to its own subscription', async () => {
    const simulator = await startSimulator();
    const response = await push(simulator.push.issueSubscription({ phone: PHONE }));
    expect(response.status).toBe(201);
    expect(simulator.ledger.received(PHONE, 'push')).toMatchObject([
      { payload: '{"title":"حان دورك"}', ttlSeconds: 300, urgency: 'high', topic: 'A001' },
    ]);
  });

  it.each([
    ['not_found', 404],
    ['gone', 410],
    ['unauthorized', 401],
    ['rate_limited', 429],
  ] as const)('answers %s with HTTP %i', async (mode, status) => {
    const simulator = await startSimulator();
    simulator.behaviours.set('push', { mode });
    expect((await push(simulator.push.issueSubscription({ phone: PHONE }))).status).toBe(status);
    expect(simulator.ledger.received(PHONE)).toEqual([]);
  });

  it('does not know a subscription that it has not issued', async () => {
    const simulator = await startSimulator();
    const { subscription } = simulator.push.issueSubscription();
    const response = await push({ subscription: { ...subscription, endpoint: `${simulator.url}/push/other` } });
    expect(response.status).toBe(404);
  });

  it('refuses another sender than the one the subscription was made for', async () => {
    const simulator = await startSimulator();
    const other = webPush.generateVAPIDKeys().publicKey;
    const response = await push(simulator.push.issueSubscription({ applicationServerKey: other }));
    expect(response.status).toBe(403);
  });

  it('refuses a request without a VAPID signature', async () => {
    const simulator = await startSimulator();
    const { subscription } = simulator.push.issueSubscription();
    const response = await fetch(subscription.endpoint, { method: 'POST', headers: { ttl: '60' } });
    expect(response.status).toBe(401);
  });

  it('refuses a signature for another push service', async () => {
    const simulator = await startSimulator();
    const other = await startSimulator();
    const { subscription } = simulator.push.issueSubscription();
    const elsewhere = webPush.getVapidHeaders(
      other.url,
      vapidDetails.subject,
      vapid.publicKey,
      vapid.privateKey,
      'aes128gcm',
    );
    const headers = { authorization: elsewhere.Authorization, ttl: '60' };
    const response = await fetch(subscription.endpoint, { method: 'POST', headers });
    expect([response.status, await response.text()]).toEqual([401, 'wrong_audience']);
  });
});

describe('control and ledger over HTTP', () => {
  it('sets a behaviour for one recipient', async () => {
    const simulator = await startSimulator();
    const body = JSON.stringify({ mode: 'queued', recipient: PHONE });
    const response = await fetch(`${simulator.url}/_control/behaviours/ultramsg`, { method: 'PUT', body });
    expect(response.status).toBe(204);
    expect(await (await sendChat(simulator)).json()).toEqual({ sent: 'queued' });
  });

  it.each([
    ['/_control/behaviours/carrier-pigeon', '{"mode":"accept"}'],
    ['/_control/behaviours/ultramsg', '{"mode":"maybe"}'],
    ['/_control/behaviours/ultramsg', 'nonsense'],
    ['/_control/webhook', '{"url":"nowhere"}'],
  ])('refuses PUT %s with %s', async (path, body) => {
    const { url } = await startSimulator();
    expect((await fetch(`${url}${path}`, { method: 'PUT', body })).status).toBe(422);
  });

  it('returns the ledger by kind, phone and position', async () => {
    const simulator = await startSimulator();
    await sendChat(simulator);
    await sendChat(simulator, { to: '+966507654321' });
    const response = await fetch(`${simulator.url}/_ledger?kind=whatsapp_send&phone=%2B966507654321&after=1`);
    expect(await response.json()).toMatchObject({ entries: [{ sequence: 2, phone: '+966507654321' }] });
  });

  it('issues a push subscription', async () => {
    const { url } = await startSimulator();
    const body = JSON.stringify({ phone: PHONE });
    const response = await fetch(`${url}/_control/push-subscriptions`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({
      subscription: { endpoint: expect.stringContaining(`${url}/push/`) as string },
    });
  });
});

describe('phone', () => {
  it('serves its page and files under a strict policy', async () => {
    const { url } = await startSimulator();
    for (const path of [
      '/phone',
      '/phone/assets/phone.js',
      '/phone/assets/phone.css',
      '/phone/assets/phone-words.js',
    ]) {
      const response = await fetch(`${url}${path}`);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('serves no other file', async () => {
    const { url } = await startSimulator();
    expect((await fetch(`${url}/phone/assets/..%2F..%2Fpackage.json`)).status).toBe(404);
  });

  it('turns Send into a message on its way', async () => {
    const simulator = await startSimulator();
    const response = await fetch(`${simulator.url}/phone/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: PHONE, to: BUSINESS, text: 'Hi' }),
    });
    expect(response.status).toBe(202);
    expect(simulator.ledger.entries('whatsapp_inbound')).toMatchObject([{ phone: PHONE, to: BUSINESS, text: 'Hi' }]);
  });

  it.each([
    ['text/plain', '{"from":"+966501234567","text":"Hi"}', 415],
    ['application/json', '{"from":"nobody","text":"Hi"}', 422],
    ['application/json', '{"from":"+966501234567","text":" "}', 422],
    ['application/json', 'null', 422],
    ['application/json', 'nonsense', 422],
  ])('refuses %s with %s', async (contentType, body, status) => {
    const { url } = await startSimulator();
    const headers = { 'content-type': contentType };
    expect((await fetch(`${url}/phone/messages`, { method: 'POST', headers, body })).status).toBe(status);
  });

  it('sends what stands on the screen, then what comes, and resumes where the reader was', async () => {
    const simulator = await startSimulator();
    simulator.sendFromPhone({ from: PHONE, text: 'Hi' });
    const stream = await openStream(simulator, {});
    expect(await stream.next()).toMatchObject({ id: '1', event: { direction: 'out', text: 'Hi' } });
    await sendChat(simulator, { body: 'Welcome' });
    expect(await stream.next()).toMatchObject({ event: { direction: 'in', text: 'Welcome', peer: BUSINESS } });
    await stream.cancel();
    const resumed = await openStream(simulator, { 'last-event-id': '1' });
    expect(await resumed.next()).toMatchObject({ event: { text: 'Welcome' } });
    await resumed.cancel();
  });

  it('ends its streams when it closes', async () => {
    const simulator = await startSimulator();
    const stream = await openStream(simulator, {});
    await simulator.close();
    await expect(stream.next()).rejects.toThrow();
  });

  it('lists the phones it knows', async () => {
    const simulator = await startSimulator();
    simulator.sendFromPhone({ from: PHONE, text: 'Hi' });
    const response = await fetch(`${simulator.url}/phone/numbers`);
    expect(await response.json()).toEqual({ numbers: [PHONE] });
  });
});

/** Reads one event of the stream at a time. */
async function openStream(simulator: Simulator, headers: Record<string, string>) {
  const response = await fetch(`${simulator.url}/phone/stream?number=${encodeURIComponent(PHONE)}`, { headers });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  return {
    cancel: () => reader.cancel(),
    async next(): Promise<{ id: string; event: unknown }> {
      for (;;) {
        const match = /^data: (.*)\nid: (.*)\n\n/m.exec(buffer);
        if (match) {
          buffer = buffer.slice(match.index + match[0].length);
          const event: unknown = JSON.parse(match[1]!);
          // Deliveries to a webhook that is not there are another test's matter.
          if ((event as { type: string }).type === 'delivery') continue;
          return { id: match[2]!, event };
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('The stream has ended.');
        buffer += value;
      }
    },
  };
}
