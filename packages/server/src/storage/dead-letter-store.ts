import { validate as isUuid } from 'uuid';
import type { DeadLetter, DeadLetterService } from '../dead-letters/dead-letter.js';
import type { Database, Row } from './database.js';
import { PageQuery, cursorMoment, toPage } from './page-query.js';

interface ParkedRow extends Row {
  kind: DeadLetter['kind'];
  id: string;
  last_error: string | null;
  failures: number;
  created_at: Date;
}

const PARKED = `(
  SELECT 'reply' AS kind, id, last_error, failures, created_at FROM whatsapp_optin.owed_replies
  WHERE organization_id = $1::text AND status = 'parked'
  UNION ALL
  SELECT 'inbound_message', id, last_error, failures, created_at FROM whatsapp_optin.pending_messages
  WHERE organization_id = $1::text AND parked_at IS NOT NULL
  UNION ALL
  SELECT 'notification', id, last_error, failures, created_at FROM whatsapp_optin.notification_logs
  WHERE organization_id = $1::text AND parked_at IS NOT NULL
) AS parked`;

const LIST = `SELECT parked.* FROM ${PARKED} ORDER BY created_at, id LIMIT $2::int`;

const RETRY: Record<DeadLetter['kind'], string> = {
  reply: `UPDATE whatsapp_optin.owed_replies
    SET status = 'due', failures = 0, due_at = clock_timestamp(), updated_at = clock_timestamp()
    WHERE organization_id = $1::text AND id = $2::uuid AND status = 'parked' RETURNING id`,
  inbound_message: `UPDATE whatsapp_optin.pending_messages SET parked_at = NULL, failures = 0, due_at = clock_timestamp()
    WHERE organization_id = $1::text AND id = $2::uuid AND parked_at IS NOT NULL RETURNING id`,
  notification: `UPDATE whatsapp_optin.notification_logs
    SET parked_at = NULL, failures = 0, due_at = clock_timestamp(), updated_at = clock_timestamp()
    WHERE organization_id = $1::text AND id = $2::uuid AND parked_at IS NOT NULL RETURNING id`,
};

export function createDeadLetterStore(database: Database): DeadLetterService {
  return {
    async list(organizationId, limit) {
      const rows = await database.query<ParkedRow>(LIST, [organizationId, limit]);
      return rows.map(toItem);
    },
    async page(organizationId, { after, limit }) {
      const query = new PageQuery(organizationId, '$1::text IS NOT NULL');
      const order = { column: 'parked.created_at', type: 'timestamptz', id: 'parked.id', descending: false };
      const page = query.page({ after, limit }, order);
      const text = `SELECT parked.*, ${cursorMoment('parked.created_at')} AS cursor_value FROM ${PARKED} ${page}`;
      return toPage(await database.query<ParkedRow & { cursor_value: string }>(text, query.values), limit, toItem);
    },
    async retry(organizationId, kind, id) {
      if (!isUuid(id)) return false;
      return (await database.query(RETRY[kind], [organizationId, id])).length > 0;
    },
  };
}

function toItem(row: ParkedRow): DeadLetter {
  return {
    kind: row.kind,
    id: row.id,
    lastError: row.last_error,
    failures: row.failures,
    createdAt: row.created_at.toISOString(),
  };
}
