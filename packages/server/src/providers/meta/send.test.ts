import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FailureAction, SendFailure } from '../send-outcome.js';
import {
  answer,
  closedPort,
  startVendorServer,
  type VendorBehaviour,
  type VendorServer,
} from '../testing/vendor-server.js';
import type { Identity, OutboundWhatsAppMessage } from '../whatsapp-provider.js';
import { readFixture } from './fixtures/read-fixture.js';
import { createMetaProvider } from './meta-provider.js';

const NOW_MS = Date.parse('2026-11-24T10:00:00Z');
const WAMID = 'wamid.HBgMOTY2NTAwMDAwMDAxFQIAERgSOUE5RDQ3AA==';
const MESSAGE: OutboundWhatsAppMessage = {
  to: [{ kind: 'e164', value: '+966500000001' }],
  text: 'Ticket A001: it’s your turn & more + مرحبا 😊 https://clinic.example',
  correlationId: '018f3c1e-0000-7000-8000-000000000000',
};

let vendor: VendorServer;
beforeAll(async () => {
  vendor = await startVendorServer();
});
afterAll(() => vendor[Symbol.asyncDispose]());

function provider(graphBaseUrl = vendor.baseUrl, deadlineMs?: number) {
  const options = { phoneNumberId: '106540352242922', accessToken: 'placeholder-token', graphBaseUrl };
  return createMetaProvider({ options, businessNumber: '+966500000000', now: () => NOW_MS, deadlineMs });
}

function send(behaviour: VendorBehaviour, message: Partial<OutboundWhatsAppMessage> = {}) {
  vendor.behave(behaviour);
  return provider().sendText({ ...MESSAGE, ...message });
}

function sentBody(): Record<string, unknown> {
  return JSON.parse(vendor.received.at(-1)?.body ?? '') as Record<string, unknown>;
}

const SENT = answer(200, readFixture('answer-accepted'));

describe('the request', () => {
  it('is the one that Meta documents', async () => {
    await send(SENT);
    const request = vendor.received.at(-1);
    expect([request?.method, request?.path]).toEqual(['POST', '/v26.0/106540352242922/messages']);
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      authorization: 'Bearer placeholder-token',
    });
    expect(sentBody()).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '966500000001',
      type: 'text',
      text: { body: MESSAGE.text, preview_url: false },
      biz_opaque_callback_data: MESSAGE.correlationId,
    });
  });

  it('has reply buttons where they are given', async () => {
    const buttons = [
      { id: 'tap:1:leave', label: 'Leave the queue' },
      { id: 'tap:1:more_time', label: '10 more minutes' },
    ];
    await send(SENT, { buttons });
    expect(sentBody()).toMatchObject({
      to: '966500000001',
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: MESSAGE.text },
        action: {
          buttons: [
            { type: 'reply', reply: { id: 'tap:1:leave', title: 'Leave the queue' } },
            { type: 'reply', reply: { id: 'tap:1:more_time', title: '10 more minutes' } },
          ],
        },
      },
      biz_opaque_callback_data: MESSAGE.correlationId,
    });
    expect(sentBody()).not.toHaveProperty('text');
    const outcome = await send(SENT, { buttons, text: 'x'.repeat(1_025) });
    expect(outcome).toMatchObject({ status: 'failed', failure: { errorCode: 'text_too_long' } });
  });

  it('goes to the version that is set', async () => {
    vendor.behave(SENT);
    const options = { phoneNumberId: '1', accessToken: 'x', graphBaseUrl: `${vendor.baseUrl}/`, graphVersion: 'v27.0' };
    await createMetaProvider({ options, businessNumber: '+966500000000' }).sendText(MESSAGE);
    expect(vendor.received.at(-1)?.path).toBe('/v27.0/1/messages');
  });

  it.each<[string, Identity[], object]>([
    ['a wa_id as it is', [{ kind: 'wa_id', value: '5511900000000' }], { to: '5511900000000' }],
    ['a user id as it is', [{ kind: 'bsuid', value: 'SA.1349' }], { recipient: 'SA.1349' }],
    [
      'the user id before the enterprise’s',
      [
        { kind: 'bsuid', value: 'SA.ENT.1181' },
        { kind: 'bsuid', value: 'SA.1349' },
      ],
      { recipient: 'SA.1349' },
    ],
    [
      'the first identity that Meta can address',
      [
        { kind: 'jid', value: '59682983022601@lid' },
        { kind: 'wa_id', value: '966500000001' },
        { kind: 'bsuid', value: 'SA.1349' },
      ],
      { to: '966500000001' },
    ],
  ])('addresses %s', async (_name, to, recipient) => {
    await send(SENT, { to });
    const { to: sentTo, recipient: sentRecipient } = sentBody();
    expect({ to: sentTo, recipient: sentRecipient }).toEqual({ to: undefined, recipient: undefined, ...recipient });
  });

  it.each<[string, Partial<OutboundWhatsAppMessage>, FailureAction, string]>([
    ['nobody', { to: [] }, 'unreachable', 'no_address'],
    ['a linked id', { to: [{ kind: 'jid', value: '59682983022601@lid' }] }, 'unreachable', 'no_address'],
    ['a text over 4,096 characters', { text: 'x'.repeat(4097) }, 'bug', 'text_too_long'],
  ])('is not made for %s', async (_name, message, action, errorCode) => {
    const before = vendor.received.length;
    expect(await send(SENT, message)).toEqual({ status: 'failed', failure: { action, retryAfterMs: null, errorCode } });
    expect(vendor.received.length).toBe(before);
  });
});

describe('an accepted answer', () => {
  it.each(['answer-accepted', 'answer-held', 'answer-accepted-user-id'])('is %s', async (fixture) => {
    expect(await send(answer(200, readFixture(fixture)))).toEqual({ status: 'accepted', providerMessageId: WAMID });
  });
});

describe('a refusal', () => {
  const withCode = (code: number) => ({ error: { message: `(#${code}) x`, type: 'OAuthException', code } });

  it.each<[string, VendorBehaviour, SendFailure]>([
    [
      'a pair limit, with 403',
      answer(403, readFixture('answer-pair-limit')),
      { action: 'retry', retryAfterMs: 6_000, errorCode: '131056' },
    ],
    [
      'an expired token',
      answer(401, readFixture('answer-token-expired')),
      { action: 'bad_credentials', retryAfterMs: null, errorCode: '190' },
    ],
    [
      'an unknown number id',
      answer(400, readFixture('answer-unknown-object')),
      { action: 'bug', retryAfterMs: null, errorCode: '100' },
    ],
    [
      'a closed window',
      answer(400, readFixture('answer-window-closed')),
      { action: 'close_session', retryAfterMs: null, errorCode: '131047' },
    ],
    [
      'an outage with its code',
      answer(500, withCode(131000)),
      { action: 'retry', retryAfterMs: 10_000, errorCode: '131000' },
    ],
    [
      'a code that we do not know',
      answer(400, withCode(139999)),
      { action: 'next_tier', retryAfterMs: null, errorCode: '139999' },
    ],
    [
      'a code that we do not know, with 401',
      answer(401, withCode(139999)),
      { action: 'bad_credentials', retryAfterMs: null, errorCode: '139999' },
    ],
    [
      'a code that we do not know, with 500',
      answer(500, withCode(139999)),
      { action: 'next_tier', retryAfterMs: null, errorCode: '139999' },
    ],
    [
      'an error with 200',
      answer(200, withCode(131026)),
      { action: 'unreachable', retryAfterMs: null, errorCode: '131026' },
    ],
    [
      'an error beside an id',
      answer(200, { ...withCode(131026), messages: [{ id: 'x' }] }),
      { action: 'unreachable', retryAfterMs: null, errorCode: '131026' },
    ],
    [
      'an error that is a sentence',
      answer(200, { error: 'no' }),
      { action: 'next_tier', retryAfterMs: null, errorCode: 'refused' },
    ],
    [
      'an error without a code',
      answer(400, { error: { message: 'no' } }),
      { action: 'next_tier', retryAfterMs: null, errorCode: 'http_400' },
    ],
    ['401 without a body', answer(401, ''), { action: 'bad_credentials', retryAfterMs: null, errorCode: 'http_401' }],
    ['429 without a code', answer(429, ''), { action: 'retry', retryAfterMs: 10_000, errorCode: 'http_429' }],
    ['502 of a gateway', answer(502, '<html>'), { action: 'retry', retryAfterMs: 10_000, errorCode: 'http_502' }],
    [
      'a redirect',
      answer(302, '', { location: '/elsewhere' }),
      { action: 'next_tier', retryAfterMs: null, errorCode: 'http_302' },
    ],
  ])('%s', async (_name, behaviour, failure) => {
    expect(await send(behaviour)).toEqual({ status: 'failed', failure });
  });

  it.each<[string, number]>([
    ['7', 7_000],
    ['Tue, 24 Nov 2026 10:00:09 GMT', 9_000],
  ])('waits as long as %j asks', async (retryAfter, retryAfterMs) => {
    const outcome = await send(answer(403, readFixture('answer-pair-limit'), { 'retry-after': retryAfter }));
    expect(outcome).toMatchObject({ failure: { action: 'retry', retryAfterMs } });
  });

  it('never repeats what Meta says', async () => {
    const error = {
      message: `cannot send to 966500000001: ${MESSAGE.text}`,
      code: 131026,
      error_data: { details: 'x' },
    };
    expect(JSON.stringify(await send(answer(400, { error })))).not.toMatch(/9665|Ticket/);
  });
});

describe('a send without an answer', () => {
  it('may be tried again where no connection stood', async () => {
    const outcome = await provider(`http://127.0.0.1:${await closedPort()}`).sendText(MESSAGE);
    expect(outcome).toMatchObject({ status: 'failed', failure: { action: 'retry', errorCode: 'network' } });
  });

  it.each<[string, VendorBehaviour, string]>([
    ['the connection is reset', (_response, socket) => socket.resetAndDestroy(), 'connection_lost'],
    ['the answer is cut', answer(200, '{"messages":[{"id":"wam'), 'unreadable_answer'],
    ['the answer holds no message', answer(200, { messaging_product: 'whatsapp' }), 'unreadable_answer'],
    ['the message has no id', answer(200, { messages: [{}] }), 'unreadable_answer'],
    ['the answer is a page', answer(200, '<html>'), 'unreadable_answer'],
    ['a gateway gave up waiting', answer(504, ''), 'http_504'],
  ])('is unknown where %s', async (_name, behaviour, errorCode) => {
    expect(await send(behaviour)).toEqual({ status: 'unknown', errorCode });
  });

  it('is unknown after the deadline', async () => {
    vendor.behave(() => undefined);
    expect(await provider(vendor.baseUrl, 30).sendText(MESSAGE)).toEqual({ status: 'unknown', errorCode: 'timeout' });
  });
});
