import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../src/storage/database.js';
import { openDatabase } from '../src/storage/open-database.js';
import { ENGINE, openWorld, ultramsgEvent, WEBHOOK_TOKEN, type World } from './test-world.js';

const MESSAGES = 200;
/** The embedded database executes in this thread: a statement of 8 messages takes 11 to 14 ms of its time, the first one 290. */
const LIMITS = ENGINE === 'pglite' ? { items: 8, inOneTurn: 1 } : { items: 32, inOneTurn: 2 };

/** Statements that accept messages: how many each took, and in which turn of the event loop it began. */
const statements: { items: number; turn: number }[] = [];
let turn = 0;
let world: World;
beforeAll(async () => {
  world = await openWorld({}, { openDatabase: async (input) => watched(await openDatabase(input)) });
});
afterAll(() => world?.close());

function watched(database: Database): Database {
  return {
    ...database,
    async query(text, values) {
      if (text.includes('accept_inbound')) {
        statements.push({ items: (JSON.parse(String(values?.[0])) as unknown[]).length, turn });
      }
      return database.query(text, values);
    },
  };
}

it('lets other requests through while a batch is accepted, as after an outage of ours', async () => {
  const messages = Array.from({ length: MESSAGES }, (_, index) => {
    const from = `+9665000${String(31_000 + index)}`;
    return ultramsgEvent({ from, text: 'hello' })['data'];
  });
  let isDone = false;
  const countTurns = (): void => {
    turn += 1;
    if (!isDone) setImmediate(countTurns);
  };
  countTurns();
  const batch = world
    .request('POST', `/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKEN}`, {
      body: { instanceId: '1150', messages },
    })
    .then((response) => response.status)
    .finally(() => (isDone = true));
  /** After how many statements each health check was answered. */
  const answeredAfter = new Set<number>();
  while (!isDone) {
    expect((await world.request('GET', '/healthz')).status).toBe(200);
    answeredAfter.add(statements.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await batch).toBe(200);

  expect(statements.reduce((sum, { items }) => sum + items, 0)).toBe(MESSAGES);
  expect(Math.max(...statements.map(({ items }) => items))).toBeLessThanOrEqual(LIMITS.items);
  const begunIn = new Map<number, number>();
  for (const statement of statements) begunIn.set(statement.turn, (begunIn.get(statement.turn) ?? 0) + 1);
  expect(Math.max(...begunIn.values())).toBeLessThanOrEqual(LIMITS.inOneTurn);
  expect(answeredAfter.size).toBeGreaterThan(statements.length / 2);
  const [row] = await world.database.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM whatsapp_optin.whatsapp_sessions WHERE is_active',
  );
  expect(row?.count).toBe(MESSAGES);
});
