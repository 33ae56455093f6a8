import type { SessionFilter, SessionSort } from '@whatsapp-optin/sdk/contract';
import type { PageRequest } from '../admin-queries/page.js';
import type { SearchRights, SessionQueries, SessionRow } from '../admin-queries/session-queries.js';
import type { Database, Row } from './database.js';
import { PageQuery, cursorMoment, toPage } from './page-query.js';
import { contactsOfSql } from './person-contacts.js';
import { MAX_SEARCHED, planSearch } from './session-search.js';

interface SessionListRow extends Row {
  id: string;
  cursor_value: string;
  contact_id: string;
  name: string | null;
  phone: string | null;
  ticket_id: string | null;
  ticket_number: string | null;
  ticket_status: string | null;
  ticket_phone: string | null;
  status: SessionRow['status'];
  message_id: string;
  message_content: string | null;
  received_at: Date | null;
  by_code: boolean;
  initiated_at: Date;
  last_inbound_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  end_reason: string | null;
  notices: number;
  renewed: number;
  push_subscriptions: number;
  sendable: boolean;
  opted_out: boolean;
  epoch: number;
  reminded: boolean;
}

const NAME = `COALESCE(session.customer_name, '')`;
const ORDERS: Record<SessionSort, { column: string; cursor: string; type: string; descending: boolean }> = {
  expiresAt: order('session.expires_at', false),
  '-expiresAt': order('session.expires_at', true),
  initiatedAt: order('session.initiated_at', false),
  '-initiatedAt': order('session.initiated_at', true),
  customerName: { column: NAME, cursor: NAME, type: 'text', descending: false },
  '-customerName': { column: NAME, cursor: NAME, type: 'text', descending: true },
};

function order(column: string, descending: boolean) {
  return { column, cursor: cursorMoment(column), type: 'timestamptz', descending };
}

/** What is ended, by staff or by STOP, has its end in `expires_at`; that a session is open implies `is_active`. */
const IN_STATUS = {
  active: `session.is_active AND session.expires_at > clock_timestamp()`,
  expiring: `session.is_active AND session.expires_at > clock_timestamp()
    AND session.expires_at <= clock_timestamp() + interval '1 hour'`,
  ended: `session.expires_at <= clock_timestamp()`,
} as const;

function filtered(organizationId: string, filter: SessionFilter): PageQuery {
  return new PageQuery(organizationId, 'session.organization_id = $1::text')
    .and(filter.status && IN_STATUS[filter.status])
    .where(filter.ticketId, (at) => `session.ticket_id = ${at}::text`)
    .where(filter.contactId, (at) => `session.contact_id = ${at}::uuid`)
    .where(filter.from, (at) => `session.initiated_at >= ${at}::timestamptz`)
    .where(filter.to, (at) => `session.initiated_at < ${at}::timestamptz`);
}

/** An index chooses the rows first; details are looked up for these rows alone. */
const described = (chosen: string, margin: string, ordered: string): string => `
WITH chosen AS MATERIALIZED (${chosen})
SELECT session.id, session.cursor_value, session.contact_id,
       COALESCE(ticket.customer_name, session.customer_name, person.display_name) AS name,
       COALESCE(session.phone_number, (
         SELECT identity.value FROM whatsapp_optin.contact_identities AS identity
         WHERE identity.organization_id = session.organization_id AND identity.contact_id = session.contact_id
           AND identity.kind = 'e164' AND NOT identity.derived LIMIT 1)) AS phone,
       session.ticket_id, ticket.number AS ticket_number, ticket.status AS ticket_status, ticket.phone AS ticket_phone,
       CASE WHEN session.ended_at IS NOT NULL OR session.expires_at <= clock_timestamp() THEN 'ended'
            WHEN session.expires_at <= clock_timestamp() + interval '1 hour' THEN 'expiring' ELSE 'active' END AS status,
       session.opened_by_message_id AS message_id, message.message_content, message.received_at,
       message.opt_in_id IS NOT NULL AS by_code,
       session.initiated_at, session.last_inbound_at, session.expires_at, session.ended_at, session.end_reason, session.epoch,
       notice.notices, notice.renewed, notice.reminded,
       (SELECT count(*)::int FROM whatsapp_optin.push_subscriptions AS subscription
        WHERE subscription.organization_id = session.organization_id AND subscription.ticket_id = session.ticket_id)
         AS push_subscriptions,
       session.ended_at IS NULL AND person.opted_out_at IS NULL
         AND session.expires_at > clock_timestamp() + make_interval(secs => ${margin}::int) AS sendable,
       person.opted_out_at IS NOT NULL AS opted_out
FROM chosen AS session
JOIN whatsapp_optin.contacts AS person
  ON person.organization_id = session.organization_id AND person.id = session.contact_id
LEFT JOIN whatsapp_optin.tickets AS ticket
  ON ticket.organization_id = session.organization_id AND ticket.id = session.ticket_id
LEFT JOIN LATERAL (
  SELECT inbound.message_content, inbound.received_at, inbound.opt_in_id
  FROM whatsapp_optin.whatsapp_inbound_messages AS inbound
  WHERE inbound.organization_id = session.organization_id AND inbound.id = session.opened_by_message_id LIMIT 1
) AS message ON true
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE reminder.sent)::int AS notices,
         count(*) FILTER (WHERE reminder.sent AND EXISTS (
           SELECT FROM whatsapp_optin.inbound_message_keys AS answer
           WHERE answer.organization_id = reminder.organization_id AND answer.contact_id = reminder.contact_id
             AND answer.business_number = reminder.business_number AND answer.state = 'accepted'
             AND answer.sent_at > reminder.created_at AND answer.sent_at <= reminder.expires_at))::int AS renewed,
         COALESCE(bool_or(reminder.epoch = session.epoch), false) AS reminded
  FROM whatsapp_optin.renewal_notices AS reminder
  WHERE reminder.organization_id = session.organization_id AND reminder.session_id = session.id
) AS notice
${ordered}`;

// With those of the person's other contacts: a notification would find them.
const END = `
UPDATE whatsapp_optin.whatsapp_sessions AS session
SET is_active = false, ended_at = clock_timestamp(), end_reason = 'staff',
    expires_at = LEAST(session.expires_at, clock_timestamp()), updated_at = clock_timestamp()
FROM whatsapp_optin.whatsapp_sessions AS named
CROSS JOIN LATERAL ${contactsOfSql('$1::text', 'named.contact_id')} AS member (id)
WHERE named.organization_id = $1::text AND named.id = $2::uuid AND named.ended_at IS NULL
  AND named.expires_at > clock_timestamp()
  AND session.organization_id = $1::text AND session.business_number = named.business_number
  AND session.contact_id = member.id AND session.ended_at IS NULL AND session.expires_at > clock_timestamp()
RETURNING session.id`;

const COUNT_OPEN = `
SELECT count(*)::int AS active,
       count(*) FILTER (WHERE session.expires_at <= clock_timestamp() + interval '1 hour')::int AS expiring
FROM whatsapp_optin.whatsapp_sessions AS session
WHERE session.organization_id = $1::text AND ${IN_STATUS.active}`;

/** Of a time, so many sessions are sorted by their end: their starts and ends are read from one index. */
const MAX_SORTED = 400_000;

const COUNT_RANGE = `
SELECT count(*)::int AS count FROM (
  SELECT FROM whatsapp_optin.whatsapp_sessions
  WHERE organization_id = $1::text AND initiated_at >= $2::timestamptz
    AND initiated_at < COALESCE($3::timestamptz, 'infinity') LIMIT ${MAX_SORTED + 1}) AS matched`;

const SESSIONS = 'whatsapp_optin.whatsapp_sessions AS session';

interface Chosen {
  query: PageQuery;
  /** SQL from FROM on. */
  rows: string;
  /** SQL of the cursor of a row. */
  cursor: string;
  /** The last session that a search looks at, if there are so many. */
  last?: { text: string; values: readonly unknown[] };
}

export function createSessionQueries(database: Database): SessionQueries {
  /** Rows in the order of a list, chosen before anything else is looked up of them. */
  const choose = async (
    organizationId: string,
    { search, byPartOfPhone, ...filter }: SessionFilter & SearchRights,
    { after, limit, sort }: PageRequest & { sort: SessionSort },
  ): Promise<Chosen> => {
    const { column, cursor, type, descending } = ORDERS[sort];
    const order = { column, type, id: 'session.id', descending };
    const query = filtered(organizationId, filter);
    const page = { after, limit };
    if (search === undefined) {
      const isFewOfMany = sort.endsWith('expiresAt') && (await fitsInMemory(organizationId, filter));
      if (!isFewOfMany) return { query, rows: `FROM ${SESSIONS} ${query.page(page, order)}`, cursor };
      // As an expression, the order has no index: the rows of the time are read, and the first of them sorted out.
      const ids = query.page(page, { ...order, column: `(${column} + interval '0 seconds')` });
      const rows = `FROM ${SESSIONS} WHERE session.organization_id = $1::text AND session.id IN (SELECT session.id FROM ${SESSIONS} ${ids})`;
      return { query, rows, cursor };
    }
    const { words, rareIds, hasWord } = await planSearch(database, organizationId, search, { byPartOfPhone });
    if (words.length === 0) query.and('false');
    if (rareIds !== null) {
      query.where(rareIds, (at) => `session.id = ANY (${at}::uuid[])`);
      for (const word of words) query.where(word, hasWord);
      return { query, rows: `FROM ${SESSIONS} ${query.page(page, order)}`, cursor };
    }
    // A list of words that never meet would be read to its end.
    const candidates = query.page({ after, limit: MAX_SEARCHED - 1 }, order);
    const last = {
      text: `SELECT session.id, ${cursor} AS cursor_value FROM ${SESSIONS} ${candidates} OFFSET ${MAX_SEARCHED - 1}`,
      values: [...query.values],
    };
    const matches = words.map((word) => hasWord(query.value(word))).join(' AND ');
    const direction = descending ? 'DESC' : 'ASC';
    const rows = `FROM (SELECT session.* FROM ${SESSIONS} ${candidates}) AS session WHERE ${matches}
      ORDER BY ${column} ${direction}, session.id ${direction} LIMIT ${query.value(limit + 1)}::int`;
    return { query, rows, cursor, last };
  };
  const fitsInMemory = async (organizationId: string, { from, to }: SessionFilter): Promise<boolean> => {
    if (from === undefined) return false;
    const [row] = await database.query<{ count: number }>(COUNT_RANGE, [organizationId, from, to ?? null]);
    return (row?.count ?? 0) <= MAX_SORTED;
  };
  return {
    async list(organizationId, { sort, marginSeconds, after, limit, ...filter }) {
      const { query, rows, cursor, last } = await choose(organizationId, filter, { sort, after, limit });
      const { column, descending } = ORDERS[sort];
      const direction = descending ? 'DESC' : 'ASC';
      const text = described(
        `SELECT session.*, ${cursor} AS cursor_value ${rows}`,
        query.value(marginSeconds),
        `ORDER BY ${column} ${direction}, session.id ${direction}`,
      );
      const page = toPage(await database.query<SessionListRow>(text, query.values), limit, toRow);
      if (page.next !== null || last === undefined) return page;
      const [end] = await database.query<{ id: string; cursor_value: string }>(last.text, last.values);
      return end === undefined ? page : { ...page, next: { value: end.cursor_value, id: end.id }, isCut: true };
    },
    async findMany(organizationId, ids, marginSeconds) {
      const chosen = `SELECT session.*, '' AS cursor_value FROM whatsapp_optin.whatsapp_sessions AS session
        WHERE session.organization_id = $1::text AND session.id = ANY ($2::uuid[])`;
      const rows = await database.query<SessionListRow>(described(chosen, '$3', ''), [
        organizationId,
        ids,
        marginSeconds,
      ]);
      return rows.map(toRow);
    },
    async count(organizationId, filter, limit) {
      const { query, rows } = await choose(organizationId, filter, {
        sort: 'expiresAt',
        after: null,
        limit: limit - 1,
      });
      const [row] = await database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM (SELECT session.id ${rows}) AS matched`,
        query.values,
      );
      return row?.count ?? 0;
    },
    async countOpen(organizationId) {
      const [row] = await database.query<{ active: number; expiring: number }>(COUNT_OPEN, [organizationId]);
      return { active: row?.active ?? 0, expiring: row?.expiring ?? 0 };
    },
    end: async (organizationId, sessionId) => (await database.query(END, [organizationId, sessionId])).length > 0,
  };
}

function toRow(row: SessionListRow): SessionRow {
  return {
    id: row.id,
    person: { contactId: row.contact_id, name: row.name, phone: row.phone },
    ticket:
      row.ticket_id === null
        ? null
        : { id: row.ticket_id, number: row.ticket_number, status: row.ticket_status, phone: row.ticket_phone },
    status: row.status,
    openedBy: {
      messageId: row.message_id,
      text: row.message_content,
      receivedAt: row.received_at,
      byOptInCode: row.by_code,
    },
    initiatedAt: row.initiated_at,
    lastInboundAt: row.last_inbound_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    notices: row.notices,
    renewed: row.renewed,
    pushSubscriptions: row.push_subscriptions,
    sendable: row.sendable,
    optedOut: row.opted_out,
    epoch: row.epoch,
    reminded: row.reminded,
  };
}
