import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInboundStore } from '../src/storage/inbound-store.js';
import { findContact, itemOf, newPhone, NOW, type ItemChanges } from './inbound-items.js';
import { openWorld, type World } from './test-world.js';

let world: World;
let store: ReturnType<typeof createInboundStore>;
beforeAll(async () => {
  world = await openWorld();
  store = createInboundStore(world.database);
});
afterAll(async () => {
  await world?.close();
});

/** What happens to one person: a message of theirs, or SQL with their id as `$1` and their phone as `$2`. */
type Step = string | ItemChanges;

const accept = async (phone: string, step: ItemChanges) => (await store.accept([itemOf(phone, step)]))[0];

const contactOf = (phone: string) => findContact(world.database, phone);

const LEFT = `
SELECT contact.display_name AS name, contact.opted_out_at IS NOT NULL AS "isOut",
  contact.unreachable_until IS NOT NULL AS "isUnreachable",
  (SELECT count(*)::int FROM whatsapp_optin.contact_identities WHERE contact_id = contact.id) AS identities,
  session.ended_at IS NULL AS "isOpen", session.epoch, session.ticket_id IS NOT NULL AS "hasTicket", session.customer_name AS customer,
  extract(epoch FROM session.expires_at - $2::timestamptz - interval '24 hours')::int AS "endsAfterSeconds",
  (SELECT count(*)::int FROM whatsapp_optin.whatsapp_inbound_messages WHERE contact_id = contact.id) AS messages,
  (SELECT json_agg(action || ' ' || method ORDER BY recorded_at) FROM whatsapp_optin.consents
   WHERE contact_id = contact.id) AS consents,
  (SELECT json_agg(kind ORDER BY created_at) FROM whatsapp_optin.owed_replies WHERE contact_id = contact.id) AS replies
FROM whatsapp_optin.contacts AS contact
LEFT JOIN whatsapp_optin.whatsapp_sessions AS session ON session.contact_id = contact.id
WHERE contact.organization_id = 'clinic' AND contact.id = $1::uuid`;

/** Lives through the steps. @returns what they leave; `endsAfterSeconds`: when the window ends, 0 for one of a message of now */
async function live(steps: readonly Step[]) {
  const phone = newPhone();
  for (const step of steps) {
    if (typeof step === 'string') await world.database.query(step, [await contactOf(phone), phone]);
    else await accept(phone, step);
  }
  const [left] = await world.database.query(LEFT, [await contactOf(phone), NOW]);
  return left;
}

/** Harder than what staff do, which moves the expiry as well. */
const ENDED = `UPDATE whatsapp_optin.whatsapp_sessions SET is_active = false, ended_at = last_inbound_at + interval '1 minute',
  end_reason = 'staff' WHERE contact_id = $1::uuid AND $2::text <> ''`;
const RAN_OUT = `UPDATE whatsapp_optin.whatsapp_sessions SET expires_at = last_inbound_at + interval '1 second'
  WHERE contact_id = $1::uuid AND $2::text <> ''`;
const MARKED = `UPDATE whatsapp_optin.contacts SET unreachable_until = clock_timestamp() + interval '1 day'
  WHERE id = $1::uuid AND $2::text <> ''`;
const TICKET = `INSERT INTO whatsapp_optin.tickets (organization_id, id, number, phone, customer_name)
  SELECT 'clinic', 'ticket ' || $2::text, 'A1', $2::text, 'Sara B.' WHERE $1::text <> ''`;

const HELLO = { ageSeconds: 600 };

const GRANTED = 'granted inbound_message';
const OPEN = { isOpen: true, epoch: 1, endsAfterSeconds: 0, consents: [GRANTED], replies: ['welcome'] };
const STOPPED = { isOut: true, isOpen: false, epoch: 1, consents: [GRANTED, 'withdrawn keyword'] };
const BOTH_REPLIES = ['welcome', 'opt_out_confirmation'];

describe('a further message', () => {
  it.each<[string, Step[], object]>([
    ['extends the window', [HELLO, {}], OPEN],
    ['brought late leaves the later end', [HELLO, {}, { ageSeconds: 300 }], { ...OPEN, messages: 3 }],
    ['brings a new name', [HELLO, { senderName: 'Sara Ali' }], { ...OPEN, name: 'Sara Ali', customer: 'Sara Ali' }],
    ['without a name leaves the old one', [HELLO, { senderName: null }], { ...OPEN, name: 'Sara', customer: 'Sara' }],
    ['shows that WhatsApp reaches them', [HELLO, MARKED, {}], { ...OPEN, isUnreachable: false }],
    ['brings a further identity', [HELLO, { userId: 'SA.1' }], { ...OPEN, identities: 3 }],
    ['opens nothing after a STOP', [HELLO, { ageSeconds: 300, keyword: 'stop' }, {}], STOPPED],
    [
      'opens the window again after an end by staff',
      [HELLO, ENDED, {}],
      { ...OPEN, epoch: 2, consents: [GRANTED, GRANTED], replies: ['welcome', 'welcome'] },
    ],
    [
      'written before an end by staff leaves it closed',
      [HELLO, ENDED, HELLO],
      { ...OPEN, isOpen: false, endsAfterSeconds: -600 },
    ],
    [
      'opens the window again after it ran out',
      [HELLO, RAN_OUT, {}],
      { ...OPEN, epoch: 2, consents: [GRANTED, GRANTED], replies: ['welcome', 'welcome'] },
    ],
    [
      'repeated changes nothing',
      [
        { ...HELLO, providerMessageId: 'one' },
        { ...HELLO, providerMessageId: 'one' },
      ],
      { ...OPEN, endsAfterSeconds: -600, messages: 1 },
    ],
    ['by SMS extends nothing', [HELLO, { opensWindow: false }], { ...OPEN, endsAfterSeconds: -600, messages: 2 }],
    ['that says STOP ends the window', [HELLO, { keyword: 'stop' }], { ...STOPPED, replies: BOTH_REPLIES }],
    [
      'that says START opens it again',
      [HELLO, { ageSeconds: 500, keyword: 'stop' }, { ageSeconds: 400, keyword: 'start' }, {}],
      { isOut: false, isOpen: true, epoch: 2, endsAfterSeconds: 0, replies: [...BOTH_REPLIES, 'welcome'] },
    ],
  ])('%s', async (_case, steps, expected) => {
    expect(await live(steps)).toMatchObject(expected);
  });

  it('finds the ticket that waits on the phone', async () => {
    const left = await live([HELLO, TICKET, {}]);
    expect(left).toMatchObject({ ...OPEN, hasTicket: true, customer: 'Sara B.' });
  });

  it('older than a window opens none', async () => {
    expect(await live([{ ageSeconds: 25 * 3600 }])).toMatchObject({
      epoch: null,
      consents: null,
      replies: null,
      messages: 1,
    });
  });
});

it('counts from its arrival where its vendor dates it later', async () => {
  const phone = newPhone();
  await accept(phone, HELLO);
  await accept(phone, { ageSeconds: -3600 });
  const [session] = await world.database.query(
    `SELECT expires_at <= clock_timestamp() + interval '24 hours' AS as_long_as_a_window
     FROM whatsapp_optin.whatsapp_sessions WHERE contact_id = $1::uuid`,
    [await contactOf(phone)],
  );
  expect(session).toEqual({ as_long_as_a_window: true });
});

it('waits for a STOP that is being stored, and then extends nothing', async () => {
  const phone = newPhone();
  await accept(phone, HELLO);
  const contactId = await contactOf(phone);
  let open = (): void => undefined;
  // Begun outside the transaction, as by another server.
  const second = new Promise<void>((resolve) => (open = resolve)).then(() => accept(phone, {}));
  await world.database.transaction(async (transaction) => {
    await transaction.query(
      `UPDATE whatsapp_optin.contacts SET opted_out_at = clock_timestamp() + interval '1 minute' WHERE id = $1::uuid`,
      [contactId],
    );
    open();
    // One that does not wait is over by then.
    await transaction.query(`SELECT pg_sleep(0.3)`, []);
  });
  expect(await second).toMatchObject({ sessionId: null });
  const [session] = await world.database.query(
    `SELECT last_inbound_at FROM whatsapp_optin.whatsapp_sessions WHERE contact_id = $1::uuid`,
    [contactId],
  );
  expect(session).toEqual({ last_inbound_at: new Date(NOW.getTime() - 600_000) });
});
