import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { IdempotencyStore } from '../http/idempotency-store.js';
import type { Vault } from '../secrets/vault.js';
import type { Database } from './database.js';

// A row is taken over when its answer is a day old, or when its owner gave none within a minute: it died.
const CLAIM = `
INSERT INTO whatsapp_optin.idempotency_keys AS kept (organization_id, route, key_hash, body_hash, claim_id)
VALUES ($1::text, $2::text, $3::bytea, $4::text, $5::uuid)
ON CONFLICT (organization_id, route, key_hash) DO UPDATE
  SET body_hash = EXCLUDED.body_hash, http_status = NULL, body = NULL, claimed_at = clock_timestamp(),
      claim_id = CASE WHEN kept.claimed_at < clock_timestamp() - interval '24 hours' THEN EXCLUDED.claim_id
                 ELSE COALESCE(kept.claim_id, EXCLUDED.claim_id) END
  WHERE kept.claimed_at < clock_timestamp() - interval '24 hours'
     OR (kept.http_status IS NULL AND kept.body_hash = EXCLUDED.body_hash
         AND kept.claimed_at < clock_timestamp() - interval '1 minute')
RETURNING claim_id`;

const READ = `
SELECT body_hash, http_status, body FROM whatsapp_optin.idempotency_keys
WHERE organization_id = $1::text AND route = $2::text AND key_hash = $3::bytea`;

const FINISH = `
UPDATE whatsapp_optin.idempotency_keys SET http_status = $4::int, body = $5::text
WHERE organization_id = $1::text AND route = $2::text AND key_hash = $3::bytea`;

const RELEASE = `
DELETE FROM whatsapp_optin.idempotency_keys
WHERE organization_id = $1::text AND route = $2::text AND key_hash = $3::bytea AND http_status IS NULL`;

type Kept = { body_hash: string; http_status: number | null; body: string | null };

export function createIdempotencyStore(database: Database, vault: Vault): IdempotencyStore {
  const identify = (organizationId: string, route: string, key: string): unknown[] => [
    organizationId,
    route,
    createHash('sha256').update(key).digest(),
  ];
  return {
    async claim(organizationId, route, key, bodyHash) {
      const identity = identify(organizationId, route, key);
      const [claimed] = await database.query<{ claim_id: string }>(CLAIM, [...identity, bodyHash, uuidv7()]);
      if (claimed !== undefined) return { status: 'fresh', claimId: claimed.claim_id };
      const [kept] = await database.query<Kept>(READ, identity);
      // Released between the two statements: the caller's retry will claim it.
      if (kept === undefined) return { status: 'in_flight' };
      if (kept.body_hash !== bodyHash) return { status: 'other_body' };
      if (kept.http_status === null) return { status: 'in_flight' };
      const body = vault.open(organizationId, 'idempotency', kept.body ?? '');
      return { status: 'replay', httpStatus: kept.http_status, body };
    },
    async finish(organizationId, route, key, answer) {
      // Only then: an erasure looks for a phone in the answers.
      const body = answer.holdsSecret ? vault.seal(organizationId, 'idempotency', answer.body) : answer.body;
      await database.query(FINISH, [...identify(organizationId, route, key), answer.httpStatus, body]);
    },
    async release(organizationId, route, key) {
      await database.query(RELEASE, identify(organizationId, route, key));
    },
  };
}
