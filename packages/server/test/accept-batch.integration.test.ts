import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAcceptanceQueue } from '../src/inbound/acceptance-queue.js';
import { createInboundStore } from '../src/storage/inbound-store.js';
import { findContact, itemOf, newPhone, type ItemChanges } from './inbound-items.js';
import { openWorld, type World } from './test-world.js';

let world: World;
let store: ReturnType<typeof createInboundStore>;
beforeAll(async () => {
  // A sweep of the server would take what is pending here.
  const jobs = { wake: () => undefined, wakeAfter: () => undefined, stop: async () => undefined };
  world = await openWorld({}, { startJobs: async () => jobs });
  store = createInboundStore(world.database);
});
afterAll(() => world?.close());

const HELLO = { ageSeconds: 600 };

describe('a batch', () => {
  it('accepts its messages in their order, and answers each', async () => {
    const [one, other] = [newPhone(), newPhone()];
    const repeated = { providerMessageId: randomUUID() };
    const accepted = await store.accept([
      itemOf(one, { ...HELLO, ...repeated }),
      itemOf(other, { keyword: 'stop' }),
      itemOf(one, { ...HELLO, ...repeated }),
      itemOf(one, {}),
    ]);
    expect(accepted).toMatchObject([{ sessionOpened: true }, { owesReply: true }, null, { sessionOpened: false }]);
    expect(accepted[0]?.contactId).toBe(await findContact(world.database, one));
    expect(accepted[1]?.contactId).toBe(await findContact(world.database, other));
  });

  it('with one that cannot be stored stores none', async () => {
    const phone = newPhone();
    const bad = itemOf(newPhone(), { sender: [{ kind: 'no kind' as 'e164', value: 'x' }] });
    await expect(store.accept([itemOf(phone, HELLO), bad])).rejects.toThrow();
    expect(await findContact(world.database, phone)).toBe('');
  });
});

it('of two servers with messages of the same people makes neither fail', async () => {
  const phones = Array.from({ length: 24 }, newPhone);
  const failures: unknown[] = [];
  const openQueue = () =>
    createAcceptanceQueue({
      ...store,
      accept: (items) =>
        store.accept(items).catch((error: unknown) => {
          failures.push(error);
          throw error;
        }),
    });
  const [one, other] = [openQueue(), openQueue()];
  const rounds = [1, 2, 3, 4].flatMap(() => [
    ...phones.map((phone) => one.accept(itemOf(phone))),
    ...phones.toReversed().map((phone) => other.accept(itemOf(phone))),
  ]);
  expect((await Promise.all(rounds)).every((accepted) => accepted !== null)).toBe(true);
  expect(failures).toEqual([]);
});

it('waits for a copy that another server is storing, and then does nothing', async () => {
  const phone = newPhone();
  await store.accept([itemOf(phone, HELLO)]);
  const copies = { providerMessageId: randomUUID() };
  let open = (): void => undefined;
  const second = new Promise<void>((resolve) => (open = resolve)).then(() => store.accept([itemOf(phone, copies)]));
  await world.database.transaction(async (transaction) => {
    const other = createInboundStore({ ...world.database, ...transaction });
    expect(await other.accept([itemOf(phone, copies)])).not.toEqual([null]);
    open();
    // One that does not wait is over by then.
    await transaction.query(`SELECT pg_sleep(0.3)`, []);
  });
  expect(await second).toEqual([null]);
});

describe('a pending message', () => {
  const read = async (phone: string) => {
    const [row] = await world.database.query(
      `SELECT cardinality(pending_stops) AS stops, opted_out_at IS NOT NULL AS "isOut",
              (SELECT count(*)::int FROM whatsapp_optin.whatsapp_sessions WHERE contact_id = contact.id AND ended_at IS NULL) AS sessions,
              (SELECT count(*)::int FROM whatsapp_optin.owed_replies WHERE contact_id = contact.id) AS replies,
              (SELECT json_agg(processed) FROM whatsapp_optin.whatsapp_inbound_messages WHERE contact_id = contact.id) AS processed,
              (SELECT count(*)::int FROM whatsapp_optin.pending_messages
               WHERE id IN (SELECT id FROM whatsapp_optin.inbound_message_keys WHERE contact_id = contact.id)) AS pending
       FROM whatsapp_optin.contacts AS contact WHERE id = $1::uuid`,
      [await findContact(world.database, phone)],
    );
    return row;
  };
  const keepPending = async (phone: string, changes: ItemChanges) => {
    const [kept] = await store.accept([itemOf(phone, { ...changes, state: 'pending' })]);
    return kept?.messageId ?? '';
  };

  it('opens nothing until it is confirmed, and then once', async () => {
    const phone = newPhone();
    const message = { ...HELLO, providerMessageId: randomUUID() };
    const pendingId = await keepPending(phone, message);
    expect(await keepPending(phone, message)).toBe('');
    expect(await read(phone)).toEqual({
      stops: 0,
      isOut: false,
      sessions: 0,
      replies: 0,
      processed: [false],
      pending: 1,
    });
    const [confirmed] = await store.accept([itemOf(phone, { ...message, pendingId })]);
    expect(confirmed).toMatchObject({ messageId: pendingId, sessionOpened: true });
    expect(await store.accept([itemOf(phone, { ...message, pendingId })])).toEqual([null]);
    expect(await read(phone)).toEqual({
      stops: 0,
      isOut: false,
      sessions: 1,
      replies: 1,
      processed: [true],
      pending: 0,
    });
  });

  it('that comes under two names counts once when both are confirmed, and stops both', async () => {
    const [phone, linked] = [newPhone(), newPhone()];
    const stop = { ageSeconds: 1, keyword: 'stop', sharedId: randomUUID() } as const;
    const ids = [await keepPending(phone, stop), await keepPending(linked, stop)];
    expect([await read(phone), await read(linked)]).toMatchObject([{ stops: 1 }, { stops: 1 }]);
    const answers = [
      ...(await store.accept([itemOf(phone, { ...stop, pendingId: ids[0] ?? '' })])),
      ...(await store.accept([itemOf(linked, { ...stop, pendingId: ids[1] ?? '' })])),
    ];
    expect(answers).toMatchObject([{ owesReply: true }, null]);
    const silent = { stops: 0, isOut: true, sessions: 0, pending: 0 };
    expect(await read(phone)).toEqual({ ...silent, replies: 1, processed: [true] });
    expect(await read(linked)).toEqual({ ...silent, replies: 0, processed: null });
  });
});
