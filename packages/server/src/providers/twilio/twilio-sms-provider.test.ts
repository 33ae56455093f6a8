import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FailureAction } from '../send-outcome.js';
import {
  answer,
  closedPort,
  startVendorServer,
  type VendorBehaviour,
  type VendorServer,
} from '../testing/vendor-server.js';
import { readFixture } from './fixtures/read-fixture.js';
import { createTwilioSmsProvider, type TwilioSmsProviderInput } from './twilio-sms-provider.js';

const ACCOUNT_SID = 'AC00000000000000000000000000000000';
const SMS = {
  to: '+966500000001',
  text: "It's your turn! Ticket: A001.",
  correlationId: 'attempt-1',
  organizationId: 'clinic',
};
/** As Twilio's reference shows an accepted message. */
const CREATED = {
  sid: 'SM00000000000000000000000000000001',
  status: 'queued',
  price: null,
  price_unit: 'USD',
  num_segments: '1',
  error_code: null,
  error_message: null,
};

let vendor: VendorServer;
beforeAll(async () => {
  vendor = await startVendorServer();
});
afterAll(() => vendor[Symbol.asyncDispose]());

function provider(input: Partial<TwilioSmsProviderInput> = {}) {
  return createTwilioSmsProvider({
    accountSid: ACCOUNT_SID,
    authToken: 'placeholder-token',
    fromNumber: '+15005550006',
    baseUrl: vendor.baseUrl,
    ...input,
  });
}

function send(behaviour: VendorBehaviour) {
  vendor.behave(behaviour);
  return provider().sendSms(SMS);
}

describe('the request', () => {
  it('is the form that Twilio documents, with basic authentication', async () => {
    expect(await send(answer(201, CREATED))).toEqual({ status: 'accepted', providerMessageId: CREATED.sid });
    const request = vendor.received.at(-1);
    expect([request?.method, request?.path]).toEqual(['POST', `/2010-04-01/Accounts/${ACCOUNT_SID}/Messages.json`]);
    expect(request?.headers.authorization).toBe(`Basic ${btoa(`${ACCOUNT_SID}:placeholder-token`)}`);
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      To: '+966500000001',
      From: '+15005550006',
      Body: "It's your turn! Ticket: A001.",
    });
  });

  it('asks for its status, and names its limit', async () => {
    vendor.behave(answer(201, CREATED));
    await provider({ publicUrl: 'https://queue.example/', maxPriceUsd: '0.20' }).sendSms(SMS);
    const form = new URLSearchParams(vendor.received.at(-1)?.body);
    expect([form.get('StatusCallback'), form.get('MaxPrice')]).toEqual([
      'https://queue.example/api/webhooks/twilio/status?attempt=attempt-1&organization=clinic',
      '0.20',
    ]);
  });

  it('names a messaging service as such', async () => {
    vendor.behave(answer(201, CREATED));
    await provider({ fromNumber: 'MG00000000000000000000000000000002' }).sendSms(SMS);
    const form = new URLSearchParams(vendor.received.at(-1)?.body);
    expect([form.get('MessagingServiceSid'), form.get('From')]).toEqual(['MG00000000000000000000000000000002', null]);
  });
});

describe('a refusal', () => {
  it.each<[number, unknown, FailureAction, string]>([
    [400, { code: 21610, message: 'Attempt to send to unsubscribed recipient' }, 'opt_out', '21610'],
    [400, { code: 21211, message: "The 'To' number is not valid" }, 'unreachable', '21211'],
    [400, { code: 21614 }, 'unreachable', '21614'],
    [400, { code: 21408 }, 'next_tier', '21408'],
    [400, { code: 21606 }, 'bad_credentials', '21606'],
    [400, { code: 21617 }, 'bug', '21617'],
    [400, { code: 30010 }, 'next_tier', '30010'],
    [400, { code: 29999 }, 'next_tier', '29999'],
    [400, 'no JSON', 'next_tier', 'http_400'],
    [401, { code: 20003 }, 'bad_credentials', '20003'],
    [401, '', 'bad_credentials', 'http_401'],
    [404, { code: 20404 }, 'bad_credentials', '20404'],
    [201, { ...CREATED, status: 'failed', error_code: 21610 }, 'opt_out', '21610'],
    [201, { ...CREATED, status: 'undelivered', error_code: 30007 }, 'next_tier', '30007'],
  ])('%i %j', async (httpStatus, body, action, errorCode) => {
    expect(await send(answer(httpStatus, body))).toEqual({
      status: 'failed',
      failure: { action, retryAfterMs: null, errorCode },
    });
  });

  it.each<[VendorBehaviour, number, string]>([
    [answer(429, { code: 20429 }, { 'retry-after': '3' }), 3_000, '20429'],
    [answer(429, ''), 30_000, 'http_429'],
    [answer(500, ''), 30_000, 'http_500'],
    [answer(503, {}, { 'retry-after': '9' }), 9_000, 'http_503'],
  ])('may be tried again (%#)', async (behaviour, retryAfterMs, errorCode) => {
    expect(await send(behaviour)).toEqual({
      status: 'failed',
      failure: { action: 'retry', retryAfterMs, errorCode },
    });
  });
});

describe('a send without an answer', () => {
  it('may be tried again where no connection stood', async () => {
    const outcome = await provider({ baseUrl: `http://127.0.0.1:${await closedPort()}` }).sendSms(SMS);
    expect(outcome).toMatchObject({ status: 'failed', failure: { action: 'retry', errorCode: 'network' } });
  });

  it.each<[string, VendorBehaviour, string]>([
    ['the connection breaks', (_response, socket) => socket.destroy(), 'connection_lost'],
    ['the answer is a page', answer(200, '<html>'), 'unreadable_answer'],
    ['a gateway gave up waiting', answer(504, ''), 'http_504'],
  ])('is unknown where %s', async (_name, behaviour, errorCode) => {
    expect(await send(behaviour)).toEqual({ status: 'unknown', errorCode });
  });

  it('is unknown after the deadline', async () => {
    vendor.behave(() => undefined);
    expect(await provider({ deadlineMs: 30 }).sendSms(SMS)).toEqual({ status: 'unknown', errorCode: 'timeout' });
  });
});

describe('a webhook', () => {
  const request = {
    method: 'POST',
    url: new URL('https://queue.example/api/webhooks/twilio/sms'),
    headers: new Headers({ 'x-twilio-signature': 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' }),
    rawBody: new TextEncoder().encode(readFixture('sms-stop')),
  };

  it('is not believed without a public URL, which is what Twilio signs', () => {
    const verdicts = [undefined, 'https://queue.example'].map((publicUrl) =>
      provider({ publicUrl }).webhook?.verifyWebhook(request),
    );
    expect(verdicts).toEqual(['not_configured', 'forged']);
  });

  it('brings STOP, and opens nothing', () => {
    const events = provider({ publicUrl: 'https://queue.example' }).webhook?.parseWebhook(request);
    expect(events).toMatchObject([{ kind: 'message', text: 'STOP', opensWindow: false }]);
  });
});
