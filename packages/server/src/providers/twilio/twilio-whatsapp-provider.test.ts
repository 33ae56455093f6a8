import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FailureAction } from '../send-outcome.js';
import { answer, startVendorServer, type VendorBehaviour, type VendorServer } from '../testing/vendor-server.js';
import type { Identity, OutboundWhatsAppMessage } from '../whatsapp-provider.js';
import { readFixture } from './fixtures/read-fixture.js';
import { createTwilioWhatsAppProvider, type TwilioWhatsAppProviderInput } from './twilio-whatsapp-provider.js';

const ACCOUNT_SID = 'AC00000000000000000000000000000000';
const SID = 'SM00000000000000000000000000000001';
const ATTEMPT = '018f3c1e-0000-7000-8000-000000000000';
const PUBLIC_URL = 'https://queue.example/whatsapp';
const MESSAGE: OutboundWhatsAppMessage = {
  to: [{ kind: 'e164', value: '+966500000001' }],
  text: 'التذكرة A001: حان دورك 😊 & more + 100%',
  correlationId: ATTEMPT,
};

let vendor: VendorServer;
beforeAll(async () => {
  vendor = await startVendorServer();
});
afterAll(() => vendor[Symbol.asyncDispose]());

function provider(input: Partial<TwilioWhatsAppProviderInput> = {}, baseUrl = vendor.baseUrl) {
  return createTwilioWhatsAppProvider({
    options: {
      accountSid: ACCOUNT_SID,
      authToken: ['new-token', 'old-token'],
      whatsappFrom: 'whatsapp:+966500000000',
      baseUrl,
    },
    businessNumber: '+966500000000',
    publicUrl: PUBLIC_URL,
    now: () => Date.parse('2026-11-24T10:00:00Z'),
    ...input,
  });
}

function send(behaviour: VendorBehaviour, message: Partial<OutboundWhatsAppMessage> = {}) {
  vendor.behave(behaviour);
  return provider().sendText({ ...MESSAGE, ...message });
}

const CREATED = answer(201, { sid: SID, status: 'queued', price: null, error_code: null });
const lastForm = () => Object.fromEntries(new URLSearchParams(vendor.received.at(-1)?.body));

describe('a send', () => {
  it('is the form that Twilio documents, with the new token and a way back to the attempt', async () => {
    expect(await send(CREATED)).toEqual({ status: 'accepted', providerMessageId: SID });
    expect(vendor.received.at(-1)?.headers.authorization).toBe(`Basic ${btoa(`${ACCOUNT_SID}:new-token`)}`);
    expect(lastForm()).toEqual({
      To: 'whatsapp:+966500000001',
      From: 'whatsapp:+966500000000',
      Body: MESSAGE.text,
      StatusCallback: `${PUBLIC_URL}/api/webhooks/twilio/status?attempt=${ATTEMPT}`,
    });
  });

  it.each<[string, Identity[], string]>([
    ['a business-scoped id', [{ kind: 'bsuid', value: 'US.1234' }], 'whatsapp:US.1234'],
    ['WhatsApp’s own digits', [{ kind: 'wa_id', value: '554199999999' }], 'whatsapp:+554199999999'],
    [
      'the first that Twilio can address',
      [
        { kind: 'jid', value: '1@lid' },
        { kind: 'bsuid', value: 'US.1234' },
        { kind: 'e164', value: '+966500000001' },
      ],
      'whatsapp:US.1234',
    ],
  ])('goes to %s', async (_name, to, address) => {
    await send(CREATED, { to });
    expect(lastForm()['To']).toBe(address);
  });

  it.each<[string, Partial<OutboundWhatsAppMessage>, FailureAction, string]>([
    ['nobody that Twilio can address', { to: [{ kind: 'jid', value: '1@lid' }] }, 'unreachable', 'no_address'],
    ['a text over 1,600 characters', { text: 'x'.repeat(1601) }, 'bug', 'text_too_long'],
  ])('is not made for %s', async (_name, message, action, errorCode) => {
    const before = vendor.received.length;
    expect(await send(CREATED, message)).toEqual({
      status: 'failed',
      failure: { action, retryAfterMs: null, errorCode },
    });
    expect(vendor.received.length).toBe(before);
  });

  it('asks for no callback on this machine, which Twilio would refuse with the message', async () => {
    const forms: string[] = [];
    const fetch: typeof globalThis.fetch = async (_url, init) => {
      if (typeof init?.body === 'string') forms.push(init.body);
      return Response.json({ sid: SID, status: 'queued' }, { status: 201 });
    };
    await provider({ publicUrl: 'http://localhost:4000', fetch }, 'https://api.twilio.com').sendText(MESSAGE);
    await provider({ publicUrl: 'http://localhost:4000', fetch }, 'http://127.0.0.1:4001').sendText(MESSAGE);
    expect(forms.map((form) => new URLSearchParams(form).get('StatusCallback'))).toEqual([
      null,
      `http://localhost:4000/api/webhooks/twilio/status?attempt=${ATTEMPT}`,
    ]);
  });

  it.each<[number, FailureAction, number | null]>([
    [63003, 'unreachable', null],
    [63005, 'bug', null],
    [63007, 'bad_credentials', null],
    [63013, 'next_tier', null],
    [63014, 'opt_out', null],
    [63015, 'unreachable', null],
    [63016, 'close_session', null],
    [63017, 'retry', 30_000],
    [63018, 'retry', 30_000],
    [63021, 'bug', null],
    [63024, 'unreachable', null],
    [63026, 'pause_channel', null],
    [63032, 'next_tier', null],
    [63033, 'opt_out', null],
    [63038, 'pause_channel', null],
    [20429, 'retry', 30_000],
    [99999, 'next_tier', null],
  ])('that is refused with %i means %s', async (code, action, retryAfterMs) => {
    expect(await send(answer(400, { code, message: 'to +966500000001' }))).toEqual({
      status: 'failed',
      failure: { action, retryAfterMs, errorCode: String(code) },
    });
  });
});

describe('a webhook', () => {
  const request = (fixture: string, token: string) => {
    const body = readFixture(fixture);
    const path = '/api/webhooks/twilio/whatsapp';
    const fields = [...new URLSearchParams(body)].sort(([a], [b]) => (a < b ? -1 : 1)).flat();
    const signature = createHmac('sha1', token)
      .update(PUBLIC_URL + path + fields.join(''))
      .digest('base64');
    return {
      method: 'POST',
      url: new URL(`http://127.0.0.1/whatsapp${path}`),
      headers: new Headers({ 'x-twilio-signature': signature }),
      rawBody: new TextEncoder().encode(body),
    };
  };

  it.each([
    ['new-token', 'genuine'],
    ['old-token', 'genuine'],
    ['other-token', 'forged'],
  ])('signed with %s is %s', (token, verdict) => {
    expect(provider().verifyWebhook(request('whatsapp-arabic', token))).toBe(verdict);
  });

  it('is answered with TwiML that says nothing', () => {
    expect(provider().acknowledge?.()).toEqual({ status: 200, contentType: 'text/xml', body: '<Response/>' });
  });

  it('is read for the number of the options, with or without its prefix', () => {
    expect(provider().parseWebhook(request('whatsapp-text', 'new-token'))).toMatchObject([{ kind: 'message' }]);
  });
});

describe('the price of a message', () => {
  it.each<[string, VendorBehaviour, unknown]>([
    [
      'is positive, as Twilio charges it',
      answer(200, { price: '-0.00750', price_unit: 'USD' }),
      { amount: '0.00750', currency: 'USD', category: null, billable: true },
    ],
    [
      'may be nothing',
      answer(200, { price: '0', price_unit: 'usd' }),
      { amount: '0', currency: 'USD', category: null, billable: false },
    ],
    ['is unknown at first', answer(200, { price: null, price_unit: 'USD' }), null],
    ['is unknown where it is no number', answer(200, { price: 'soon' }), null],
    ['is unknown where Twilio refuses', answer(404, { code: 20404 }), null],
    ['is unknown where the answer breaks', (_response, socket) => socket.destroy(), null],
  ])('%s', async (_name, behaviour, price) => {
    vendor.behave(behaviour);
    expect(await provider().fetchPrice?.(SID)).toEqual(price);
    expect(vendor.received.at(-1)?.path).toBe(`/2010-04-01/Accounts/${ACCOUNT_SID}/Messages/${SID}.json`);
  });
});

describe('diagnose', () => {
  it.each<[VendorBehaviour, string]>([
    [answer(200, { status: 'active' }), 'ok'],
    [answer(200, { status: 'suspended' }), 'problem'],
    [answer(401, { code: 20003 }), 'problem'],
    [answer(500, ''), 'warning'],
    [(_response, socket) => socket.destroy(), 'problem'],
  ])('%# finds %s', async (behaviour, level) => {
    vendor.behave(behaviour);
    const findings = await provider().diagnose?.();
    expect(findings).toMatchObject([{ level, advice: level === 'ok' ? null : (expect.any(String) as string) }]);
    expect(JSON.stringify(findings)).not.toMatch(/token|AC0/);
  });
});
