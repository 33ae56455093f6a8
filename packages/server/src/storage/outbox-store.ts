import { EVENT_TYPES } from '@whatsapp-optin/sdk/contract';
import { BatchQueue } from '../batches/batch-queue.js';
import type { DueDelivery, OutboxStore, PostOutcome } from '../outbox/event-delivery.js';
import type { Vault } from '../secrets/vault.js';
import type { Database, Row } from './database.js';
import { storableJson } from './inbound-item.js';
import {
  DISABLE_GONE,
  HAS_ENDPOINTS,
  ITEM_COLUMNS,
  LISTEN,
  RECORD_DELIVERED,
  RECORD_FAILED,
  TAKE_FOR_LISTENERS,
  TAKE_POSTS,
} from './outbox-statements.js';
import { batchSizesOf, itemsSql } from './set-statement.js';

interface DueRow extends Row {
  organization_id: string;
  endpoint_id: string;
  event_id: string;
  tries: number;
  type: string;
  data: Record<string, unknown>;
  created_at: Date;
  tried_for_ms: number;
}

interface PostRow extends DueRow {
  url: string;
  secret: string;
  former_secret: string | null;
}

interface Recorded {
  delivery: DueDelivery;
  outcome: PostOutcome;
  inMs: number | null;
}

const DELIVERED = RECORD_DELIVERED(itemsSql(ITEM_COLUMNS));
const FAILED = RECORD_FAILED(itemsSql(ITEM_COLUMNS));

export function createOutboxStore(database: Database, vault: Pick<Vault, 'open'>): OutboxStore {
  /** What comes at once goes together in one statement. */
  const recorder = (sql: string) =>
    new BatchQueue<Recorded, null>({
      batches: { ...batchSizesOf(database), atOnce: 1 },
      orderOf: ({ delivery }) => `${delivery.event.organizationId} ${delivery.endpointId} ${delivery.event.id}`,
      async run(items) {
        await database.query(sql, [storableJson(items.map(toColumns))]);
        return items.map(() => null);
      },
    });
  const delivered = recorder(DELIVERED);
  const failed = recorder(FAILED);

  const secretsOf = ({ organization_id: organizationId, secret, former_secret: former }: PostRow): string[] => {
    try {
      return [secret, former].flatMap((kept) => (kept === null ? [] : vault.open(organizationId, 'webhook', kept)));
    } catch {
      return [];
    }
  };

  return {
    async hasEndpoints(organizationIds) {
      const [row] = await database.query<{ found: boolean }>(HAS_ENDPOINTS, [organizationIds]);
      return row?.found ?? false;
    },
    async takePosts(limit, { organizationIds, full }) {
      const rows = await database.query<PostRow>(TAKE_POSTS, [limit, organizationIds, full]);
      return rows.map((row) => ({ ...toDelivery(row), url: row.url, secrets: secretsOf(row) }));
    },
    async takeForListeners(limit, { organizationIds, full, types }) {
      const rows = await database.query<DueRow>(TAKE_FOR_LISTENERS, [limit, organizationIds, full, types]);
      return rows.map(toDelivery);
    },
    async recordDelivered(delivery, httpStatus) {
      await delivered.add({ delivery, outcome: { httpStatus, error: null, retryAfterMs: null }, inMs: null });
    },
    async recordFailed(delivery, outcome, inMs) {
      await failed.add({ delivery, outcome, inMs });
    },
    async disableGone({ event, endpointId }) {
      await database.query(DISABLE_GONE, [event.organizationId, endpointId]);
    },
    async listen(organizationIds, types) {
      await database.query(LISTEN, [organizationIds, types]);
    },
    async emitExpiredOptIns() {
      const [row] = await database.query<{ emitted: number }>(
        'SELECT whatsapp_optin.emit_expired_opt_ins_v1() AS emitted',
      );
      return row?.emitted ?? 0;
    },
  };
}

function toColumns({ delivery, outcome, inMs }: Recorded, position: number): Record<string, unknown> {
  return {
    position,
    organization_id: delivery.event.organizationId,
    endpoint_id: delivery.endpointId,
    event_id: delivery.event.id,
    tries: delivery.tries,
    http_status: outcome.httpStatus,
    error: outcome.error,
    in_ms: inMs,
    pause_ms: outcome.retryAfterMs,
  };
}

function toDelivery(row: DueRow): DueDelivery {
  const type = EVENT_TYPES.find((known) => known === row.type);
  if (type === undefined) throw new Error(`The stored event has the unknown type "${row.type}".`);
  return {
    event: {
      organizationId: row.organization_id,
      id: row.event_id,
      type,
      createdAt: row.created_at,
      data: row.data,
    },
    endpointId: row.endpoint_id,
    tries: row.tries,
    triedForMs: row.tried_for_ms,
  };
}
