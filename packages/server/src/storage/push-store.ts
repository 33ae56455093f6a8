import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { PushSubscription } from '../providers/push-sender.js';
import type { PushStore, VapidKeys } from '../push/push-store.js';
import type { Vault } from '../secrets/vault.js';
import type { Database, Row } from './database.js';

/** Of one opt-in, and of one ticket. */
const MAX_SUBSCRIPTIONS = 10;

const olderOf = (target: string): string => `
    (SELECT id FROM whatsapp_optin.push_subscriptions
     WHERE organization_id = $1::text AND ${target}
       AND NOT (endpoint_hash = $4::bytea AND ticket_id IS NOT DISTINCT FROM $7::text
                AND opt_in_id IS NOT DISTINCT FROM $8::uuid)
     ORDER BY updated_at DESC, id DESC OFFSET ${MAX_SUBSCRIPTIONS - 1})`;

/**
 * A row that another statement holds is left to it: no two wait for each other. Those of one moment do not see each other; the
 * next one replaces what they are too many.
 */
const ADD = `
WITH replaced AS (
  DELETE FROM whatsapp_optin.push_subscriptions
  WHERE organization_id = $1::text AND id IN (
    SELECT id FROM whatsapp_optin.push_subscriptions
    WHERE organization_id = $1::text AND id IN (${olderOf('opt_in_id = $8::uuid')}
    UNION ALL${olderOf('ticket_id = $7::text')})
    FOR UPDATE SKIP LOCKED)
)
INSERT INTO whatsapp_optin.push_subscriptions AS kept
  (organization_id, id, endpoint, endpoint_hash, p256dh, auth, ticket_id, opt_in_id)
VALUES ($1::text, $2::uuid, $3::text, $4::bytea, $5::text, $6::text, $7::text, $8::uuid)
ON CONFLICT (organization_id, endpoint_hash, (COALESCE(ticket_id, '')),
             (COALESCE(opt_in_id, '00000000-0000-0000-0000-000000000000'::uuid)))
DO UPDATE SET p256dh = EXCLUDED.p256dh, auth = EXCLUDED.auth, updated_at = clock_timestamp()
RETURNING id`;

const KEEP_VAPID_KEYS = `
INSERT INTO whatsapp_optin.vapid_keys (organization_id, public_key, private_key) VALUES ($1::text, $2::text, $3::text)
ON CONFLICT DO NOTHING`;

const READ_VAPID_KEYS = `
SELECT public_key AS "publicKey", private_key AS "privateKey" FROM whatsapp_optin.vapid_keys
WHERE organization_id = $1::text`;

const OF_TICKET = `
SELECT id, endpoint, p256dh, auth FROM whatsapp_optin.push_subscriptions
WHERE organization_id = $1::text AND ticket_id = $2::text LIMIT 20`;

const REMOVE = `
DELETE FROM whatsapp_optin.push_subscriptions
WHERE organization_id = $1::text AND id = $2::uuid AND ($3::uuid IS NULL OR opt_in_id = $3::uuid)
RETURNING id`;

export function createPushStore(database: Database, vault: Vault): PushStore {
  return {
    async ensureVapidKeys(organizationId, made) {
      const sealed = vault.seal(organizationId, 'vapid', made.privateKey);
      await database.query(KEEP_VAPID_KEYS, [organizationId, made.publicKey, sealed]);
      const [row] = await database.query<VapidKeys & Row>(READ_VAPID_KEYS, [organizationId]);
      if (row === undefined) return made;
      return { publicKey: row.publicKey, privateKey: vault.open(organizationId, 'vapid', row.privateKey) };
    },
    async add(organizationId, input) {
      const endpointHash = createHash('sha256').update(input.endpoint).digest();
      const [row] = await database.query<{ id: string }>(ADD, [
        organizationId,
        uuidv7(),
        input.endpoint,
        endpointHash,
        input.p256dh,
        input.auth,
        input.ticketId,
        input.optInId,
      ]);
      if (row === undefined) throw new Error('The push subscription could not be stored.');
      return row.id;
    },
    async ofTicket(organizationId, ticketId) {
      return database.query<PushSubscription & Row>(OF_TICKET, [organizationId, ticketId]);
    },
    async remove(organizationId, subscriptionId, optInId) {
      return (await database.query(REMOVE, [organizationId, subscriptionId, optInId])).length > 0;
    },
  };
}
