import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FailureAction } from '../send-outcome.js';
import {
  answer,
  closedPort,
  startVendorServer,
  type VendorBehaviour,
  type VendorServer,
} from '../testing/vendor-server.js';
import type { Identity, OutboundWhatsAppMessage } from '../whatsapp-provider.js';
import { createUltraMsgProvider } from './ultramsg-provider.js';

const NOW_MS = Date.parse('2026-11-24T10:00:00Z');
const MESSAGE: OutboundWhatsAppMessage = {
  to: [{ kind: 'e164', value: '+966500000001' }],
  text: 'Ticket A001: it’s your turn & more + مرحبا 😊',
  correlationId: '018f3c1e-0000-7000-8000-000000000000',
};

let vendor: VendorServer;
beforeAll(async () => {
  vendor = await startVendorServer();
});
afterAll(() => vendor[Symbol.asyncDispose]());

function provider(baseUrl = vendor.baseUrl, deadlineMs?: number) {
  const options = { instanceId: '1150', token: 'placeholder-token', baseUrl };
  return createUltraMsgProvider({ options, businessNumber: '+966500000000', now: () => NOW_MS, deadlineMs });
}

function send(behaviour: VendorBehaviour, message: Partial<OutboundWhatsAppMessage> = {}) {
  vendor.behave(behaviour);
  return provider().sendText({ ...MESSAGE, ...message });
}

const SENT = answer(200, { sent: 'true', message: 'ok', id: 44897 });

describe('the request', () => {
  it('is the form that UltraMsg documents', async () => {
    await send(SENT);
    const request = vendor.received.at(-1);
    expect([request?.method, request?.path]).toEqual(['POST', '/instance1150/messages/chat']);
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      token: 'placeholder-token',
      to: '+966500000001',
      body: MESSAGE.text,
      priority: '10',
      referenceId: MESSAGE.correlationId,
    });
  });

  it('goes before the others when it is urgent', async () => {
    await send(SENT, { urgent: true });
    expect(new URLSearchParams(vendor.received.at(-1)?.body).get('priority')).toBe('1');
  });

  it.each<[string, Identity[], string]>([
    ['a linked id as it is', [{ kind: 'jid', value: '59682983022601@lid' }], '59682983022601@lid'],
    [
      'the first identity that UltraMsg can address',
      [
        { kind: 'bsuid', value: 'US.1349' },
        { kind: 'jid', value: '966500000001@c.us' },
        { kind: 'e164', value: '+966500000001' },
      ],
      '966500000001@c.us',
    ],
  ])('addresses %s', async (_name, to, address) => {
    await send(SENT, { to });
    expect(new URLSearchParams(vendor.received.at(-1)?.body).get('to')).toBe(address);
  });

  it.each<[string, Partial<OutboundWhatsAppMessage>, FailureAction, string]>([
    ['nobody that UltraMsg can address', { to: [{ kind: 'bsuid', value: 'US.1349' }] }, 'unreachable', 'no_address'],
    ['a text over 4,096 characters', { text: 'x'.repeat(4097) }, 'bug', 'text_too_long'],
  ])('is not made for %s', async (_name, message, action, errorCode) => {
    const before = vendor.received.length;
    expect(await send(SENT, message)).toEqual({ status: 'failed', failure: { action, retryAfterMs: null, errorCode } });
    expect(vendor.received.length).toBe(before);
  });
});

describe('an accepted answer', () => {
  it.each<[object, string | null]>([
    [{ sent: 'true', message: 'ok', id: 44897 }, '44897'],
    [{ sent: true, id: 'abc' }, 'abc'],
    [{ sent: 'True' }, null],
    [{ sent: 'true', error: '' }, null],
    [{ sent: 'true', error: [] }, null],
    [{ sent: 'true', error: null }, null],
  ])('%j is sent', async (body, providerMessageId) => {
    expect(await send(answer(200, body))).toEqual({ status: 'accepted', providerMessageId });
  });
});

describe('a refusal', () => {
  it.each<[string, VendorBehaviour, FailureAction, string]>([
    [
      'wrong token',
      answer(200, { error: 'Wrong token. Please provide token as a GET parameter.' }),
      'bad_credentials',
      'wrong_token',
    ],
    ['unknown instance', answer(200, { error: 'Instance not found' }), 'bad_credentials', 'instance_not_found'],
    [
      'unpaid instance',
      answer(200, { error: 'Your instance has been Stopped due to non-payment. Please renew.' }),
      'bad_credentials',
      'instance_stopped',
    ],
    [
      'phone off line',
      answer(200, { sent: 'false', message: 'WhatsApp not connected' }),
      'next_tier',
      'whatsapp_not_connected',
    ],
    [
      'a number that WhatsApp does not know',
      answer(200, { error: [{ to: 'invalid phone number' }] }),
      'unreachable',
      'invalid_recipient',
    ],
    ['an error object', answer(200, { error: { message: 'Something new' } }), 'next_tier', 'refused'],
    ['an error beside sent', answer(200, { sent: 'true', error: 'Something new' }), 'next_tier', 'refused'],
    ['sent false', answer(200, { sent: false }), 'next_tier', 'refused'],
    ['queued', answer(200, { sent: 'queued', id: 1 }), 'next_tier', 'refused'],
    ['an empty object', answer(200, {}), 'next_tier', 'refused'],
    ['a path that does not exist', answer(404, 'Not Found'), 'bad_credentials', 'instance_not_found'],
    ['401', answer(401, {}), 'bad_credentials', 'http_401'],
    ['403', answer(403, ''), 'bad_credentials', 'http_403'],
    ['400', answer(400, {}), 'next_tier', 'http_400'],
    ['a redirect', answer(302, '', { location: '/elsewhere' }), 'next_tier', 'http_302'],
    ['400 that says more', answer(400, { error: 'Wrong token' }), 'bad_credentials', 'wrong_token'],
  ])('%s', async (_name, behaviour, action, errorCode) => {
    const outcome = await send(behaviour);
    expect(outcome).toEqual({ status: 'failed', failure: { action, retryAfterMs: null, errorCode } });
    expect(vendor.received.at(-1)?.path).toBe('/instance1150/messages/chat');
  });

  it.each<[number, Record<string, string>, number]>([
    [429, { 'retry-after': '7' }, 7_000],
    [429, { 'retry-after': 'Tue, 24 Nov 2026 10:00:09 GMT' }, 9_000],
    [429, {}, 30_000],
    [500, {}, 30_000],
    [502, {}, 30_000],
    [503, { 'retry-after': '2' }, 2_000],
  ])('%i with %j may be tried again', async (httpStatus, headers, retryAfterMs) => {
    expect(await send(answer(httpStatus, 'busy', headers))).toEqual({
      status: 'failed',
      failure: { action: 'retry', retryAfterMs, errorCode: `http_${httpStatus}` },
    });
  });

  it('that says "too many requests" waits as long as its header asks', async () => {
    const outcome = await send(answer(429, { error: 'Too many requests' }, { 'retry-after': '1' }));
    expect(outcome).toEqual({
      status: 'failed',
      failure: { action: 'retry', retryAfterMs: 1_000, errorCode: 'rate_limited' },
    });
  });

  it('never repeats what UltraMsg says', async () => {
    const outcome = await send(answer(200, { error: `cannot send to +966500000001: ${MESSAGE.text}` }));
    expect(JSON.stringify(outcome)).not.toMatch(/9665|Ticket/);
  });
});

describe('a send without an answer', () => {
  it('may be tried again where no connection stood', async () => {
    const outcome = await provider(`http://127.0.0.1:${await closedPort()}`).sendText(MESSAGE);
    expect(outcome).toEqual({
      status: 'failed',
      failure: { action: 'retry', retryAfterMs: 5_000, errorCode: 'network' },
    });
  });

  it('may be tried again where the name has no address', async () => {
    const outcome = await provider('http://vendor.invalid').sendText(MESSAGE);
    expect(outcome).toMatchObject({ status: 'failed', failure: { action: 'retry', errorCode: 'network' } });
  });

  it.each<[string, VendorBehaviour, string]>([
    ['the connection breaks before the answer', (_response, socket) => socket.destroy(), 'connection_lost'],
    ['the connection is reset', (_response, socket) => socket.resetAndDestroy(), 'connection_lost'],
    [
      'the connection breaks within the answer',
      (response, socket) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"sent":', () => socket.destroy());
      },
      'connection_lost',
    ],
    ['the answer is cut', answer(200, '{"sent":"tr'), 'unreadable_answer'],
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
