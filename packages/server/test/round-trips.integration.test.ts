import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, SqlExecutor } from '../src/storage/database.js';
import { openDatabase } from '../src/storage/open-database.js';
import { openWorld, SECRET, WEBHOOK_TOKEN, ultramsgEvent, type World } from './test-world.js';

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

describe('a notification', () => {
  const notify = (ticketId: string) => () =>
    world
      .request('POST', '/api/notifications', { key: SECRET, body: { ticketId, type: 'position_update' } })
      .then(({ status }) => status);

  it('takes few round trips by itself', async () => {
    await world.createTicket('r-1', { phone: '+966500000621' });
    await world.receive({ from: '+966500000621', text: 'hello' });
    // Load, begin, turn, claim, record, save.
    expect(await statementsOf(notify('r-1'))).toBeLessThanOrEqual(6);
    await world.createTicket('r-2', { phone: '+966500000622' });
    // Nobody to send to: load, whether the phone was erased, begin, save.
    expect(await statementsOf(notify('r-2'))).toBeLessThanOrEqual(4);
  });

  it('shares its round trips with those that come at once', async () => {
    const phones = Array.from({ length: 16 }, (_, person) => `+9665000006${String(30 + person)}`);
    for (const [person, phone] of phones.entries()) {
      await world.createTicket(`a-${person}`, { phone });
      await world.receive({ from: phone, text: 'hello' });
    }
    statements = [];
    const answers = await Promise.all(phones.map((_, person) => notify(`a-${person}`)()));
    expect(answers).toEqual(phones.map(() => 200));
    const turns = statements.filter((text) => text.includes('take_turn')).length;
    // Alone they would take 80 besides their turns.
    expect(statements.length - turns).toBeLessThan(48);
  });
});
