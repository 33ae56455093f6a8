import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConsentLedger } from '../src/storage/consent-ledger.js';
import { createVault } from '../src/secrets/vault.js';
import { createIdempotencyStore } from '../src/storage/idempotency-store.js';
import { createDeadLetterStore } from '../src/storage/dead-letter-store.js';
import { createRenewalStore } from '../src/storage/renewal-store.js';
import { forgetOldData } from '../src/storage/retention.js';
import { ADMIN, SECRET, eventually, openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

const lead = { leadSeconds: 45 * 60, marginSeconds: 120, limit: 50 };

describe('a renewal notice', () => {
  const ending = async (phone: string, ticketId: string): Promise<void> => {
    await world.createTicket(ticketId, { number: 'R1', phone });
    await world.receive({ from: phone, text: 'hello', ageSeconds: 23 * 3600 + 1800 });
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
  };

  it('is taken once for a session that ends soon, however many look', async () => {
    await ending('+966500000901', 'r-1');
    const store = createRenewalStore(world.database);
    const taken = await Promise.all(Array.from({ length: 5 }, () => store.takeDue(lead)));
    expect(taken.flat().filter(({ ticketId }) => ticketId === 'r-1')).toHaveLength(1);
    expect(await store.takeDue(lead)).toEqual([]);
  });

  it('goes out in the session, and what the customer answers renews it', async () => {
    const phone = '+966500000902';
    await ending(phone, 'r-2');
    const store = createRenewalStore(world.database);
    const [renewal] = await store.takeDue(lead);
    const { id, success } = await world.notify({ ticketId: 'r-2', type: 'session_expiring' });
    expect(success).toBe(true);
    if (renewal === undefined) throw new Error('Nothing was due.');
    await store.record(renewal, id, success);
    expect(await store.stats('clinic', 1)).toEqual({ sent: 1, renewed: 0 });
    await world.database.query(
      `UPDATE whatsapp_optin.renewal_notices SET created_at = created_at - interval '5 seconds' WHERE ticket_id = 'r-2'`,
    );
    await world.receive({ from: phone, text: 'still here' });
    expect(await store.stats('clinic', 1)).toEqual({ sent: 1, renewed: 1 });
  });

  it.each([
    [
      'whose ticket is served',
      (id: string, phone: string) => world.createTicket(id, { number: 'R1', phone, status: 'served' }),
    ],
    ['who has said STOP', (_id: string, phone: string) => world.receive({ from: phone, text: 'STOP' })],
    [
      'of an organization that wants none',
      () => world.database.query(`UPDATE whatsapp_optin.organizations SET renewal_enabled = false`),
    ],
  ])('is not for a customer %s', async (name, change) => {
    const phone = `+96650000091${name.length % 10}`;
    const ticketId = `r-${name}`;
    await ending(phone, ticketId);
    await change(ticketId, phone);
    const due = await createRenewalStore(world.database).takeDue(lead);
    expect(due.map((renewal) => renewal.ticketId)).not.toContain(ticketId);
    await world.database.query(`UPDATE whatsapp_optin.organizations SET renewal_enabled = true`);
  });
});

describe('the chain of consents', () => {
  it('is sealed by several at once without a gap, and checked from its beginning', async () => {
    for (let index = 0; index < 20; index += 1) {
      await world.receive({ from: `+9665000091${String(index).padStart(2, '0')}`, text: 'hello' });
    }
    const ledger = createConsentLedger(world.database);
    await Promise.all([ledger.sealAll(), ledger.sealAll(), ledger.sealAll()]);
    await ledger.sealAll();
    const check = await ledger.verify('clinic');
    expect(check).toMatchObject({ status: 'whole', unsealed: 0 });
    expect(check.status === 'whole' && check.seals).toBeGreaterThanOrEqual(20);
  });

  it('shows a consent that was changed behind its back', async () => {
    const ledger = createConsentLedger(world.database);
    await ledger.sealAll();
    await world.database.query(`ALTER TABLE whatsapp_optin.consents DISABLE TRIGGER consents_append_only`);
    const [victim] = await world.database.query<{ consent_id: string; position: number }>(
      `SELECT consent_id, position::int AS position FROM whatsapp_optin.consent_seals ORDER BY position OFFSET 3 LIMIT 1`,
    );
    await world.database.query(
      `UPDATE whatsapp_optin.consents SET page_origin = 'https://forged.example' WHERE id = $1::uuid`,
      [victim?.consent_id],
    );
    await world.database.query(`ALTER TABLE whatsapp_optin.consents ENABLE TRIGGER consents_append_only`);
    expect(await ledger.verify('clinic')).toEqual({
      status: 'broken',
      position: victim?.position,
      consentId: victim?.consent_id,
      why: 'consent_changed',
    });
  });
});

describe('dead letters', () => {
  it('is listed and can be driven again', async () => {
    const phone = '+966500000930';
    await world.receive({ from: phone, text: 'hello' });
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    const [reply] = await world.database.query<{ id: string }>(
      `UPDATE whatsapp_optin.owed_replies SET status = 'parked', failures = 5, last_error = 'TypeError', tries = tries + 1
       WHERE id = (SELECT id FROM whatsapp_optin.owed_replies ORDER BY created_at DESC LIMIT 1) RETURNING id`,
    );
    const deadLetters = createDeadLetterStore(world.database);
    expect(await deadLetters.list('clinic', 10)).toMatchObject([
      { kind: 'reply', id: reply?.id, failures: 5, lastError: 'TypeError' },
    ]);
    expect(await deadLetters.list('another', 10)).toEqual([]);
    expect(await deadLetters.retry('another', 'reply', reply?.id ?? '')).toBe(false);
    expect(await deadLetters.retry('clinic', 'reply', reply?.id ?? '')).toBe(true);
    expect(await deadLetters.list('clinic', 10)).toEqual([]);
  });
});

describe('what is old', () => {
  it('is forgotten, and the proof of each send stays', async () => {
    const phone = '+966500000940';
    await world.receive({ from: phone, text: 'a text that must go' });
    await world.database.query(
      `CREATE TABLE whatsapp_optin.whatsapp_inbound_messages_2001_01 PARTITION OF whatsapp_optin.whatsapp_inbound_messages
       FOR VALUES FROM ('2001-01-01Z') TO ('2001-02-01Z')`,
    );
    expect(await forgetOldData(world.database, { messageRetentionDays: 90, notificationRetentionDays: 1_460 })).toEqual(
      ['whatsapp_inbound_messages_2001_01'],
    );
    const keys = await world.database.query(`SELECT id FROM whatsapp_optin.inbound_message_keys`);
    await forgetOldData(world.database, { messageRetentionDays: 0, notificationRetentionDays: 1_460 });
    const [left] = await world.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM whatsapp_optin.whatsapp_inbound_messages`,
    );
    expect(left?.count).toBe(0);
    expect(await world.database.query(`SELECT id FROM whatsapp_optin.inbound_message_keys`)).toHaveLength(keys.length);
  });
});

describe('a request that is repeated because its first run died', () => {
  it('finds what was done and does it no second time', async () => {
    await world.createTicket('i-1', { number: 'I1', phone: '+966500000950' });
    const body = { ticketId: 'i-1', type: 'your_turn' };
    const call = () =>
      world.request('POST', '/api/notifications', { key: SECRET, body, headers: { 'idempotency-key': 'dies-1' } });
    const first = (await (await call()).json()) as { id: string };
    // As the process leaves it when it dies after the send: claimed, unanswered, and the minute is over.
    await world.database.query(
      `UPDATE whatsapp_optin.idempotency_keys SET http_status = NULL, body = NULL,
         claimed_at = clock_timestamp() - interval '2 minutes' WHERE route = 'POST /api/notifications'`,
    );
    expect(await (await call()).json()).toMatchObject({ id: first.id });
    const sent = world.simulator.ledger
      .entries()
      .filter((entry) => entry.kind === 'sms_send' && entry.phone === '+966500000950');
    expect(sent).toHaveLength(1);
  });

  it('learns that the first is in flight until then', async () => {
    const store = createIdempotencyStore(world.database, createVault(new Map()));
    const key = randomUUID();
    expect(await store.claim('clinic', 'route', key, 'a')).toMatchObject({ status: 'fresh' });
    expect(await store.claim('clinic', 'route', key, 'a')).toEqual({ status: 'in_flight' });
    expect(await store.claim('clinic', 'route', key, 'b')).toEqual({ status: 'other_body' });
  });
});

describe('a run whose key another has taken over', () => {
  it('neither stores an answer nor frees the key', async () => {
    const store = createIdempotencyStore(world.database, createVault(new Map()));
    const key = randomUUID();
    const slow = await store.claim('clinic', 'route', key, 'a');
    if (slow.status !== 'fresh') throw new Error('The first claim holds.');
    await world.database.query(
      `UPDATE whatsapp_optin.idempotency_keys SET claimed_at = claimed_at - interval '2 minutes' WHERE body_hash = 'a'`,
    );
    const next = await store.claim('clinic', 'route', key, 'a');
    expect(next).toMatchObject({ status: 'fresh', claimId: slow.claimId, isRepeated: true });
    await store.release(slow);
    await store.finish(slow, { httpStatus: 200, body: 'late', holdsSecret: false });
    expect(await store.claim('clinic', 'route', key, 'a')).toEqual({ status: 'in_flight' });
    if (next.status === 'fresh') await store.finish(next, { httpStatus: 200, body: 'true', holdsSecret: false });
    expect(await store.claim('clinic', 'route', key, 'a')).toMatchObject({ status: 'replay', body: 'true' });
  });
});

describe('what an organization keeps for its own number of days', () => {
  it('goes when they are over, and not before', async () => {
    const phone = '+966500000960';
    await world.createTicket('u-old', { number: 'U-1', phone, customerName: 'Long ago' });
    await world.receive({ from: phone, text: 'kept shorter than others' });
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    await world.notify({ ticketId: 'u-old', type: 'position_update' });
    await world.createTicket('u-old', { number: 'U-1', phone, customerName: 'Long ago', status: 'served' });
    const settings = { retentionDays: { messages: 5, customers: 5 } };
    const saved = await world.request('PUT', '/api/admin/organization', { key: ADMIN, body: settings });
    expect(await saved.json()).toMatchObject({ retentionDays: { messages: 5, customers: 5, funnel: 90 } });

    const traces = async (): Promise<number[]> => {
      const [row] = await world.database.query<Record<string, number>>(
        `SELECT (SELECT count(*)::int FROM whatsapp_optin.whatsapp_inbound_messages WHERE phone_number = $1::text) AS messages,
                (SELECT count(*)::int FROM whatsapp_optin.whatsapp_sessions WHERE phone_number = $1::text) AS sessions,
                (SELECT count(*)::int FROM whatsapp_optin.tickets WHERE phone = $1::text) AS tickets,
                (SELECT count(*)::int FROM whatsapp_optin.notification_logs WHERE delivered_to = $1::text) AS logs`,
        [phone],
      );
      return Object.values(row ?? {});
    };
    await forgetOldData(world.database, { messageRetentionDays: 90, notificationRetentionDays: 1_460 });
    expect(await traces()).toEqual([1, 1, 1, 1]);
    await world.database.query(
      `UPDATE whatsapp_optin.whatsapp_inbound_messages SET received_at = received_at - interval '6 days' WHERE phone_number = $1::text`,
      [phone],
    );
    await world.database.query(
      `UPDATE whatsapp_optin.whatsapp_sessions SET expires_at = expires_at - interval '7 days' WHERE phone_number = $1::text`,
      [phone],
    );
    await world.database.query(
      `UPDATE whatsapp_optin.tickets SET updated_at = updated_at - interval '6 days' WHERE phone = $1::text`,
      [phone],
    );
    await world.database.query(
      `UPDATE whatsapp_optin.notification_logs SET created_at = created_at - interval '6 days' WHERE delivered_to = $1::text`,
      [phone],
    );
    await forgetOldData(world.database, { messageRetentionDays: 90, notificationRetentionDays: 1_460 });
    expect(await traces()).toEqual([0, 0, 0, 0]);
  });

  it.each([
    ['served', null],
    ['cancelled', null],
    ['left', null],
    ['called', 'Long ago'],
    ['waiting', 'Long ago'],
  ])('has the name of a ticket that is %s: then %j', async (status, kept) => {
    const id = `u-${status}`;
    await world.createTicket(id, { number: 'U-2', customerName: 'Long ago', status });
    await world.database.query(
      `UPDATE whatsapp_optin.tickets SET updated_at = updated_at - interval '6 days' WHERE id = $1::text`,
      [id],
    );
    await forgetOldData(world.database, { messageRetentionDays: 90, notificationRetentionDays: 1_460 });
    expect((await world.app.tickets.find('clinic', id))?.customerName).toBe(kept);
  });

  it.each([0, 4000, 1.5, 'ten'])('are refused where they are %j', async (messages) => {
    const response = await world.request('PUT', '/api/admin/organization', {
      key: ADMIN,
      body: { retentionDays: { messages } },
    });
    expect([response.status, await response.json()]).toEqual([
      422,
      expect.objectContaining({ field: 'retentionDays.messages' }),
    ]);
  });
});

describe('what Prometheus reads', () => {
  it('counts webhooks, sends, work and sessions, and names nobody', async () => {
    await world.request('POST', '/api/webhooks/ultramsg/inbound?token=wrong', { body: {} });
    const response = await world.request('GET', '/metrics');
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain');
    for (const line of [
      /^whatsapp_optin_webhooks_total\{provider="ultramsg",outcome="accepted"\} [1-9]/m,
      /^whatsapp_optin_webhooks_total\{provider="ultramsg",outcome="refused"\} 1$/m,
      /^whatsapp_optin_sends_total\{tier="whatsapp",outcome="accepted"\} [1-9]/m,
      /^whatsapp_optin_sends_total\{tier="push",outcome="skipped"\} [1-9]/m,
      /^whatsapp_optin_queue_due\{queue="replies"\} \d+$/m,
      /^whatsapp_optin_sessions_active [1-9]\d*$/m,
      /^whatsapp_optin_database_up 1$/m,
    ])
      expect(text).toMatch(line);
    expect(text).not.toMatch(/9665\d{8}|clinic|token=/);
  });
});
