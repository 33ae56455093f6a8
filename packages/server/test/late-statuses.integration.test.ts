import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInboundStore } from '../src/storage/inbound-store.js';
import { itemOf } from './inbound-items.js';
import { openMetaWorld, type MetaWorld } from './meta-world.js';
import { ENGINE, openWorld, type World } from './test-world.js';

let meta: MetaWorld;
beforeAll(async () => {
  meta = await openMetaWorld();
});
afterAll(() => meta?.close());

let serial = 0;
const newPhone = () => `+96650002${String(1000 + (serial += 1))}`;

const write = async (phone: string, body: string, fields: object = {}) =>
  expect(
    await meta.receive(meta.text({ id: `wamid.${randomUUID()}`, from: phone.slice(1), text: { body }, ...fields })),
  ).toBe(200);
const secondsAgo = (seconds: number) => String(Math.floor(Date.now() / 1000) - seconds);

/** A person with an open window, and the id of a notification that was sent to them before they wrote again. */
async function sendThenHear(body?: (ticketId: string) => Promise<string>) {
  const phone = newPhone();
  const ticketId = `late-${randomUUID()}`;
  await meta.world.createTicket(ticketId, { number: 'L001', phone });
  await write(phone, 'hello', { timestamp: secondsAgo(60) });
  const { attempts } = await meta.world.notify({ ticketId, type: 'position_update' });
  const id = attempts.find(({ tier }) => tier === 'whatsapp')?.providerMessageId ?? '';
  expect(id).toMatch(/^wamid/);
  await meta.world.database.query(
    `UPDATE whatsapp_optin.notification_attempts SET at = at - interval '30 seconds' WHERE tier = 'whatsapp'
     AND provider_message_id = $1`,
    [id],
  );
  if (body !== undefined) await write(phone, await body(ticketId));
  const fail = (code: number) =>
    meta.receive(meta.value({ statuses: [{ id, status: 'failed', errors: [{ code, title: 'x' }] }] }));
  const next = async () =>
    (await meta.world.notify({ ticketId, type: 'position_update' })).attempts.find(({ tier }) => tier === 'whatsapp');
  return { phone, fail, next };
}

describe('a failure of an older send', () => {
  it.each([
    [131047, 'no_active_session'],
    [131026, 'whatsapp_failed'],
    [130497, 'whatsapp_failed'],
    [131050, 'opted_out'],
  ])('%i counts while the person has not written since', async (code, reason) => {
    const { fail, next } = await sendThenHear();
    await fail(code);
    expect(await next()).toMatchObject({ status: 'skipped', reason });
  });

  it.each([131047, 131026, 130497])('%i undoes no window that the person opened since', async (code) => {
    const { fail, next } = await sendThenHear(async () => 'I am on my way');
    await fail(code);
    expect(await next()).toMatchObject({ status: 'accepted' });
  });

  it('131050 undoes no opt-in made since', async () => {
    const { fail, next } = await sendThenHear(async (ticketId) => (await meta.world.createOptIn({ ticketId })).message);
    await fail(131050);
    expect(await next()).toMatchObject({ status: 'accepted' });
  });

  it('131050 silences in spite of a further message, as a STOP does', async () => {
    const { fail, next } = await sendThenHear(async () => 'Is it my turn?');
    await fail(131050);
    expect(await next()).toMatchObject({ status: 'skipped', reason: 'opted_out' });
  });

  it('131047 lets in what was written after that send and arrives later', async () => {
    const { phone, fail, next } = await sendThenHear();
    await fail(131047);
    await write(phone, 'late', { timestamp: secondsAgo(10) });
    expect(await next()).toMatchObject({ status: 'accepted' });
  });
});

/** What a person wrote, seconds before now; the send lies between, 30 s ago. */
const WRITTEN = [
  [50, 'hello'],
  [45, 'STOP'],
  [20, 'hello again'],
  [15, 'STOP'],
  [10, 'START'],
] as const;

it('the order in which messages and a failure arrive changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...WRITTEN], { minLength: 1, maxLength: 3 }),
      fc.constantFrom(131047, 131026, 131050),
      fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
      async (written, code, ranks) => {
        const endOf = async (shuffle: boolean) => {
          const { phone, fail } = await sendThenHear();
          const events: (() => Promise<unknown>)[] = [
            () => fail(code),
            ...written.map(
              ([age, body]) =>
                () =>
                  write(phone, body, { timestamp: secondsAgo(age) }),
            ),
          ];
          const order = events.map((event, index) => ({ event, rank: shuffle ? (ranks[index] ?? 0) : 0 }));
          for (const { event } of order.sort((one, other) => one.rank - other.rank)) await event();
          const [person] = await meta.world.database.query<{ out: boolean; reachable: boolean }>(
            `SELECT contact.opted_out_at IS NOT NULL AS out,
                    COALESCE(contact.unreachable_until < clock_timestamp(), true) AS reachable
             FROM whatsapp_optin.contacts AS contact
             JOIN whatsapp_optin.contact_identities AS identity ON identity.contact_id = contact.id
             WHERE identity.value = $1`,
            [phone],
          );
          return { ...person, open: await meta.world.app.sessions.hasActiveSession(phone) };
        };
        const inOrder = await endOf(false);
        expect(await endOf(true), `${code} ${JSON.stringify(written)}`).toEqual(inOrder);
      },
    ),
    { numRuns: ENGINE === 'pglite' ? 40 : 120 },
  );
});

it.each(['asdf', null, '0', ''])(
  'a message of Meta’s with the time %j opens nothing; its STOP counts',
  async (timestamp) => {
    const phone = newPhone();
    await write(phone, 'hello', { timestamp });
    expect(await meta.world.app.sessions.hasActiveSession(phone)).toBe(false);
    await write(phone, 'hello');
    expect(await meta.world.app.sessions.hasActiveSession(phone)).toBe(true);
    await write(phone, 'STOP', { timestamp: timestamp === '0' ? 'soon' : timestamp });
    expect(await meta.world.app.sessions.hasActiveSession(phone)).toBe(false);
  },
);

describe('an opt-out at the SMS vendor', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  const sms = async (ticketId: string) =>
    (await world.notify({ ticketId, type: 'your_turn' })).attempts.find(({ tier }) => tier === 'sms');
  async function ticket(): Promise<{ phone: string; ticketId: string }> {
    const phone = newPhone();
    const ticketId = `sms-${randomUUID()}`;
    await world.createTicket(ticketId, { number: 'S001', phone });
    return { phone, ticketId };
  }
  const optIn = async ({ phone, ticketId }: { phone: string; ticketId: string }) => {
    const { message } = await world.createOptIn({ ticketId });
    await world.receive({ from: phone, text: message, ageSeconds: 5 });
  };
  const withdrawals = async (phone: string) =>
    (
      await world.database.query<{ channel: string }>(
        `SELECT consent.channel FROM whatsapp_optin.consents AS consent
         JOIN whatsapp_optin.contact_identities AS identity ON identity.contact_id = consent.contact_id
         WHERE identity.value = $1 AND consent.action = 'withdrawn' ORDER BY consent.recorded_at`,
        [phone],
      )
    ).map(({ channel }) => channel);

  it('blocks SMS to that phone, once in the journal, and no WhatsApp opt-in that may be newer', async () => {
    const person = await ticket();
    await optIn(person);
    world.simulator.behaviours.set('ultramsg', { mode: 'not_connected' }, person.phone);
    world.simulator.behaviours.set('twilio', { mode: 'unsubscribed' }, person.phone);
    expect(await sms(person.ticketId)).toMatchObject({ status: 'failed', errorCode: '21610' });
    expect(await sms(person.ticketId)).toMatchObject({ status: 'skipped', reason: 'opted_out' });
    world.simulator.behaviours.set('ultramsg', { mode: 'accept' }, person.phone);
    const { method } = await world.notify({ ticketId: person.ticketId, type: 'your_turn' });
    expect(method).toBe('whatsapp_fallback');
    expect(await withdrawals(person.phone)).toEqual(['sms']);
  });

  it('ends with a START by SMS, and with nothing else', async () => {
    const person = await ticket();
    world.simulator.behaviours.set('twilio', { mode: 'unsubscribed' }, person.phone);
    await sms(person.ticketId);
    world.simulator.behaviours.set('twilio', { mode: 'accept' }, person.phone);
    await optIn(person);
    world.simulator.behaviours.set('ultramsg', { mode: 'not_connected' }, person.phone);
    expect(await sms(person.ticketId)).toMatchObject({ status: 'skipped', reason: 'opted_out' });
    const start = { channel: 'sms', opensWindow: false, keyword: 'start', ageSeconds: -3600 } as const;
    await createInboundStore(world.database).accept([itemOf(person.phone, start)]);
    expect(await sms(person.ticketId)).toMatchObject({ status: 'accepted' });
  });

  it('silences the person who never opted in by a text of theirs', async () => {
    const { phone, ticketId } = await ticket();
    world.simulator.behaviours.set('twilio', { mode: 'unsubscribed' }, phone);
    await sms(ticketId);
    await world.receive({ from: phone, text: 'hello' });
    expect(await world.app.sessions.hasActiveSession(phone)).toBe(false);
    expect(await withdrawals(phone)).toEqual(['vendor']);
  });

  it('silences the person where an SMS arrived after their opt-in: the STOP is newer', async () => {
    const person = await ticket();
    await optIn(person);
    world.simulator.behaviours.set('ultramsg', { mode: 'not_connected' }, person.phone);
    expect(await sms(person.ticketId)).toMatchObject({ status: 'accepted' });
    world.simulator.behaviours.set('twilio', { mode: 'unsubscribed' }, person.phone);
    await sms(person.ticketId);
    expect(await world.app.sessions.hasActiveSession(person.phone)).toBe(false);
    expect(await withdrawals(person.phone)).toEqual(['vendor']);
  });
});
