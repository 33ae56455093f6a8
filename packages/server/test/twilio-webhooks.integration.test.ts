import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countRows } from './row-counts.js';
import { openWorld, type World } from './test-world.js';

const PUBLIC_URL = 'https://optin.clinic.example';
const ACCOUNT = { AccountSid: 'AC00000000000000000000000000000000', ApiVersion: '2010-04-01' };
const AUTH_TOKEN = 'twilio-token-of-the-tests';
const SMS_NUMBER = '+15550000000';

let world: World;
let serial = 0;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

async function post(path: string, fields: Record<string, string>, token = AUTH_TOKEN): Promise<Response> {
  const form = { ...ACCOUNT, ...fields };
  const signed = Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1));
  const signature = createHmac('sha1', token)
    .update(PUBLIC_URL + path + signed.flat().join(''))
    .digest('base64');
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature };
  const body = new URLSearchParams(form).toString();
  return world.app.fetch(new Request(PUBLIC_URL + path, { method: 'POST', headers, body }));
}

function sms(from: string, text: string, fields: Record<string, string> = {}): Record<string, string> {
  serial += 1;
  const sid = `SM${String(serial).padStart(32, '0')}`;
  return { MessageSid: sid, SmsSid: sid, SmsStatus: 'received', From: from, To: SMS_NUMBER, Body: text, ...fields };
}

/** A `critical` notice to a customer who can be reached by SMS alone. */
async function notifyBySms(phone: string) {
  serial += 1;
  const ticketId = `twilio-${serial}`;
  await world.createTicket(ticketId, { phone });
  return world.notify({ ticketId, type: 'critical' });
}

const activeSessions = async () =>
  (await world.database.query('SELECT 1 FROM whatsapp_optin.whatsapp_sessions WHERE is_active', [])).length;

describe('an inbound SMS', () => {
  it('is answered with TwiML, and opens no session', async () => {
    const response = await post('/api/webhooks/twilio/sms', sms('+966502000001', 'Hi, ticket A001'));
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      expect.stringMatching(/^text\/xml/),
      '<Response/>',
    ]);
    expect(await activeSessions()).toBe(0);
  });

  it.each([
    ['STOP', {}],
    ['Leave me alone', { OptOutType: 'STOP' }],
  ])('%s ends the SMS to this phone until START', async (text, fields) => {
    const phone = `+96650200001${String(serial % 10)}`;
    expect(await notifyBySms(phone)).toMatchObject({ method: 'sms_fallback', success: true });
    await post('/api/webhooks/twilio/sms', sms(phone, text, fields));
    expect((await notifyBySms(phone)).attempts).toContainEqual(
      expect.objectContaining({ tier: 'sms', status: 'skipped', reason: 'opted_out' }),
    );
    await post('/api/webhooks/twilio/sms', sms(phone, 'START', { OptOutType: 'START' }));
    expect(await notifyBySms(phone)).toMatchObject({ method: 'sms_fallback', success: true });
  });

  it.each(['/api/webhooks/twilio/sms', '/api/webhooks/twilio/status'])(
    'that is signed by another account writes no row at %s',
    async (path) => {
      const before = await countRows(world.database);
      expect((await post(path, sms('+966502000002', 'STOP'), 'other-token')).status).toBe(401);
      expect(await countRows(world.database)).toEqual(before);
    },
  );
});

describe('a status of an SMS', () => {
  async function sendAndTell(phone: string, fields: Record<string, string>, query = '') {
    const { id, attempts } = await notifyBySms(phone);
    const sid = attempts.find(({ tier }) => tier === 'sms')?.providerMessageId ?? '';
    const form = { MessageSid: sid, SmsSid: sid, From: SMS_NUMBER, To: phone, ...fields };
    expect((await post(`/api/webhooks/twilio/status${query}`, form)).status).toBe(200);
    const document = await world.request('GET', `/api/notifications/${id}`, {
      key: 'sk_test_secret_key_of_all_the_tests',
    });
    return ((await document.json()) as { attempts: Record<string, unknown>[] }).attempts.find(
      ({ tier }) => tier === 'sms',
    );
  }

  it('moves its attempt forward', async () => {
    expect(await sendAndTell('+966502000021', { MessageStatus: 'delivered' })).toMatchObject({ status: 'delivered' });
  });

  it('says why it was not delivered', async () => {
    const attempt = await sendAndTell('+966502000022', { MessageStatus: 'undelivered', ErrorCode: '30005' });
    expect(attempt).toMatchObject({ status: 'failed', errorCode: '30005' });
  });
});
