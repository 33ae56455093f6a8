// @ts-check

export const ORGANIZATION = 'bench';
const NUMBER = '+966500000000';
const DAYS = 30;

/** Tables of the large set: what grows with customers, and not with what was said to them. */
const OF_CUSTOMERS = ['contacts', 'contact_identities', 'inbound_message_keys', 'whatsapp_sessions', 'session_words'];

/**
 * SQL of a UUID of version 7, as the server makes it: its moment comes first.
 *
 * @param {string} at @param {string} kind
 */
const idOf = (at, kind) =>
  `(lpad(to_hex((extract(epoch FROM ${at}) * 1000)::bigint), 12, '0') || '7' || substr(md5('${kind}' || n), 1, 3) || '8' || substr(md5('${kind}' || n), 4, 15))::uuid`;

/** Names of two words. "sara" and "omar" are frequent, and never one person's. */
const NAME = `(ARRAY['Sara','Omar','Lina','Yusuf','Mona','Ali','Nora','Huda','Sami','Rami'])[1 + n % 10] || ' '
  || (ARRAY['Haddad','Nasser','Khalil','Saleh','Farah','Aziz','Hamdan'])[1 + (n / 10) % 7] || CASE WHEN n % 997 = 0 THEN ' Zarqawi' ELSE '' END`;

const PHONE = `'+9665' || lpad(n::text, 8, '0')`;

/** @param {number} n from 1 */
export function phoneOf(n) {
  return `+9665${String(n).padStart(8, '0')}`;
}

/**
 * One row a person and table, evenly over the last 30 days.
 *
 * @type {Readonly<Record<string, string>>}
 */
const ROWS = {
  contacts: `(organization_id, id, display_name, opted_in_at, created_at) SELECT '${ORGANIZATION}', contact, ${NAME}, at, at FROM people`,
  contact_identities: `(organization_id, kind, value, contact_id, created_at) SELECT '${ORGANIZATION}', 'e164', ${PHONE}, contact, at FROM people`,
  tickets: `(organization_id, id, number, phone, customer_name, status, contact_id, created_at, updated_at)
    SELECT '${ORGANIZATION}', 't-' || n, 'A' || n % 1000, ${PHONE}, ${NAME}, CASE WHEN age < interval '1 hour' THEN 'waiting' ELSE 'served' END, contact, at, at FROM people`,
  inbound_message_keys: `(organization_id, contact_id, business_number, id, sent_at, provider, message_hash, state, created_at)
    SELECT '${ORGANIZATION}', contact, '${NUMBER}', message, at, 'meta', decode(md5('message' || n), 'hex'), 'accepted', at FROM people`,
  whatsapp_inbound_messages: `(organization_id, received_at, id, contact_id, business_number, sent_at, provider, phone_number, sender_name, content_type, message_content, session_id, ticket_id, opt_in_id, webhook_data, seen_at)
    SELECT '${ORGANIZATION}', at, message, contact, '${NUMBER}', at, 'meta', ${PHONE}, ${NAME}, 'text', 'Hello, ticket A' || n, ${idOf('at', 'session')}, 't-' || n, ${idOf('at', 'opt-in')}, '{"type":"text"}', at FROM people`,
  whatsapp_sessions: `(organization_id, id, business_number, contact_id, phone_number, initiated_at, expires_at, is_active, last_inbound_at, last_message_id, opened_by_message_id, ticket_id, customer_name, created_at, updated_at)
    SELECT '${ORGANIZATION}', ${idOf('at', 'session')}, '${NUMBER}', contact, ${PHONE}, at, at + interval '24 hours', age < interval '24 hours', at, message, message, 't-' || n, ${NAME}, at, at FROM people`,
  session_words: `(organization_id, word, session_id) SELECT '${ORGANIZATION}', word, ${idOf('at', 'session')}
    FROM people CROSS JOIN LATERAL whatsapp_optin.words_of(${NAME}, 'A' || n % 1000, ${PHONE}) AS word`,
  opt_ins: `(organization_id, id, code_hash, token_hash, ticket_id, message_style, locale, wording, wording_hash, state, expires_at, contact_id, business_number, inbound_message_id, connected_at, created_at, updated_at)
    SELECT '${ORGANIZATION}', ${idOf('at', 'opt-in')}, decode(md5('code' || n), 'hex'), decode(md5('token' || n), 'hex'), 't-' || n, 'branded', 'en', 'Hello', '\\x01', 'connected', at + interval '1 hour', contact, '${NUMBER}', message, at, at, at FROM people`,
  opt_in_events: `(organization_id, created_at, id, opt_in_id, type) SELECT '${ORGANIZATION}', at, ${idOf('at', 'event')}, ${idOf('at', 'opt-in')}, 'link_open' FROM people`,
  consents: `(organization_id, recorded_at, id, contact_id, action, purpose, channel, method, opt_in_id, inbound_message_id, provider, message_sent_at, evidence)
    SELECT '${ORGANIZATION}', at, ${idOf('at', 'consent')}, contact, 'granted', 'ticket_notifications', 'whatsapp', 'opt_in_code', ${idOf('at', 'opt-in')}, message, 'meta', at, 'signed_webhook' FROM people`,
  owed_replies: `(organization_id, id, kind, contact_id, business_number, inbound_message_id, inbound_sent_at, status, created_at, updated_at)
    SELECT '${ORGANIZATION}', ${idOf('at', 'reply')}, 'welcome', contact, '${NUMBER}', message, at, 'done', at, at FROM people`,
  notification_logs: `(organization_id, id, kind, type, ticket_id, contact_id, locale, success, settled, method, delivered_to, created_at, updated_at)
    SELECT '${ORGANIZATION}', ${idOf('at', 'log')}, 'ticket', 'your_turn', 't-' || n, contact, 'en', true, true, 'whatsapp_fallback', ${PHONE}, at, at FROM people`,
  notification_attempts: `(organization_id, id, notification_id, tier, status, provider, provider_message_id, contact_id, business_number, inbound_message_id, inbound_sent_at, at, updated_at, message_hash)
    SELECT '${ORGANIZATION}', ${idOf('at', 'attempt')}, ${idOf('at', 'log')}, 'whatsapp', 'delivered', 'meta', 'wamid.' || n, contact, '${NUMBER}', message, at, at + interval '1 second', at, decode(md5('sent' || n), 'hex') FROM people`,
  delivery_statuses: `(organization_id, provider, message_hash, status, attempt_id, at, received_at)
    SELECT '${ORGANIZATION}', 'meta', decode(md5('sent' || n), 'hex'), 'delivered', ${idOf('at', 'attempt')}, at, at FROM people`,
};

/**
 * Fills a migrated, empty database with so many people, one message, session, ticket, consent and notification each.
 *
 * @param {import('pg').Client} client
 * @param {number} people
 * @param {{ customersAlone: boolean }} options `customersAlone`: contacts, keys and sessions, without what was said
 */
export async function fillDataSet(client, people, { customersAlone }) {
  await client.query(`INSERT INTO whatsapp_optin.organizations (id, name, whatsapp_number, whatsapp_enabled)
    VALUES ('${ORGANIZATION}', 'Acme Clinic', '${NUMBER}', true) ON CONFLICT DO NOTHING`);
  // Neither triggers nor foreign keys: the rows fit by themselves.
  await client.query(`SET session_replication_role = replica`);
  await client.query(`SET synchronous_commit = off`);
  const span = `interval '${DAYS} days' / ${people}`;
  await client.query(`CREATE TEMPORARY TABLE chosen AS SELECT clock_timestamp() AS ends`);
  for (const [table, insert] of Object.entries(ROWS)) {
    if (customersAlone && !OF_CUSTOMERS.includes(table)) continue;
    await client.query(
      `INSERT INTO whatsapp_optin.${table} ${insert.replace(
        'FROM people',
        `FROM (SELECT n, at, chosen.ends - at AS age, ${idOf('at', 'contact')} AS contact, ${idOf('at', 'message')} AS message
        FROM chosen, generate_series(1, ${people}) AS n, LATERAL (SELECT chosen.ends - ${span} * (${people} - n)) AS moment (at)) AS people`,
      )}`,
    );
  }
  await client.query(`SET session_replication_role = origin`);
  await client.query(`VACUUM (ANALYZE)`);
}
