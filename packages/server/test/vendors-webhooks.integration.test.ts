import { SIMULATOR_DEFAULTS, twilioSignature } from '@whatsapp-optin/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobEngine } from '../src/jobs/job-engine.js';
import { COMPANY, eventually } from './test-world.js';
import { openVendorWorld, SMS_NUMBER, type VendorWorld } from './vendor-world.js';

const TWILIO_TOKEN = 'twilio-token-of-the-tests';
const { accountSid } = SIMULATOR_DEFAULTS.twilio;

async function postTwilio(
  world: VendorWorld,
  path: string,
  form: Record<string, string>,
  sign: (url: string, form: Record<string, string>) => string | null = (url) =>
    twilioSignature(TWILIO_TOKEN, url, form),
): Promise<Response> {
  const url = `${world.url}${path}`;
  const signature = sign(url, form);
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(signature !== null && { 'x-twilio-signature': signature }),
    },
    body: new URLSearchParams(form).toString(),
  });
}

const sms = (from: string, text: string, id: string) => ({
  MessageSid: id,
  AccountSid: accountSid,
  From: from,
  To: SMS_NUMBER,
  Body: text,
  NumMedia: '0',
});

describe('the webhooks of Twilio', () => {
  let world: VendorWorld;
  beforeAll(async () => {
    world = await openVendorWorld('twilio');
  });
  afterAll(() => world?.close());

  const form = sms('+966500003101', 'STOP', sid(1));

  it.each(['whatsapp', 'sms', 'status'])(
    'write nothing at %s for what is not signed for this very address',
    async (name) => {
      const path = `/api/webhooks/twilio/${name}`;
      const before = await world.countRows();
      const forgeries: ((url: string) => string | null)[] = [
        () => null,
        () => '',
        (url) => twilioSignature('another token', url, form),
        (url) => twilioSignature(TWILIO_TOKEN, url, { ...form, Body: 'START' }),
        () => twilioSignature(TWILIO_TOKEN, `https://elsewhere.example${path}`, form),
        () => twilioSignature(TWILIO_TOKEN, `${world.url}/api/webhooks/twilio/other`, form),
      ];
      for (const forge of forgeries) expect((await postTwilio(world, path, form, forge)).status).toBe(401);
      expect(await world.countRows()).toEqual(before);
    },
  );

  it('are answered with empty TwiML', async () => {
    const response = await postTwilio(world, '/api/webhooks/twilio/sms', sms('+966500003102', 'Hello', sid(2)));
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/xml',
      '<Response/>',
    ]);
  });

  it('are not checked against the host of the request', async () => {
    const path = '/api/webhooks/twilio/sms';
    const sent = sms('+966500003103', 'Hello', sid(3));
    const response = await world.app.fetch(
      new Request(`http://internal.example:8080${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-host': 'elsewhere.example',
          'x-twilio-signature': twilioSignature(TWILIO_TOKEN, `${world.url}${path}`, sent),
        },
        body: new URLSearchParams(sent).toString(),
      }),
    );
    expect(response.status).toBe(200);
  });

  it('open no session for an SMS, and count its STOP', async () => {
    const phone = '+966500003104';
    await world.connect('t-3104', phone);
    const before = await sessionCount(world);
    await world.simulator.sendSmsFromPhone({ from: '+966500003105', to: SMS_NUMBER, text: 'Hello' }).delivery;
    expect(await sessionCount(world)).toBe(before);
    expect(await world.app.sessions.hasActiveSession('+966500003105')).toBe(false);

    await world.simulator.sendSmsFromPhone({ from: phone, to: SMS_NUMBER, text: 'Stop.' }).delivery;

    await eventually('the end', async () => !(await world.app.sessions.hasActiveSession(phone)));
    const notification = await world.notify({ ticketId: 't-3104', type: 'your_turn' });
    expect(notification).toMatchObject({ success: false, reason: 'opted_out' });
    expect(world.smsTo(phone)).toEqual([]);
  });

  it('for a number that nobody here has are kept, and touch no organization', async () => {
    const before = await world.countRows();
    const stray = { ...sms('+966500003106', 'Hello', sid(6)), To: '+15005559999' };
    expect((await postTwilio(world, '/api/webhooks/twilio/sms', stray)).status).toBe(200);
    const after = await world.countRows();
    expect(after).toEqual({ ...before, kept_events: (before['kept_events'] ?? 0) + 1 });
    const kept = await world.database.query(`SELECT DISTINCT organization_id FROM whatsapp_optin.kept_events`, []);
    expect(kept).toEqual([{ organization_id: '' }]);
  });
});

const sid = (serial: number): string => `SM${String(serial).padStart(32, '0')}`;

async function sessionCount(world: VendorWorld): Promise<number> {
  return (await world.countRows())['whatsapp_sessions'] ?? 0;
}

describe('the webhook of Meta', () => {
  let world: VendorWorld;
  beforeAll(async () => {
    world = await openVendorWorld('meta');
  });
  afterAll(() => world?.close());

  it('repeats the challenge to who knows the verify token, and to nobody else', async () => {
    const { status, body, challenge } = await world.simulator.callHandshake();
    expect([status, body]).toEqual([200, challenge]);
    expect(await world.simulator.callHandshake('guessed')).toMatchObject({ status: 403 });
  });

  it('takes every message of a batch', async () => {
    const phones = Array.from({ length: 30 }, (_, index) => `+9665000032${String(index).padStart(2, '0')}`);
    const { delivery } = world.simulator.sendBatchFromPhones(
      phones.map((from) => ({ from, text: 'Hello', name: 'N' })),
    );
    expect(await delivery).toMatchObject({ acknowledged: true, attempts: 1 });
    const active = await Promise.all(phones.map((phone) => world.app.sessions.hasActiveSession(phone)));
    expect(active).toEqual(phones.map(() => true));
  });

  it('moves the session of a person who changes the number', async () => {
    const [from, to] = ['+966500003301', '+966500003302'];
    await world.connect('t-3301', from);
    expect(await world.simulator.changeNumber({ from, to }).delivery).toMatchObject({ acknowledged: true });
    expect(await world.app.sessions.hasActiveSession(to)).toBe(true);
    expect(await world.app.sessions.hasActiveSession(from)).toBe(false);
    const notification = await world.notify({ ticketId: 't-3301', type: 'position_update' });
    expect(notification).toMatchObject({ success: true, method: 'whatsapp_fallback' });
    await eventually('the notice on the new phone', () => world.textsTo(to).length > 0);
  });

  it('ends the session where the new number is somebody else here', async () => {
    const [from, to] = ['+966500003401', '+966500003402'];
    await world.connect('t-3401', from);
    await world.connect('t-3402', to);
    await world.simulator.changeNumber({ from, to }).delivery;
    expect(await world.app.sessions.hasActiveSession(from)).toBe(false);
    expect(await world.app.sessions.hasActiveSession(to)).toBe(true);
  });
});

describe('a webhook without its secret', () => {
  let world: VendorWorld;
  beforeAll(async () => {
    const { phoneNumberId, accessToken } = SIMULATOR_DEFAULTS.meta;
    world = await openVendorWorld('meta', (graphBaseUrl) => ({
      providers: { meta: { phoneNumberId, accessToken, graphBaseUrl } },
      sms: { enabled: false },
    }));
  });
  afterAll(() => world?.close());

  it.each(['ultramsg/inbound?token=x', 'meta', 'twilio/whatsapp', 'twilio/sms', 'twilio/status'])(
    'answers 503 at %s, and writes nothing',
    async (path) => {
      const before = await world.countRows();
      const response = await world.request('POST', `/api/webhooks/${path}`, { body: { object: 'x' } });
      expect([response.status, await world.countRows()]).toEqual([503, before]);
      expect(await response.json()).toMatchObject({ code: 'PROVIDER_NOT_CONFIGURED' });
    },
  );

  it.each(['ultramsg/inbound', 'meta', 'twilio/sms'])('answers 503 at %s before it reads the body', async (path) => {
    const tooLarge = 'x'.repeat(3 * 1_048_576 + 1);
    expect((await world.request('POST', `/api/webhooks/${path}`, { body: tooLarge })).status).toBe(503);
  });

  it('answers the handshake with 503', async () => {
    expect(await world.simulator.callHandshake()).toMatchObject({ status: 503 });
  });
});

/** A process that died before its work: what it was asked for is forgotten, what is due stands in the rows. */
const NO_WORK = (): Promise<JobEngine> =>
  Promise.resolve({ wake: () => undefined, wakeAfter: () => undefined, stop: () => Promise.resolve() });

describe('UltraMsg, whose webhooks are not signed', () => {
  let world: VendorWorld;
  beforeAll(async () => {
    world = await openVendorWorld('ultramsg', () => ({}), { startJobs: NO_WORK });
  });
  afterAll(() => world?.close());

  it('is asked for a message before it opens a session, by the next process where one died', async () => {
    const phone = '+966500003501';
    await world.createTicket('t-3501');
    const optIn = await world.createOptIn('t-3501');
    expect(await world.simulator.sendFromPhone({ from: phone, text: optIn.message }).delivery).toMatchObject({
      acknowledged: true,
    });
    expect((await world.readOptIn(optIn)).state).toBe('idle');
    expect((await world.countRows())['pending_messages']).toBe(1);

    await world.restart();

    await eventually('the connection', async () => (await world.readOptIn(optIn)).state === 'connected');
    expect((await world.countRows())['pending_messages']).toBe(0);
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
  });

  it('rejects a message with the right token that UltraMsg has never seen', async () => {
    const phone = '+966500003502';
    const token = new URL(`${world.url}/?token=webhook-token-of-the-tests`).search;
    const response = await world.request('POST', `/api/webhooks/ultramsg/inbound${token}`, {
      body: {
        event_type: 'message_received',
        instanceId: '1150',
        data: {
          id: `false_${phone.slice(1)}@c.us_3EB0FFFFFFFFFFFFFFFF`,
          from: `${phone.slice(1)}@c.us`,
          to: `${COMPANY.slice(1)}@c.us`,
          type: 'chat',
          body: 'Hello',
          time: Math.floor(Date.now() / 1000),
        },
      },
    });
    expect(response.status).toBe(200);
    await eventually('the first question', async () => {
      const [row] = await world.database.query<{ tries: number }>(
        `SELECT tries FROM whatsapp_optin.pending_messages`,
        [],
      );
      return row !== undefined && row.tries > 0;
    });
    expect(await world.app.sessions.hasActiveSession(phone)).toBe(false);
  });
});
