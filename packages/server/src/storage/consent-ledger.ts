import { FIRST_HASH, sealHash, type ConsentFacts } from '../consents/consent-chain.js';
import type { ChainCheck, ConsentLedger } from '../consents/consent-ledger.js';
import type { Database, Row, SqlExecutor } from './database.js';

const BATCH = 500;

interface ConsentRow extends Row {
  id: string;
  recorded_at: Date;
  facts: ConsentFacts;
}

/** Moments as text with their microseconds, which a Date would lose; bytes in hex. */
const FACTS = `jsonb_build_object(
  'id', consent.id::text, 'contact_id', consent.contact_id::text, 'action', consent.action, 'purpose', consent.purpose,
  'channel', consent.channel, 'method', consent.method, 'wording', consent.wording, 'wording_locale', consent.wording_locale,
  'wording_hash', encode(consent.wording_hash, 'hex'), 'page_origin', consent.page_origin, 'ticket_id', consent.ticket_id,
  'opt_in_id', consent.opt_in_id::text, 'inbound_message_id', consent.inbound_message_id::text, 'provider', consent.provider,
  'message_sent_at', to_char(consent.message_sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  'recorded_at', to_char(consent.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  'evidence', consent.evidence, 'consent_version', consent.consent_version, 'consent_locale', consent.consent_locale,
  'consent_hash', consent.consent_hash, 'consent_text', consent.consent_text)`;

const UNSEALED = `
SELECT consent.id, consent.recorded_at, ${FACTS} AS facts
FROM whatsapp_optin.unsealed_consents AS waiting
JOIN whatsapp_optin.consents AS consent
  ON consent.organization_id = waiting.organization_id AND consent.recorded_at = waiting.recorded_at
 AND consent.id = waiting.consent_id
WHERE waiting.organization_id = $1::text
ORDER BY waiting.recorded_at, waiting.consent_id LIMIT $2::int`;

const LAST_SEAL = `
SELECT position::int AS position, hash FROM whatsapp_optin.consent_seals
WHERE organization_id = $1::text ORDER BY position DESC LIMIT 1`;

const ADD_SEALS = `
WITH sealed AS (
  INSERT INTO whatsapp_optin.consent_seals (organization_id, position, consent_id, recorded_at, hash)
  SELECT $1::text, seal.position, seal.consent_id, consent.recorded_at, seal.hash
  FROM unnest($2::int[], $3::uuid[], $4::bytea[]) AS seal (position, consent_id, hash)
  JOIN whatsapp_optin.unsealed_consents AS consent
    ON consent.organization_id = $1::text AND consent.consent_id = seal.consent_id
  RETURNING consent_id
)
DELETE FROM whatsapp_optin.unsealed_consents AS waiting USING sealed
WHERE waiting.organization_id = $1::text AND waiting.consent_id = sealed.consent_id`;

const CHAIN = `
SELECT seal.position::int AS position, seal.consent_id, seal.hash, consent.id IS NOT NULL AS found, ${FACTS} AS facts
FROM whatsapp_optin.consent_seals AS seal
LEFT JOIN whatsapp_optin.consents AS consent
  ON consent.organization_id = seal.organization_id AND consent.recorded_at = seal.recorded_at AND consent.id = seal.consent_id
WHERE seal.organization_id = $1::text AND seal.position > $2::bigint
ORDER BY seal.position LIMIT $3::int`;

interface SealRow extends Row {
  position: number;
  consent_id: string;
  hash: Uint8Array;
  found: boolean;
  facts: ConsentFacts;
}

export function createConsentLedger(database: Database): ConsentLedger {
  return {
    async sealAll() {
      const waiting = await database.query<{ organization_id: string }>(
        `SELECT DISTINCT organization_id FROM whatsapp_optin.unsealed_consents LIMIT 100`,
      );
      let sealed = 0;
      for (const { organization_id: organizationId } of waiting) {
        sealed += await database.transaction((transaction) => seal(transaction, organizationId), {
          readsCommitted: true,
        });
      }
      return sealed;
    },
    async verify(organizationId, onProgress) {
      let previous: Uint8Array = FIRST_HASH;
      let position = 0;
      for (;;) {
        const rows = await database.query<SealRow>(CHAIN, [organizationId, position, BATCH]);
        for (const row of rows) {
          const broken = (why: Extract<ChainCheck, { status: 'broken' }>['why']): ChainCheck => ({
            status: 'broken',
            position: row.position,
            consentId: row.consent_id,
            why,
          });
          if (row.position !== position + 1) return broken('position_missing');
          if (!row.found) return broken('consent_missing');
          previous = sealHash(previous, row.facts);
          if (!Buffer.from(row.hash).equals(previous)) return broken('consent_changed');
          position = row.position;
        }
        if (rows.length < BATCH) break;
        onProgress?.(position);
      }
      const [unsealed] = await database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM whatsapp_optin.unsealed_consents WHERE organization_id = $1::text`,
        [organizationId],
      );
      return { status: 'whole', seals: position, unsealed: unsealed?.count ?? 0 };
    },
  };
}

/** One process at a time seals for an organization: two would both read the same last seal. */
async function seal(transaction: SqlExecutor, organizationId: string): Promise<number> {
  const [lock] = await transaction.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended('whatsapp-optin consents ' || $1::text, 0)) AS taken`,
    [organizationId],
  );
  if (!lock?.taken) return 0;
  const rows = await transaction.query<ConsentRow>(UNSEALED, [organizationId, BATCH]);
  if (rows.length === 0) return 0;
  const [last] = await transaction.query<{ position: number; hash: Uint8Array }>(LAST_SEAL, [organizationId]);
  let previous: Uint8Array = last?.hash ?? FIRST_HASH;
  const first = (last?.position ?? 0) + 1;
  const hashes = rows.map(({ facts }) => (previous = sealHash(previous, facts)));
  await transaction.query(ADD_SEALS, [
    organizationId,
    rows.map((_row, index) => first + index),
    rows.map(({ id }) => id),
    hashes,
  ]);
  return rows.length;
}
