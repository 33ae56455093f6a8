import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { JobEngineParts } from '../src/jobs/job-engine.js';
import { createNotificationStore } from '../src/storage/notification-store.js';
import { ENGINE, openWorld, type World } from './test-world.js';

/** More than one batch takes. */
const PEOPLE = 70;
const READS_COMMITTED = { readsCommitted: true } as const;
let world: World;
let work: JobEngineParts['work'] | undefined;
beforeAll(async () => {
  world = await openWorld(
    {},
    {
      // As after a restart: no timer of the process before is left.
      startJobs: async (parts) => {
        work = parts.work;
        return { wake: () => undefined, wakeAfter: () => undefined, stop: async () => undefined };
      },
    },
  );
  for (let person = 0; person < PEOPLE; person += 1) {
    await world.createTicket(`t-${person}`, { phone: `+9665000065${String(person).padStart(2, '0')}` });
  }
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.database.query(`UPDATE whatsapp_optin.notification_logs SET settled = true, due_at = NULL`, []);
});

/** Runs that wait for their SMS, one a person, whose time has come. */
async function owe(count: number): Promise<string[]> {
  const store = createNotificationStore(world.database);
  const ids = Array.from({ length: count }, () => uuidv7());
  for (const [person, notificationId] of ids.entries()) {
    await store.begin({
      organizationId: 'clinic',
      notificationId,
      kind: 'ticket',
      type: 'your_turn',
      ticketId: `t-${person}`,
      contactId: null,
      locale: 'en',
      content: { dir: 'ltr', title: 'Clinic', text: notificationId, smsText: notificationId },
      tiers: ['sms'],
      deadlineSeconds: 600,
    });
  }
  await world.database.query(
    `UPDATE whatsapp_optin.notification_logs SET due_at = clock_timestamp() WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
  return ids;
}

const sentOf = (ids: readonly string[]) =>
  world.simulator.ledger
    .entries()
    .flatMap((entry) => (entry.kind === 'sms_send' && ids.includes(entry.text) ? [entry.text] : []))
    .sort();

it('continues every due run, however many there are', async () => {
  const ids = await owe(PEOPLE);
  await work?.dispatches();
  expect(sentOf(ids)).toEqual([...ids].sort());
});

it('begins nothing more when the server closes', async () => {
  const ids = await owe(3);
  await work?.dispatches(AbortSignal.abort());
  expect(sentOf(ids)).toEqual([]);
});

it('takes each due run for one process', async () => {
  const ids = await owe(30);
  const store = createNotificationStore(world.database);
  const taken = (await Promise.all([store.takeDue(20, []), store.takeDue(20, [])])).flat();
  expect(taken.map(({ notificationId }) => notificationId).sort()).toEqual([...ids].sort());
  // The lease of the process that has taken them.
  expect(await store.takeDue(20, [])).toEqual([]);
});

// The embedded database has one connection.
if (ENGINE === 'postgres') {
  it('passes over what another process is just taking', async () => {
    const ids = await owe(30);
    const { database } = world;
    const rest = await database.transaction(async (transaction) => {
      expect(await createNotificationStore({ ...database, query: transaction.query }).takeDue(20, [])).toHaveLength(20);
      return createNotificationStore(database).takeDue(20, []);
      // What is taken beside it would stay taken if this began again after a conflict.
    }, READS_COMMITTED);
    expect(rest).toHaveLength(ids.length - 20);
  });
}

it('passes over the organizations that have enough under way', async () => {
  await owe(1);
  const store = createNotificationStore(world.database);
  expect(await store.takeDue(20, ['clinic'])).toEqual([]);
  expect(await store.takeDue(20, ['other'])).toHaveLength(1);
});
