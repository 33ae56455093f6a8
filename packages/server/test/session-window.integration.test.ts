import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

const HOUR = 3600;
const status = (phone: string) => world.app.sessions.getStatus(phone);

describe('the window counts from the time of the message', () => {
  it('opens what is left of it for one delivered late', async () => {
    await world.receive({ from: '+966500000301', text: 'hello', ageSeconds: 21 * HOUR });
    const { secondsLeft, hasActiveSession } = await status('+966500000301');
    expect(hasActiveSession).toBe(true);
    expect(secondsLeft).toBeGreaterThan(3 * HOUR - 60);
    expect(secondsLeft).toBeLessThanOrEqual(3 * HOUR);
  });

  it('opens nothing for one older than the window, and keeps it', async () => {
    await world.receive({ from: '+966500000302', text: 'an old hello', ageSeconds: 25 * HOUR });
    expect(await status('+966500000302')).toEqual({
      hasActiveSession: false,
      expiresAt: null,
      lastInboundAt: null,
      secondsLeft: null,
    });
    const kept = await world.database.query(
      `SELECT id FROM whatsapp_optin.whatsapp_inbound_messages WHERE phone_number = $1`,
      ['+966500000302'],
    );
    expect(kept).toHaveLength(1);
  });

  it('never counts from the future', async () => {
    await world.receive({ from: '+966500000303', text: 'hello', ageSeconds: -5 * HOUR });
    expect((await status('+966500000303')).secondsLeft).toBeLessThanOrEqual(24 * HOUR);
  });

  it('is over for sending two minutes before its true end', async () => {
    await world.receive({ from: '+966500000304', text: 'hello', ageSeconds: 24 * HOUR - 60 });
    const { hasActiveSession, secondsLeft } = await status('+966500000304');
    expect(hasActiveSession).toBe(false);
    expect(secondsLeft).toBeGreaterThan(0);
  });

  it('only grows: an older message that comes after a newer one changes nothing', async () => {
    const from = '+966500000305';
    await world.receive({ from, text: 'second', ageSeconds: HOUR });
    const before = await status(from);
    await world.receive({ from, text: 'first', ageSeconds: 3 * HOUR });
    expect((await status(from)).expiresAt).toBe(before.expiresAt);
    await world.receive({ from, text: 'third' });
    expect(Date.parse((await status(from)).expiresAt ?? '')).toBeGreaterThan(Date.parse(before.expiresAt ?? ''));
  });

  it('begins a new epoch, with a new welcome, once the old one has run out', async () => {
    const from = '+966500000306';
    await world.receive({ from, text: 'hello', ageSeconds: 23 * HOUR });
    await world.database.query(
      `UPDATE whatsapp_optin.whatsapp_sessions SET expires_at = clock_timestamp() - interval '1 second' WHERE phone_number = $1`,
      [from],
    );
    await world.receive({ from, text: 'hello again' });
    const [row] = await world.database.query<{ epoch: number; replies: number }>(
      `SELECT session.epoch, (SELECT count(*)::int FROM whatsapp_optin.owed_replies AS reply
         WHERE reply.organization_id = session.organization_id AND reply.contact_id = session.contact_id) AS replies
       FROM whatsapp_optin.whatsapp_sessions AS session WHERE session.phone_number = $1`,
      [from],
    );
    expect(row).toEqual({ epoch: 2, replies: 2 });
  });
});

describe('one message has one effect', () => {
  it('however often and however parallel it is delivered', async () => {
    const from = '+966500000310';
    const id = 'false_966500000310@c.us_3EB0AAAAAAAAAAAAAAAA';
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.receive({ from, text: 'hello', id })));
    expect(new Set(answers)).toEqual(new Set([200]));
    const [counts] = await world.database.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM whatsapp_optin.whatsapp_inbound_messages WHERE phone_number = $1) AS messages,
              (SELECT count(*)::int FROM whatsapp_optin.whatsapp_sessions WHERE phone_number = $1) AS sessions,
              (SELECT count(*)::int FROM whatsapp_optin.contact_identities WHERE value = $1) AS identities`,
      [from],
    );
    expect(counts).toEqual({ messages: 1, sessions: 1, identities: 1 });
  });

  it('a replay long after opens and extends nothing', async () => {
    const from = '+966500000311';
    const id = 'false_966500000311@c.us_3EB0BBBBBBBBBBBBBBBB';
    await world.receive({ from, text: 'hello', id, ageSeconds: 10 * HOUR });
    const before = await status(from);
    await world.receive({ from, text: 'hello', id });
    expect(await status(from)).toMatchObject({ expiresAt: before.expiresAt, lastInboundAt: before.lastInboundAt });
  });

  it('different first messages of one person make one person and one session', async () => {
    const from = '+966500000312';
    await Promise.all(Array.from({ length: 10 }, (_, index) => world.receive({ from, text: `hello ${index}` })));
    const [counts] = await world.database.query<Record<string, number>>(
      `SELECT count(DISTINCT contact_id)::int AS people, count(*)::int AS messages,
              (SELECT count(*)::int FROM whatsapp_optin.whatsapp_sessions WHERE phone_number = $1) AS sessions
       FROM whatsapp_optin.whatsapp_inbound_messages WHERE phone_number = $1`,
      [from],
    );
    expect(counts).toEqual({ people: 1, messages: 10, sessions: 1 });
  });
});

describe('what opens nothing', () => {
  it.each([
    ['our own echo', { fromMe: true }],
    ['a message of this device to itself', { self: true }],
    ['a group', { from: '120363000000000000@g.us', author: '966500000320@c.us' }],
    ['a broadcast list', { from: '1234@broadcast' }],
    ['a status post', { from: 'status@broadcast' }],
    ['a newsletter', { from: '120363000000000000@newsletter' }],
    ['a reaction', { type: 'reaction' }],
  ])('%s', async (_name, fields) => {
    expect(await world.receive({ from: '+966500000320', text: 'hello', fields })).toBe(200);
    expect((await status('+966500000320')).hasActiveSession).toBe(false);
  });

  it('a call of createSession without a message of that person', async () => {
    await world.receive({ from: '+966500000321', text: 'hello' });
    const [message] = await world.database.query<{ id: string }>(
      `SELECT id FROM whatsapp_optin.whatsapp_inbound_messages WHERE phone_number = '+966500000321'`,
    );
    const inboundMessageId = message?.id ?? '';
    await expect(world.app.sessions.createSession({ phone: '+966500000322', inboundMessageId })).rejects.toMatchObject({
      code: 'SESSION_REFUSED',
    });
    await expect(
      world.app.sessions.extendSession({ phone: '+966500000321', inboundMessageId: 'made-up' }),
    ).rejects.toMatchObject({ code: 'SESSION_REFUSED' });
    const session = await world.app.sessions.createSession({ phone: '+966500000321', inboundMessageId });
    expect(session.isActive).toBe(true);
  });
});

describe('a session that staff end', () => {
  it('forbids the next send at once, and a later message opens a new one', async () => {
    const phone = '+966500000395';
    await world.createTicket('ended-1', { number: 'E1', phone });
    await world.receive({ from: phone, text: 'hello', ageSeconds: 60 });
    expect(await world.app.sessions.endSession(phone)).toBe(true);
    expect(await world.app.sessions.endSession(phone)).toBe(false);
    const refused = await world.notify({ ticketId: 'ended-1', type: 'position_update' });
    expect(refused).toMatchObject({ success: false, reason: 'no_active_session' });
    await world.receive({ from: phone, text: 'an older word', ageSeconds: 30 });
    expect(await world.app.sessions.hasActiveSession(phone)).toBe(false);
    await world.receive({ from: phone, text: 'still here' });
    expect(await world.app.sessions.hasActiveSession(phone)).toBe(true);
  });
});

describe('clean-up is book-keeping', () => {
  it('marks what has expired and leaves a session that grew', async () => {
    await world.receive({ from: '+966500000330', text: 'hello' });
    await world.receive({ from: '+966500000331', text: 'hello' });
    await world.database.query(
      `UPDATE whatsapp_optin.whatsapp_sessions SET expires_at = clock_timestamp() - interval '1 minute'
       WHERE phone_number = '+966500000330'`,
    );
    expect(await world.app.sessions.hasActiveSession('+966500000330')).toBe(false);
    await world.app.sessions.cleanupExpiredSessions();
    const rows = await world.database.query<{ phone_number: string; is_active: boolean }>(
      `SELECT phone_number, is_active FROM whatsapp_optin.whatsapp_sessions
       WHERE phone_number IN ('+966500000330', '+966500000331') ORDER BY phone_number`,
    );
    expect(rows.map(({ is_active }) => is_active)).toEqual([false, true]);
  });
});
