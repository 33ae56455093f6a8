import { ACCOUNT_ALERT_KINDS, ALERT_SEVERITIES, type AdminAccountAlert } from '@whatsapp-optin/sdk/contract';
import type { AlertQueries } from '../admin-queries/alert-queries.js';
import type { Database, Row } from './database.js';
import { known } from './known-value.js';

/** The latest word of each kind about each number: "quality is good again" ends what came before. */
const LATEST = `
SELECT * FROM (
  SELECT DISTINCT ON (alert.data ->> 'kind', alert.data ->> 'businessNumber')
         alert.id, alert.data ->> 'kind' AS kind, alert.data ->> 'severity' AS severity, alert.data ->> 'provider' AS provider,
         alert.data ->> 'businessNumber' AS business_number, alert.data ->> 'code' AS code, alert.data ->> 'message' AS message,
         alert.data ->> 'occurredAt' AS occurred_at, alert.created_at
  FROM (
    SELECT id, data, created_at FROM whatsapp_optin.events
    WHERE organization_id = $1::text AND type = 'account.alert' AND created_at > clock_timestamp() - interval '7 days'
    ORDER BY created_at DESC LIMIT 200
  ) AS alert
  ORDER BY alert.data ->> 'kind', alert.data ->> 'businessNumber', alert.created_at DESC
) AS latest
WHERE severity <> 'info' AND kind <> 'test' ORDER BY created_at DESC`;

interface AlertRow extends Row {
  id: string;
  kind: string;
  severity: string;
  provider: string;
  business_number: string | null;
  code: string;
  message: string;
  occurred_at: string;
}

export function createAlertQueries(database: Database): AlertQueries {
  return {
    async latest(organizationId) {
      return (await database.query<AlertRow>(LATEST, [organizationId])).map(toAlert);
    },
  };
}

function toAlert(row: AlertRow): AdminAccountAlert {
  const { id, provider, code, message } = row;
  return {
    ...{ id, provider, code, message },
    kind: known(ACCOUNT_ALERT_KINDS, row.kind) ?? 'account',
    severity: known(ALERT_SEVERITIES, row.severity) ?? 'warning',
    businessNumber: row.business_number,
    occurredAt: row.occurred_at,
  };
}
