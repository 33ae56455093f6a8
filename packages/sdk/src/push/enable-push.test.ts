import { afterEach, describe, expect, it, vi } from 'vitest';
import { disablePush, enablePush } from './enable-push.js';
import type { PushPlatform, PushRegistration } from './push-platform.js';

const CREDENTIALS = { server: 'https://queue.example', optInId: 'opt-in-1', clientToken: 'ct_1' };
const KEY = 'AQID-_8';
const KEY_BYTES = [1, 2, 3, 251, 255];
const JSON_OF_DEVICE = { endpoint: 'https://push.example/1', expirationTime: null, keys: { p256dh: 'BA', auth: 'cc' } };

afterEach(() => vi.unstubAllGlobals());

/** A browser and a server; `done` says what happened, in order. */
function setUp(changes: Partial<PushPlatform> = {}, keptKey?: number[], answer: (path: string) => Response = answers) {
  const done: unknown[] = [];
  const device = {
    toJSON: () => JSON_OF_DEVICE,
    async unsubscribe() {
      done.push('unsubscribed');
      return true;
    },
  };
  const registration: PushRegistration = {
    pushManager: {
      getSubscription: async () =>
        keptKey ? { ...device, options: { applicationServerKey: Uint8Array.from(keptKey).buffer } } : null,
      async subscribe({ applicationServerKey, userVisibleOnly }) {
        done.push(['subscribed', [...applicationServerKey], userVisibleOnly]);
        return device;
      },
    },
  };
  const platform: PushPlatform = {
    isSupported: () => true,
    needsHomeScreen: () => false,
    permission: () => 'default',
    async requestPermission() {
      done.push('asked');
      return 'granted';
    },
    async register(serviceWorker) {
      done.push(['registered', serviceWorker]);
      return registration;
    },
    ...changes,
  };
  vi.stubGlobal('fetch', async (url: string, { method, headers, body }: RequestInit) => {
    const { pathname } = new URL(url);
    done.push([
      method,
      pathname,
      (headers as Record<string, string>)['Authorization'],
      body && JSON.parse(body as string),
    ]);
    return answer(pathname);
  });
  return { done, registration, platform, enable: () => enablePush(CREDENTIALS, { platform }) };
}

function answers(pathname: string): Response {
  return pathname.endsWith('public-key') ? Response.json({ publicKey: KEY }) : Response.json({ id: 'sub-1' });
}

describe('enablePush', () => {
  it('asks first, then subscribes the device and tells the server', async () => {
    const { done, enable } = setUp();
    expect(await enable()).toEqual({ status: 'enabled', subscriptionId: 'sub-1' });
    expect(done).toEqual([
      'asked',
      ['registered', '/whatsapp-optin-sw.js'],
      ['GET', '/api/push/public-key', 'Bearer ct_1', undefined],
      ['subscribed', KEY_BYTES, true],
      ['POST', '/api/push/subscriptions', 'Bearer ct_1', { subscription: JSON_OF_DEVICE, optInId: 'opt-in-1' }],
    ]);
  });

  it('asks in the very turn of the tap', () => {
    const { done, enable } = setUp();
    void enable();
    expect(done).toEqual(['asked']);
  });

  it('takes a worker of the host, and an opt-in of the page', async () => {
    const { done, registration, platform } = setUp({ permission: () => 'granted' });
    const optIn = { getCredentials: () => CREDENTIALS };
    expect(await enablePush(optIn, { platform, serviceWorker: registration })).toMatchObject({ status: 'enabled' });
    expect(done[0]).toEqual(['GET', '/api/push/public-key', 'Bearer ct_1', undefined]);
  });

  it('keeps a subscription of the same key, and replaces one of another', async () => {
    const same = setUp({}, KEY_BYTES);
    await same.enable();
    expect(same.done.map((one) => (Array.isArray(one) ? (one[0] as unknown) : one))).not.toContain('subscribed');
    const other = setUp({}, [9]);
    await other.enable();
    expect(other.done).toContain('unsubscribed');
    expect(other.done).toContainEqual(['subscribed', KEY_BYTES, true]);
  });

  it.each<[string, Partial<PushPlatform>]>([
    ['needs_home_screen', { needsHomeScreen: () => true, isSupported: () => false }],
    ['unsupported', { isSupported: () => false }],
    ['denied', { permission: () => 'denied' }],
    ['denied', { requestPermission: async () => 'denied' }],
    ['dismissed', { requestPermission: async () => 'default' }],
  ])('says %s, and asks the server nothing', async (status, changes) => {
    const { done, enable } = setUp(changes);
    expect([await enable(), done.filter(Array.isArray)]).toEqual([{ status }, []]);
  });

  it('says that there is no opt-in yet', async () => {
    expect(await enablePush({ getCredentials: () => null })).toEqual({ status: 'no_opt_in' });
  });

  it('gives the error of a server that refuses, and of a browser that fails', async () => {
    const refused = setUp({}, undefined, () => Response.json({}, { status: 401 }));
    expect(await refused.enable()).toMatchObject({ status: 'failed', error: { code: 'UNAUTHORIZED' } });
    const failing = setUp({ register: async () => Promise.reject(new TypeError('no such file')) });
    expect(await failing.enable()).toMatchObject({ status: 'failed', error: { code: 'SERVER_ERROR' } });
  });
});

it('disablePush tells the server', async () => {
  const { done } = setUp({}, undefined, () => new Response(null, { status: 204 }));
  await disablePush(CREDENTIALS, 'sub-1');
  expect(done).toEqual([['DELETE', '/api/push/subscriptions/sub-1', 'Bearer ct_1', undefined]]);
});
