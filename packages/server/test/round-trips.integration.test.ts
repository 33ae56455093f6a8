import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database, SqlExecutor } from '../src/storage/database.js';
import { openDatabase } from '../src/storage/open-database.js';
import { openWorld, WEBHOOK_TOKEN, ultramsgEvent, type World } from './test-world.js';

let statements: string[] = [];

/** The same database, which notes each statement. */
function counting(database: Database): Database {
  const note = ({ query }: SqlExecutor): SqlExecutor['query'] => {
    return (text, values) => {
      statements.push(text);
      return query(text, values);
    };
  };
  return {
    ...database,
    query: note(database),
    withTimeout: (timeoutMs) => counting(database.withTimeout(timeoutMs)),
    transaction: (work) => database.transaction((transaction) => work({ query: note(transaction) })),
  };
}

let world: World;
beforeAll(async () => {
  world = await openWorld(
    {},
    {
      openDatabase: async (input) => counting(await openDatabase(input)),
      // What a message leaves to do is done by others, in its own time.
      startJobs: async () => ({ wake: () => undefined, wakeAfter: () => undefined, stop: async () => undefined }),
    },
  );
});
afterAll(() => world?.close());

const PHONE = '+966500000611';

async function statementsOf(work: () => Promise<number>): Promise<number> {
  statements = [];
  expect(await work()).toBe(200);
  return statements.length;
}

it('accepts a message in one round trip', async () => {
  await world.createTicket('t-1');
  const { code } = await world.createOptIn({ ticketId: 't-1' });
  const receive = (text: string) => statementsOf(() => world.receive({ from: PHONE, text }));
  expect(await receive(`Please send me updates (ref: ${code})`)).toBe(1);
  expect(await world.app.sessions.hasActiveSession(PHONE)).toBe(true);
  expect(await receive('A further message')).toBe(1);
  expect(await receive('STOP')).toBe(1);
  expect(await world.app.sessions.hasActiveSession(PHONE)).toBe(false);
});

it('accepts the messages of one webhook in few round trips', async () => {
  const messages = Array.from({ length: 64 }, (_, index) => {
    return ultramsgEvent({ from: `+9665000${String(62_000 + index)}`, text: 'hello' })['data'];
  });
  const body = { instanceId: '1150', messages };
  const path = `/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKEN}`;
  expect(await statementsOf(async () => (await world.request('POST', path, { body })).status)).toBeLessThanOrEqual(8);
});
