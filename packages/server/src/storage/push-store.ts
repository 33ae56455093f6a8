import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { PushStore } from '../push/push-store.js';
import type { Database } from './database.js';
import { createTables } from './schema.js';

const ADD = `
INSERT INTO whatsapp_optin.push_subscriptions AS kept
  (organization_id, id, endpoint, endpoint_hash, p256dh, auth, ticket_id, opt_in_id)
VALUES ($1::text, $2::uuid, $3::text, $4::bytea, $5::text, $6::text, $7::text, $8::uuid)
ON CONFLICT (organization_id, endpoint_hash, (COALESCE(ticket_id, '')),
             (COALESCE(opt_in_id, '00000000-0000-0000-0000-000000000000'::uuid)))
DO UPDATE SET p256dh = EXCLUDED.p256dh, auth = EXCLUDED.auth, updated_at = clock_timestamp()
RETURNING id`;

export function createPushStore(database: Database): PushStore {
  const { pushSubscriptions, vapidKeys } = createTables(database.schema);
  return {
    async ensureVapidKeys(organizationId, made) {
      await database.orm
        .insert(vapidKeys)
        .values({ organizationId, ...made })
        .onConflictDoNothing();
      const [row] = await database.orm.select().from(vapidKeys).where(eq(vapidKeys.organizationId, organizationId));
      return row ?? made;
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
      return database.orm
        .select({
          id: pushSubscriptions.id,
          endpoint: pushSubscriptions.endpoint,
          p256dh: pushSubscriptions.p256dh,
          auth: pushSubscriptions.auth,
        })
        .from(pushSubscriptions)
        .where(and(eq(pushSubscriptions.organizationId, organizationId), eq(pushSubscriptions.ticketId, ticketId)))
        .limit(20);
    },
    async remove(organizationId, subscriptionId, optInId) {
      const removed = await database.orm
        .delete(pushSubscriptions)
        .where(
          and(
            eq(pushSubscriptions.organizationId, organizationId),
            eq(pushSubscriptions.id, subscriptionId),
            optInId === null ? undefined : eq(pushSubscriptions.optInId, optInId),
          ),
        )
        .returning({ id: pushSubscriptions.id });
      return removed.length > 0;
    },
  };
}
