import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SessionStatusDocument } from '../contract/sessions.js';
import { createFakePlatform, jsonResponse, settle, type FakePlatform } from '../testing/fake-platform.js';
import { createSessionConnection, type SessionConnection } from './session-connection.js';
import { createSessionStore, type SessionStore } from './create-session-store.js';

const PHONE = '+966500000000';
const MINUTE_MS = 60_000;
const NONE: SessionStatusDocument = {
  hasActiveSession: false,
  expiresAt: null,
  lastInboundAt: null,
  secondsLeft: null,
};

function session(secondsLeft: number, now: number): SessionStatusDocument {
  const expiresAt = new Date(now + secondsLeft * 1_000).toISOString();
  return { hasActiveSession: true, expiresAt, lastInboundAt: expiresAt, secondsLeft };
}

function answering(platform: FakePlatform, document: () => SessionStatusDocument): SessionConnection {
  platform.answer = () => jsonResponse(document());
  return createSessionConnection({ server: 'https://x.example', token: 'st_1', fetch: platform.fetch });
}

function watch(store: SessionStore) {
  const seen: string[] = [];
  const note = () => seen.push(store.getState().status);
  return { seen, stop: store.subscribe(note) };
}

afterEach(() => void vi.restoreAllMocks());

describe('a session store', () => {
  it('makes no request before somebody subscribes', async () => {
    const platform = createFakePlatform();
    createSessionStore(
      answering(platform, () => NONE),
      PHONE,
      platform,
    );
    await platform.advance(10 * MINUTE_MS);
    expect(platform.requests).toEqual([]);
  });

  it('reads the session of the phone with the token', async () => {
    const platform = createFakePlatform();
    const store = createSessionStore(
      answering(platform, () => session(7_200, platform.now())),
      PHONE,
      platform,
    );
    expect(store.getState()).toEqual({ hasActiveSession: false, expiresAt: null, status: 'loading' });
    watch(store);
    await settle();
    expect(platform.requests.map(({ url, headers }) => [url, headers.get('Authorization')])).toEqual([
      ['https://x.example/api/sessions/%2B966500000000', 'Bearer st_1'],
    ]);
    expect(store.getState()).toEqual({
      hasActiveSession: true,
      expiresAt: new Date(platform.now() + 7_200_000),
      status: 'active',
    });
  });

  it('reports the last hour, counts its minutes, and asks again at the end', async () => {
    const platform = createFakePlatform();
    let document = session(61 * 60, platform.now());
    const store = createSessionStore(
      { readSession: async () => document, onChange: () => () => {}, isLive: () => true },
      PHONE,
      platform,
    );
    const { seen } = watch(store);
    await settle();
    expect([store.getState().status, store.getMinutesLeft()]).toEqual(['active', 61]);
    await platform.advance(2 * MINUTE_MS);
    expect([store.getState().status, store.getMinutesLeft()]).toEqual(['expiring', 59]);
    document = NONE;
    await platform.advance(60 * MINUTE_MS);
    expect(store.getState()).toEqual({ hasActiveSession: false, expiresAt: null, status: 'none' });
    expect(new Set(seen)).toEqual(new Set(['active', 'expiring', 'none']));
  });

  it('continues if a message has moved the end', async () => {
    const platform = createFakePlatform();
    let document = session(30, platform.now());
    const store = createSessionStore(
      { readSession: async () => document, onChange: () => () => {}, isLive: () => true },
      PHONE,
      platform,
    );
    watch(store);
    await settle();
    await platform.advance(29_000);
    document = session(86_400, platform.now());
    await platform.advance(2_000);
    expect(store.getState().status).toBe('active');
  });

  it('counts by the server’s clock if the device’s clock is wrong', async () => {
    const platform = createFakePlatform();
    const yesterday = platform.now() - 24 * 60 * MINUTE_MS;
    const store = createSessionStore(
      answering(platform, () => session(600, yesterday)),
      PHONE,
      platform,
    );
    watch(store);
    await settle();
    expect([store.getState().status, store.getMinutesLeft()]).toEqual(['expiring', 10]);
  });

  it('keeps the same state object from one minute to the next', async () => {
    const platform = createFakePlatform();
    const end = session(7_200, platform.now());
    const store = createSessionStore(
      { readSession: async () => end, onChange: () => () => {}, isLive: () => true },
      PHONE,
      platform,
    );
    watch(store);
    await settle();
    const before = store.getState();
    await platform.advance(5 * MINUTE_MS);
    expect(store.getMinutesLeft()).toBe(115);
    expect(store.getState()).toBe(before);
  });
});

describe('when the session is read again', () => {
  it('polls every half minute, and not while the page is hidden', async () => {
    const platform = createFakePlatform();
    watch(
      createSessionStore(
        answering(platform, () => NONE),
        PHONE,
        platform,
      ),
    );
    await platform.advance(5 * MINUTE_MS);
    const whileVisible = platform.requests.length;
    expect(whileVisible).toBeGreaterThanOrEqual(8);
    expect(whileVisible).toBeLessThanOrEqual(14);
    await platform.hide();
    await platform.advance(10 * MINUTE_MS);
    expect(platform.requests).toHaveLength(whileVisible);
    await platform.show();
    expect(platform.requests).toHaveLength(whileVisible + 1);
    await platform.advance(MINUTE_MS);
    expect(platform.requests.length).toBeGreaterThan(whileVisible + 1);
  });

  it('asks at once when the connection reports a change, and does not poll beside it', async () => {
    const platform = createFakePlatform();
    let report = () => {};
    const connection: SessionConnection = {
      ...answering(platform, () => NONE),
      onChange: (listener) => {
        report = listener;
        return () => {};
      },
      isLive: () => true,
    };
    watch(createSessionStore(connection, PHONE, platform));
    await platform.advance(10 * MINUTE_MS);
    expect(platform.requests).toHaveLength(1);
    report();
    await settle();
    expect(platform.requests).toHaveLength(2);
  });

  it('asks when the page comes online', async () => {
    const platform = createFakePlatform();
    const store = createSessionStore(
      answering(platform, () => session(600, platform.now())),
      PHONE,
      platform,
    );
    platform.answer = () => Promise.reject(new TypeError('no network'));
    watch(store);
    await settle();
    expect(store.getState().status).toBe('failed');
    platform.answer = () => jsonResponse(session(600, platform.now()));
    // The platform reports visibility, the back/forward cache and the network alike.
    await platform.show();
    expect(store.getState().status).toBe('expiring');
  });

  it('uses the answer of the last request alone', async () => {
    const platform = createFakePlatform();
    const answers: ((document: SessionStatusDocument) => void)[] = [];
    const signals: AbortSignal[] = [];
    let report = () => {};
    const store = createSessionStore(
      {
        readSession: (_phone, signal) => {
          signals.push(signal);
          return new Promise((resolve) => answers.push(resolve));
        },
        onChange: (listener) => {
          report = listener;
          return () => {};
        },
      },
      PHONE,
      platform,
    );
    watch(store);
    await settle();
    report();
    await settle();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    answers[1]?.(session(7_200, platform.now()));
    await settle();
    answers[0]?.(NONE);
    await settle();
    expect(store.getState().status).toBe('active');
  });
});

describe('what goes wrong', () => {
  const faults: [string, FakePlatform['answer']][] = [
    ['no network', () => Promise.reject(new TypeError('no network'))],
    [
      'a fetch that throws at once',
      () => {
        throw new TypeError('blocked');
      },
    ],
    ['401', () => jsonResponse({ code: 'UNAUTHORIZED' }, 401)],
    ['503', () => new Response('down', { status: 503 })],
    ['no JSON', () => new Response('<!doctype html>')],
    ['null', () => jsonResponse(null)],
    ['no answer in time', () => new Promise<Response>(() => {})],
  ];
  it.each(faults)('%s: failed, asked again with growing delays, and active after a success', async (_name, answer) => {
    const platform = createFakePlatform();
    const store = createSessionStore(
      answering(platform, () => NONE),
      PHONE,
      platform,
    );
    platform.answer = answer;
    watch(store);
    await platform.advance(10_000);
    expect(store.getState()).toEqual({ hasActiveSession: false, expiresAt: null, status: 'failed' });
    await platform.advance(60 * MINUTE_MS);
    expect(platform.requests.length).toBeLessThanOrEqual(20);
    platform.answer = () => jsonResponse(NONE);
    await platform.advance(10 * MINUTE_MS);
    expect(store.getState().status).toBe('none');
  });

  it.each([
    [
      'a token function that throws',
      {
        token: () => {
          throw new Error('signed out');
        },
      },
    ],
    ['a token function that never answers', { token: () => new Promise<string>(() => {}) }],
    ['a token function that rejects', { token: () => Promise.reject(new Error('signed out')) }],
  ])('%s: failed, never an exception', async (_name, options) => {
    const platform = createFakePlatform();
    const store = createSessionStore(createSessionConnection({ fetch: platform.fetch, ...options }), PHONE, platform);
    watch(store);
    await platform.advance(10_000);
    expect(store.getState().status).toBe('failed');
  });

  it('keeps an earlier answer until its session ends', async () => {
    const platform = createFakePlatform();
    const store = createSessionStore(
      answering(platform, () => session(600, platform.now())),
      PHONE,
      platform,
    );
    watch(store);
    await settle();
    platform.answer = () => Promise.reject(new TypeError('no network'));
    await platform.advance(5 * MINUTE_MS);
    expect(store.getState().status).toBe('expiring');
    await platform.advance(6 * MINUTE_MS);
    expect(store.getState().status).toBe('failed');
  });

  it('logs the first failure in development, and none in production', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    for (const isDevelopment of [false, true]) {
      const platform = createFakePlatform({ isDevelopment });
      watch(createSessionStore(createSessionConnection({ fetch: platform.fetch }), PHONE, platform));
      await platform.advance(10 * MINUTE_MS);
    }
    expect(log).toHaveBeenCalledTimes(1);
  });

  it('leaves no timer, listener or request behind', async () => {
    const platform = createFakePlatform();
    const { stop } = watch(
      createSessionStore(
        answering(platform, () => NONE),
        PHONE,
        platform,
      ),
    );
    await settle();
    await platform.hide();
    await platform.show();
    stop();
    await settle();
    expect([platform.timersPending(), platform.listenersCount()]).toEqual([0, 0]);
    const before = platform.requests.length;
    await platform.advance(10 * MINUTE_MS);
    expect(platform.requests).toHaveLength(before);
  });

  it('aborts a request without a listener', async () => {
    const platform = createFakePlatform();
    const connection = answering(platform, () => NONE);
    platform.answer = () => new Promise<Response>(() => {});
    const { stop } = watch(createSessionStore(connection, PHONE, platform));
    await settle();
    stop();
    expect(platform.requests.map(({ signal }) => signal?.aborted)).toEqual([true]);
  });
});
