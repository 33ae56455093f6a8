import type { ParkedWork, ParkedWorkDesk } from '../parked-work/parked-work.js';
import type { Database, Row } from './database.js';

interface ParkedRow extends Row {
  kind: ParkedWork['kind'];
  id: string;
  last_error: string | null;
  failures: number;
  created_at: Date;
}

const LIST = `
SELECT * FROM (
  SELECT 'reply' AS kind, id, last_error, failures, created_at FROM whatsapp_optin.owed_replies
  WHERE organization_id = $1::text AND status = 'parked'
  UNION ALL
  SELECT 'inbound_message', id, last_error, failures, created_at FROM whatsapp_optin.pending_messages
  WHERE organization_id = $1::text AND parked_at IS NOT NULL
  UNION ALL
  SELECT 'notification', id, last_error, failures, created_at FROM whatsapp_optin.notification_logs
  WHERE organization_id = $1::text AND parked_at IS NOT NULL
) AS parked ORDER BY created_at LIMIT $2::int`;

const RETRY: Record<ParkedWork['kind'], string> = {
  reply: `UPDATE whatsapp_optin.owed_replies
    SET status = 'due', failures = 0, due_at = clock_timestamp(), updated_at = clock_timestamp()
    WHERE organization_id = $1::text AND id = $2::uuid AND status = 'parked' RETURNING id`,
  inbound_message: `UPDATE whatsapp_optin.pending_messages SET parked_at = NULL, failures = 0, due_at = clock_timestamp()
    WHERE organization_id = $1::text AND id = $2::uuid AND parked_at IS NOT NULL RETURNING id`,
  notification: `UPDATE whatsapp_optin.notification_logs
    SET parked_at = NULL, failures = 0, due_at = clock_timestamp(), updated_at = clock_timestamp()
    WHERE organization_id = $1::text AND id = $2::uuid AND parked_at IS NOT NULL RETURNING id`,
};

export function createParkedWorkStore(database: Database): ParkedWorkDesk {
  return {
    async list(organizationId, limit) {
      const rows = await database.query<ParkedRow>(LIST, [organizationId, limit]);
      return rows.map((row) => ({
        kind: row.kind,
        id: row.id,
        lastError: row.last_error,
        failures: row.failures,
        createdAt: row.created_at.toISOString(),
      }));
    },
    async retry(organizationId, kind, id) {
      if (!/^[0-9a-f-]{36}$/i.test(id)) return false;
      return (await database.query(RETRY[kind], [organizationId, id])).length > 0;
    },
  };
}
