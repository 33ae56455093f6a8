import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InboundMessage } from '../src/providers/inbound-event.js';
import type { MessageToAccept } from '../src/inbound/inbound-store.js';
import { createInboundStore } from '../src/storage/inbound-store.js';
import { ACCEPT_FURTHER_MESSAGE } from '../src/storage/further-statement.js';
import { ACCEPT_MESSAGE } from '../src/storage/inbound-statements.js';
import { COMPANY, openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

/** What happens to one person: a message of theirs, or SQL with their id as `$1` and their phone as `$2`. */
type Step =
  | string
  | (Partial<Omit<InboundMessage, 'sentAt'>> & { ageSeconds?: number; keyword?: 'stop' | 'start'; userId?: string });

let serial = 0;
const newPhone = (): string => `+9665100${String((serial += 1)).padStart(5, '0')}`;
const NOW = new Date(Math.floor(Date.now() / 1000) * 1000);

function messageOf(phone: string, step: Exclude<Step, string>): MessageToAccept {
  const { ageSeconds = 0, keyword = null, userId, ...fields } = step;
  return {
    account: { organizationId: 'clinic', provider: 'meta', businessNumber: COMPANY, evidence: 'signed_webhook' },
    event: {
      kind: 'message',
      providerMessageId: randomUUID(),
      sentAt: new Date(NOW.getTime() - ageSeconds * 1000),
      sender: [
        { kind: 'e164', value: phone },
        { kind: 'wa_id', value: phone.slice(1) },
        ...(userId === undefined ? [] : [{ kind: 'bsuid', value: userId } as const]),
      ],
      senderName: 'Sara',
      contentType: 'text',
      text: 'hello',
      raw: {},
      ...fields,
    },
    code: null,
    keyword,
    flag: null,
    sessionDurationHours: 24,
  };
}

/** Accepts through a database that hides the statement of further messages, or shows it. */
function storeWith({ further }: { further: boolean }) {
  const asked: string[] = [];
  const store = createInboundStore({
    ...world.database,
    async query(text, values) {
      if (text === ACCEPT_FURTHER_MESSAGE && !further) return [];
      asked.push(text);
      return world.database.query(text, values);
    },
  });
  return { store, asked };
}

async function contactOf(phone: string): Promise<string> {
  const [row] = await world.database.query<{ contact_id: string }>(
    `SELECT contact_id FROM whatsapp_optin.contact_identities WHERE organization_id = 'clinic' AND value = $1::text`,
    [phone],
  );
  return row?.contact_id ?? '';
}

/** Everything that messages leave behind, without ids and without the moments at which this test ran. */
const LEFT = `
SELECT contact.display_name, contact.opted_in_at, contact.opted_out_at, contact.unreachable_until, contact.pending_stops,
  (SELECT json_agg(json_build_array(kind, replace(value, substr($2::text, 2), ''), derived) ORDER BY kind, value)
   FROM whatsapp_optin.contact_identities WHERE organization_id = 'clinic' AND contact_id = contact.id) AS identities,
  (SELECT json_agg(json_build_array(session.phone_number = $2::text, session.initiated_at,
     CASE WHEN session.end_reason = 'opted_out' THEN NULL ELSE session.expires_at END, session.is_active,
     session.last_inbound_at, last_key.sent_at, opening_key.sent_at, session.epoch, session.ended_at, session.end_reason,
     replace(session.ticket_id, $2::text, ''), session.customer_name))
   FROM whatsapp_optin.whatsapp_sessions AS session
   JOIN whatsapp_optin.inbound_message_keys AS last_key ON last_key.id = session.last_message_id
   JOIN whatsapp_optin.inbound_message_keys AS opening_key ON opening_key.id = session.opened_by_message_id
   WHERE session.contact_id = contact.id) AS sessions,
  (SELECT json_agg(json_build_array(message.sent_at, provider, business_number, sender_name, content_type, message_content,
     keyword, session_id IS NULL, replace(ticket_id, $2::text, ''), opt_in_id, webhook_data, processed, flag, seen_at) ORDER BY received_at)
   FROM whatsapp_optin.whatsapp_inbound_messages AS message WHERE contact_id = contact.id) AS messages,
  (SELECT json_agg(json_build_array(sent_at, provider, business_number, state) ORDER BY created_at)
   FROM whatsapp_optin.inbound_message_keys WHERE contact_id = contact.id) AS keys,
  (SELECT json_agg(json_build_array(action, method, channel, message_sent_at) ORDER BY recorded_at)
   FROM whatsapp_optin.consents WHERE contact_id = contact.id) AS consents,
  (SELECT json_agg(json_build_array(kind, inbound_sent_at) ORDER BY created_at)
   FROM whatsapp_optin.owed_replies WHERE contact_id = contact.id) AS replies
FROM whatsapp_optin.contacts AS contact WHERE contact.organization_id = 'clinic' AND contact.id = $1::uuid`;

/** Lives through the steps; what is left, and which statements the last message asked for. */
async function live(steps: readonly Step[], options: { further: boolean }) {
  const phone = newPhone();
  const { store, asked } = storeWith(options);
  let told: unknown;
  for (const step of steps) {
    if (typeof step === 'string') {
      await world.database.query(step, [await contactOf(phone), phone]);
      continue;
    }
    asked.length = 0;
    const accepted = await store.accept(messageOf(phone, step));
    told = accepted && {
      ...accepted,
      ...{
        messageId: '',
        contactId: '',
        receivedAt: '',
        sessionId: accepted.sessionId !== null,
        ticketId: accepted.ticketId !== null,
      },
    };
  }
  const left = await world.database.query(LEFT, [await contactOf(phone), phone]);
  return { left, told, asked: [...asked] };
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

describe('a further message in an open window', () => {
  it.each<[string, Step[]]>([
    ['is one statement', [HELLO, {}]],
    ['brought late', [HELLO, {}, { ageSeconds: 300 }]],
    ['of another name, with a flag', [HELLO, { senderName: 'Sara Ali', contentType: 'image', text: '' }]],
    ['without a name', [HELLO, { senderName: null }]],
    ['by whom WhatsApp did not reach', [HELLO, MARKED, {}]],
    ['after a START', [HELLO, { ageSeconds: 500, keyword: 'stop' }, { ageSeconds: 400, keyword: 'start' }, {}]],
    [
      'of one who has a ticket that is over',
      [
        HELLO,
        TICKET,
        `UPDATE whatsapp_optin.tickets SET status = 'served'
      WHERE phone = $2::text AND $1::text <> ''`,
        {},
      ],
    ],
  ])('%s leaves what the whole statement would', async (_case, steps) => {
    const short = await live(steps, { further: true });
    const whole = await live(steps, { further: false });
    expect(short.asked).toEqual([ACCEPT_FURTHER_MESSAGE]);
    expect([short.told, short.left]).toEqual([whole.told, whole.left]);
  });
});

describe('any other message', () => {
  it.each<[string, Step[]]>([
    ['the first one', [HELLO]],
    ['after a STOP', [HELLO, { ageSeconds: 300, keyword: 'stop' }, {}]],
    ['after an end by staff', [HELLO, ENDED, {}]],
    ['written before an end by staff', [HELLO, ENDED, { ageSeconds: 600 }]],
    ['after the window ran out', [HELLO, RAN_OUT, {}]],
    ['older than a window', [HELLO, { ageSeconds: 25 * 3600 }]],
    ['while a ticket waits on the phone', [HELLO, TICKET, {}]],
    ['under a further identity', [HELLO, { userId: 'SA.1' }]],
    [
      'repeated',
      [
        { ...HELLO, providerMessageId: 'one' },
        { ...HELLO, providerMessageId: 'one' },
      ],
    ],
    ['by SMS', [HELLO, { opensWindow: false }]],
    ['that says STOP', [HELLO, { keyword: 'stop' }]],
  ])('%s is decided by the whole statement', async (_case, steps) => {
    expect((await live(steps, { further: true })).asked.at(-1)).toBe(ACCEPT_MESSAGE);
  });
});

it('counts from its arrival where its vendor dates it later', async () => {
  const phone = newPhone();
  const { store } = storeWith({ further: true });
  await store.accept(messageOf(phone, HELLO));
  await store.accept(messageOf(phone, { ageSeconds: -3600 }));
  const [session] = await world.database.query(
    `SELECT expires_at <= clock_timestamp() + interval '24 hours' AS as_long_as_a_window
     FROM whatsapp_optin.whatsapp_sessions WHERE contact_id = $1::uuid`,
    [await contactOf(phone)],
  );
  expect(session).toEqual({ as_long_as_a_window: true });
});

it('waits for a STOP that is being stored, and then extends nothing', async () => {
  const phone = newPhone();
  const { store } = storeWith({ further: true });
  await store.accept(messageOf(phone, HELLO));
  const contactId = await contactOf(phone);
  let open = (): void => undefined;
  // Begun outside the transaction, as by another server.
  const second = new Promise<void>((resolve) => (open = resolve)).then(() => store.accept(messageOf(phone, {})));
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
