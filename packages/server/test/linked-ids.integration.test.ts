import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPANY, openWorld, type World } from './test-world.js';

/** UltraMsg may deliver one message twice: from the sender's phone and from their linked id, each in an id of its own. */
interface Names {
  phone: string;
  linkedId: string;
  key: string;
}

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

let serial = 0;
function newNames(): Names {
  serial += 1;
  return {
    phone: `+96650000${String(7000 + serial)}`,
    linkedId: `5968298302${String(2600 + serial)}`,
    key: `3EB0E51D048DA5A9${String(7000 + serial)}`,
  };
}

const byPhone = ({ phone, key }: Names, text: string) =>
  world.receive({ from: phone, text, id: `false_${phone.slice(1)}@c.us_${key}` });
const byLinkedId = ({ phone, linkedId, key }: Names, text: string) =>
  world.receive({ from: phone, text, id: `false_${linkedId}@lid_${key}`, fields: { from: `${linkedId}@lid` } });

async function count(table: string, condition: string, values: readonly unknown[]): Promise<number> {
  const [row] = await world.database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM whatsapp_optin.${table} WHERE ${condition}`,
    values,
  );
  return row?.count ?? 0;
}

/** Everything that one message may leave only once. */
async function traces(text: string) {
  const messages = await count('whatsapp_inbound_messages', 'message_content = $1::text', [text]);
  const keyed = `inbound_message_id IN (SELECT id FROM whatsapp_optin.whatsapp_inbound_messages WHERE message_content = $1::text)`;
  return { messages, sessions: await openSessions(), replies: await count('owed_replies', keyed, [text]) };
}

const openSessions = () => count('whatsapp_sessions', 'ended_at IS NULL AND business_number = $1::text', [COMPANY]);

describe('a message that comes under both names of its sender', () => {
  it.each([
    ['by phone first', [byPhone, byLinkedId]],
    ['by linked id first', [byLinkedId, byPhone]],
  ])('counts once, %s', async (order, [first, second]) => {
    const names = newNames();
    const text = `hello ${order}`;
    const before = await openSessions();
    expect([await first?.(names, text), await second?.(names, text), await first?.(names, text)]).toEqual([
      200, 200, 200,
    ]);
    expect(await traces(text)).toEqual({ messages: 1, sessions: before + 1, replies: 1 });
  });

  it('counts once when both come at once', async () => {
    const names = newNames();
    const before = await openSessions();
    await Promise.all([byPhone(names, 'at once'), byLinkedId(names, 'at once')]);
    expect(await traces('at once')).toEqual({ messages: 1, sessions: before + 1, replies: 1 });
  });

  it.each([
    ['by phone first', [byPhone, byLinkedId]],
    ['by linked id first', [byLinkedId, byPhone]],
  ])('stops what goes to either name, and is confirmed once: %s', async (_order, [first, second]) => {
    const names = newNames();
    await byPhone({ ...names, key: `3EB0${names.key.slice(4)}AA` }, 'hello');
    await first?.(names, 'STOP');
    await second?.(names, 'STOP');
    const people = `IN (SELECT contact_id FROM whatsapp_optin.contact_identities WHERE value = ANY ($1::text[]))`;
    const values = [[names.phone, `${names.linkedId}@lid`]];
    expect(await count('contacts', `opted_out_at IS NOT NULL AND id ${people}`, values)).toBe(2);
    expect(await world.app.sessions.hasActiveSession(names.phone)).toBe(false);
    expect(await count('owed_replies', `kind = 'opt_out_confirmation' AND contact_id ${people}`, values)).toBe(1);
  });
});

it('takes a short last part for no key: it may be of another person', async () => {
  const [one, other] = [newNames(), newNames()];
  const before = await openSessions();
  await byPhone({ ...one, key: 'A1' }, 'short');
  await byPhone({ ...other, key: 'A1' }, 'short');
  expect(await openSessions()).toBe(before + 2);
});
