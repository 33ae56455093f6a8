import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptKey, NewRun, NotificationStore } from '../src/notifications/notification-store.js';
import type { Database } from '../src/storage/database.js';
import { createNotificationStore } from '../src/storage/notification-store.js';
import { COMPANY, ENGINE, openWorld, type World } from './test-world.js';

/** What goes at once goes in one statement, and each as if it went by itself. */
const WINDOW = { businessNumber: COMPANY, marginSeconds: 120 };
const SENT = { status: 'accepted', reason: null, providerMessageId: null, errorCode: null } as const;

let world: World;
let store: NotificationStore;
let statements: string[] = [];
beforeAll(async () => {
  world = await openWorld();
  const { database } = world;
  const noting: Database = {
    ...database,
    query(text, values) {
      statements.push(text);
      return database.query(text, values);
    },
  };
  store = createNotificationStore(noting);
});
afterAll(() => world?.close());

let people = 0;
interface Person {
  phone: string;
  ticketId: string;
  contactId: string;
}

/** Somebody with a ticket and an open session. */
async function meet(): Promise<Person> {
  people += 1;
  const phone = `+96650000${String(5200 + people)}`;
  const ticketId = `s-${people}`;
  await world.createTicket(ticketId, { phone });
  await world.receive({ from: phone, text: 'hello', ageSeconds: 600 });
  const [row] = await world.database.query<{ contact_id: string }>(
    `SELECT contact_id FROM whatsapp_optin.contact_identities WHERE value = $1::text`,
    [phone],
  );
  return { phone, ticketId, contactId: row?.contact_id ?? '' };
}

function runOf({ ticketId, contactId }: Person, changes: Partial<NewRun> = {}): NewRun {
  return {
    organizationId: 'clinic',
    notificationId: uuidv7(),
    kind: 'ticket',
    type: 'your_turn',
    ticketId,
    contactId,
    locale: 'en',
    content: { dir: 'ltr', title: 'Clinic', text: 'Your turn', smsText: 'Your turn' },
    tiers: ['push', 'whatsapp'],
    deadlineSeconds: 600,
    ...changes,
  };
}

const keyOf = ({ notificationId }: Pick<NewRun, 'notificationId'>): AttemptKey => ({
  organizationId: 'clinic',
  notificationId,
  attemptId: uuidv7(),
  number: 1,
});

async function begin(person: Person): Promise<NewRun> {
  const run = runOf(person);
  await store.begin(run);
  return run;
}

const claim = ({ contactId }: Person, run: NewRun) => store.claimWhatsApp(keyOf(run), contactId, 'ultramsg', WINDOW);

/** How many statements this took. */
async function statementsOf<T>(work: () => Promise<T>): Promise<[T, number]> {
  statements = [];
  const result = await work();
  return [result, statements.length];
}

const optOut = ({ contactId }: Person) =>
  world.database.query(`UPDATE whatsapp_optin.contacts SET opted_out_at = clock_timestamp() WHERE id = $1::uuid`, [
    contactId,
  ]);

describe('claims of WhatsApp at once', () => {
  it('are one statement in which each has its own answer', async () => {
    const [open, stopped, over, late, twice] = await Promise.all([meet(), meet(), meet(), meet(), meet()]);
    await optOut(stopped);
    await world.database.query(
      `UPDATE whatsapp_optin.whatsapp_sessions SET ended_at = clock_timestamp() WHERE contact_id = $1::uuid`,
      [over.contactId],
    );
    const [first, second, third, fifth] = await Promise.all([open, stopped, over, twice].map(begin));
    const expired = runOf(late, { deadlineSeconds: -1 });
    await store.begin(expired);
    if (!first || !second || !third || !fifth) throw new Error('There is no run.');
    await claim(twice, fifth);
    const claims = [
      claim(open, first),
      claim(stopped, second),
      claim(over, third),
      claim(late, expired),
      claim(twice, fifth),
    ];
    const [answers, count] = await statementsOf(() => Promise.all(claims));
    expect(answers).toEqual([null, 'opted_out', 'no_active_session', 'expired', 'already_sent']);
    expect(count).toBeLessThanOrEqual(2);
  });

  it('are right for two of one person, and for two tries of one notification', async () => {
    const person = await meet();
    const [one, other] = await Promise.all([begin(person), begin(person)]);
    const answers = await Promise.all([
      claim(person, one),
      claim(person, other),
      claim(person, one),
      claim(person, other),
    ]);
    expect(answers.filter((answer) => answer === null)).toHaveLength(2);
    expect(answers.filter((answer) => answer === 'already_sent')).toHaveLength(2);
  });

  it('lose none beside one that the database refuses', async () => {
    const [person, other] = await Promise.all([meet(), meet()]);
    const [run, refused] = await Promise.all([begin(person), begin(other)]);
    const outcomes = await Promise.allSettled([
      claim(person, run),
      store.claimWhatsApp(keyOf(refused), 'no contact', 'ultramsg', WINDOW),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(outcomes[0]).toEqual({ status: 'fulfilled', value: null });
  });

  // The embedded database has one connection.
  if (ENGINE === 'postgres') {
    it('wait for the one person who is writing, and not for each other', async () => {
      const [writing, quiet] = await Promise.all([meet(), meet()]);
      const [first, second] = await Promise.all([begin(writing), begin(quiet)]);
      let ofWriting: Promise<unknown> = Promise.resolve();
      await world.database.transaction(async (transaction) => {
        const text = `UPDATE whatsapp_optin.contacts SET opted_out_at = clock_timestamp() WHERE id = $1::uuid`;
        await transaction.query(text, [writing.contactId]);
        statements = [];
        ofWriting = claim(writing, first);
        expect(await claim(quiet, second)).toBeNull();
        // The one of both, and the one that waits.
        expect(statements).toHaveLength(2);
      });
      // Whose STOP was committed first.
      expect(await ofWriting).toBe('opted_out');
    });
  }
});

describe('claims of push at once', () => {
  it('begin their runs in the same statement, once an id', async () => {
    const [person, paused] = await Promise.all([meet(), meet()]);
    await world.database.query(
      `SELECT whatsapp_optin.pause_person_v1('clinic', $1::uuid, clock_timestamp() + interval '1 hour')`,
      [paused.contactId],
    );
    const runs = [runOf(person), runOf(person), runOf(paused), runOf(person, { deadlineSeconds: -1 })];
    const claims = () => Promise.all(runs.map((run) => store.claimPush(keyOf(run), 'host', run)));
    const [answers, count] = await statementsOf(claims);
    expect(answers).toEqual([null, null, 'quiet_hours', 'expired']);
    expect(count).toBeLessThanOrEqual(2);
    expect(await claims()).toEqual(['stored_before', 'stored_before', 'stored_before', 'stored_before']);
  });

  it('are refused as a second try of one notification', async () => {
    const run = await begin(await meet());
    const answers = await Promise.all([store.claimPush(keyOf(run), 'host'), store.claimPush(keyOf(run), 'host')]);
    expect(answers.sort()).toEqual(['already_sent', null].sort());
  });
});

describe('answers and progress at once', () => {
  it('are one statement each, and the document is what they return', async () => {
    const everybody = await Promise.all([meet(), meet(), meet()]);
    const claimed = await Promise.all(
      everybody.map(async (person) => {
        const run = await begin(person);
        const key = keyOf(run);
        await store.claimWhatsApp(key, person.contactId, 'ultramsg', WINDOW);
        return { run, key };
      }),
    );
    const record = () =>
      Promise.all(
        claimed.map(({ key }, at) => store.record(key, { ...SENT, providerMessageId: `at-once-${at}` }, 'ultramsg')),
      );
    const [recorded, records] = await statementsOf(record);
    expect(recorded.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(records).toBeLessThanOrEqual(2);

    const progress = {
      success: true,
      method: 'whatsapp_fallback',
      reason: null,
      deliveredTo: 'x',
      settled: true,
    } as const;
    const skips = [{ tier: 'push', reason: 'no_push_subscription', number: 1 }] as const;
    const save = () =>
      Promise.all(
        claimed.map(({ run }) =>
          store.saveProgress('clinic', run.notificationId, 0, {
            ...progress,
            skips,
            tiersLeft: [],
            waiting: null,
            dueInMs: null,
          }),
        ),
      );
    const [saved, saves] = await statementsOf(save);
    expect(saves).toBeLessThanOrEqual(2);
    for (const [at, { run }] of claimed.entries()) {
      expect(
        saved[at]?.attempts.map(({ tier, status, providerMessageId }) => [tier, status, providerMessageId]),
      ).toEqual([
        ['push', 'skipped', null],
        ['whatsapp', 'accepted', `at-once-${at}`],
      ]);
      expect(saved[at]).toEqual(await store.find('clinic', run.notificationId));
    }
    // Another has overtaken these runs.
    expect(await save()).toEqual([null, null, null]);
  });
});

describe('notifications at once', () => {
  it('reach each ticket once, two of one ticket both', async () => {
    const everybody = await Promise.all(Array.from({ length: 12 }, meet));
    const [stopped] = everybody;
    if (stopped === undefined) throw new Error('There is nobody.');
    await world.receive({ from: stopped.phone, text: 'STOP' });
    const tickets = [...everybody, ...everybody.slice(6)];
    const documents = await Promise.all(
      tickets.map(({ ticketId }, at) => world.notify({ ticketId, type: 'position_update', message: `Notice ${at}` })),
    );
    for (const [at, { phone }] of tickets.entries()) {
      const texts = world.textsTo(phone).filter((text) => text === `Notice ${at}`);
      expect(texts, phone).toHaveLength(phone === stopped.phone ? 0 : 1);
      expect(documents[at]?.method, phone).toBe(phone === stopped.phone ? 'none' : 'whatsapp_fallback');
      expect(documents[at]).toEqual(await world.app.notifications.get(documents[at]?.id ?? ''));
    }
  });
});
