import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JobEngineParts } from '../src/jobs/job-engine.js';
import type { ReplyStore } from '../src/replies/owed-reply.js';
import { createReplyStore } from '../src/storage/reply-store.js';
import { ENGINE, openWorld, type World } from './test-world.js';

let world: World;
let work: JobEngineParts['work'] | undefined;
let store: ReplyStore;
let statements = 0;
beforeAll(async () => {
  world = await openWorld(
    {},
    {
      startJobs: async (parts) => {
        work = parts.work;
        return { wake: () => undefined, wakeAfter: () => undefined, stop: async () => undefined };
      },
    },
  );
  const { database } = world;
  store = createReplyStore({
    ...database,
    query(text, values) {
      statements += 1;
      return database.query(text, values);
    },
  });
});
afterAll(() => world?.close());

let people = 0;
const meet = async (): Promise<string> => {
  people += 1;
  const phone = `+96650000${String(5600 + people)}`;
  await world.receive({ from: phone, text: 'hello' });
  return phone;
};
const claim = (reply: Parameters<ReplyStore['claim']>[0]) =>
  store.claim(reply, { attemptId: uuidv7(), provider: 'ultramsg', locale: 'en', marginSeconds: 120 });
const optOut = (contactId: string) =>
  `UPDATE whatsapp_optin.contacts SET opted_out_at = clock_timestamp() WHERE id = '${contactId}'::uuid AND $1::boolean`;

it('sends every welcome that is due, once', async () => {
  const phones = [];
  for (let person = 0; person < 50; person += 1) phones.push(await meet());
  await work?.replies();
  for (const phone of phones) expect(world.textsTo(phone), phone).toHaveLength(1);
});

it('claims those that are sent at once in one statement, each with its own answer', async () => {
  for (let person = 0; person < 4; person += 1) await meet();
  const due = await store.takeDue(4, []);
  await world.database.query(optOut(due[1]?.contactId ?? ''), [true]);
  statements = 0;
  const answers = await Promise.all(due.map(claim));
  expect(answers).toEqual([true, false, true, true]);
  expect(statements).toBe(1);
});

it('records those that are answered at once in one statement', async () => {
  for (let person = 0; person < 3; person += 1) await meet();
  const due = await store.takeDue(3, []);
  const attempts = due.map(() => uuidv7());
  await Promise.all(
    due.map((reply, at) =>
      store.claim(reply, { attemptId: attempts[at] ?? '', provider: 'ultramsg', locale: 'en', marginSeconds: 120 }),
    ),
  );
  statements = 0;
  const answer = { reason: null, providerMessageId: null, errorCode: null };
  await Promise.all(
    due.map((reply, at) =>
      store.record(reply, attempts[at] ?? '', { ...answer, status: at === 0 ? 'failed' : 'accepted' }),
    ),
  );
  expect(statements).toBe(1);
  const rows = await world.database.query<{ status: string; reply: string; success: boolean }>(
    `SELECT attempt.status, reply.status AS reply, log.success FROM whatsapp_optin.notification_attempts AS attempt
     JOIN whatsapp_optin.owed_replies AS reply ON reply.id = attempt.notification_id
     JOIN whatsapp_optin.notification_logs AS log ON log.id = attempt.notification_id
     WHERE attempt.id = ANY ($1::uuid[]) ORDER BY attempt.id`,
    [attempts],
  );
  expect(rows).toEqual(
    ['failed', 'accepted', 'accepted'].map((status) => ({ status, reply: 'done', success: status === 'accepted' })),
  );
});

// The embedded database has one connection.
if (ENGINE === 'postgres') {
  it('waits for the one person who is writing, and not for each other', async () => {
    await meet();
    await meet();
    const [writing, quiet] = await store.takeDue(2, []);
    if (!writing || !quiet) throw new Error('Too few welcomes are due.');
    let waiting: Promise<boolean> = Promise.resolve(true);
    await world.database.transaction(async (transaction) => {
      await transaction.query(optOut(writing.contactId), [true]);
      statements = 0;
      waiting = claim(writing);
      expect(await claim(quiet)).toBe(true);
      // The one of both, and the one that waits.
      expect(statements).toBe(2);
    });
    expect(await waiting).toBe(false);
  });
}
