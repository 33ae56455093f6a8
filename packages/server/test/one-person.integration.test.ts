import { randomUUID } from 'node:crypto';
import type { NotificationDocument } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMetaWorld, type MetaWorld } from './meta-world.js';
import { ADMIN, eventually } from './test-world.js';

let meta: MetaWorld;
beforeAll(async () => {
  meta = await openMetaWorld();
});
afterAll(() => meta?.close());

interface Names {
  phone: string;
  userId: string;
}
let serial = 0;
const newNames = (): Names => {
  serial += 1;
  return { phone: `+96650001${String(1000 + serial)}`, userId: `SA.77490000${String(1000 + serial)}` };
};

type Name = 'phone' | 'id' | 'both';
const NAMES: readonly Name[] = ['phone', 'id', 'both'];

/** What this person writes, as Meta reports it under these names. */
async function write({ phone, userId }: Names, as: Name, body = 'hello', ageSeconds = 0): Promise<void> {
  const status = await meta.receive(
    meta.text({
      id: `wamid.${randomUUID()}`,
      timestamp: String(Math.floor(Date.now() / 1000) - ageSeconds),
      ...(as !== 'id' && { from: phone.slice(1) }),
      ...(as !== 'phone' && { from_user_id: userId }),
      text: { body },
    }),
  );
  expect(status).toBe(200);
}

async function ticketOf(names: Names, as: Name): Promise<string> {
  const ticketId = `one-${randomUUID()}`;
  await meta.world.createTicket(ticketId, { number: 'P001', ...(as === 'phone' && { phone: names.phone }) });
  if (as === 'phone') return ticketId;
  const optIn = await meta.world.createOptIn({ ticketId });
  await write(names, as, optIn.message);
  return ticketId;
}

const whatsapp = ({ attempts }: NotificationDocument) => attempts.find(({ tier }) => tier === 'whatsapp');
const attemptFor = async (ticketId: string) => whatsapp(await meta.world.notify({ ticketId, type: 'your_turn' }));
const rows = <T extends Record<string, unknown>>(sql: string, values: unknown[]) =>
  meta.world.database.query<T>(sql, values);

const contactsOf = ({ phone, userId }: Names) =>
  rows<{ id: string; out: boolean; linked: boolean }>(
    `SELECT DISTINCT contact.id, contact.opted_out_at IS NOT NULL AS out, link.contact_id IS NOT NULL AS linked
     FROM whatsapp_optin.contact_identities AS identity
     JOIN whatsapp_optin.contacts AS contact ON contact.id = identity.contact_id
     LEFT JOIN whatsapp_optin.contact_links AS link ON link.contact_id = contact.id
     WHERE identity.value IN ($1, $2)`,
    [phone, userId],
  );

const flagsOf = async ({ userId }: Names) =>
  (
    await rows<{ flag: string | null }>(
      `SELECT message.flag FROM whatsapp_optin.whatsapp_inbound_messages AS message
       JOIN whatsapp_optin.contact_identities AS identity ON identity.contact_id = message.contact_id
       WHERE identity.value = $1 ORDER BY message.received_at`,
      [userId],
    )
  ).map(({ flag }) => flag);

/** Every order in which a person's two names and the pair of them may become known. */
const ORDERS: Name[][] = [
  ...NAMES.map((only) => [only]),
  ...NAMES.flatMap((one) => NAMES.filter((other) => other !== one).map((other) => [one, other])),
  ...NAMES.flatMap((one) =>
    NAMES.filter((other) => other !== one).map((other) => [
      one,
      other,
      ...NAMES.filter((n) => n !== one && n !== other),
    ]),
  ),
];
/** Where no message names the two together, nobody can know that they are one person. */
const PROVEN = ORDERS.flatMap((order) =>
  NAMES.filter((stop) => order.includes('both') || stop === 'both').map((stop) => ({ order, stop })),
);

describe('a STOP by any name', () => {
  it.each(PROVEN)('of a person known by $order, said as $stop, silences every name', async ({ order, stop }) => {
    const names = newNames();
    const tickets: string[] = [await ticketOf(names, 'phone')];
    for (const as of order) {
      tickets.push(await ticketOf(names, as));
      await write(names, as);
    }
    await eventually('the welcomes', async () => {
      const due = await rows(`SELECT FROM whatsapp_optin.owed_replies WHERE status IN ('due', 'claimed')`, []);
      return due.length === 0;
    });
    await write(names, stop, 'STOP');
    const sentBefore = meta.sent().length;
    expect((await contactsOf(names)).every(({ out }) => out)).toBe(true);
    for (const ticketId of tickets) {
      const { attempts } = await meta.world.notify({ ticketId, type: 'your_turn' });
      expect(attempts.map(({ status }) => status)).toEqual(['skipped', 'skipped', 'skipped']);
    }
    const texts = meta.sent().slice(sentBefore);
    expect(texts.filter(({ text }) => !text.body.includes('no more messages'))).toEqual([]);
  });

  it('holds for a name that is learnt only afterwards', async () => {
    const names = newNames();
    const ticketId = await ticketOf(names, 'id');
    await write(names, 'phone', 'STOP');
    expect(await attemptFor(ticketId)).toMatchObject({ status: 'accepted' });
    await write(names, 'both', 'And how long is the queue?');
    expect(await contactsOf(names)).toMatchObject([
      { out: true, linked: true },
      { out: true, linked: true },
    ]);
    expect(await attemptFor(ticketId)).toMatchObject({ status: 'skipped', reason: 'opted_out' });
  });

  it('ends with a START by another name', async () => {
    const names = newNames();
    const ticketId = await ticketOf(names, 'id');
    await write(names, 'phone');
    await write(names, 'both', 'STOP');
    await write(names, 'phone', 'START');
    expect((await contactsOf(names)).some(({ out }) => out)).toBe(false);
    expect(await attemptFor(ticketId)).toMatchObject({ status: 'accepted' });
  });

  it('that is older than an opt-in by another name does not undo it', async () => {
    const names = newNames();
    await write(names, 'phone', 'STOP', 600);
    const ticketId = await ticketOf(names, 'id');
    await write(names, 'both', 'hello');
    expect(await attemptFor(ticketId)).toMatchObject({ status: 'accepted' });
  });
});

describe('a window', () => {
  it('opened under one name is open under the other, with one welcome', async () => {
    const names = newNames();
    const ticketId = await ticketOf(names, 'phone');
    await write(names, 'id', 'one');
    await write(names, 'both', 'two');
    expect(await attemptFor(ticketId)).toMatchObject({ status: 'accepted' });
    expect(await meta.world.app.sessions.hasActiveSession(names.phone)).toBe(true);
    const welcomes = await rows(
      `SELECT FROM whatsapp_optin.owed_replies AS reply
       JOIN whatsapp_optin.contact_identities AS identity ON identity.contact_id = reply.contact_id
       WHERE identity.value IN ($1, $2) AND reply.kind = 'welcome' GROUP BY reply.id`,
      [names.phone, names.userId],
    );
    expect(welcomes).toHaveLength(1);
  });

  it('that staff end is ended under every name', async () => {
    const names = newNames();
    const ticketId = await ticketOf(names, 'id');
    await write(names, 'phone');
    await write(names, 'both');
    expect(await meta.world.app.sessions.endSession(names.phone)).toBe(true);
    expect(await attemptFor(ticketId)).toMatchObject({ status: 'skipped', reason: 'no_active_session' });
  });

  it('is not opened by an old message under another name, after staff ended it', async () => {
    const names = newNames();
    const ticketId = await ticketOf(names, 'id');
    await write(names, 'both');
    await meta.world.app.sessions.endSession(names.phone);
    await write(names, 'id', 'late', 120);
    expect(await attemptFor(ticketId)).toMatchObject({ status: 'skipped', reason: 'no_active_session' });
  });
});

describe('a pause', () => {
  it('of one name holds for the other, also where it is learnt only afterwards', async () => {
    const names = newNames();
    const ticketId = await ticketOf(names, 'phone');
    await write(names, 'id', 'one');
    await rows(
      `SELECT whatsapp_optin.pause_person_v1('clinic', contact_id, clock_timestamp() + interval '1 hour')
       FROM whatsapp_optin.contact_identities WHERE value = $1`,
      [names.userId],
    );
    await write(names, 'phone', 'two');
    await write(names, 'both', 'three');
    const { attempts } = await meta.world.notify({ ticketId, type: 'your_turn' });
    expect(attempts.map(({ status, reason }) => [status, reason])).toEqual([
      ['skipped', 'quiet_hours'],
      ['skipped', 'quiet_hours'],
      ['skipped', 'quiet_hours'],
    ]);
  });
});

describe('a second user id under a known phone', () => {
  it('is another person: flagged, apart, and the phone leads to them', async () => {
    const former = newNames();
    await write(former, 'both');
    const owner = { phone: former.phone, userId: `${former.userId}9` };
    const ticketId = await ticketOf(owner, 'phone');
    await write(owner, 'both', 'I have this number now');
    expect(await flagsOf(owner)).toEqual(['second_user_id']);
    const found = await rows<{ value: string; person: string }>(
      `SELECT value, contact_id AS person FROM whatsapp_optin.contact_identities WHERE value IN ($1, $2, $3)`,
      [former.phone, former.userId, owner.userId],
    );
    const personOf = (value: string) => found.find((row) => row.value === value)?.person;
    expect(personOf(owner.userId)).not.toBe(personOf(former.userId));
    expect(personOf(owner.phone)).toBe(personOf(owner.userId));
    const attempt = await attemptFor(ticketId);
    expect(attempt).toMatchObject({ status: 'accepted' });
    const serial = Number(attempt?.providerMessageId?.split('-').at(-1));
    expect(meta.sent()[serial - 1]).toMatchObject({ to: owner.phone.slice(1) });
  });

  it('inherits the silence, until they opt in themselves', async () => {
    const former = newNames();
    await write(former, 'both', 'STOP');
    const owner = { phone: former.phone, userId: `${former.userId}9` };
    const ticketId = await ticketOf(owner, 'phone');
    await write(owner, 'both', 'hello');
    expect(await attemptFor(ticketId)).toMatchObject({ status: 'skipped', reason: 'opted_out' });
    const optIn = await meta.world.createOptIn({ ticketId });
    await write(owner, 'both', optIn.message);
    expect(await attemptFor(ticketId)).toMatchObject({ status: 'accepted' });
  });

  it('stays the owner when an older message of the former one arrives late', async () => {
    const former = newNames();
    await write(former, 'both', 'hello', 900);
    const owner = { phone: former.phone, userId: `${former.userId}9` };
    await write(owner, 'both', 'mine');
    await write(former, 'both', 'late', 600);
    const [row] = await rows<{ same: boolean }>(
      `SELECT count(DISTINCT contact_id) = 1 AS same FROM whatsapp_optin.contact_identities WHERE value IN ($1, $2)`,
      [owner.phone, owner.userId],
    );
    expect(row).toEqual({ same: true });
  });
});

describe('an erasure', () => {
  const leftOf = async (names: Names) => (await contactsOf(names)).length;
  const erase = (name: string) =>
    meta.world.request('DELETE', `/api/contacts/${encodeURIComponent(name)}`, { key: ADMIN });
  const linked = async (): Promise<Names> => {
    const names = newNames();
    await write(names, 'phone', 'one');
    await write(names, 'id', 'two');
    await write(names, 'both', 'three');
    return names;
  };

  it.each(['phone', 'userId', 'contactId'] as const)('by %s reaches every linked contact', async (by) => {
    const names = await linked();
    const [first] = await contactsOf(names);
    const response = await erase(by === 'contactId' ? (first?.id ?? '') : names[by]);
    expect(response.status).toBe(200);
    expect(((await response.json()) as { contactIds: string[] }).contactIds).toHaveLength(2);
    expect(await leftOf(names)).toBe(0);
    expect((await erase(names[by === 'contactId' ? 'phone' : by])).status).toBe(404);
  });

  it('of a person without a phone takes their messages, name and ids', async () => {
    const names = newNames();
    await write(names, 'id', 'my secret words');
    expect((await erase(names.userId)).status).toBe(200);
    const left = await rows(
      `SELECT FROM whatsapp_optin.whatsapp_inbound_messages WHERE message_content = 'my secret words'`,
      [],
    );
    expect([left.length, await leftOf(names)]).toEqual([0, 0]);
  });
});

describe('the own page of any contact', () => {
  const act = (sql: string, contactId: string) => rows(`SELECT whatsapp_optin.${sql}`, [contactId]);

  it.each([0, 1])('stops, pauses and speaks for the whole person: contact %i', async (at) => {
    const names = newNames();
    await write(names, 'phone');
    const tickets = [await ticketOf(names, 'phone'), await ticketOf(names, 'id')];
    await write(names, 'both');
    const contacts = await contactsOf(names);
    expect(contacts).toHaveLength(2);
    const contactId = contacts[at]?.id ?? '';

    await act(`pause_person_v1('clinic', $1::uuid, clock_timestamp() + interval '1 hour')`, contactId);
    for (const ticket of tickets) expect((await attemptFor(ticket))?.reason).toBe('quiet_hours');
    await act(`pause_person_v1('clinic', $1::uuid, NULL)`, contactId);
    await act(`speak_to_person_v1('clinic', $1::uuid, 'tr')`, contactId);
    for (const ticket of tickets) expect((await attemptFor(ticket))?.status).not.toBe('skipped');
    const locales = await rows(
      `SELECT DISTINCT locale FROM whatsapp_optin.notification_logs WHERE ticket_id = ANY ($1::text[]) AND kind = 'ticket' AND success`,
      [tickets],
    );
    expect(locales).toEqual([{ locale: 'tr' }]);

    const consent = randomUUID();
    await rows(`SELECT whatsapp_optin.withdraw_by_page_v1('clinic', $1::uuid, $2::uuid)`, [contactId, consent]);
    expect((await contactsOf(names)).every(({ out }) => out)).toBe(true);
    for (const ticket of tickets) expect((await attemptFor(ticket))?.reason).toBe('opted_out');
  });
});
