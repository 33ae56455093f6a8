import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { ClaimedKey, IdempotencyStore } from '../http/idempotency-store.js';
import type { Vault } from '../secrets/vault.js';
import type { Database } from './database.js';

// A row is taken over when its answer is a day old, or when its owner gave none within a minute: it died. Its time names the run
// that holds it, to the microsecond.
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
RETURNING claim_id, claimed_at::text AS run_name, claim_id <> $5::uuid AS is_repeated`;

const READ = `
SELECT body_hash, http_status, body FROM whatsapp_optin.idempotency_keys
WHERE organization_id = $1::text AND route = $2::text AND key_hash = $3::bytea`;

const HELD = `organization_id = $1::text AND route = $2::text AND key_hash = $3::bytea AND claimed_at = $4::timestamptz
  AND http_status IS NULL`;

const FINISH = `UPDATE whatsapp_optin.idempotency_keys SET http_status = $5::int, body = $6::text WHERE ${HELD}`;

const RELEASE = `DELETE FROM whatsapp_optin.idempotency_keys WHERE ${HELD}`;

const HAND_OVER = `
UPDATE whatsapp_optin.idempotency_keys SET claimed_at = LEAST(claimed_at, clock_timestamp() - interval '61 seconds') WHERE ${HELD}`;

type Kept = { body_hash: string; http_status: number | null; body: string | null };
type Claimed = { claim_id: string; run_name: string; is_repeated: boolean };

export function createIdempotencyStore(database: Database, vault: Vault): IdempotencyStore {
  const identify = (organizationId: string, route: string, key: string): unknown[] => [
    organizationId,
    route,
    createHash('sha256').update(key).digest(),
  ];
  const held = ({ organizationId, route, key, runName }: ClaimedKey): unknown[] => [
    ...identify(organizationId, route, key),
    runName,
  ];
  return {
    async claim(organizationId, route, key, bodyHash) {
      const identity = identify(organizationId, route, key);
      const [claimed] = await database.query<Claimed>(CLAIM, [...identity, bodyHash, uuidv7()]);
      if (claimed !== undefined) {
        const { claim_id: claimId, run_name: runName, is_repeated: isRepeated } = claimed;
        return { status: 'fresh', organizationId, route, key, claimId, runName, isRepeated };
      }
      const [kept] = await database.query<Kept>(READ, identity);
      // Released between the two statements: the caller's retry will claim it.
      if (kept === undefined) return { status: 'in_flight' };
      if (kept.body_hash !== bodyHash) return { status: 'other_body' };
      if (kept.http_status === null) return { status: 'in_flight' };
      const body = vault.open(organizationId, 'idempotency', kept.body ?? '');
      return { status: 'replay', httpStatus: kept.http_status, body };
    },
    async finish(claim, answer) {
      // Only then: an erasure looks for a phone in the answers.
      const body = answer.holdsSecret ? vault.seal(claim.organizationId, 'idempotency', answer.body) : answer.body;
      await database.query(FINISH, [...held(claim), answer.httpStatus, body]);
    },
    async release(claim) {
      await database.query(RELEASE, held(claim));
    },
    async handOver(claim) {
      await database.query(HAND_OVER, held(claim));
    },
  };
}
