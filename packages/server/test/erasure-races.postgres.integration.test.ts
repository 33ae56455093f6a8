import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMIN, openWorld, type World } from './test-world.js';
import { noteFault } from './faults/note-fault.js';

const ROUNDS = 40;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

const deadlocks = async () =>
  (
    await world.database.query<{ count: number }>(
      'SELECT deadlocks::int AS count FROM pg_stat_database WHERE datname = current_database()',
    )
  )[0]?.count;

it('an erasure and messages, codes, STOPs and notices of the same person wait for each other in one order', async () => {
  const phones = Array.from({ length: ROUNDS }, (_, round) => `+9665000098${String(round).padStart(2, '0')}`);
  const statuses: number[] = [];
  for (const [round, phone] of phones.entries()) {
    const ticketId = `e-${round}`;
    await world.createTicket(ticketId, { number: 'E1', phone });
    await world.receive({ from: phone, text: 'hello' });
    const optIn = await world.createOptIn({ ticketId });
    const answers = await Promise.all([
      world.receive({ from: phone, text: optIn.message }),
      world
        .request('DELETE', `/api/contacts/${encodeURIComponent(phone)}`, { key: ADMIN })
        .then(({ status }) => status),
      world.receive({ from: phone, text: 'more' }),
      world.receive({ from: phone, text: 'STOP' }),
      world.notify({ ticketId, type: 'your_turn' }).then(() => 200),
    ]);
    statuses.push(...answers);
  }
  expect(new Set(statuses)).toEqual(new Set([200]));
  // A connection reports its counts when it ends.
  await world.database.query(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  expect(await deadlocks()).toBe(0);
  noteFault({
    ...{ fault: 'an erasure races the messages of the same person', tried: `${ROUNDS * 5} requests` },
    ...{ lost: 0, twice: null, late: null, recoveredInMs: null },
  });
});
