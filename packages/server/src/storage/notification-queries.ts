import {
  DELIVERY_METHODS,
  NOTIFICATION_TYPES,
  REASONS,
  TIERS,
  type NotificationFilter,
} from '@whatsapp-optin/sdk/contract';
import type { NotificationKind } from '../notifications/notification-store.js';
import type { AttemptRow, NotificationQueries, NotificationRow } from '../admin-queries/notification-queries.js';
import type { Database, Row } from './database.js';
import { known } from './known-value.js';
import { PageQuery, cursorMoment, isoMoment, toPage } from './page-query.js';

interface NotificationListRow extends Row {
  id: string;
  cursor_value: string;
  kind: NotificationKind;
  type: string | null;
  ticket_id: string | null;
  ticket_number: string | null;
  ticket_status: string | null;
  contact_id: string | null;
  name: string | null;
  phone: string | null;
  locale: string;
  success: boolean;
  settled: boolean;
  method: string | null;
  reason: string | null;
  delivered_to: string | null;
  waiting_tier: string | null;
  due_at: Date | null;
  failures: number;
  last_error: string | null;
  parked: boolean;
  created_at: Date;
  updated_at: Date;
  attempts: AttemptRow[] | null;
}

const STATUSES = `
  (SELECT json_agg(json_build_object('status', report.status, 'at', ${isoMoment('report.at')}, 'receivedAt', ${isoMoment('report.received_at')},
                                     'errorCode', report.error_code) ORDER BY report.at, report.received_at)
   FROM whatsapp_optin.delivery_statuses AS report
   WHERE report.organization_id = attempt.organization_id AND report.attempt_id = attempt.id)`;

const attempts = (statuses: string): string => `
SELECT json_agg(json_build_object(
  'id', attempt.id, 'tier', attempt.tier, 'number', attempt.attempt_number, 'status', attempt.status, 'late', attempt.late,
  'reason', attempt.reason, 'provider', attempt.provider, 'providerMessageId', attempt.provider_message_id,
  'errorCode', attempt.error_code,
  'price', CASE
    WHEN attempt.price_amount IS NOT NULL
      THEN json_build_object('amount', attempt.price_amount::float8, 'currency', attempt.price_currency, 'estimated', false)
    WHEN sms.cost_cents IS NOT NULL
      THEN json_build_object('amount', sms.cost_cents::float8 / 100, 'currency', NULL, 'estimated', sms.cost_is_estimated) END,
  'basis', attempt.basis, 'inboundMessageId', attempt.inbound_message_id, 'inboundSentAt', ${isoMoment('attempt.inbound_sent_at')},
  'at', ${isoMoment('attempt.at')}, 'updatedAt', ${isoMoment('attempt.updated_at')}, 'statuses', COALESCE(${statuses}, '[]'::json)
) ORDER BY array_position(ARRAY['push', 'whatsapp', 'sms', 'none'], attempt.tier), attempt.attempt_number)
FROM whatsapp_optin.notification_attempts AS attempt
LEFT JOIN whatsapp_optin.sms_notifications AS sms
  ON sms.organization_id = attempt.organization_id AND sms.id = attempt.id
WHERE attempt.organization_id = log.organization_id AND attempt.notification_id = log.id`;

const described = (page: string, statuses: string): string => `
WITH chosen AS MATERIALIZED (
  SELECT log.*, ${cursorMoment('log.created_at')} AS cursor_value FROM whatsapp_optin.notification_logs AS log ${page}
)
SELECT log.id, log.cursor_value, log.kind, log.type, log.ticket_id, ticket.number AS ticket_number,
       ticket.status AS ticket_status, person.id AS contact_id, COALESCE(ticket.customer_name, person.display_name) AS name,
       (SELECT identity.value FROM whatsapp_optin.contact_identities AS identity
        WHERE identity.organization_id = log.organization_id AND identity.contact_id = person.id
          AND identity.kind = 'e164' AND NOT identity.derived LIMIT 1) AS phone,
       log.locale, log.success, log.settled, log.method, log.reason, log.delivered_to, log.waiting_tier, log.due_at,
       log.failures, log.last_error, log.parked_at IS NOT NULL AS parked, log.created_at, log.updated_at,
       (${attempts(statuses)}) AS attempts
FROM chosen AS log
LEFT JOIN whatsapp_optin.tickets AS ticket ON ticket.organization_id = log.organization_id AND ticket.id = log.ticket_id
LEFT JOIN whatsapp_optin.contacts AS person
  ON person.organization_id = log.organization_id AND person.id = COALESCE(log.contact_id, ticket.contact_id)
ORDER BY log.created_at DESC, log.id DESC`;

/** Each is a partial index, or a value of one. */
const WITH_OUTCOME: Record<NonNullable<NotificationFilter['outcome']>, string> = {
  late: odd('attempt.late'),
  unknown: odd(`attempt.status = 'unknown'`),
  failed: `log.method = 'none'`,
  waiting: 'NOT log.settled',
  parked: 'log.parked_at IS NOT NULL',
};

function odd(condition: string): string {
  return `log.id IN (SELECT attempt.notification_id FROM whatsapp_optin.notification_attempts AS attempt
    WHERE attempt.organization_id = $1::text AND (attempt.late OR attempt.status = 'unknown') AND ${condition})`;
}

export function createNotificationQueries(database: Database): NotificationQueries {
  return {
    async list(organizationId, { after, limit, ...filter }) {
      const query = new PageQuery(organizationId, 'log.organization_id = $1::text')
        .where(filter.type, (at) => `log.type = ${at}::text`)
        .where(filter.method, (at) => `log.method = ${at}::text`)
        .where(filter.reason, (at) => `log.reason = ${at}::text`)
        .where(filter.ticketId, (at) => `log.ticket_id = ${at}::text`)
        .where(filter.contactId, (at) => `log.contact_id = ${at}::uuid`)
        .and(filter.outcome && WITH_OUTCOME[filter.outcome])
        .where(filter.from, (at) => `log.created_at >= ${at}::timestamptz`)
        .where(filter.to, (at) => `log.created_at < ${at}::timestamptz`);
      const order = { column: 'log.created_at', type: 'timestamptz', id: 'log.id', descending: true };
      const text = described(query.page({ after, limit }, order), 'NULL::json');
      return toPage(await database.query<NotificationListRow>(text, query.values), limit, toRow);
    },
    async find(organizationId, notificationId) {
      const text = described('WHERE log.organization_id = $1::text AND log.id = $2::uuid', STATUSES);
      const [row] = await database.query<NotificationListRow>(text, [organizationId, notificationId]);
      return row === undefined ? null : toRow(row);
    },
  };
}

function toRow(row: NotificationListRow): NotificationRow {
  return {
    id: row.id,
    kind: row.kind,
    type: known(NOTIFICATION_TYPES, row.type),
    ticket: row.ticket_id === null ? null : { id: row.ticket_id, number: row.ticket_number, status: row.ticket_status },
    person: row.contact_id === null ? null : { contactId: row.contact_id, name: row.name, phone: row.phone },
    locale: row.locale,
    success: row.success,
    settled: row.settled,
    method: known(DELIVERY_METHODS, row.method),
    reason: known(REASONS, row.reason),
    deliveredTo: row.delivered_to,
    waitingTier: known(TIERS, row.waiting_tier),
    dueAt: row.due_at,
    failures: row.failures,
    lastError: row.last_error,
    parked: row.parked,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    attempts: row.attempts ?? [],
  };
}
