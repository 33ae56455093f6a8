import type { QueueStore } from '../notifications/call-ticket.js';
import type { Database, Row } from './database.js';
import { isInQueueSql } from './in-queue.js';

const MARK_CALLED = `
UPDATE whatsapp_optin.tickets SET status = 'called', updated_at = clock_timestamp()
WHERE organization_id = $1::text AND id = $2::text AND (status = 'waiting' OR status = 'called' AND NOT $3::boolean)
RETURNING id`;

const NEXT_WAITING = `
SELECT next.id, next.created_at, notices.count::int AS notice_count, notices.id AS notice_id
FROM whatsapp_optin.tickets AS called
JOIN whatsapp_optin.tickets AS next
  ON next.organization_id = $1::text AND next.status = 'waiting' AND next.id <> called.id
  AND next.department_name IS NOT DISTINCT FROM called.department_name
  AND ${isInQueueSql('next')}
CROSS JOIN LATERAL (
  SELECT count(*), max(id::text) FILTER (WHERE success OR NOT settled) AS id
  FROM whatsapp_optin.notification_logs
  WHERE organization_id = $1::text AND ticket_id = next.id AND type = 'almost_your_turn'
) AS notices
WHERE called.organization_id = $1::text AND called.id = $2::text
ORDER BY next.created_at, next.id
LIMIT $3::int`;

interface NextRow extends Row {
  id: string;
  created_at: Date;
  notice_count: number;
  notice_id: string | null;
}

export function createQueueStore(database: Database): QueueStore {
  return {
    async markCalled(organizationId, ticketId, onlyWaiting) {
      return (await database.query(MARK_CALLED, [organizationId, ticketId, onlyWaiting])).length > 0;
    },
    async nextWaiting(organizationId, ticketId, limit) {
      const rows = await database.query<NextRow>(NEXT_WAITING, [organizationId, ticketId, limit]);
      return rows.map((row) => ({
        ticketId: row.id,
        createdAt: row.created_at,
        noticeCount: row.notice_count,
        noticeId: row.notice_id,
      }));
    },
  };
}
