import type { ChainCheckStore } from '../analytics/analytics-store.js';
import type { ChainCheck } from '../consents/consent-ledger.js';
import type { Database } from './database.js';

const KEEP = `
INSERT INTO whatsapp_optin.consent_chain_checks (organization_id, result, checked_at)
VALUES ($1::text, $2::jsonb, clock_timestamp())
ON CONFLICT (organization_id) DO UPDATE SET result = EXCLUDED.result, checked_at = EXCLUDED.checked_at
RETURNING checked_at`;

const DUE = `
SELECT organization.id FROM whatsapp_optin.organizations AS organization
LEFT JOIN whatsapp_optin.consent_chain_checks AS checked ON checked.organization_id = organization.id
WHERE checked.checked_at IS NULL OR checked.checked_at < clock_timestamp() - interval '1 day'
ORDER BY checked.checked_at NULLS FIRST LIMIT 5`;

export function createChainCheckStore(database: Database): ChainCheckStore {
  return {
    async last(organizationId) {
      const [row] = await database.query<{ result: ChainCheck; checked_at: Date }>(
        'SELECT result, checked_at FROM whatsapp_optin.consent_chain_checks WHERE organization_id = $1::text',
        [organizationId],
      );
      return row === undefined ? null : { check: row.result, checkedAt: row.checked_at };
    },
    async keep(organizationId, check) {
      const [row] = await database.query<{ checked_at: Date }>(KEEP, [organizationId, JSON.stringify(check)]);
      return row?.checked_at ?? new Date();
    },
    due: async () => (await database.query<{ id: string }>(DUE)).map(({ id }) => id),
  };
}
