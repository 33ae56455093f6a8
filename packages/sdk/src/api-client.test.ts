import { describe, expect, it } from 'vitest';
import { createApiClient, type ApiClient } from './api-client.js';
import { OptInError } from './contract/errors.js';
import { createFakePlatform, createFakeStream, jsonResponse, settle, type FakePlatform } from './testing/index.js';

const ACCESS = { id: 'opt-in-1', clientToken: 'client-token' };

function setUp(server = 'https://api.example/base/'): { api: ApiClient; world: FakePlatform } {
  const world = createFakePlatform();
  const api = createApiClient({ server, publishableKey: 'pk_test', fetch: world.fetch, setTimer: world.setTimer });
  return { api, world };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof OptInError ? error.code : `not an OptInError: ${String(error)}`),
  );

describe('createApiClient', () => {
  it.each(['', 'example.com', 'javascript:alert(1)', 'ftp://example.com', undefined])(
    'refuses the server %j',
    (server) => {
      expect(() => createApiClient({ server: server as string })).toThrow(
        expect.objectContaining({ code: 'MISSING_OPTION' }) as Error,
      );
    },
  );

  it.each([
    ['https://api.example/base/', 'https://api.example/base/api/opt-ins'],
    ['https://api.example', 'https://api.example/api/opt-ins'],
    ['/', '/api/opt-ins'],
    ['/optin', '/optin/api/opt-ins'],
  ])('finds the API of %s', async (server, url) => {
    const { api, world } = setUp(server);
    world.answer = () => jsonResponse({});
    await api.createOptIn({});
    expect(world.requests[0]?.url).toBe(url);
  });

  it('creates with the publishable key and an idempotency key', async () => {
    const { api, world } = setUp();
    world.answer = () => jsonResponse({ id: 'opt-in-1' }, 201);
    expect(await api.createOptIn({ ticketNumber: 'A001' }, { idempotencyKey: 'once' })).toEqual({ id: 'opt-in-1' });
    const [request] = world.requests;
    expect([request?.method, request?.body]).toEqual(['POST', { ticketNumber: 'A001' }]);
    expect(request?.headers.get('authorization')).toBe('Bearer pk_test');
    expect(request?.headers.get('idempotency-key')).toBe('once');
  });

  it('reads with the client token, never in the address', async () => {
    const { api, world } = setUp();
    world.answer = () => jsonResponse({ id: 'opt-in-1', state: 'waiting' });
    await api.readOptIn(ACCESS);
    expect(world.requests[0]?.url).toBe('https://api.example/base/api/opt-ins/opt-in-1');
    expect(world.requests[0]?.headers.get('authorization')).toBe('Bearer client-token');
    expect(world.requests[0]?.credentials).toBe('omit');
  });

  it.each([
    [401, {}, 'UNAUTHORIZED'],
    [403, { code: 'FORBIDDEN' }, 'UNAUTHORIZED'],
    [404, {}, 'NOT_FOUND'],
    [409, { code: 'WHATSAPP_DISABLED' }, 'WHATSAPP_DISABLED'],
    [409, { code: 'CONFLICT' }, 'SERVER_ERROR'],
    [410, { code: 'GONE' }, 'EXPIRED'],
    [422, { code: 'INVALID_PHONE_NUMBER' }, 'INVALID_PHONE_NUMBER'],
    [429, {}, 'RATE_LIMITED'],
    [500, { code: 'toString' }, 'SERVER_ERROR'],
    [503, 'not an object', 'SERVER_ERROR'],
  ])('turns %i %j into %s', async (status, problem, code) => {
    const { api, world } = setUp();
    world.answer = () => jsonResponse(problem, status);
    expect(await codeOf(api.readOptIn(ACCESS))).toBe(code);
  });

  it('turns a page of HTML into an error of the server', async () => {
    const { api, world } = setUp();
    world.answer = () => new Response('<html>', { status: 502 });
    expect(await codeOf(api.readOptIn(ACCESS))).toBe('SERVER_ERROR');
    world.answer = () => new Response('<html>');
    expect(await codeOf(api.readOptIn(ACCESS))).toBe('SERVER_ERROR');
  });

  it.each([401, 403, 404, 410])('does not read an HTML page with %i as a refusal of the server', async (status) => {
    const { api, world } = setUp();
    world.answer = () => new Response('<html>', { status });
    expect(await codeOf(api.readOptIn(ACCESS))).toBe('SERVER_ERROR');
  });

  it('turns a broken line into NETWORK', async () => {
    const { api } = setUp();
    expect(await codeOf(api.readOptIn(ACCESS))).toBe('NETWORK');
  });

  it('gives up after ten seconds without an answer', async () => {
    const { api, world } = setUp();
    world.answer = () => new Promise(() => {});
    const answer = codeOf(api.readOptIn(ACCESS));
    await world.advance(9_999);
    expect(world.requests[0]?.signal?.aborted).toBe(false);
    await world.advance(1);
    expect(await answer).toBe('NETWORK');
    expect(world.timersPending()).toBe(0);
  });

  it('leaves no timer behind an answer', async () => {
    const { api, world } = setUp();
    world.answer = () => jsonResponse({});
    await api.readOptIn(ACCESS);
    expect(world.timersPending()).toBe(0);
  });

  it('gives each event of a stream, and resolves at its end', async () => {
    const { api, world } = setUp();
    const stream = createFakeStream();
    const seen: unknown[] = [];
    world.answer = () => stream.response;
    const ended = codeOf(api.streamOptIn(ACCESS, { onStatus: (status) => seen.push(status.state) }));
    stream.send({ state: 'waiting' });
    stream.send({ state: 'connected' });
    await settle();
    expect(seen).toEqual(['waiting', 'connected']);
    stream.end();
    expect(await ended).toBe('resolved');
    expect(world.requests[0]?.headers.get('accept')).toBe('text/event-stream');
  });

  it('rejects as soon as a stream breaks', async () => {
    const { api, world } = setUp();
    const stream = createFakeStream();
    world.answer = () => stream.response;
    const ended = codeOf(api.streamOptIn(ACCESS, { onStatus: () => {} }));
    await settle();
    stream.break();
    expect(await ended).toBe('NETWORK');
  });

  it('stops a request that is no longer wanted', async () => {
    const { api, world } = setUp();
    const abort = new AbortController();
    world.answer = () => new Promise(() => {});
    const ended = codeOf(api.streamOptIn(ACCESS, { onStatus: () => {}, signal: abort.signal }));
    abort.abort();
    expect(await ended).toBe('NETWORK');
    expect(world.requests[0]?.signal?.aborted).toBe(true);
  });

  it('puts the token into the body of a beacon, which has no headers', () => {
    const { url, body } = setUp().api.beacon(ACCESS, 'link_open');
    expect(url).toBe('https://api.example/base/api/opt-ins/opt-in-1/events');
    expect(JSON.parse(body)).toEqual({ type: 'link_open', clientToken: 'client-token' });
  });

  it('manages a push subscription', async () => {
    const { api, world } = setUp();
    const subscription = { endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } };
    world.answer = ({ method, url }) =>
      method === 'DELETE'
        ? new Response(null, { status: 204 })
        : jsonResponse(url.endsWith('public-key') ? { publicKey: 'key' } : { id: 'sub/1' });
    expect(await api.readPushPublicKey(ACCESS)).toBe('key');
    expect(await api.subscribePush(ACCESS, subscription)).toEqual({ id: 'sub/1' });
    await api.unsubscribePush(ACCESS, 'sub/1');
    expect(world.requests[1]?.body).toEqual({ subscription, optInId: 'opt-in-1' });
    expect(world.requests[2]?.url).toBe('https://api.example/base/api/push/subscriptions/sub%2F1');
  });
});
