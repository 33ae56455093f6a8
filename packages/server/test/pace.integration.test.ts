import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRateLimiter, RATE_LIMITS } from '../src/providers/rate-limiter.js';
import { createReservationStore } from '../src/storage/reservation-store.js';
import { ENGINE, eventually, openWorld, type World } from './test-world.js';
import { openVendorWorld } from './vendor-world.js';
import { openDatabase } from '../src/storage/open-database.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

describe('turns that servers share', () => {
  /** As another server has it: with connections of its own. The embedded database has one server. */
  const otherServer = async () => {
    if (ENGINE === 'pglite') return { ...world.database, close: async () => undefined };
    const [row] = await world.database.query<{ name: string }>('SELECT current_database() AS name');
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    url.pathname = `/${row?.name}`;
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    return openDatabase({ database: url.href, schema: 'whatsapp_optin', log });
  };

  it('follow one another, whichever server asks', async () => {
    const other = await otherServer();
    const stores = [createReservationStore(world.database), createReservationStore(other)];
    const buckets = [{ name: 'number', everyMs: 1000, aheadMs: 0 }];
    const turns = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        stores[index % 2]?.reserve('clinic', buckets, { longestWaitMs: 60_000 }),
      ),
    );
    await other.close();
    const waits = turns.map((turn) => turn?.waitMs ?? -1).sort((one, next) => one - next);
    expect(turns.every((turn) => turn?.granted)).toBe(true);
    // Each begins a second after the one before; they were all asked for within a moment.
    const begins = waits.map((waitMs, index) => waitMs - index * 1000);
    expect(Math.max(...begins)).toBeLessThanOrEqual(0);
    expect(new Set(waits.map((waitMs) => Math.ceil(waitMs / 1000))).size).toBeGreaterThan(15);
  });

  it('are not spent on a wait that is too long, and are given ahead where a bucket allows it', async () => {
    const store = createReservationStore(world.database);
    const bucket = { name: 'person', everyMs: 60_000, aheadMs: 60_000 };
    const take = async () => (await store.reserve('clinic', [bucket], { longestWaitMs: 1000 })).granted;
    expect([await take(), await take(), await take(), await take()]).toEqual([true, true, false, false]);
  });

  it('go to urgent messages first, of those that ask at once', async () => {
    const store = createReservationStore(world.database);
    const buckets = [{ name: 'urgent first', everyMs: 1000, aheadMs: 0 }];
    const ask = (isUrgent: boolean) => store.reserve('clinic', buckets, { longestWaitMs: 60_000, isUrgent });
    // The first is under way alone; those after it share a statement.
    const [, ...turns] = await Promise.all([ask(false), ask(false), ask(false), ask(true)]);
    const [one, two, urgent] = turns.map(({ waitMs }) => waitMs);
    expect(urgent).toBeLessThan(Math.min(one ?? 0, two ?? 0));
  });

  it('come 992 times a second at a rate of 1,000, which leaves eight at once', async () => {
    const store = createReservationStore(world.database);
    const buckets = [{ name: 'fast', everyMs: 1000 / 992, aheadMs: 0 }];
    const turns = await Promise.all(
      Array.from({ length: 200 }, () => store.reserve('clinic', buckets, { longestWaitMs: 60_000 })),
    );
    const [row] = await world.database.query<{ ahead_ms: number }>(
      `SELECT extract(epoch FROM free_at - clock_timestamp())::float8 * 1000 AS ahead_ms
       FROM whatsapp_optin.send_turns WHERE organization_id = 'clinic' AND lane = 'fast'`,
    );
    expect(turns.every(({ granted }) => granted)).toBe(true);
    // In whole milliseconds the last would stand at 400.
    expect(row?.ahead_ms).toBeLessThan(220);
  });

  it('hold one person to one message in six seconds at Meta', async () => {
    const rateLimiter = createRateLimiter({
      limit: RATE_LIMITS.meta,
      reservations: createReservationStore(world.database),
      organizationId: 'clinic',
      name: 'meta +966500000000',
      longestWaitMs: 0,
    });
    const send = (person: string) => rateLimiter.schedule(person, async (refusal) => refusal);
    expect(await send('sara')).toBeNull();
    expect(await send('omar')).toBeNull();
    const refusal = await send('sara');
    expect(refusal).toMatchObject({ action: 'retry', errorCode: 'queue_full' });
    expect(refusal?.retryAfterMs).toBeGreaterThan(1000);
    expect(refusal?.retryAfterMs).toBeLessThanOrEqual(6250);
  });
});

describe('one person, at Meta', () => {
  it('is written to after six seconds; what would wait longer goes another way and is tried again', async () => {
    const meta = await openVendorWorld('meta', () => ({}), { rateLimits: RATE_LIMITS });
    const phone = '+966500002701';
    await meta.connect('p-1', phone);
    await eventually('the welcome', () => meta.textsTo(phone).length === 1);
    const asked = await Promise.all(
      (['position_update', 'ticket_created', 'almost_your_turn'] as const).map((type) =>
        meta.notify({ ticketId: 'p-1', type }),
      ),
    );
    expect(asked.find(({ success }) => success)).toMatchObject({ method: 'whatsapp_fallback' });
    const refused = asked.find(({ success }) => !success);
    expect(refused).toMatchObject({ success: false, settled: false });
    expect(refused?.attempts.find(({ tier }) => tier === 'whatsapp')).toMatchObject({
      status: 'failed',
      reason: 'provider_unavailable',
      errorCode: 'queue_full',
    });
    const at = meta.simulator.ledger.entries('whatsapp_send').map((entry) => Date.parse(entry.at));
    // Six seconds and a quarter from turn to turn; the way from there to the vendor varies.
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(4000);
    await meta.close();
  });
});

describe('a send that waits for its turn', () => {
  it('is refused by a STOP that comes meanwhile, and waits for a vendor that hangs no longer than it may', async () => {
    const welcomed = async (ticketId: string, phone: string): Promise<void> => {
      await world.createTicket(ticketId, { phone });
      await world.receive({ from: phone, text: 'hello' });
      await eventually('the welcome', () => world.textsTo(phone).length === 1);
    };
    const others = Array.from({ length: RATE_LIMITS.ultramsg.concurrency }, (_, index) => `+9665000028${10 + index}`);
    await Promise.all([...others, '+966500002801'].map((phone) => welcomed(`q-${phone}`, phone)));
    for (const phone of others) world.simulator.behaviours.set('ultramsg', { mode: 'hang' }, phone);
    const hanging = others.map((phone) => world.notify({ ticketId: `q-${phone}`, type: 'position_update' }));
    const called = () => world.simulator.ledger.entries('whatsapp_send').filter(({ accepted }) => !accepted).length;
    await eventually('every call to hang', () => called() === others.length);

    const waiting = world.notify({ ticketId: 'q-+966500002801', type: 'position_update' });
    await eventually('the run to begin', async () => {
      const begun = await world.database.query(
        `SELECT id FROM whatsapp_optin.notification_logs WHERE ticket_id = 'q-+966500002801' AND kind = 'ticket'`,
      );
      return begun.length > 0;
    });
    await world.receive({ from: '+966500002801', text: 'STOP' });
    expect(await waiting).toMatchObject({ success: false, reason: 'opted_out' });
    await world.simulator.close();
    await Promise.all(hanging);
  });
});
