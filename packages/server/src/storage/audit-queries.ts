import { AUDIT_ACTIONS, type AuditEntry } from '@whatsapp-optin/sdk/contract';
import type { AuditQueries } from '../admin-queries/audit-queries.js';
import { knownRole } from '../staff/staff-scopes.js';
import type { Database, Row } from './database.js';
import { PageQuery, cursorMoment, toPage } from './page-query.js';

interface AuditRow extends Row {
  id: string;
  cursor_value: string;
  at: Date;
  actor_name: string;
  actor_role: string | null;
  actor_by: AuditEntry['actor']['by'];
  action: string;
  target: string | null;
  details: AuditEntry['details'];
}

export function createAuditQueries(database: Database): AuditQueries {
  return {
    async list(organizationId, { after, limit, ...filter }) {
      const query = new PageQuery(organizationId, 'entry.organization_id = $1::text')
        .where(filter.action, (at) => `entry.action = ${at}::text`)
        .where(filter.from, (at) => `entry.at >= ${at}::timestamptz`)
        .where(filter.to, (at) => `entry.at < ${at}::timestamptz`);
      const order = { column: 'entry.at', type: 'timestamptz', id: 'entry.id', descending: true };
      const text = `SELECT entry.*, ${cursorMoment('entry.at')} AS cursor_value
        FROM whatsapp_optin.staff_audit AS entry ${query.page({ after, limit }, order)}`;
      return toPage(await database.query<AuditRow>(text, query.values), limit, toEntry);
    },
  };
}

function toEntry(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: {
      name: row.actor_name,
      role: row.actor_role === null ? null : knownRole(row.actor_role),
      by: row.actor_by,
    },
    action: AUDIT_ACTIONS.find((action) => action === row.action) ?? 'settings.changed',
    target: row.target,
    details: row.details,
  };
}
