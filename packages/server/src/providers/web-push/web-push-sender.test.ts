import { createECDH, randomBytes } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acknowledgementKey, createAcknowledgementToken, readAcknowledgementToken } from '../push-acknowledgement.js';
import { VAPID_REFUSED, type PushMessage, type PushSubscription } from '../push-sender.js';
import {
  answer,
  closedPort,
  startVendorServer,
  type VendorBehaviour,
  type VendorServer,
} from '../testing/vendor-server.js';
import { generateVapidKeys } from './vapid-keys.js';
import { createWebPushSender, type WebPushSenderInput } from './web-push-sender.js';

const NOW_MS = Date.parse('2026-11-24T10:00:00Z');
const VAPID = { ...generateVapidKeys(), subject: 'mailto:push@acme.example' };
const MESSAGE: PushMessage = {
  notificationId: '018f3c1e-0000-7000-8000-000000000000',
  title: "It's your turn!",
  body: 'Please proceed to Radiology.',
  lang: 'en',
  dir: 'ltr',
  url: null,
  topic: 'a001',
  ttlSeconds: 600,
  urgency: 'high',
};

const noWait = () => Promise.resolve();

/** A browser's side of a subscription. */
function subscription(endpoint: string): PushSubscription {
  const browser = createECDH('prime256v1');
  const p256dh = browser.generateKeys('base64url');
  return { id: 'subscription-1', endpoint, p256dh, auth: randomBytes(16).toString('base64url') };
}

let vendor: VendorServer;
let host: string;
beforeAll(async () => {
  vendor = await startVendorServer();
  host = new URL(vendor.baseUrl).host;
});
afterAll(() => vendor[Symbol.asyncDispose]());

async function send(endpoint: string, input: Partial<WebPushSenderInput> = {}) {
  const sender = createWebPushSender({ vapid: VAPID, now: () => NOW_MS, wait: noWait, ...input });
  try {
    return await sender.send(subscription(endpoint), MESSAGE);
  } finally {
    await sender.close();
  }
}

function sendTo(behaviour: VendorBehaviour, input: Partial<WebPushSenderInput> = {}) {
  vendor.behave(behaviour);
  return send(`${vendor.baseUrl}/push/1`, { allowedHosts: [host], ...input });
}

describe('the request', () => {
  it('is encrypted, signed for this push service, and names its lifetime, urgency and topic', async () => {
    expect(await sendTo(answer(201, ''))).toEqual({ status: 'accepted' });
    const request = vendor.received.at(-1);
    expect([request?.method, request?.path]).toEqual(['POST', '/push/1']);
    expect(request?.headers).toMatchObject({
      ttl: '600',
      urgency: 'high',
      topic: 'a001',
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
    });
    const [, token, key] = /^vapid t=([^,]+), k=(.+)$/.exec(request?.headers.authorization ?? '') ?? [];
    const claims: unknown = JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ aud: vendor.baseUrl, sub: VAPID.subject });
    expect(key).toBe(VAPID.publicKey);
    expect(request?.body).not.toContain('Radiology');
  });
});

describe('the outcome', () => {
  it.each([200, 201, 202])('of %i is accepted', async (httpStatus) => {
    expect(await sendTo(answer(httpStatus, ''))).toEqual({ status: 'accepted' });
  });

  it.each([404, 410])('of %i is gone', async (httpStatus) => {
    expect(await sendTo(answer(httpStatus, ''))).toEqual({ status: 'gone' });
  });

  it.each([302, 307, 400, 413])('of %i is failed for good', async (httpStatus) => {
    const before = vendor.received.length;
    const outcome = await sendTo(answer(httpStatus, '', { location: `${vendor.baseUrl}/elsewhere` }));
    expect(outcome).toEqual({ status: 'failed', errorCode: `http_${httpStatus}`, retryAfterMs: null });
    expect(vendor.received.length).toBe(before + 1);
  });

  it.each([401, 403])('of %i is a fault of our key, and keeps the subscription', async (httpStatus) => {
    const outcome = await sendTo(answer(httpStatus, '{"reason":"BadJwtToken"}'));
    expect(outcome).toEqual({ status: 'failed', errorCode: VAPID_REFUSED, retryAfterMs: null });
  });

  it.each<[number, Record<string, string>, number]>([
    [429, { 'retry-after': '12' }, 12_000],
    [429, { 'retry-after': 'Tue, 24 Nov 2026 10:01:00 GMT' }, 60_000],
    [500, {}, 30_000],
    [503, { 'retry-after': '1' }, 1_000],
  ])('of %i with %j may be tried again', async (httpStatus, headers, retryAfterMs) => {
    const outcome = await sendTo(answer(httpStatus, '', headers));
    expect(outcome).toEqual({ status: 'failed', errorCode: `http_${httpStatus}`, retryAfterMs });
  });

  it('of a broken connection may be tried again', async () => {
    const outcome = await sendTo((_response, socket) => socket.destroy());
    expect(outcome).toMatchObject({ status: 'failed', errorCode: 'network', retryAfterMs: 30_000 });
  });

  it('of a push service that is down may be tried again', async () => {
    const down = `localhost:${await closedPort()}`;
    expect(await send(`http://${down}/push/1`, { allowedHosts: [down] })).toMatchObject({ errorCode: 'network' });
  });

  it('of a push service that hangs is a timeout', async () => {
    expect(await sendTo(() => undefined, { deadlineMs: 30 })).toMatchObject({ status: 'failed', errorCode: 'timeout' });
  });

  it('of keys that nothing can be encrypted to is failed', async () => {
    const sender = createWebPushSender({ vapid: VAPID });
    const broken = { ...subscription('https://fcm.googleapis.com/fcm/send/1'), p256dh: 'AAAA' };
    expect(await sender.send(broken, MESSAGE)).toMatchObject({ status: 'failed', errorCode: 'invalid_subscription' });
  });
});

describe('another try', () => {
  /** Answers in turn; the last one for ever. */
  const inTurn = (...behaviours: VendorBehaviour[]): VendorBehaviour => {
    let turn = 0;
    return (response, socket) => behaviours[Math.min(turn++, behaviours.length - 1)]?.(response, socket);
  };

  async function sendInTurn(behaviours: VendorBehaviour[], input: Partial<WebPushSenderInput> = {}) {
    const before = vendor.received.length;
    const waits: number[] = [];
    const wait = (delayMs: number) => Promise.resolve(waits.push(delayMs));
    const outcome = await sendTo(inTurn(...behaviours), { wait, random: () => 1, ...input });
    return { outcome, waits, requests: vendor.received.length - before };
  }

  it.each<[string, VendorBehaviour, number]>([
    ['429 that names a wait', answer(429, '', { 'retry-after': '2' }), 2_000],
    ['429 that names none', answer(429, ''), 250],
    ['500', answer(500, ''), 250],
    ['503 that names no wait at all', answer(503, '', { 'retry-after': '0' }), 0],
    ['a broken connection', (_response, socket) => socket.destroy(), 250],
  ])('follows %s', async (_name, behaviour, waitMs) => {
    expect(await sendInTurn([behaviour, answer(201, '')])).toEqual({
      outcome: { status: 'accepted' },
      waits: [waitMs],
      requests: 2,
    });
  });

  it('is the third at most', async () => {
    const { outcome, waits, requests } = await sendInTurn([answer(503, '')]);
    expect([outcome, waits, requests]).toEqual([
      { status: 'failed', errorCode: 'http_503', retryAfterMs: 30_000 },
      [250, 1_000],
      3,
    ]);
  });

  it('waits less where chance says so', async () => {
    expect((await sendInTurn([answer(500, ''), answer(201, '')], { random: () => 0 })).waits).toEqual([125]);
  });

  it.each<[string, VendorBehaviour, Partial<WebPushSenderInput>]>([
    ['a wait that is too long', answer(429, '', { 'retry-after': '4' }), {}],
    ['a wait beyond the deadline', answer(429, '', { 'retry-after': '2' }), { deadlineMs: 1_500 }],
    ['a refusal', answer(400, ''), {}],
    ['a refused key', answer(403, ''), {}],
    ['a dead subscription', answer(410, ''), {}],
    ['a timeout', () => undefined, { deadlineMs: 30 }],
  ])('does not follow %s', async (_name, behaviour, input) => {
    expect(await sendInTurn([behaviour], input)).toMatchObject({ waits: [], requests: 1 });
  });
});

describe('an acknowledgement', () => {
  const acknowledgement = { organizationId: 'عيادة', url: 'https://queue.example/api/push/acknowledgements' };
  const sender = createWebPushSender({ vapid: VAPID, acknowledgement });
  const claim = { organizationId: 'عيادة', notificationId: MESSAGE.notificationId, attemptId: 'attempt-1' };
  const token = createAcknowledgementToken(claim, acknowledgementKey(VAPID.privateKey));
  const read = readAcknowledgementToken(token);

  it('names organization and attempt in its token', () => {
    expect(read).toMatchObject({ organizationId: 'عيادة', attemptId: 'attempt-1' });
  });

  it.each<[string, Partial<typeof claim & { signature: string }>, boolean]>([
    ['as it was sent', {}, true],
    ['for another notification', { notificationId: 'other' }, false],
    ['for another attempt', { attemptId: 'attempt-2' }, false],
    ['with another signature', { signature: 'A'.repeat(22) }, false],
    ['with a truncated signature', { signature: read?.signature.slice(0, -1) ?? '' }, false],
  ])('%s is judged %#', (_name, changes, genuine) => {
    const { attemptId = '', signature = '' } = read ?? {};
    const asked = { notificationId: claim.notificationId, attemptId, signature, ...changes };
    expect(sender.isAcknowledgement(asked)).toBe(genuine);
  });

  it('of another organization is not believed, whatever key it has', () => {
    const other = createWebPushSender({ vapid: VAPID, acknowledgement: { ...acknowledgement, organizationId: 'b' } });
    const { attemptId = '', signature = '' } = read ?? {};
    expect(other.isAcknowledgement({ notificationId: claim.notificationId, attemptId, signature })).toBe(false);
  });

  it.each(['', 'pa_', 'pa_a.b.c', `${token}x`, token.slice(1), token.replace('pa_', 'ct_'), `${token}\n`])(
    '%j is no token',
    (text) => {
      expect(readAcknowledgementToken(text)).toBeNull();
    },
  );
});

describe('endpoints', () => {
  const sender = createWebPushSender({
    vapid: VAPID,
    allowedHosts: ['push.example.com', '*.push.example.net', 'localhost:4001', 'push.example.org:8443'],
  });

  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://fcm.googleapis.com:443/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
    'https://push.example.com/abc',
    'https://eu.push.example.net/abc',
    'http://localhost:4001/push/1',
    'https://push.example.org:8443/abc',
  ])('%s may be kept', (endpoint) => {
    expect(sender.refuseEndpoint(endpoint)).toBeNull();
  });

  it.each([
    '',
    'fcm.googleapis.com/fcm/send/abc',
    'http://fcm.googleapis.com/fcm/send/abc',
    'ftp://fcm.googleapis.com/abc',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://fcm.googleapis.com:8443/abc',
    'https://fcm.googleapis.com:80/abc',
    'https://fcm.googleapis.com./abc',
    'https://web.push.apple.com./abc',
    'https://user@fcm.googleapis.com/abc',
    'https://user:password@fcm.googleapis.com/abc',
    'https://fcm.googleapis.com@127.0.0.1/abc',
    'https://fcm.googleapis.com\\@127.0.0.1/abc\\..',
    'https://127.0.0.1#@fcm.googleapis.com/abc',
    'https://fcm.googleapis.com.evil.example/abc',
    'https://evilfcm.googleapis.com/abc',
    'https://sub.fcm.googleapis.com/abc',
    'https://push.apple.com/abc',
    'https://evilpush.apple.com/abc',
    'https://notify.windows.com.evil.example/abc',
    'https://push.services.mozilla.com/abc',
    'https://.push.apple.com/abc',
    'https://127.0.0.1/abc',
    'https://127.0.0.1.nip.io/abc',
    'https://localhost/abc',
    'https://localhost:4002/abc',
    'http://localhost:4002/abc',
    'http://localhost.:4001/abc',
    'http://127.0.0.1:4001/abc',
    'https://2130706433/abc',
    'https://0x7f000001/abc',
    'https://0177.0.0.1/abc',
    'https://127.1/abc',
    'https://[::1]/abc',
    'https://[::ffff:127.0.0.1]/abc',
    'https://[64:ff9b::7f00:1]/abc',
    'https://169.254.169.254/latest/meta-data',
    'https://metadata.google.internal/computeMetadata',
    'https://10.0.0.1/abc',
    'https://192.168.1.1/abc',
    'https://100.64.0.1/abc',
    'https://[fd00:ec2::254]/abc',
    'http://push.example.org:8443/abc',
    'https://push.example.org/abc',
    'https://push.example.net/abc',
    'https://fcm.googleapis.com/a\tb',
    ' https://fcm.googleapis.com/abc',
  ])('%s is refused, kept or not', async (endpoint) => {
    expect(sender.refuseEndpoint(endpoint)).toMatch(/^The endpoint is /);
    expect(await sender.send(subscription(endpoint), MESSAGE)).toMatchObject({ errorCode: 'refused_endpoint' });
  });

  it('longer than any push service gives are refused', () => {
    expect(sender.refuseEndpoint(`https://fcm.googleapis.com/${'x'.repeat(2048)}`)).toContain('longer than 2048');
  });

  it('of a listed name that leads into our own network are refused when they are connected to', async () => {
    const lookup: LookupFunction = (_hostname, _options, callback) =>
      callback(null, [{ address: '127.0.0.1', family: 4 }]);
    const outcome = await send('https://fcm.googleapis.com/fcm/send/abc', { lookup });
    expect(outcome).toEqual({ status: 'failed', errorCode: 'refused_address', retryAfterMs: null });
  });

  it('on the very address of the vendor are refused unless it is listed', async () => {
    const before = vendor.received.length;
    expect(await send(`${vendor.baseUrl}/push/1`)).toMatchObject({ errorCode: 'refused_endpoint' });
    expect(vendor.received.length).toBe(before);
  });
});

describe('settings', () => {
  it.each<[string, Partial<typeof VAPID>]>([
    ['a subject that is no address', { subject: 'push' }],
    ['a plain http subject', { subject: 'http://acme.example' }],
    ['a private key of another pair', { privateKey: generateVapidKeys().privateKey }],
    ['a private key that is none', { privateKey: 'AAAA' }],
    ['an empty public key', { publicKey: '' }],
  ])('%s are refused at the start, without a key in the message', (_name, wrong) => {
    const create = () => createWebPushSender({ vapid: { ...VAPID, ...wrong } });
    expect(create).toThrow(/^The VAPID (keys|subject) must be /);
    expect(create).not.toThrow(VAPID.privateKey);
  });
});

describe('diagnose', () => {
  it.each([
    ['mailto:push@acme.com', 'ok'],
    ['https://queue.acme.com', 'ok'],
    ['mailto:push@localhost', 'warning'],
    ['https://localhost', 'warning'],
    ['mailto:nobody@whatsapp-optin.invalid', 'warning'],
  ])('%s as contact: %s', async (subject, level) => {
    expect(await createWebPushSender({ vapid: { ...VAPID, subject } }).diagnose()).toMatchObject([{ level }]);
  });
});
