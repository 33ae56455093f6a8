import type { SessionFilter, SessionSort } from '@whatsapp-optin/sdk/contract';
import {
  searchWords,
  type SearchRights,
  type SessionQueries,
  type SessionRow,
} from '../admin-queries/session-queries.js';
import type { Database, Row } from './database.js';
import { PageQuery, cursorMoment, toPage } from './page-query.js';
import { contactsOfSql } from './person-contacts.js';

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
    .where(filter.from, (at) => `session.initiated_at >= ${at}::timestamptz`)
    .where(filter.to, (at) => `session.initiated_at < ${at}::timestamptz`);
}

const inRange = (word: string): string =>
  `found.word >= lower(${word}::text) COLLATE "C" AND found.word < (lower(${word}::text) || chr(1114111)) COLLATE "C"`;

/** One look at a session's few words, never turned into a join over all words that match. */
const HAS_WORD = (word: string): string => `(
    SELECT true FROM whatsapp_optin.session_words AS found
    WHERE found.organization_id = $1::text AND found.session_id = session.id AND ${inRange(word)} LIMIT 1)`;

/** The same, where a phone's word counts only as the whole number: its beginnings and its end would give it away. */
const HAS_WORD_OR_PHONE = (word: string): string => `(
    SELECT true FROM whatsapp_optin.session_words AS found
    WHERE found.organization_id = $1::text AND found.session_id = session.id AND ${inRange(word)}
      AND (found.word NOT IN (ltrim(COALESCE(session.phone_number, ''), '+'), right(COALESCE(session.phone_number, ''), 4))
           OR ltrim(session.phone_number, '+') = ${word}::text) LIMIT 1)`;

/** Sessions of each word, one more than `MAX_RARE` of them at most. */
const WORD_SESSIONS = `
SELECT wanted.word, array_agg(hit.session_id) FILTER (WHERE hit.session_id IS NOT NULL) AS ids
FROM unnest($2::text[]) AS wanted (word)
LEFT JOIN LATERAL (
  SELECT found.session_id FROM whatsapp_optin.session_words AS found
  WHERE found.organization_id = $1::text AND ${inRange('wanted.word')} LIMIT $3::int
) AS hit ON true
GROUP BY wanted.word`;

/** A word of no more sessions than this is rare: they are looked at one by one. */
const MAX_RARE = 2000;

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

export function createSessionQueries(database: Database): SessionQueries {
  /**
   * A search with a rare word begins with its sessions. Where all words are frequent, the list is scanned in its own
   * order and fills a page soon.
   */
  const searched = async (
    organizationId: string,
    { search, byPartOfPhone, ...filter }: SessionFilter & SearchRights,
  ): Promise<PageQuery> => {
    const query = filtered(organizationId, filter);
    if (search === undefined) return query;
    const words = searchWords(search);
    if (words.length === 0) return query.and('false');
    const found = await database.query<{ ids: string[] | null }>(WORD_SESSIONS, [organizationId, words, MAX_RARE + 1]);
    const [rarest = []] = found.map(({ ids }) => ids ?? []).sort((one, other) => one.length - other.length);
    if (rarest.length <= MAX_RARE) query.where(rarest, (at) => `session.id = ANY (${at}::uuid[])`);
    for (const word of words) query.where(word, byPartOfPhone ? HAS_WORD : HAS_WORD_OR_PHONE);
    return query;
  };
  return {
    async list(organizationId, { sort, marginSeconds, after, limit, ...filter }) {
      const query = await searched(organizationId, filter);
      const { column, cursor, type, descending } = ORDERS[sort];
      const page = query.page({ after, limit }, { column, type, id: 'session.id', descending });
      const chosen = `SELECT session.*, ${cursor} AS cursor_value FROM whatsapp_optin.whatsapp_sessions AS session ${page}`;
      const direction = descending ? 'DESC' : 'ASC';
      const text = described(
        chosen,
        query.value(marginSeconds),
        `ORDER BY ${column} ${direction}, session.id ${direction}`,
      );
      return toPage(await database.query<SessionListRow>(text, query.values), limit, toRow);
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
      const query = await searched(organizationId, filter);
      const most = query.value(limit);
      const [row] = await database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM (SELECT FROM whatsapp_optin.whatsapp_sessions AS session
         WHERE ${query.conditions} LIMIT ${most}::int) AS matched`,
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
