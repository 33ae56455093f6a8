import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ENGINE, SECRET, createDatabase, eventually, openWorld, ultramsgEvent, WEBHOOK_TOKEN } from './test-world.js';
import type { World } from './test-world.js';
import { noteFault } from './faults/note-fault.js';

// The embedded database lives and dies with its process.
if (ENGINE === 'postgres') {
  const later = '+966500002599';
  const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  let world: World;
  let created: Awaited<ReturnType<typeof createDatabase>>;
  beforeAll(async () => {
    created = await createDatabase();
    world = await openWorld({ database: created.url, log });
  });
  afterAll(async () => {
    await world?.close();
    await created?.drop();
  });

  /** Ends every connection to the database of the test, and lets none in while it is down. */
  const letConnect = async (allowed: boolean): Promise<void> => {
    const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
    const name = new URL(created.url).pathname.slice(1);
    await client.connect();
    await client.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS ${allowed}`);
    if (!allowed)
      await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [name]);
    await client.end();
  };
  const phone = '+966500002401';
  const event = ultramsgEvent({ from: phone, text: 'hello' });
  const deliver = () => world.request('POST', `/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKEN}`, { body: event });

  describe('while the database is down', () => {
    it('everything that needs it answers 503, a webhook never 200; redelivered, its message counts once', async () => {
      await world.createTicket('down-1', { phone });
      await letConnect(false);
      const answers = {
        webhook: await deliver(),
        notify: await world.request('POST', '/api/notifications', {
          key: SECRET,
          body: { ticketId: 'down-1', type: 'your_turn' },
        }),
        optIn: await world.request('POST', '/api/opt-ins', { key: SECRET, body: {} }),
        ticket: await world.request('PUT', '/api/tickets/down-2', { key: SECRET, body: { number: 'A2' } }),
        session: await world.request('GET', `/api/sessions/${phone}`, { key: SECRET }),
        ready: await world.request('GET', '/readyz'),
        alive: await world.request('GET', '/healthz'),
      };
      const statuses = Object.fromEntries(Object.entries(answers).map(([name, { status }]) => [name, status]));
      expect(statuses).toEqual({
        webhook: 503,
        notify: 503,
        optIn: 503,
        ticket: 503,
        session: 503,
        ready: 503,
        alive: 200,
      });
      expect(await answers.notify.json()).toMatchObject({ status: 503, code: 'UNAVAILABLE' });

      await letConnect(true);
      await eventually('the server to be ready', async () => (await world.request('GET', '/readyz')).status === 200);
      expect([(await deliver()).status, (await deliver()).status]).toEqual([200, 200]);
      expect(await world.app.sessions.hasActiveSession(phone)).toBe(true);
      await eventually('the welcome, by the jobs', () => world.textsTo(phone).length === 1);
      expect(world.simulator.ledger.entries().filter(({ kind }) => kind === 'sms_send')).toEqual([]);
    });
  });

  describe('a database that goes while sends are under way', () => {
    const rejections: unknown[] = [];
    const note = (reason: unknown): void => void rejections.push(reason);
    beforeAll(() => process.on('unhandledRejection', note));
    afterAll(() => process.off('unhandledRejection', note));

    it('leaves no rejection unhandled, and work goes on within five seconds of its return', async () => {
      const phones = Array.from({ length: 24 }, (_, index) => `+9665000025${String(index).padStart(2, '0')}`);
      const answered = () => phones.filter((from) => world.textsTo(from).length > 0).length;
      world.simulator.behaviours.set('ultramsg', { mode: 'accept', delayMs: 300 });
      const statuses = await Promise.all(phones.map((from) => world.receive({ from, text: 'hello' })));
      expect(new Set(statuses)).toEqual(new Set([200]));
      await eventually('the first welcome', () => answered() > 0);

      await letConnect(false);
      await eventually(
        'the server not to be ready',
        async () => (await world.request('GET', '/readyz')).status === 503,
      );
      // The sweep looks for due work every four seconds, and finds no database.
      await eventually('a sweep to fail', () =>
        log.error.mock.calls.some(([, message]) => message === 'a sweep failed'),
      );
      await letConnect(true);

      const returnedAt = Date.now();
      await eventually(
        'a message to be accepted',
        async () => (await world.receive({ from: later, text: 'hello' })) === 200,
      );
      await eventually('its welcome', () => world.textsTo(later).length === 1);
      const recoveredInMs = Date.now() - returnedAt;
      expect(recoveredInMs).toBeLessThan(5_000);
      expect(phones.every((from) => world.textsTo(from).length <= 1)).toBe(true);
      expect(rejections).toEqual([]);
      noteFault({
        ...{ fault: 'the database is away while sends are under way', tried: `${phones.length} messages` },
        ...{ lost: null, twice: 0, late: null, recoveredInMs },
      });
    });
  });
} else {
  describe('while the embedded database is closed', () => {
    it('a webhook is answered 503, never 200', async () => {
      const world = await openWorld();
      await world.app.close();
      expect(await world.receive({ from: '+966500002402', text: 'hello' })).toBe(503);
      await world.close();
    });
  });
}
