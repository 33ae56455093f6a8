import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERASURE_STEPS, FORGET_MESSAGE_IDS, NOT_ERASED } from '../src/storage/erasure-statements.js';
import { EXPORTED_ROWS, NOT_EXPORTED } from '../src/storage/person-export-statements.js';
import { ADMIN, ORIGIN, SECRET, eventually, openWorld, type World } from './test-world.js';

const PHONE = '+966513777001';
const LINKED_ID = '59682983099001@lid';
/** What a person, or a host about them, may have left; each where it can be held. */
const CANARIES = {
  phone: PHONE.slice(1),
  userId: LINKED_ID.slice(0, -4),
  sender: 'Canarina Sender',
  customer: 'Canarina Customer',
  text: 'canary words of the customer',
  page: 'canary-page-path',
  endpoint: 'canary-push-endpoint',
  vendorId: 'canary-vendor-id',
  sms: 'canary words of an SMS',
  notice: 'canary words of a notice',
  kept: 'canary-kept-event',
};

let world: World;
const lines: string[] = [];
const write = (...parts: unknown[]) => void lines.push(JSON.stringify(parts));
beforeAll(async () => {
  world = await openWorld({ log: { debug: write, info: write, warn: write, error: write } });
  await fill();
});
afterAll(async () => {
  await world?.close();
});

const tables = async (): Promise<string[]> =>
  (
    await world.database.query<{ name: string }>(
      `SELECT class.relname AS name FROM pg_class AS class
       JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace AND namespace.nspname = 'whatsapp_optin'
       WHERE class.relkind IN ('r', 'p') AND NOT class.relispartition ORDER BY 1`,
    )
  ).map(({ name }) => name);

/** The tables in which any column, as text, holds any canary. */
async function holders(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of await tables()) {
    const rows = await world.database.query<{ text: string }>(
      `SELECT row::text AS text FROM whatsapp_optin.${table} AS row`,
    );
    const all = rows.map(({ text }) => text).join('\n');
    const held = Object.entries(CANARIES).flatMap(([name, canary]) => (all.includes(canary) ? [name] : []));
    if (held.length > 0) found[table] = held;
  }
  return found;
}

async function fill(): Promise<void> {
  await world.createTicket('canary', { number: 'C1', phone: PHONE, customerName: CANARIES.customer, locale: 'en' });
  const optIn = await world.createOptIn({ ticketId: 'canary', pageUrl: `${ORIGIN}/${CANARIES.page}` });
  const from = { from: PHONE, fields: { pushname: CANARIES.sender } };
  await world.receive({ ...from, text: optIn.message });
  await world.receive({ ...from, text: CANARIES.text });
  await eventually('the welcome', () => world.textsTo(PHONE).length === 1);
  await world.request('POST', '/api/push/subscriptions', {
    key: optIn.clientToken,
    headers: { origin: ORIGIN },
    body: {
      subscription: {
        endpoint: `http://127.0.0.1:1/${CANARIES.endpoint}`,
        keys: { p256dh: 'p', auth: 'a' },
      },
    },
  });
  await world.notify({ ticketId: 'canary', type: 'your_turn' });
  const run = (sql: string, values: unknown[] = []) => world.database.query(sql, values);
  const [person] = await run(`SELECT contact_id AS id FROM whatsapp_optin.contact_identities WHERE value = $1::text`, [
    PHONE,
  ]);
  const id = person?.['id'];
  await run(
    `INSERT INTO whatsapp_optin.contact_identities (organization_id, kind, value, contact_id) VALUES ('clinic', 'jid', $1::text, $2::uuid)`,
    [LINKED_ID, id],
  );
  // What only another vendor, a failure or a moment leaves behind.
  await run(
    `INSERT INTO whatsapp_optin.push_subscriptions (organization_id, id, endpoint, endpoint_hash, p256dh, auth, ticket_id)
     VALUES ('clinic', gen_random_uuid(), $1::text, '\\x01', 'p', 'a', 'canary')`,
    [`https://push.example/${CANARIES.endpoint}`],
  );
  await run(
    `INSERT INTO whatsapp_optin.kept_events (organization_id, provider, event_hash, why, webhook_data)
     VALUES ('clinic', 'ultramsg', '\\x02', 'unknown', jsonb_build_object('from', $1::text, 'note', $2::text))`,
    [`${CANARIES.phone}@c.us`, CANARIES.kept],
  );
  await run(
    `UPDATE whatsapp_optin.notification_attempts SET provider_message_id = $1::text WHERE contact_id = $2::uuid`,
    [`false_${CANARIES.phone}@c.us_${CANARIES.vendorId}`, id],
  );
  await run(
    `INSERT INTO whatsapp_optin.owed_prices (organization_id, attempt_id, tier, provider, provider_message_id, status, due_at)
     SELECT organization_id, id, tier, 'ultramsg', provider_message_id, 'sent', 'infinity'
     FROM whatsapp_optin.notification_attempts WHERE contact_id = $1::uuid`,
    [id],
  );
  await run(
    `INSERT INTO whatsapp_optin.sms_notifications (organization_id, id, phone_number, message_content, notification_type, provider_message_id)
     SELECT organization_id, id, $1::text, $2::text, 'your_turn', $3::text
     FROM whatsapp_optin.notification_attempts WHERE contact_id = $4::uuid LIMIT 1`,
    [PHONE, CANARIES.sms, CANARIES.vendorId, id],
  );
  await run(
    `UPDATE whatsapp_optin.notification_logs SET delivered_to = $1::text, content = jsonb_build_object('text', $2::text)
     WHERE contact_id = $3::uuid`,
    [PHONE, CANARIES.notice, id],
  );
  await run(
    `INSERT INTO whatsapp_optin.idempotency_keys (organization_id, route, key_hash, body_hash, http_status, body)
     VALUES ('clinic', 'POST /api/notifications', '\\x03', 'x', 200, $1::text)`,
    [JSON.stringify({ deliveredTo: PHONE })],
  );
}

describe('each table', () => {
  it('is exported, or a reason says why not', async () => {
    expect([...Object.keys(EXPORTED_ROWS), ...Object.keys(NOT_EXPORTED)].sort()).toEqual(await tables());
  });

  it('is reached by an erasure, or a reason says why not', async () => {
    const reached = [FORGET_MESSAGE_IDS, ...ERASURE_STEPS].map(({ table }) => table);
    expect([...new Set([...reached, ...Object.keys(NOT_ERASED)])].sort()).toEqual(await tables());
    expect(reached.filter((table) => table in NOT_ERASED)).toEqual([]);
  });
});

describe('a person', () => {
  it('is held where the test expects it, and exported whole', async () => {
    const held = await holders();
    expect(new Set(Object.values(held).flat())).toEqual(new Set(Object.keys(CANARIES)));
    const response = await world.request('GET', `/api/contacts/${PHONE}/export`, { key: ADMIN });
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const text = await response.text();
    const missing = Object.entries(CANARIES).filter(([, canary]) => !text.includes(canary));
    expect(missing).toEqual([]);
    // A table that holds a canary is in the export, or its reason says that it repeats what is.
    expect(Object.keys(held).filter((table) => !(table in EXPORTED_ROWS))).toEqual([
      'idempotency_keys',
      'owed_prices',
      'session_words',
    ]);
    expect(text).not.toMatch(/token_hash|code_hash|"auth"|p256dh/);
  });

  it('is in no table and no log line after the erasure', async () => {
    const erased = await world.request('DELETE', `/api/contacts/${PHONE}`, { key: ADMIN });
    expect(erased.status).toBe(200);
    expect(await holders()).toEqual({});
    expect(lines.length).toBeGreaterThan(0);
    const logged = lines.filter((line) => Object.values(CANARIES).some((canary) => line.includes(canary)));
    expect(logged).toEqual([]);
    expect((await world.request('GET', `/api/contacts/${PHONE}/export`, { key: ADMIN })).status).toBe(404);
    expect((await world.request('GET', '/api/tickets/canary', { key: SECRET })).status).not.toBe(500);
  });
});
