import type { InboundFilter, InboundQueries, InboundRow } from '../admin-queries/inbound-queries.js';
import { ATTEMPT_STATUSES, REASONS, type AdminReply } from '@whatsapp-optin/sdk/contract';
import type { Database, Row } from './database.js';
import { known } from './known-value.js';
import { isOptedOutSql } from './opted-out.js';
import { OPEN_SESSION } from './person-contacts.js';
import { PageQuery, cursorMoment, isoMoment, toPage } from './page-query.js';

interface InboundListRow extends Row {
  id: string;
  cursor_value: string;
  contact_id: string;
  name: string | null;
  phone_number: string | null;
  ticket_id: string | null;
  ticket_number: string | null;
  ticket_status: string | null;
  session_id: string | null;
  message_content: string;
  content_type: string;
  keyword: string | null;
  flag: string | null;
  action: string | null;
  by_code: boolean;
  provider: string;
  processed: boolean;
  sent_at: Date;
  received_at: Date;
  seen_at: Date | null;
  locale: string;
  reply_until: Date | null;
  stopped: boolean;
  replies: { id: string; text: string | null; by: string | null; status: string; reason: string | null; at: string }[];
}

const MAX_COUNT = 1000;

/** A reply without an attempt is on its way to its claim. */
const REPLIES = `COALESCE((
  SELECT json_agg(json_build_object(
           'id', log.id, 'text', log.content ->> 'text', 'by', log.written_by, 'reason', COALESCE(attempt.reason, log.reason),
           'status', COALESCE(attempt.status, 'claimed'), 'at', ${isoMoment('log.created_at')}) ORDER BY log.created_at, log.id)
  FROM whatsapp_optin.notification_logs AS log
  LEFT JOIN LATERAL (
    SELECT latest.status, latest.reason FROM whatsapp_optin.notification_attempts AS latest
    WHERE latest.organization_id = log.organization_id AND latest.notification_id = log.id
    ORDER BY latest.attempt_number DESC LIMIT 1
  ) AS attempt ON true
  WHERE log.organization_id = message.organization_id AND log.answers_message_id = message.id), '[]'::json)`;

const described = (page: string, margin: string): string => `
WITH chosen AS MATERIALIZED (
  SELECT message.*, ${cursorMoment('message.received_at')} AS cursor_value
  FROM whatsapp_optin.whatsapp_inbound_messages AS message ${page}
)
SELECT message.id, message.cursor_value, message.contact_id,
       COALESCE(ticket.customer_name, message.sender_name, person.display_name) AS name, message.phone_number,
       message.ticket_id, ticket.number AS ticket_number, ticket.status AS ticket_status, message.session_id,
       message.message_content, message.content_type, message.keyword, message.flag, tap.action, message.opt_in_id IS NOT NULL AS by_code,
       message.provider, message.processed, message.sent_at, message.received_at, message.seen_at,
       COALESCE(ticket.locale, person.locale, organization.default_locale) AS locale,
       ${isOptedOutSql('person')} AS stopped, ${REPLIES} AS replies,
       CASE WHEN NOT ${isOptedOutSql('person')} AND organization.whatsapp_enabled
            THEN open.expires_at - make_interval(secs => ${margin}::int) END AS reply_until
FROM chosen AS message
JOIN whatsapp_optin.organizations AS organization ON organization.id = message.organization_id
JOIN whatsapp_optin.contacts AS person
  ON person.organization_id = message.organization_id AND person.id = message.contact_id
LEFT JOIN whatsapp_optin.tickets AS ticket
  ON ticket.organization_id = message.organization_id AND ticket.id = message.ticket_id
LEFT JOIN whatsapp_optin.message_actions AS tap
  ON tap.organization_id = message.organization_id AND tap.inbound_message_id = message.id
LEFT JOIN LATERAL (
  SELECT session.expires_at FROM ${OPEN_SESSION('message.organization_id', 'message.contact_id', 'organization.whatsapp_number', `${margin}::int`)}
) AS open ON true
ORDER BY message.received_at DESC, message.id DESC`;

/** The person of a session is looked up first: messages are found by person. */
const OF_SESSION = (at: string): string => `message.session_id = ${at}::uuid AND message.contact_id = (
    SELECT session.contact_id FROM whatsapp_optin.whatsapp_sessions AS session
    WHERE session.organization_id = $1::text AND session.id = ${at}::uuid)`;

const COUNT_UNSEEN = `
SELECT count(*)::int AS count FROM (
  SELECT FROM whatsapp_optin.whatsapp_inbound_messages
  WHERE organization_id = $1::text AND seen_at IS NULL LIMIT ${MAX_COUNT}) AS unseen`;

const LIST_UNSHOWN = `
SELECT provider, why, received_at FROM whatsapp_optin.kept_events
WHERE organization_id = $1::text AND from_customer ORDER BY received_at DESC LIMIT $2::int`;

const COUNT_UNSHOWN = `
SELECT count(*)::int AS count FROM (
  SELECT FROM whatsapp_optin.kept_events WHERE organization_id = $1::text AND from_customer LIMIT ${MAX_COUNT}) AS unshown`;

const COUNT_KNOWN = `
SELECT count(DISTINCT id)::int AS count FROM whatsapp_optin.whatsapp_inbound_messages
WHERE organization_id = $1::text AND id = ANY ($2::uuid[])`;

const MARK = `UPDATE whatsapp_optin.whatsapp_inbound_messages SET seen_at = clock_timestamp()
WHERE organization_id = $1::text AND seen_at IS NULL AND`;

export function createInboundQueries(database: Database): InboundQueries {
  const filtered = (organizationId: string, filter: InboundFilter): PageQuery =>
    new PageQuery(organizationId, 'message.organization_id = $1::text')
      .where(filter.contactId, (at) => `message.contact_id = ${at}::uuid`)
      .where(filter.sessionId, OF_SESSION)
      .where(filter.ticketId, (at) => `message.ticket_id = ${at}::text`)
      .and(filter.unseen === true && 'message.seen_at IS NULL')
      .and(filter.flagged === true && 'message.flag IS NOT NULL')
      .where(filter.from, (at) => `message.received_at >= ${at}::timestamptz`)
      .where(filter.to, (at) => `message.received_at < ${at}::timestamptz`);

  return {
    async list(organizationId, { after, limit, marginSeconds, ...filter }) {
      const query = filtered(organizationId, filter);
      const order = { column: 'message.received_at', type: 'timestamptz', id: 'message.id', descending: true };
      const page = query.page({ after, limit }, order);
      const text = described(page, query.value(marginSeconds));
      return toPage(await database.query<InboundListRow>(text, query.values), limit, toRow);
    },
    async listUnshown(organizationId, limit) {
      const [rows, [counted]] = await Promise.all([
        database.query<{ provider: string; why: string; received_at: Date }>(LIST_UNSHOWN, [organizationId, limit]),
        database.query<{ count: number }>(COUNT_UNSHOWN, [organizationId]),
      ]);
      const items = rows.map(({ provider, why, received_at: at }) => ({ provider, why, receivedAt: at.toISOString() }));
      return { items, count: counted?.count ?? 0 };
    },
    async countUnseen(organizationId) {
      return (await database.query<{ count: number }>(COUNT_UNSEEN, [organizationId]))[0]?.count ?? 0;
    },
    async hasAll(organizationId, ids) {
      const wanted = new Set(ids.map((id) => id.toLowerCase()));
      const [row] = await database.query<{ count: number }>(COUNT_KNOWN, [organizationId, [...wanted]]);
      return row?.count === wanted.size;
    },
    async markSeen(organizationId, what) {
      const marked =
        'ids' in what
          ? await database.query(`${MARK} id = ANY ($2::uuid[]) RETURNING id`, [organizationId, what.ids])
          : await database.query(`${MARK} received_at < $2::timestamptz + interval '1 millisecond' RETURNING id`, [
              organizationId,
              what.receivedUntil,
            ]);
      return marked.length;
    },
  };
}

function toRow(row: InboundListRow): InboundRow {
  return {
    id: row.id,
    person: { contactId: row.contact_id, name: row.name, phone: row.phone_number },
    ticket: row.ticket_id === null ? null : { id: row.ticket_id, number: row.ticket_number, status: row.ticket_status },
    sessionId: row.session_id,
    text: row.message_content,
    contentType: row.content_type,
    keyword: row.keyword,
    flag: row.flag,
    action: row.action,
    byOptInCode: row.by_code,
    provider: row.provider,
    accepted: row.processed,
    sentAt: row.sent_at,
    receivedAt: row.received_at,
    seenAt: row.seen_at,
    locale: row.locale,
    replyUntil: row.reply_until,
    stopped: row.stopped,
    replies: row.replies.map(toReply),
  };
}

function toReply({ id, text, by, status, reason, at }: InboundListRow['replies'][number]): AdminReply {
  return {
    id,
    text,
    writtenBy: by,
    status: known(ATTEMPT_STATUSES, status) ?? 'unknown',
    reason: known(REASONS, reason),
    at,
  };
}
