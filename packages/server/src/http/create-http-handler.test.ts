import { PROBLEMS, type Problem, type ProblemCode } from '@whatsapp-optin/sdk/contract';
import { describe, expect, it } from 'vitest';
import type { HandshakeResult } from '../inbound/webhook-result.js';
import { createHttpHandler, type ConnectionInfo, type HttpHandler } from './create-http-handler.js';
import { readStaffCookie } from './staff-cookie.js';
import {
  ALLOWED_ORIGIN,
  CLIENT_TOKEN,
  createInMemoryWorld,
  KEYS,
  NOTIFICATION_ID,
  OPT_IN_ID,
  PHONE,
  PUSH_TOKEN,
  SUBSCRIPTION_ID,
  UNKNOWN_ID,
  type InMemoryWorld,
} from './testing/in-memory-dependencies.js';

interface Call {
  method?: string;
  path: string;
  key?: string;
  headers?: Record<string, string>;
  /** A text goes as it is, anything else as JSON. */
  body?: unknown;
  info?: ConnectionInfo;
}

function setUp(settings: Parameters<typeof createInMemoryWorld>[0] = {}) {
  const world = createInMemoryWorld(settings);
  const handler = createHttpHandler(world.deps);
  return { world, handler, call: (call: Call) => send(handler, call) };
}

function send(handler: HttpHandler, { method = 'GET', path, key, headers, body, info }: Call): Promise<Response> {
  return handler(
    new Request(`http://localhost${path}`, {
      method,
      headers: { ...(key !== undefined && { authorization: `Bearer ${key}` }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
    info,
  );
}

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await response.json()) as Problem;
  expect(problem).toMatchObject({ status: response.status, title: PROBLEMS[problem.code].title });
  expect(problem.detail).not.toBe('');
  return problem;
}

const { secret, publishable, admin } = KEYS;
const SUBSCRIPTION = { endpoint: 'https://push.example/1', keys: { p256dh: 'BA', auth: 'cc' } };
const notify = { ticketId: 'T1', type: 'your_turn' };
const fromClinic = { origin: ALLOWED_ORIGIN };
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

type Refusal = [name: string, call: Call, code: ProblemCode, field?: string];

const REFUSALS: Refusal[] = [
  ['an unknown address', { path: '/api/nothing' }, 'NOT_FOUND'],
  ['the wrong method', { method: 'POST', path: '/api/tickets/T1' }, 'METHOD_NOT_ALLOWED'],
  ['a webhook by GET', { path: '/api/webhooks/ultramsg/inbound' }, 'METHOD_NOT_ALLOWED'],

  ['a ticket without a key', { method: 'PUT', path: '/api/tickets/T1', body: { number: 'A1' } }, 'UNAUTHORIZED'],
  [
    'a ticket with an unknown key',
    { method: 'PUT', path: '/api/tickets/T1', key: 'sk_wrong', body: {} },
    'UNAUTHORIZED',
  ],
  [
    'a ticket with a key that is not a Bearer',
    { method: 'PUT', path: '/api/tickets/T1', headers: { authorization: secret }, body: {} },
    'UNAUTHORIZED',
  ],
  [
    'a ticket with a publishable key',
    { method: 'PUT', path: '/api/tickets/T1', key: publishable, body: {} },
    'FORBIDDEN',
  ],
  ['a ticket with an admin key', { method: 'PUT', path: '/api/tickets/T1', key: admin, body: {} }, 'FORBIDDEN'],
  ['a ticket with a clientToken', { method: 'PUT', path: '/api/tickets/T1', key: CLIENT_TOKEN, body: {} }, 'FORBIDDEN'],
  ['a ticket that is not JSON', { method: 'PUT', path: '/api/tickets/T1', key: secret, body: '{' }, 'BAD_REQUEST'],
  ['a ticket without a body', { method: 'PUT', path: '/api/tickets/T1', key: secret }, 'BAD_REQUEST'],
  [
    'a body that nests too deep',
    { method: 'PUT', path: '/api/tickets/T1', key: secret, body: nested(40) },
    'BAD_REQUEST',
  ],
  ['a bomb of nesting', { method: 'PUT', path: '/api/tickets/T1', key: secret, body: nested(200_000) }, 'BAD_REQUEST'],
  [
    'a key __proto__',
    { method: 'PUT', path: '/api/tickets/T1', key: secret, body: '{"number":"A1","__proto__":{"a":1}}' },
    'BAD_REQUEST',
  ],
  [
    'a text with NUL',
    { method: 'PUT', path: '/api/tickets/T1', key: secret, body: { number: 'A\u0000' } },
    'BAD_REQUEST',
  ],
  [
    'a body over 1 MiB',
    { method: 'PUT', path: '/api/tickets/T1', key: secret, body: 'x'.repeat(1_048_577) },
    'PAYLOAD_TOO_LARGE',
  ],
  ['a list for a ticket', { method: 'PUT', path: '/api/tickets/T1', key: secret, body: [] }, 'UNPROCESSABLE', 'body'],
  [
    'a ticket without number',
    { method: 'PUT', path: '/api/tickets/T1', key: secret, body: {} },
    'UNPROCESSABLE',
    'number',
  ],
  [
    'a ticket with a bad phone',
    { method: 'PUT', path: '/api/tickets/T1', key: secret, body: { number: 'A1', phone: 'abc' } },
    'INVALID_PHONE_NUMBER',
    'phone',
  ],
  [
    'a ticket with a phone too short for its country',
    { method: 'PUT', path: '/api/tickets/T1', key: secret, body: { number: 'A1', phone: '+9665000000' } },
    'INVALID_PHONE_NUMBER',
    'phone',
  ],
  [
    'a ticket with a phone that is a number',
    { method: 'PUT', path: '/api/tickets/T1', key: secret, body: { number: 'A1', phone: 966 } },
    'UNPROCESSABLE',
    'phone',
  ],
  [
    'a ticket in no language',
    { method: 'PUT', path: '/api/tickets/T1', key: secret, body: { number: 'A1', locale: '!!' } },
    'UNPROCESSABLE',
    'locale',
  ],
  [
    'a ticket of an unknown status',
    { method: 'PUT', path: '/api/tickets/T1', key: secret, body: { number: 'A1', status: 'lost' } },
    'UNPROCESSABLE',
    'status',
  ],
  [
    'a ticket whose id is too long',
    { method: 'PUT', path: `/api/tickets/${'t'.repeat(129)}`, key: secret, body: { number: 'A1' } },
    'UNPROCESSABLE',
    'ticketId',
  ],

  ['an opt-in without a key', { method: 'POST', path: '/api/opt-ins', body: {} }, 'UNAUTHORIZED'],
  ['an opt-in with an admin key', { method: 'POST', path: '/api/opt-ins', key: admin, body: {} }, 'FORBIDDEN'],
  [
    'a publishable key without an origin',
    { method: 'POST', path: '/api/opt-ins', key: publishable, body: {} },
    'FORBIDDEN',
  ],
  [
    'a publishable key from a foreign page',
    { method: 'POST', path: '/api/opt-ins', key: publishable, headers: { origin: 'https://evil.example' }, body: {} },
    'FORBIDDEN',
  ],
  [
    'a publishable key from a longer origin',
    {
      method: 'POST',
      path: '/api/opt-ins',
      key: publishable,
      headers: { origin: `${ALLOWED_ORIGIN}.evil.example` },
      body: {},
    },
    'FORBIDDEN',
  ],
  [
    'a publishable key from a sandboxed frame',
    { method: 'POST', path: '/api/opt-ins', key: publishable, headers: { origin: 'null' }, body: {} },
    'FORBIDDEN',
  ],
  [
    'an opt-in for an unknown ticket',
    { method: 'POST', path: '/api/opt-ins', key: secret, body: { ticketId: 'unknown' } },
    'NOT_FOUND',
    'ticketId',
  ],
  [
    'an opt-in with a forged ticketToken',
    { method: 'POST', path: '/api/opt-ins', key: publishable, headers: fromClinic, body: { ticketToken: 'a.b.c' } },
    'UNAUTHORIZED',
    'ticketToken',
  ],
  [
    'an opt-in of an unknown style',
    { method: 'POST', path: '/api/opt-ins', key: secret, body: { messageStyle: 'rude' } },
    'UNPROCESSABLE',
    'messageStyle',
  ],
  [
    'an opt-in from a script address',
    { method: 'POST', path: '/api/opt-ins', key: secret, body: { pageUrl: 'javascript:alert(1)' } },
    'UNPROCESSABLE',
    'pageUrl',
  ],
  [
    'an opt-in from a page without TLS',
    { method: 'POST', path: '/api/opt-ins', key: secret, body: { pageUrl: 'http://clinic.example/' } },
    'UNPROCESSABLE',
    'pageUrl',
  ],

  ['a state without a token', { path: `/api/opt-ins/${OPT_IN_ID}` }, 'UNAUTHORIZED'],
  ["a state with another's token", { path: `/api/opt-ins/${OPT_IN_ID}`, key: 'ct_other' }, 'UNAUTHORIZED'],
  ['a state of an unknown opt-in', { path: `/api/opt-ins/${UNKNOWN_ID}`, key: CLIENT_TOKEN }, 'UNAUTHORIZED'],
  ['a state of an id that is none', { path: '/api/opt-ins/1', key: CLIENT_TOKEN }, 'UNAUTHORIZED'],
  ['a state with a secret key', { path: `/api/opt-ins/${OPT_IN_ID}`, key: secret }, 'FORBIDDEN'],
  ['a stream without a token', { path: `/api/opt-ins/${OPT_IN_ID}/stream` }, 'UNAUTHORIZED'],
  ["a stream with another's token", { path: `/api/opt-ins/${OPT_IN_ID}/stream?clientToken=ct_other` }, 'UNAUTHORIZED'],
  ['a stream with a publishable key', { path: `/api/opt-ins/${OPT_IN_ID}/stream`, key: publishable }, 'FORBIDDEN'],

  [
    'an event without a token',
    { method: 'POST', path: `/api/opt-ins/${OPT_IN_ID}/events`, body: { type: 'impression' } },
    'UNAUTHORIZED',
  ],
  [
    'an event of an unknown type',
    { method: 'POST', path: `/api/opt-ins/${OPT_IN_ID}/events`, key: CLIENT_TOKEN, body: { type: 'dance' } },
    'UNPROCESSABLE',
    'type',
  ],
  [
    'a beacon over 8 KiB',
    { method: 'POST', path: `/api/opt-ins/${OPT_IN_ID}/events`, key: CLIENT_TOKEN, body: 'x'.repeat(8_193) },
    'PAYLOAD_TOO_LARGE',
  ],
  [
    'a beacon that is not JSON',
    { method: 'POST', path: `/api/opt-ins/${OPT_IN_ID}/events`, key: CLIENT_TOKEN, body: 'impression' },
    'BAD_REQUEST',
  ],

  ['a short link that leads nowhere', { path: '/o/7K2M-9QXD-4TRC' }, 'NOT_FOUND'],

  ['the push key without a key', { path: '/api/push/public-key' }, 'UNAUTHORIZED'],
  ['the push key with a publishable key', { path: '/api/push/public-key', key: publishable }, 'FORBIDDEN'],
  ['a subscription without a key', { method: 'POST', path: '/api/push/subscriptions', body: {} }, 'UNAUTHORIZED'],
  [
    "a subscription with another's token",
    {
      method: 'POST',
      path: '/api/push/subscriptions',
      key: 'ct_other',
      body: { subscription: SUBSCRIPTION, optInId: OPT_IN_ID },
    },
    'UNAUTHORIZED',
  ],
  [
    'a subscription with a token of no opt-in',
    { method: 'POST', path: '/api/push/subscriptions', key: CLIENT_TOKEN, body: { subscription: SUBSCRIPTION } },
    'UNPROCESSABLE',
    'optInId',
  ],
  [
    'a subscription with a secret key for nobody',
    { method: 'POST', path: '/api/push/subscriptions', key: secret, body: { subscription: SUBSCRIPTION } },
    'UNPROCESSABLE',
    'ticketId',
  ],
  [
    'a subscription for an unknown ticket',
    {
      method: 'POST',
      path: '/api/push/subscriptions',
      key: secret,
      body: { subscription: SUBSCRIPTION, ticketId: 'unknown' },
    },
    'NOT_FOUND',
    'ticketId',
  ],
  [
    'a subscription without keys',
    {
      method: 'POST',
      path: '/api/push/subscriptions',
      key: secret,
      body: { subscription: { endpoint: 'https://push.example/1' }, ticketId: 'T1' },
    },
    'UNPROCESSABLE',
    'subscription.keys',
  ],
  [
    'the end of an unknown subscription',
    { method: 'DELETE', path: `/api/push/subscriptions/${UNKNOWN_ID}`, key: secret },
    'NOT_FOUND',
  ],
  [
    'the end of a subscription without a key',
    { method: 'DELETE', path: `/api/push/subscriptions/${SUBSCRIPTION_ID}` },
    'UNAUTHORIZED',
  ],

  ['a notification without a key', { method: 'POST', path: '/api/notifications', body: notify }, 'UNAUTHORIZED'],
  [
    'a notification with a publishable key',
    { method: 'POST', path: '/api/notifications', key: publishable, headers: fromClinic, body: notify },
    'FORBIDDEN',
  ],
  [
    'a notification without a ticket',
    { method: 'POST', path: '/api/notifications', key: secret, body: { type: 'your_turn' } },
    'UNPROCESSABLE',
    'ticketId',
  ],
  [
    'a notification of an unknown type',
    { method: 'POST', path: '/api/notifications', key: secret, body: { ticketId: 'T1', type: 'spam' } },
    'UNPROCESSABLE',
    'type',
  ],
  [
    'a notification in an unknown language',
    { method: 'POST', path: '/api/notifications', key: secret, body: { ...notify, locale: 'xx' } },
    'UNPROCESSABLE',
    'locale',
  ],
  [
    'a notification with an object as a param',
    { method: 'POST', path: '/api/notifications', key: secret, body: { ...notify, params: { position: {} } } },
    'UNPROCESSABLE',
    'params.position',
  ],
  [
    'an idempotency key with a line break',
    { method: 'POST', path: '/api/notifications', key: secret, headers: { 'idempotency-key': 'a b' }, body: notify },
    'UNPROCESSABLE',
    'Idempotency-Key',
  ],
  ['an unknown notification', { path: `/api/notifications/${UNKNOWN_ID}`, key: secret }, 'NOT_FOUND'],
  [
    "another organization's notification",
    { path: `/api/notifications/${NOTIFICATION_ID}`, key: KEYS.otherSecret },
    'NOT_FOUND',
  ],
  ['a notification by an id that is none', { path: '/api/notifications/1', key: secret }, 'NOT_FOUND'],

  ['a session without a key', { path: `/api/sessions/${PHONE}` }, 'UNAUTHORIZED'],
  ['a session with a publishable key', { path: `/api/sessions/${PHONE}`, key: publishable }, 'FORBIDDEN'],
  ['a session of no phone', { path: '/api/sessions/abc', key: secret }, 'INVALID_PHONE_NUMBER', 'phone'],
  [
    'a webhook over 1 MiB',
    { method: 'POST', path: '/api/webhooks/ultramsg/inbound', body: 'x'.repeat(1_048_577) },
    'PAYLOAD_TOO_LARGE',
  ],
];

describe('refusals', () => {
  it.each(REFUSALS)('refuses %s', async (_name, call, code, field) => {
    const { call: send } = setUp();
    const problem = await problemOf(await send(call));
    expect(problem).toMatchObject({ code, status: PROBLEMS[code].status, ...(field !== undefined && { field }) });
  });

  it('names every wrong field', async () => {
    const { call } = setUp();
    const response = await call({ method: 'POST', path: '/api/notifications', key: secret, body: { type: 'spam' } });
    const problem = await problemOf(response);
    expect(problem.errors?.map(({ field }) => field)).toEqual(['ticketId', 'type']);
  });

  it('says which methods an address takes', async () => {
    const { call } = setUp();
    const response = await call({ method: 'PATCH', path: `/api/notifications/${NOTIFICATION_ID}` });
    expect(response.headers.get('allow')).toBe('GET');
  });

  it('reveals nothing of the error of a broken service, and logs no more than where it was', async () => {
    const { world, call } = setUp();
    world.next.notify = async () => Promise.reject(new Error(`Failed row contains (${PHONE}, A1)`));
    const response = await call({ method: 'POST', path: '/api/notifications', key: secret, body: notify });
    expect(await problemOf(response)).toMatchObject({ code: 'SERVER_ERROR' });
    expect(world.logLines.join()).toContain('A request failed');
    expect(world.logLines.join()).not.toContain(PHONE);
  });

  it('answers 503 while the database is away', async () => {
    const { world, call } = setUp();
    world.next.notify = async () => Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' }));
    const response = await call({ method: 'POST', path: '/api/notifications', key: secret, body: notify });
    expect(await problemOf(response)).toMatchObject({ code: 'UNAVAILABLE' });
    expect(response.headers.get('retry-after')).toBe('5');
  });
});

describe('tickets', () => {
  it('makes a ticket, then changes it', async () => {
    const { call } = setUp();
    const body = { number: 'A001', phone: '00966 50-000 0000', locale: 'ar-SA' };
    const made = await call({ method: 'PUT', path: '/api/tickets/T1', key: secret, body });
    expect([made.status, await made.json()]).toMatchObject([201, { id: 'T1', number: 'A001', phone: PHONE }]);
    const changed = await call({
      method: 'PUT',
      path: '/api/tickets/T1',
      key: secret,
      body: { number: 'A001', status: 'called' },
    });
    expect([changed.status, await changed.json()]).toMatchObject([200, { status: 'called', phone: PHONE }]);
  });

  it('clears a phone by null', async () => {
    const { world, call } = setUp();
    await call({ method: 'PUT', path: '/api/tickets/T1', key: secret, body: { number: 'A1', phone: PHONE } });
    await call({ method: 'PUT', path: '/api/tickets/T1', key: secret, body: { number: 'A1', phone: null } });
    expect(world.tickets.get('acme/T1')?.phone).toBeNull();
  });

  it('takes an id with a slash and letters of any script', async () => {
    const { world, call } = setUp();
    const path = `/api/tickets/${encodeURIComponent('تذكرة/7')}`;
    await call({ method: 'PUT', path, key: secret, body: { number: 'A1' } });
    expect([...world.tickets.keys()]).toEqual(['acme/تذكرة/7']);
  });

  it('makes lone surrogates well-formed', async () => {
    const { world, call } = setUp();
    await call({
      method: 'PUT',
      path: '/api/tickets/T1',
      key: secret,
      body: '{"number":"A1","customerName":"x\\ud83d"}',
    });
    expect(world.tickets.get('acme/T1')?.customerName).toBe('x\ufffd');
  });
});

describe('making an opt-in', () => {
  const make = (body: unknown, key: string = publishable): Call => ({
    method: 'POST',
    path: '/api/opt-ins',
    key,
    headers: fromClinic,
    body,
  });
  async function withTicket() {
    const set = setUp();
    await set.call({ method: 'PUT', path: '/api/tickets/T1', key: secret, body: { number: 'A001' } });
    return set;
  }

  it('binds nothing to a ticket that a browser merely names', async () => {
    const { world, call } = await withTicket();
    const response = await call(make({ ticketId: 'T1', ticketNumber: 'A001' }));
    expect(response.status).toBe(201);
    expect(world.optInInputs).toEqual([expect.objectContaining({ boundTicketId: null, ticketNumber: 'A001' })]);
  });

  it('binds the ticket of a secret key', async () => {
    const { world, call } = await withTicket();
    await call(make({ ticketId: 'T1' }, secret));
    expect(world.optInInputs[0]?.boundTicketId).toBe('T1');
  });

  it('binds the ticket of a signed ticketToken, named or not', async () => {
    const { world, call } = await withTicket();
    const ticketToken = await world.deps.keyring.createTicketToken('acme', 'T1', 60);
    await call(make({ ticketToken }));
    await call(make({ ticketToken, ticketId: 'T1' }));
    expect(world.optInInputs.map(({ boundTicketId }) => boundTicketId)).toEqual(['T1', 'T1']);
  });

  it.each([
    ['is for another ticket', 'acme', 'T1', 60],
    ["is signed with another organization's key", 'other', 'T2', 60],
    ['has expired', 'acme', 'T2', -1],
  ])('refuses a ticketToken that %s', async (_name, organizationId, sub, expiresInSeconds) => {
    const { world, call } = await withTicket();
    const ticketToken = await world.deps.keyring.createTicketToken(organizationId, sub, expiresInSeconds);
    const response = await call(make({ ticketToken, ticketId: 'T2' }));
    expect([response.status, world.optInInputs]).toEqual([401, []]);
  });

  it('takes an empty body and a language that nobody knows', async () => {
    const { world, call } = setUp();
    const empty = await call({ method: 'POST', path: '/api/opt-ins', key: secret });
    const odd = await call(make({ locale: 'C' }));
    expect([empty.status, odd.status]).toEqual([201, 201]);
    expect(world.optInInputs[1]?.locale).toBeNull();
  });

  it('answers 409 while WhatsApp is off', async () => {
    const { world, call } = setUp();
    world.next.whatsappDisabled = true;
    expect(await problemOf(await call(make({})))).toMatchObject({ code: 'WHATSAPP_DISABLED' });
  });

  it('answers the same opt-in again for the same Idempotency-Key, and to nobody else', async () => {
    const { call } = setUp();
    const once = { 'idempotency-key': 'k1', ...fromClinic };
    const first: unknown = await (await call({ ...make({}), headers: once })).json();
    const again = await call({ ...make({}), headers: once });
    const byServer = await call({ ...make({}, secret), headers: once });
    expect([again.status, await again.json()]).toEqual([201, first]);
    expect(await byServer.json()).not.toEqual(first);
  });

  it('answers 429 with Retry-After to a flood from one address, whatever it forwards', async () => {
    const { call } = setUp();
    const flood = (index: number) =>
      call({
        ...make({}),
        headers: { ...fromClinic, 'x-forwarded-for': `10.0.0.${index % 250}` },
        info: { remoteAddress: '203.0.113.7' },
      });
    const statuses = await Promise.all(
      Array.from({ length: 700 }, (_, index) => flood(index).then(({ status }) => status)),
    );
    const refused = await flood(0);
    expect(new Set(statuses)).toEqual(new Set([201, 429]));
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    const other = await call({ ...make({}), info: { remoteAddress: '203.0.113.8' } });
    expect(other.status).toBe(201);
  });
});

describe('following an opt-in', () => {
  it('shows its state to the holder of its clientToken', async () => {
    const { world, call } = setUp();
    const response = await call({ path: `/api/opt-ins/${OPT_IN_ID}`, key: CLIENT_TOKEN });
    expect([response.status, await response.json()]).toEqual([200, world.states[0]]);
  });

  it.each([
    ['Bearer', { path: `/api/opt-ins/${OPT_IN_ID}/stream`, key: CLIENT_TOKEN }],
    ['the query', { path: `/api/opt-ins/${OPT_IN_ID}/stream?clientToken=${CLIENT_TOKEN}` }],
  ])('streams each state as one event, by %s, and ends with them', async (_name, streamCall: Call) => {
    const { world, call } = setUp();
    world.states.push({ id: OPT_IN_ID, state: 'connected', expiresAt: 'x\n\ndata: forged' });
    const response = await call(streamCall);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const expected = world.states.map((state) => `event: state\ndata: ${JSON.stringify(state)}\n\n`).join('');
    expect(await response.text()).toBe(expected);
  });

  it('stops watching when the reader goes', async () => {
    const { world, call } = setUp();
    const response = await call({ path: `/api/opt-ins/${OPT_IN_ID}/stream`, key: CLIENT_TOKEN });
    await response.body?.cancel();
    expect(world.watchSignals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('keeps a beacon, whose token is in its body', async () => {
    const { world, call } = setUp();
    const path = `/api/opt-ins/${OPT_IN_ID}/events`;
    const headers = { 'content-type': 'text/plain;charset=UTF-8' };
    const beacon = await call({
      method: 'POST',
      path,
      headers,
      body: { type: 'link_open', clientToken: CLIENT_TOKEN },
    });
    const request = await call({ method: 'POST', path, key: CLIENT_TOKEN, body: { type: 'skipped' } });
    expect([beacon.status, request.status, world.events]).toEqual([204, 204, ['link_open', 'skipped']]);
  });
});

describe('short links', () => {
  const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148';
  const DESKTOP = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0';

  it.each([
    ['a phone', IPHONE, 'https://wa.me/966500000000?text=Hi%20%26%20%D8%A3'],
    ['a desktop', DESKTOP, 'https://web.whatsapp.com/send?phone=966500000000&text=Hi%20%26%20%D8%A3'],
  ])('leads %s to WhatsApp', async (_name, userAgent, location) => {
    const { world, call } = setUp();
    world.next.shortLink = { status: 'open', phone: PHONE, message: 'Hi & أ' };
    const response = await call({ path: '/o/7K2M-9QXD-4TRC', headers: { 'user-agent': userAgent } });
    expect([response.status, response.headers.get('location')]).toEqual([302, location]);
  });

  it('answers 410 once used or lapsed', async () => {
    const { world, call } = setUp();
    world.next.shortLink = { status: 'gone' };
    expect(await problemOf(await call({ path: '/o/7K2M-9QXD-4TRC' }))).toMatchObject({ code: 'GONE' });
  });

  it.each([
    ['gone', 410, 'ar-EG,ar;q=0.9,en;q=0.8', 'lang="ar" dir="rtl"'],
    ['unknown', 404, 'nl, en;q=0.5', 'lang="en" dir="ltr"'],
  ] as const)('shows a person a page where it is %s', async (status, httpStatus, language, expected) => {
    const { world, call } = setUp();
    world.next.shortLink = { status };
    const headers = { accept: 'text/html,*/*', 'accept-language': language };
    const response = await call({ path: '/o/7K2M-9QXD-4TRC', headers });
    expect(response.status).toBe(httpStatus);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toContain(expected);
  });
});

describe('push subscriptions', () => {
  it('gives the public key to a clientToken and to a secret key', async () => {
    const { call } = setUp();
    for (const key of [CLIENT_TOKEN, secret]) {
      const response = await call({ path: '/api/push/public-key', key });
      expect(await response.json()).toEqual({ publicKey: 'BPublicKey' });
    }
  });

  it('has no public key where the host sends push itself', async () => {
    const { world, call } = setUp();
    world.next.publicKey = null;
    expect((await call({ path: '/api/push/public-key', key: secret })).status).toBe(404);
  });

  it('takes the ticket from the opt-in and never from the browser', async () => {
    const { world, call } = setUp();
    const body = { subscription: SUBSCRIPTION, optInId: OPT_IN_ID, ticketId: 'T9' };
    const response = await call({ method: 'POST', path: '/api/push/subscriptions', key: CLIENT_TOKEN, body });
    expect([response.status, await response.json()]).toEqual([201, { id: SUBSCRIPTION_ID }]);
    expect(world.subscriptions).toEqual([{ organizationId: 'acme', ticketId: 'bound', optInId: OPT_IN_ID }]);
  });

  it('takes the ticket that a secret key names', async () => {
    const { world, call } = setUp();
    const body = { subscription: SUBSCRIPTION, ticketId: 'T9' };
    await call({ method: 'POST', path: '/api/push/subscriptions', key: secret, body });
    expect(world.subscriptions).toEqual([{ organizationId: 'acme', ticketId: 'T9', optInId: null }]);
  });

  it('refuses an endpoint that is no push service', async () => {
    const { world, call } = setUp();
    world.next.refusedEndpoint = 'the host is not a push service.';
    const body = { subscription: SUBSCRIPTION, ticketId: 'T9' };
    const response = await call({ method: 'POST', path: '/api/push/subscriptions', key: secret, body });
    expect(await problemOf(response)).toMatchObject({ code: 'UNPROCESSABLE', field: 'subscription.endpoint' });
  });

  it('forgets a subscription', async () => {
    const { call } = setUp();
    const path = `/api/push/subscriptions/${SUBSCRIPTION_ID}`;
    const byServer = await call({ method: 'DELETE', path, key: secret });
    const byBrowser = await call({ method: 'DELETE', path: `${path}?optInId=${OPT_IN_ID}`, key: CLIENT_TOKEN });
    expect([byServer.status, byBrowser.status]).toEqual([204, 204]);
  });
});

describe('push acknowledgements', () => {
  const path = '/api/push/acknowledgements';

  it('takes a beacon of text from whatever page', async () => {
    const { call } = setUp();
    const response = await call({
      method: 'POST',
      path,
      headers: { 'content-type': 'text/plain', origin: 'https://elsewhere.example' },
      body: JSON.stringify({ notificationId: NOTIFICATION_ID, token: PUSH_TOKEN }),
    });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
  });

  it('refuses a token that is not ours', async () => {
    const { call } = setUp();
    const body = JSON.stringify({ notificationId: NOTIFICATION_ID, token: 'pa_guess' });
    expect(await problemOf(await call({ method: 'POST', path, body }))).toMatchObject({ code: 'UNAUTHORIZED' });
  });
});

describe('webhooks', () => {
  const webhook: Call = { method: 'POST', path: '/api/webhooks/ultramsg/inbound?token=t', body: '{"raw": 1}' };

  it('hands on the bytes as they came', async () => {
    const { world, call } = setUp();
    const response = await call(webhook);
    expect([response.status, await response.json()]).toEqual([200, { accepted: 1, ignored: 0 }]);
    const [{ provider, request } = expect.fail()] = world.webhookRequests;
    expect([provider, new TextDecoder().decode(request.rawBody)]).toEqual(['ultramsg', '{"raw": 1}']);
    expect(request.url.searchParams.get('token')).toBe('t');
  });

  it.each<[string, InMemoryWorld['next']['webhook'], ProblemCode]>([
    ['forged', async () => ({ status: 'forged' }), 'UNAUTHORIZED'],
    ['without a configured secret', async () => ({ status: 'not_configured' }), 'PROVIDER_NOT_CONFIGURED'],
    ['unparsable', async () => ({ status: 'unparsable', detail: 'No message in it.' }), 'BAD_REQUEST'],
    ['not kept, so that the vendor brings it again', async () => Promise.reject(new Error('down')), 'UNAVAILABLE'],
  ])('refuses one that is %s', async (_name, result, code) => {
    const { world, call } = setUp();
    world.next.webhook = result;
    expect(await problemOf(await call(webhook))).toMatchObject({ code });
  });

  it.each([
    ['/api/webhooks/ultramsg/inbound', 'ultramsg'],
    ['/api/webhooks/meta', 'meta'],
    ['/api/webhooks/twilio/whatsapp', 'twilio_whatsapp'],
    ['/api/webhooks/twilio/sms', 'twilio_sms'],
    ['/api/webhooks/twilio/status?attempt=1', 'twilio_status'],
  ])('knows %s as %s', async (path, endpoint) => {
    const { world, call } = setUp();
    await call({ method: 'POST', path, body: 'x' });
    expect(world.webhookRequests.map(({ provider }) => provider)).toEqual([endpoint]);
  });

  it('answers in the words of the vendor, where it has some', async () => {
    const { world, call } = setUp();
    const reply = { status: 200, contentType: 'text/xml', body: '<Response/>' };
    world.next.webhook = async () => ({ status: 'accepted', messages: 1, ignored: 0, reply });
    const response = await call({ method: 'POST', path: '/api/webhooks/twilio/whatsapp', body: 'x' });
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['text/xml', '<Response/>']);
  });

  it('takes a batch of 3 MB from Meta, and no more than 3 MiB', async () => {
    const { call } = setUp();
    const post = async (bytes: number) =>
      (await call({ method: 'POST', path: '/api/webhooks/meta', body: 'x'.repeat(bytes) })).status;
    expect([await post(3_000_000), await post(3 * 1_048_576 + 1)]).toEqual([200, 413]);
  });

  it("repeats the challenge of Meta's handshake, bare", async () => {
    const { world, call } = setUp();
    world.next.handshake = {
      status: 'answered',
      reply: { status: 200, contentType: 'text/plain', body: '1158201444' },
    };
    const response = await call({ path: '/api/webhooks/meta?hub.mode=subscribe' });
    expect([response.status, await response.text()]).toEqual([200, '1158201444']);
  });

  it.each<[HandshakeResult['status'], HandshakeResult, ProblemCode]>([
    ['unparsable', { status: 'unparsable' }, 'BAD_REQUEST'],
    ['refused', { status: 'refused' }, 'FORBIDDEN'],
    ['not_configured', { status: 'not_configured' }, 'PROVIDER_NOT_CONFIGURED'],
  ])('answers a handshake that is %s', async (_name, handshake, code) => {
    const { world, call } = setUp();
    world.next.handshake = handshake;
    expect(await problemOf(await call({ path: '/api/webhooks/meta' }))).toMatchObject({ code });
  });

  it('reads no more than 1 MiB of a body that never ends, before it asks who sent it', async () => {
    const { world, handler } = setUp();
    let sentBytes = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sentBytes += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const init = { method: 'POST', body: endless, duplex: 'half', headers: { 'content-length': '2' } };
    const response = await handler(new Request('http://localhost/api/webhooks/ultramsg/inbound', init));
    expect([response.status, world.webhookRequests]).toEqual([413, []]);
    expect(sentBytes).toBeLessThan(1_300_000);
  });

  it('reads nothing of a body for a provider that is not configured', async () => {
    const { world, handler } = setUp();
    world.next.isWebhookConfigured = false;
    let pulls = 0;
    const body = new ReadableStream(
      {
        pull(controller) {
          pulls += 1;
          controller.enqueue(new Uint8Array(65_536));
        },
      },
      { highWaterMark: 0 },
    );
    const init = { method: 'POST', body, duplex: 'half' };
    const response = await handler(new Request('http://localhost/api/webhooks/meta', init));
    expect(await problemOf(response)).toMatchObject({ status: 503, code: 'PROVIDER_NOT_CONFIGURED' });
    expect([pulls, world.webhookRequests]).toEqual([0, []]);
  });

  it('holds 8 MiB of unfinished bodies and no more, takes small ones meanwhile, and has room again', async () => {
    const { handler, call } = setUp();
    const senders: ReadableStreamDefaultController<Uint8Array>[] = [];
    const statuses: number[] = [];
    const post = async () => {
      const body = new ReadableStream<Uint8Array>({ start: (controller) => void senders.push(controller) });
      const init = { method: 'POST', body, duplex: 'half' };
      statuses.push((await handler(new Request('http://localhost/api/webhooks/meta', init))).status);
    };
    const posts = Array.from({ length: 4 }, post);
    for (const sender of senders) sender.enqueue(new Uint8Array(3 * 1_048_576));
    await expect.poll(() => statuses).toEqual([503, 503]);
    const refused = await call({ method: 'POST', path: '/api/webhooks/meta', body: 'x'.repeat(3_000_000) });
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await problemOf(refused)).toMatchObject({ code: 'UNAVAILABLE' });
    expect((await call(webhook)).status).toBe(200);

    const [first, second] = senders;
    first?.close();
    // Its sender is cut off.
    second?.error(new Error('gone'));
    await expect.poll(() => statuses.length).toBe(4);
    const later = { method: 'POST', path: '/api/webhooks/meta', body: 'x'.repeat(3_000_000) };
    expect([(await call(later)).status, (await call(later)).status]).toEqual([200, 200]);
    await Promise.all(posts);
  });

  it('counts a body without a length, whoever says that lengths are true', async () => {
    const { handler } = setUp();
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
    const request = new Request('http://localhost/api/webhooks/meta', {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect((await handler(request, { isLengthTrue: true })).status).toBe(413);
  });

  it('takes the bytes as they came, where their length is true', async () => {
    const { world, handler } = setUp();
    const init = { method: 'POST', body: '{"ä":1}', headers: { 'content-length': '8' } };
    const request = new Request('http://localhost/api/webhooks/ultramsg/inbound', init);
    await handler(request, { isLengthTrue: true });
    expect(world.webhookRequests.map(({ request: { rawBody } }) => Buffer.from(rawBody).toString())).toEqual([
      '{"ä":1}',
    ]);
  });
});

describe('notifications', () => {
  const post = (body: unknown = notify, headers: Record<string, string> = {}): Call => ({
    method: 'POST',
    path: '/api/notifications',
    key: secret,
    headers,
    body,
  });

  it.each(['', '/explain', '/push', '/sms'])('answers POST /api/notifications%s with the document', async (suffix) => {
    const { call } = setUp();
    const response = await call({ ...post(), path: `/api/notifications${suffix}` });
    expect([response.status, await response.json()]).toMatchObject([200, { id: NOTIFICATION_ID, method: 'push' }]);
  });

  it('says beside a push what became of WhatsApp', async () => {
    const { call } = setUp();
    const response = await call({ ...post(), path: '/api/notifications/push' });
    expect(await response.json()).toMatchObject({ whatsappFallback: { attempted: false } });
  });

  it('answers a document by its id', async () => {
    const { call } = setUp();
    const response = await call({ path: `/api/notifications/${NOTIFICATION_ID}`, key: secret });
    expect(await response.json()).toMatchObject({ id: NOTIFICATION_ID });
  });

  it.each<[Awaited<ReturnType<InMemoryWorld['next']['notify']>>, ProblemCode, string]>([
    [{ status: 'unknown_ticket' }, 'NOT_FOUND', 'ticketId'],
    [{ status: 'message_too_long', limit: 4096 }, 'MESSAGE_TOO_LONG', 'message'],
    [{ status: 'missing_param', param: 'position' }, 'UNPROCESSABLE', 'params.position'],
  ])('refuses what the service says is %o', async (result, code, field) => {
    const { world, call } = setUp();
    world.next.notify = async () => result;
    expect(await problemOf(await call(post()))).toMatchObject({ code, field });
  });

  it('sends once for one Idempotency-Key and answers the same', async () => {
    const { world, call } = setUp();
    const first = await (await call(post(notify, { 'idempotency-key': 'k' }))).text();
    const again = await call(post(notify, { 'idempotency-key': 'k' }));
    expect([await again.text(), again.headers.get('idempotency-replayed'), world.notifyCount]).toEqual([
      first,
      'true',
      1,
    ]);
  });

  it('sends again without an Idempotency-Key', async () => {
    const { world, call } = setUp();
    await call(post());
    await call(post());
    expect(world.notifyCount).toBe(2);
  });

  it('refuses another body for the same Idempotency-Key', async () => {
    const { call } = setUp();
    await call(post(notify, { 'idempotency-key': 'k' }));
    const response = await call(post({ ...notify, type: 'critical' }, { 'idempotency-key': 'k' }));
    expect(await problemOf(response)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 422 });
  });

  it('answers 409 while the first is in flight', async () => {
    const { world, call } = setUp();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const { notify: answer } = world.next;
    world.next.notify = async () => (await held, answer());
    const first = call(post(notify, { 'idempotency-key': 'k' }));
    const second = await call(post(notify, { 'idempotency-key': 'k' }));
    release();
    expect([(await problemOf(second)).code, (await first).status]).toEqual(['CONFLICT', 200]);
  });

  it('frees the Idempotency-Key after a refusal, and lets a repetition take over after a failure', async () => {
    const { world, call } = setUp();
    const { notify: answer } = world.next;
    const outcomes = [
      async () => ({ status: 'unknown_ticket' }) as const,
      async () => Promise.reject(new Error('broken')),
      answer,
    ];
    const statuses: number[] = [];
    for (const outcome of outcomes) {
      world.next.notify = outcome;
      statuses.push((await call(post(notify, { 'idempotency-key': 'k' }))).status);
    }
    expect(statuses).toEqual([404, 500, 200]);
    world.next.notify = async () => Promise.reject(new Error('broken'));
    await call(post(notify, { 'idempotency-key': 'other' }));
    const other = await call(post({ ...notify, type: 'critical' }, { 'idempotency-key': 'other' }));
    expect(await problemOf(other)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });
});

describe('sessions', () => {
  it.each([PHONE, encodeURIComponent(PHONE)])('shows the session of %s', async (phone) => {
    const { call } = setUp();
    for (const key of [secret, admin]) {
      const response = await call({ path: `/api/sessions/${phone}`, key });
      expect(await response.json()).toMatchObject({ hasActiveSession: true, secondsLeft: 60 });
    }
  });

  it('answers false and nulls for an unknown phone', async () => {
    const { call } = setUp();
    const response = await call({ path: '/api/sessions/+999999999999', key: secret });
    expect(await response.json()).toEqual({
      hasActiveSession: false,
      expiresAt: null,
      lastInboundAt: null,
      secondsLeft: null,
    });
  });
});

describe('pages of other origins', () => {
  const preflight = (path: string, origin: string, method = 'POST'): Call => ({
    method: 'OPTIONS',
    path,
    headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'authorization' },
  });
  const allowOrigin = (response: Response) => response.headers.get('access-control-allow-origin');

  it('answers the preflight of an allowed origin with that origin', async () => {
    const { call } = setUp();
    const response = await call(preflight('/api/opt-ins', ALLOWED_ORIGIN));
    expect([response.status, allowOrigin(response)]).toEqual([204, ALLOWED_ORIGIN]);
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(response.headers.get('vary')).toBe('Origin');
  });

  it('allows a foreign origin nothing', async () => {
    const { call } = setUp();
    expect(allowOrigin(await call(preflight('/api/opt-ins', 'https://evil.example')))).toBeNull();
  });

  it.each([`/api/opt-ins/${OPT_IN_ID}`, `/api/opt-ins/${OPT_IN_ID}/stream`, '/api/push/public-key'])(
    'answers %s to every origin, without credentials',
    async (path) => {
      const { call } = setUp();
      const before = await call(preflight(path, 'https://any.example', 'GET'));
      const response = await call({ path, key: CLIENT_TOKEN, headers: { origin: 'https://any.example' } });
      expect([allowOrigin(before), allowOrigin(response), response.status]).toEqual(['*', '*', 200]);
      expect(response.headers.has('access-control-allow-credentials')).toBe(false);
      expect(response.headers.get('access-control-expose-headers')).toContain('retry-after');
    },
  );

  it('lets a page read why it was refused', async () => {
    const { call } = setUp();
    const state = await call({ path: `/api/opt-ins/${OPT_IN_ID}`, headers: { origin: 'https://any.example' } });
    const optIn = await call({
      method: 'POST',
      path: '/api/opt-ins',
      key: publishable,
      headers: fromClinic,
      body: '{',
    });
    expect([allowOrigin(state), allowOrigin(optIn)]).toEqual(['*', ALLOWED_ORIGIN]);
  });

  it.each(['/api/webhooks/ultramsg/inbound', '/api/notifications'])('lets no page read %s', async (path) => {
    const { call } = setUp();
    const before = await call(preflight(path, ALLOWED_ORIGIN));
    const response = await call({ method: 'POST', path, key: secret, headers: fromClinic, body: notify });
    expect([allowOrigin(before), allowOrigin(response)]).toEqual([null, null]);
  });
});

describe('the whole', () => {
  it('serves everything below the base path and nothing beside it', async () => {
    const { call } = setUp({ basePath: '/whatsapp' });
    const statuses = await Promise.all(
      ['/whatsapp/healthz', '/healthz', '/whatsapphealthz'].map(async (path) => (await call({ path })).status),
    );
    expect(statuses).toEqual([200, 404, 404]);
    const cors = await call({
      method: 'POST',
      path: '/whatsapp/api/opt-ins',
      key: publishable,
      headers: fromClinic,
      body: {},
    });
    expect([cors.status, cors.headers.get('access-control-allow-origin')]).toEqual([201, ALLOWED_ORIGIN]);
    expect(cors.headers.get('access-control-expose-headers')).toContain('retry-after');
  });

  it('is alive until its database has been silent for thirty seconds', async () => {
    const { world, call } = setUp();
    world.next.databaseSilentForMs = 30_000;
    expect((await call({ path: '/healthz' })).status).toBe(200);
    world.next.databaseSilentForMs = 30_001;
    expect(await problemOf(await call({ path: '/healthz' }))).toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('is ready while its database answers', async () => {
    const { world, call } = setUp();
    expect((await call({ path: '/readyz' })).status).toBe(200);
    world.next.ready = async () => Promise.reject(new Error('down'));
    expect(await problemOf(await call({ path: '/readyz' }))).toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('describes every route in OpenAPI 3.1', async () => {
    const { call } = setUp();
    const response = await call({ path: '/api/openapi.json' });
    const document = (await response.json()) as {
      openapi: string;
      paths: Record<string, object>;
      components: { schemas: object };
    };
    expect(document.openapi).toBe('3.1.0');
    expect(
      Object.entries(document.paths)
        .flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`))
        .sort(),
    ).toEqual([
      'delete /api/admin/keys/{id}',
      'delete /api/admin/session',
      'delete /api/admin/webhooks/{id}',
      'delete /api/contacts/{phone}',
      'delete /api/push/subscriptions/{id}',
      'get /api/admin/account-alerts',
      'get /api/admin/analytics/deliveries',
      'get /api/admin/analytics/opt-ins',
      'get /api/admin/audit-log',
      'get /api/admin/compliance',
      'get /api/admin/consents',
      'get /api/admin/export/consents.csv',
      'get /api/admin/export/notifications.csv',
      'get /api/admin/export/sessions.csv',
      'get /api/admin/inbound-messages',
      'get /api/admin/inbound-messages/unshown',
      'get /api/admin/keys',
      'get /api/admin/notifications',
      'get /api/admin/notifications/{id}',
      'get /api/admin/organization',
      'get /api/admin/organization/built-in-text',
      'get /api/admin/parked',
      'get /api/admin/session',
      'get /api/admin/sessions',
      'get /api/admin/sessions/stats',
      'get /api/admin/sms',
      'get /api/admin/stream',
      'get /api/admin/tickets',
      'get /api/admin/webhooks',
      'get /api/admin/webhooks/{id}',
      'get /api/admin/webhooks/{id}/deliveries',
      'get /api/contacts/{phone}/export',
      'get /api/notifications/{id}',
      'get /api/opt-ins/{id}',
      'get /api/opt-ins/{id}/stream',
      'get /api/push/public-key',
      'get /api/sessions/{phone}',
      'get /api/webhooks/meta',
      'get /healthz',
      'get /m/{token}',
      'get /m/{token}/data',
      'get /m/{token}/receipt',
      'get /metrics',
      'get /o/{code}',
      'get /readyz',
      'post /api/admin/compliance/check',
      'post /api/admin/contacts/{contactId}/reveal',
      'post /api/admin/inbound-messages/seen',
      'post /api/admin/inbound-messages/{id}/reply',
      'post /api/admin/keys',
      'post /api/admin/keys/{id}/rotate',
      'post /api/admin/organization/preview',
      'post /api/admin/parked/{kind}/{id}/retry',
      'post /api/admin/session',
      'post /api/admin/sessions/bulk',
      'post /api/admin/sms/test',
      'post /api/admin/staff-tokens',
      'post /api/admin/tickets/{ticketId}/call',
      'post /api/admin/webhooks',
      'post /api/admin/webhooks/{id}/replay',
      'post /api/admin/webhooks/{id}/rotate',
      'post /api/admin/webhooks/{id}/test',
      'post /api/notifications',
      'post /api/notifications/batch',
      'post /api/notifications/explain',
      'post /api/notifications/push',
      'post /api/notifications/sms',
      'post /api/opt-ins',
      'post /api/opt-ins/{id}/events',
      'post /api/push/acknowledgements',
      'post /api/push/subscriptions',
      'post /api/tickets/{ticketId}/call',
      'post /api/webhooks/meta',
      'post /api/webhooks/twilio/sms',
      'post /api/webhooks/twilio/status',
      'post /api/webhooks/twilio/whatsapp',
      'post /api/webhooks/ultramsg/inbound',
      'post /m/{token}',
      'put /api/admin/organization',
      'put /api/admin/sms',
      'put /api/admin/webhooks/{id}',
      'put /api/tickets/{ticketId}',
    ]);
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Problem', 'Notification', 'OptInStatus']),
    );
  });

  it('is cached nowhere and sniffed by nobody', async () => {
    const { call } = setUp();
    for (const path of ['/healthz', '/nothing', `/api/opt-ins/${OPT_IN_ID}`]) {
      const { headers } = await call({ path });
      expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual(['no-store', 'nosniff']);
    }
  });

  it('answers 429 to an address that guesses keys, and no longer says which guess is right', async () => {
    const { call } = setUp();
    const info = { remoteAddress: '2001:db8::1' };
    for (let index = 0; index < 301; index += 1)
      await call({ path: `/api/sessions/${PHONE}`, key: `sk_guess${index}`, info });
    // The rest of a customer's /64 is the same customer.
    const next = { remoteAddress: '2001:db8::ffff' };
    const answers = await Promise.all([
      call({ path: `/api/sessions/${PHONE}`, key: 'sk_guess', info: next }),
      call({ path: `/api/sessions/${PHONE}`, key: secret, info: next }),
      call({ path: `/api/opt-ins/${OPT_IN_ID}`, key: CLIENT_TOKEN, info: next }),
      call({ path: '/api/admin/session', key: admin, info: next }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 429, 429]);
    const elsewhere = await call({ path: `/api/sessions/${PHONE}`, key: secret, info: { remoteAddress: '192.0.2.1' } });
    expect(elsewhere.status).toBe(200);
  });

  it('asks browsers to stay on https where its address is https, and nowhere else', async () => {
    const header = async (publicUrl: string) =>
      (await setUp({ publicUrl }).call({ path: '/healthz' })).headers.get('strict-transport-security');
    expect(await header('https://optin.example')).toBe('max-age=31536000');
    expect(await header('http://localhost:4000')).toBeNull();
  });

  it('opens five streams of an opt-in at once, and another when one of them ends', async () => {
    const { call } = setUp();
    const open = () => call({ path: `/api/opt-ins/${OPT_IN_ID}/stream`, key: CLIENT_TOKEN });
    const answers = await Promise.all(Array.from({ length: 6 }, open));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    await answers[0]?.body?.cancel();
    const next = await open();
    expect(next.status).toBe(200);
    for (const { body } of [...answers.slice(1, 5), next]) await body?.cancel();
  });

  it('takes a webhook whose address ends in a slash', async () => {
    const { call } = setUp();
    const status = async (path: string) => (await call({ method: 'POST', path, body: 'hello' })).status;
    const plain = await status('/api/webhooks/ultramsg/inbound?token=hush');
    expect(plain).not.toBe(404);
    expect(await status('/api/webhooks/ultramsg/inbound/?token=hush')).toBe(plain);
  });

  it('takes the cookie of staff by its __Host- name alone on https: a sibling subdomain can plant the other', () => {
    const headers = new Headers({ cookie: 'a=1; whatsapp-optin-staff=planted' });
    expect(readStaffCookie(headers, 'https://optin.example')).toBeNull();
    expect(readStaffCookie(headers, 'http://localhost:4000')).toBe('planted');
    const own = new Headers({ cookie: 'whatsapp-optin-staff=planted; __Host-whatsapp-optin-staff=own' });
    expect(readStaffCookie(own, 'https://optin.example')).toBe('own');
  });

  it('logs by pattern: no phone, token, key or text', async () => {
    const { world, call } = setUp();
    await call({ path: `/api/sessions/${PHONE}`, key: secret });
    await call({ path: `/api/opt-ins/${OPT_IN_ID}/stream?clientToken=${CLIENT_TOKEN}` });
    await call({ method: 'POST', path: '/api/webhooks/ultramsg/inbound?token=hush', body: 'words of a customer' });
    const lines = world.logLines.join('\n');
    expect(lines).toContain('"route":"/api/sessions/:phone"');
    expect(lines).not.toMatch(/966|ct_|sk_|hush|words of/);
  });
});
