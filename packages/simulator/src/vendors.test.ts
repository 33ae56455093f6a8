import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { SIMULATOR_DEFAULTS, createSimulator, type Simulator, type SimulatorOptions } from './create-simulator.js';
import { userIdOf } from './phone/person.js';
import { twilioSignature } from './twilio/webhook-form.js';

const PHONE = '+966501234567';
const { meta, twilio } = SIMULATOR_DEFAULTS;
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  while (open.length > 0) await open.pop()?.();
});

interface Delivery {
  headers: IncomingHttpHeaders;
  body: string;
}

async function setUp(options: SimulatorOptions = {}) {
  const deliveries: Delivery[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      deliveries.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => new Promise((resolve) => server.close(resolve)));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const simulator = createSimulator({ ...options, webhook: { url, smsUrl: url, ...options.webhook } });
  await simulator.listen();
  open.push(() => simulator.close());
  return { simulator, deliveries, url };
}

function sendMeta(simulator: Simulator, body: Record<string, unknown> = {}, token = meta.accessToken) {
  return fetch(`${simulator.url}/v26.0/${meta.phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ to: PHONE.slice(1), text: { body: 'Your turn' }, biz_opaque_callback_data: 'a-1', ...body }),
  });
}

const arrival = (simulator: Simulator, count: number) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (simulator.ledger.entries('webhook_delivery').length >= count) resolve();
    };
    simulator.ledger.subscribe(look);
    look();
  });

describe('reply buttons', () => {
  const interactive = (buttons: object[], text = 'Your turn') => ({
    type: 'interactive',
    interactive: { type: 'button', body: { text }, action: { buttons } },
  });
  const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });

  it('of Meta’s reach the phone, and a tap comes back with the id', async () => {
    const { simulator, deliveries } = await setUp({ whatsapp: 'meta' });
    expect((await sendMeta(simulator, interactive([button('b-1', 'On my way')]))).status).toBe(200);
    const [sent] = simulator.ledger.entries('whatsapp_send');
    expect(sent).toMatchObject({ text: 'Your turn', buttons: [{ id: 'b-1', label: 'On my way' }], accepted: true });

    await simulator.sendFromPhone({ from: PHONE, text: 'On my way', payload: 'b-1' }).delivery;
    expect(JSON.parse(deliveries[0]?.body ?? '')).toMatchObject({
      entry: [
        {
          changes: [
            {
              value: {
                messages: [
                  {
                    type: 'interactive',
                    interactive: { type: 'button_reply', button_reply: { id: 'b-1', title: 'On my way' } },
                  },
                ],
              },
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['no button', interactive([])],
    ['four of them', interactive(['a', 'b', 'c', 'd'].map((id) => button(id, id)))],
    ['a title of 21 characters', interactive([button('a', 'x'.repeat(21))])],
    ['two of one id', interactive([button('a', 'One'), button('a', 'Two')])],
    ['a text of 1,025 characters', interactive([button('a', 'One')], 'x'.repeat(1_025))],
  ])('are refused by Meta with %s', async (_name, body) => {
    const { simulator } = await setUp({ whatsapp: 'meta' });
    expect((await sendMeta(simulator, body)).status).toBe(400);
    expect(simulator.ledger.entries('whatsapp_send')[0]?.accepted).toBe(false);
  });

  it('of Twilio’s come back as ButtonPayload', async () => {
    const { simulator, deliveries } = await setUp({ whatsapp: 'twilio' });
    await simulator.sendFromPhone({ from: PHONE, text: 'On my way', payload: 'b-1' }).delivery;
    const form = new URLSearchParams(deliveries[0]?.body);
    expect([form.get('ButtonPayload'), form.get('ButtonText'), form.get('MessageType')]).toEqual([
      'b-1',
      'On my way',
      'button',
    ]);
  });
});

describe('Meta', () => {
  it('accepts a text and reports its outcome, signed', async () => {
    const { simulator, deliveries } = await setUp({ whatsapp: 'meta', webhook: { acks: true } });
    const response = await sendMeta(simulator);
    expect([response.status, await response.json()]).toMatchObject([
      200,
      { messages: [{ id: expect.stringMatching(/^wamid/) as string }] },
    ]);
    await arrival(simulator, 2);
    const [{ body, headers } = expect.fail()] = deliveries;
    const digest = createHmac('sha256', meta.appSecret).update(body).digest('hex');
    expect(headers['x-hub-signature-256']).toBe(`sha256=${digest}`);
    expect(
      simulator.ledger
        .entries('webhook_delivery')
        .map(({ eventType }) => eventType)
        .sort(),
    ).toEqual(['status_delivered', 'status_sent']);
  });

  it.each([
    ['another token', {}, 'wrong', 401, 190],
    ['no recipient', { to: undefined }, meta.accessToken, 400, 131_008],
    ['no text', { text: { body: '' } }, meta.accessToken, 400, 100],
  ])('refuses %s', async (...[_name, body, token, status, code]) => {
    const { simulator } = await setUp();
    const response = await sendMeta(simulator, body, token);
    expect([response.status, await response.json()]).toMatchObject([status, { error: { code } }]);
  });

  it('refuses with the code of the rule', async () => {
    const { simulator } = await setUp();
    simulator.behaviours.set('meta', { mode: 'refuse', errorCode: 131_056 }, PHONE);
    expect(await (await sendMeta(simulator)).json()).toMatchObject({ error: { code: 131_056 } });
    expect(simulator.ledger.received(PHONE)).toEqual([]);
  });

  it('takes a message that fails afterwards', async () => {
    const { simulator, deliveries } = await setUp({ whatsapp: 'meta' });
    simulator.behaviours.set('meta', { mode: 'accept_then_fail', errorCode: 131_047 });
    expect((await sendMeta(simulator)).status).toBe(200);
    await arrival(simulator, 1);
    expect(deliveries[0]?.body).toContain('"code":131047');
    expect(simulator.ledger.received(PHONE)).toEqual([]);
  });

  it('knows a person by an id where they hide their phone, and reaches them by it', async () => {
    const { simulator, deliveries } = await setUp({ whatsapp: 'meta' });
    await simulator.sendFromPhone({ from: PHONE, text: 'Hi', name: 'Sara', hidesPhone: true }).delivery;
    expect(deliveries[0]?.body).not.toContain(PHONE.slice(1));
    await sendMeta(simulator, { to: undefined, recipient: userIdOf(PHONE) });
    expect(simulator.ledger.received(PHONE, 'whatsapp')).toHaveLength(1);
  });
});

describe('Twilio', () => {
  const account = (path: string) => `/2010-04-01/Accounts/${twilio.accountSid}${path}`;
  const authorization = `Basic ${Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64')}`;

  it('posts what a phone sends by WhatsApp, signed for the address', async () => {
    const { simulator, deliveries, url } = await setUp({ whatsapp: 'twilio' });
    await simulator.sendFromPhone({ from: PHONE, text: 'Hi', name: 'Sara' }).delivery;
    const [{ body, headers } = expect.fail()] = deliveries;
    const form = Object.fromEntries(new URLSearchParams(body));
    expect(form).toMatchObject({ From: `whatsapp:${PHONE}`, WaId: PHONE.slice(1), Body: 'Hi', ProfileName: 'Sara' });
    expect(headers['x-twilio-signature']).toBe(twilioSignature(twilio.authToken, url, form));
  });

  it('calls back by the address of the message, and gives its price on request', async () => {
    const { simulator, deliveries, url } = await setUp({ webhook: { acks: true } });
    const body = new URLSearchParams({
      To: PHONE,
      From: '+15005550006',
      Body: 'x',
      StatusCallback: `${url}?attempt=1`,
    });
    const init = { method: 'POST', headers: { authorization }, body };
    const { sid } = (await (await fetch(`${simulator.url}${account('/Messages.json')}`, init)).json()) as {
      sid: string;
    };
    await arrival(simulator, 2);
    expect(deliveries.map((delivery) => new URLSearchParams(delivery.body).get('MessageStatus')).sort()).toEqual([
      'delivered',
      'sent',
    ]);
    const asked = await fetch(`${simulator.url}${account(`/Messages/${sid}.json`)}`, { headers: { authorization } });
    expect(await asked.json()).toMatchObject({ sid, price: '-0.04980', price_unit: 'USD' });
  });

  // The example of https://www.twilio.com/docs/usage/security.
  it('signs as Twilio does', () => {
    const form = {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+12349013030',
      Digits: '1234',
      From: '+12349013030',
      To: '+18005551212',
    };
    const signature = twilioSignature('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', form);
    expect(signature).toBe('0/KCTR6DLpKmkAf8muzZqo1nDgQ=');
  });
});

describe('Amazon SNS', () => {
  const publish = (simulator: Simulator, fields: Record<string, string> = {}) =>
    fetch(`${simulator.url}/`, {
      method: 'POST',
      headers: { authorization: 'AWS4-HMAC-SHA256 Credential=placeholder' },
      body: new URLSearchParams({ Action: 'Publish', PhoneNumber: PHONE, Message: 'Your turn', ...fields }),
    });

  it('answers in XML with an id', async () => {
    const { simulator } = await setUp();
    expect(await (await publish(simulator)).text()).toMatch(/<MessageId>[\da-f-]{36}<\/MessageId>/);
    expect(simulator.ledger.received(PHONE, 'sms')).toMatchObject([{ vendor: 'sns', text: 'Your turn' }]);
  });

  it.each([
    ['OptedOut', 400],
    ['AuthorizationError', 403],
    ['InternalError', 500],
  ])('refuses with %s', async (errorCode, status) => {
    const { simulator } = await setUp();
    simulator.behaviours.set('sns', { mode: 'refuse', errorCode });
    const response = await publish(simulator);
    expect([response.status, await response.text()]).toEqual([
      status,
      expect.stringContaining(`<Code>${errorCode}</Code>`),
    ]);
  });
});

describe('webhooks on their way', () => {
  const texts = (deliveries: readonly Delivery[]) =>
    deliveries.map(({ body }) => (JSON.parse(body) as { data: { body: string } }).data.body);

  it.each([
    ['drop', []],
    ['duplicate', ['Hi', 'Hi']],
    ['late', ['Hi']],
  ] as const)('%s', async (mode, expected) => {
    const { simulator, deliveries } = await setUp();
    simulator.behaviours.set('webhook', { mode, delayMs: 1 }, PHONE);
    await simulator.sendFromPhone({ from: PHONE, text: 'Hi' }).delivery;
    expect(texts(deliveries)).toEqual(expected);
  });

  it('let a later one of the phone go first', async () => {
    const { simulator, deliveries } = await setUp();
    simulator.behaviours.set('webhook', { mode: 'reorder', times: 1 }, PHONE);
    const first = simulator.sendFromPhone({ from: PHONE, text: 'first' });
    const second = simulator.sendFromPhone({ from: PHONE, text: 'second' });
    await Promise.all([first.delivery, second.delivery]);
    expect(texts(deliveries)).toEqual(['second', 'first']);
  });
});
