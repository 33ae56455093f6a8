import type { OwedPrice, PriceStore } from '../deliveries/price-store.js';
import type { Database, Row } from './database.js';

interface PriceRow extends Row {
  organization_id: string;
  attempt_id: string;
  tier: OwedPrice['tier'];
  provider: string;
  provider_message_id: string;
  status: OwedPrice['status'];
  tries: number;
}

// Twilio knows most prices within a minute, some within hours.
const TAKE_DUE = `
WITH due AS (
  SELECT organization_id, attempt_id FROM whatsapp_optin.owed_prices
  WHERE due_at <= clock_timestamp() AND organization_id <> ALL ($2::text[]) ORDER BY due_at LIMIT $1::int FOR UPDATE SKIP LOCKED
)
UPDATE whatsapp_optin.owed_prices AS price
SET tries = price.tries + 1,
    due_at = clock_timestamp() + (ARRAY[60, 900, 21600])[LEAST(price.tries + 1, 3)] * interval '1 second'
FROM due WHERE price.organization_id = due.organization_id AND price.attempt_id = due.attempt_id
RETURNING price.organization_id, price.attempt_id, price.tier, price.provider, price.provider_message_id, price.status,
          price.tries`;

const SETTLE = `DELETE FROM whatsapp_optin.owed_prices WHERE organization_id = $1::text AND attempt_id = $2::uuid`;

export function createPriceStore(database: Database): PriceStore {
  return {
    async takeDue(limit, except) {
      return (await database.query<PriceRow>(TAKE_DUE, [limit, except])).map((row) => ({
        organizationId: row.organization_id,
        attemptId: row.attempt_id,
        tier: row.tier,
        provider: row.provider,
        providerMessageId: row.provider_message_id,
        status: row.status,
        tries: row.tries,
      }));
    },
    async settle({ organizationId, attemptId }) {
      await database.query(SETTLE, [organizationId, attemptId]);
    },
  };
}
