import { randomUUID } from 'node:crypto';
import pg from 'pg';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AttemptKey } from '../../src/notifications/notification-store.js';
import type { Vault } from '../../src/secrets/vault.js';
import { createStores, type Stores } from '../../src/storage/create-stores.js';
import type { Row } from '../../src/storage/database.js';
import { openVault } from '../../src/storage/open-vault.js';
import { findContact, itemOf, newPhone } from '../inbound-items.js';
import { COMPANY, SECRET, createDatabase, openWorld, type World } from '../test-world.js';
import { createSteppedAct, type SteppedAct } from './stepped-act.js';
import { noteFault } from './note-fault.js';

/** `npm run test:faults` asks for every order of three acts; here all of two, and some of three. */
const ORDERS_OF_THREE = Number(process.env['ORDERS_OF_THREE'] ?? 120);
const TIMEOUT = { timeout: 3_600_000, retry: 0 };

const ACTS = ['stop', 'inbound', 'claim', 'record', 'status', 'erasure'] as const;
type ActName = (typeof ACTS)[number];
/** A statement and its commit are two steps; what a status makes of a person is a statement of its own. */
const STEPS: Readonly<Record<ActName, number>> = { stop: 2, inbound: 2, claim: 2, record: 2, status: 4, erasure: 3 };
/** Whoever locks the person in these acts, after which no send to them may be claimed. */
const ENDS_SENDS: readonly ActName[] = ['stop', 'status', 'erasure'];

let world: World;
let vault: Vault;
let observer: Stores;
const clients: pg.Client[] = [];
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  const jobs = { wake: () => undefined, wakeAfter: () => undefined, stop: async () => undefined };
  world = await openWorld({ database: database.url }, { startJobs: async () => jobs });
  vault = await openVault(world.database, [{ id: 'clinic', secretKeys: [SECRET] }]);
  observer = createStores(world.database, vault);
  for (let count = 0; count < 3; count += 1) {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    clients.push(client);
  }
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await world?.close();
  await drop?.();
});

/** A person in an open session, with one send under way and one that is only begun. */
async function setUp() {
  const phone = newPhone();
  await observer.inbound.accept([itemOf(phone, { ageSeconds: 600 })]);
  const contactId = await findContact(world.database, phone);
  const begin = async (): Promise<AttemptKey> => {
    const notificationId = randomUUID();
    await observer.notifications.begin({
      ...{ organizationId: 'clinic', notificationId, kind: 'ticket', type: 'your_turn', ticketId: null, contactId },
      ...{ locale: 'en', content: { dir: 'ltr', title: '', text: '', smsText: '' }, tiers: [], deadlineSeconds: 600 },
    });
    return { organizationId: 'clinic', notificationId, attemptId: randomUUID(), number: 1 };
  };
  const [sending, begun] = [await begin(), await begin()];
  expect(await observer.notifications.claimWhatsApp(sending, contactId, 'ultramsg', WINDOW)).toBeNull();
  return { phone, contactId, sending, begun };
}
const WINDOW = { businessNumber: COMPANY, marginSeconds: 120 };
type Person = Awaited<ReturnType<typeof setUp>>;

function start(name: ActName, client: pg.Client, { phone, contactId, sending, begun }: Person): SteppedAct {
  // UltraMsg's message ids contain the phone.
  const providerMessageId = `true_${phone.slice(1)}@c.us_${sending.attemptId}`;
  const works: Record<ActName, (stores: Stores) => Promise<unknown>> = {
    stop: ({ inbound }) => inbound.accept([itemOf(phone, { keyword: 'stop', ageSeconds: 60 })]),
    // Written before the STOP.
    inbound: ({ inbound }) => inbound.accept([itemOf(phone, { ageSeconds: 120 })]),
    claim: ({ notifications }) => notifications.claimWhatsApp(begun, contactId, 'ultramsg', WINDOW),
    record: ({ notifications }) =>
      notifications.record(
        sending,
        { status: 'accepted', reason: null, providerMessageId, errorCode: null },
        'ultramsg',
      ),
    async status({ deliveries }) {
      await deliveries.apply('clinic', 'ultramsg', {
        ...{ kind: 'status', providerMessageId, correlationId: sending.attemptId, status: 'failed', at: new Date() },
        ...{ failure: { action: 'opt_out', retryAfterMs: null, errorCode: '131050' }, price: null },
      });
      await deliveries.optOut('clinic', sending.attemptId, 'ultramsg');
    },
    erasure: ({ contacts }) => contacts.erase('clinic', { phones: [phone], contactId: null, userId: null }),
  };
  return createSteppedAct({
    client,
    waitsForLock,
    isCoarse: name === 'erasure',
    work: (database) => works[name](createStores(database, vault)),
  });
}

async function waitsForLock(processId: number): Promise<boolean> {
  const [row] = await world.database.query<{ waits: boolean }>(
    `SELECT cardinality(pg_blocking_pids($1::int)) > 0 AS waits`,
    [processId],
  );
  return row?.waits === true;
}

interface Committed extends Row {
  out: boolean;
  open: number;
  named: number;
  sending: string;
  error: string | null;
  messages: number;
}

const COMMITTED = `
SELECT EXISTS (SELECT FROM whatsapp_optin.contacts WHERE organization_id = 'clinic' AND id = $1::uuid AND opted_out_at IS NOT NULL) AS out,
       (SELECT count(*)::int FROM whatsapp_optin.whatsapp_sessions
        WHERE organization_id = 'clinic' AND contact_id = $1::uuid AND ended_at IS NULL) AS open,
       (SELECT count(*)::int FROM whatsapp_optin.contact_identities WHERE organization_id = 'clinic' AND value = $2::text)
       + (SELECT count(*)::int FROM whatsapp_optin.whatsapp_sessions WHERE organization_id = 'clinic' AND phone_number = $2::text)
       + (SELECT count(*)::int FROM whatsapp_optin.whatsapp_inbound_messages WHERE organization_id = 'clinic' AND phone_number = $2::text)
       + (SELECT count(*)::int FROM whatsapp_optin.notification_attempts
          WHERE organization_id = 'clinic' AND id = $3::uuid AND strpos(provider_message_id, substr($2::text, 2)) > 0) AS named,
       attempt.status AS sending, attempt.error_code AS error,
       (SELECT count(*)::int FROM whatsapp_optin.inbound_message_keys AS message
        WHERE message.organization_id = 'clinic' AND message.contact_id = $1::uuid AND state = 'accepted') AS messages
FROM whatsapp_optin.notification_attempts AS attempt
WHERE attempt.organization_id = 'clinic' AND attempt.id = $3::uuid`;

const RANK: readonly string[] = ['claimed', 'unknown', 'accepted', 'sent', 'failed'];

/** Runs the acts in this order of steps, as far as their locks allow, and judges what is committed after each. */
async function run(names: readonly ActName[], order: readonly number[]): Promise<void> {
  const person = await setUp();
  const acts = names.map((name, index) => ({ name, act: start(name, clients[index]!, person) }));
  /** Acts in the order in which their first statement was over, by which it held its locks. */
  const locked: ActName[] = [];
  let before: Committed | undefined;
  const judge = async (): Promise<void> => {
    for (const { name, act } of acts) if (act.executed > 0 && !locked.includes(name)) locked.push(name);
    const values = [person.contactId, person.phone, person.sending.attemptId];
    const [now] = await world.database.query<Committed>(COMMITTED, values);
    if (now === undefined) throw new Error('The attempt is gone.');
    if (now.out) expect(now.open, 'no open window after STOP').toBe(0);
    const ranks = [before?.sending ?? 'claimed', now.sending].map((status) => RANK.indexOf(status));
    expect(ranks[1], 'a status moves forward').toBeGreaterThanOrEqual(ranks[0] ?? 0);
    if (before?.error) expect(now.error, 'a cause stays').toBe(before.error);
    before = now;
  };

  // A step that has to wait for a lock comes when its holder is over.
  for (const index of order) {
    const { act } = acts[index]!;
    if (!act.isOver && (await act.step())) await judge();
  }
  while (acts.some(({ act }) => !act.isOver)) {
    for (const { act } of acts) {
      if (!act.isOver && (await act.step())) await judge();
    }
  }

  const results = new Map<ActName, unknown>();
  for (const { name, act } of acts) results.set(name, await act.result());
  const isBefore = (one: ActName, other: ActName): boolean =>
    names.includes(one) && names.includes(other) && locked.indexOf(one) < locked.indexOf(other);
  if (names.includes('claim') && ENDS_SENDS.some((name) => name !== 'status' && isBefore(name, 'claim'))) {
    expect(results.get('claim'), 'no claim after a STOP or an erasure').not.toBeNull();
  }
  const wroteSince = isBefore('erasure', 'stop') || isBefore('erasure', 'inbound');
  if (!names.includes('erasure')) {
    if (names.includes('stop') || names.includes('status')) expect(before?.out, 'STOP holds').toBe(true);
    else expect(before?.open, 'the window is open').toBe(1);
    const messages = 1 + Number(names.includes('stop')) + Number(names.includes('inbound'));
    expect(before?.messages, 'each message counts once').toBe(messages);
  } else if (!wroteSince) {
    expect(before?.named, 'an erased person is named nowhere').toBe(0);
  }
  if (names.includes('status')) expect([before?.sending, before?.error]).toEqual(['failed', '131050']);
  else if (names.includes('record')) expect(before?.sending).toBe('accepted');
}

/** Every order of the steps of these acts. */
function ordersOf(names: readonly ActName[]): number[][] {
  const grow = (left: readonly number[]): number[][] => {
    if (left.every((count) => count === 0)) return [[]];
    return left.flatMap((count, act) =>
      count === 0 ? [] : grow(left.map((other, at) => (at === act ? other - 1 : other))).map((rest) => [act, ...rest]),
    );
  };
  return grow(names.map((name) => STEPS[name]));
}

const sets = (size: number): ActName[][] =>
  size === 0
    ? [[]]
    : sets(size - 1).flatMap((rest) =>
        ACTS.filter((name) => rest.every((one) => ACTS.indexOf(one) < ACTS.indexOf(name))).map((name) => [
          ...rest,
          name,
        ]),
      );
const casesOf = (size: number) => sets(size).flatMap((names) => ordersOf(names).map((order) => ({ names, order })));

async function runNamed({ names, order }: { names: ActName[]; order: number[] }): Promise<void> {
  try {
    await run(names, order);
  } catch (error) {
    throw new Error(`${names.join(', ')} in the order ${order.map((at) => names[at]).join(' ')}`, { cause: error });
  }
}

it('two acts of one person hold their promises in every order of their statements', TIMEOUT, async () => {
  const cases = casesOf(2);
  for (const one of cases) await runNamed(one);
  console.log(`${cases.length} orders of two acts, 0 violations`);
});

it('three acts of one person hold their promises in every order of their statements', TIMEOUT, async () => {
  const cases = casesOf(3);
  const count = Math.min(cases.length, ORDERS_OF_THREE);
  const chosen = count === cases.length ? cases : fc.sample(fc.constantFrom(...cases), count);
  for (const one of chosen) await runNamed(one);
  noteFault({
    ...{ fault: 'statements of three acts of a person in another order', tried: `${count} of ${cases.length} orders` },
    ...{ lost: 0, twice: 0, late: 0, recoveredInMs: null },
  });
  console.log(`${count} of ${cases.length} orders of three acts, 0 violations`);
});
