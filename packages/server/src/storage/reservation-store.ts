import type { Bucket, Reservation, ReservationStore } from '../providers/reservations.js';
import type { Database } from './database.js';
import { endOfRun, FORGET_BATCH, inBatches } from './forget-in-batches.js';
import { gather, itemsSql, type ItemRow } from './set-statement.js';

interface Wish {
  organizationId: string;
  buckets: readonly Bucket[];
  longestWaitMs: number;
  isUrgent: boolean;
}

/** One after another, in the order of the items: each call of the function sees what those before have taken. */
const TAKE = `
SELECT item.position, turn.granted, turn.wait_ms
FROM (
  SELECT * FROM ${itemsSql(
    'organization_id text, lanes text[], every_ms float8[], ahead_ms float8[], longest_wait_ms float8',
  )} ORDER BY position
) AS item
CROSS JOIN LATERAL whatsapp_optin.take_turn_v2(
  item.organization_id, item.lanes, item.every_ms, item.ahead_ms, item.longest_wait_ms) AS turn`;

const FORGET = `
WITH changed AS (
  DELETE FROM whatsapp_optin.send_turns WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM whatsapp_optin.send_turns
    WHERE free_at < statement_timestamp() - interval '1 hour' LIMIT ${FORGET_BATCH}))
  RETURNING 1)
SELECT count(*)::int AS count FROM changed`;

export function createReservationStore(database: Database): ReservationStore {
  const take = gather<Wish, Reservation, ItemRow & { granted: boolean; wait_ms: number }>(database, {
    sql: { together: TAKE, alone: TAKE },
    toColumns: ({ organizationId, buckets, longestWaitMs }) => ({
      organization_id: organizationId,
      lanes: buckets.map(({ name }) => name),
      every_ms: buckets.map(({ everyMs }) => everyMs),
      ahead_ms: buckets.map(({ aheadMs }) => aheadMs),
      longest_wait_ms: Math.max(0, longestWaitMs),
    }),
    toResult(row) {
      if (row === undefined) throw new Error('The database gave no turn.');
      return { granted: row.granted, waitMs: Math.ceil(row.wait_ms) };
    },
    // By the bucket that many share, which is locked first: nobody holds another's while it waits for this one.
    orderOf: ({ organizationId, buckets, isUrgent }) =>
      `${organizationId} ${buckets[0]?.name ?? ''} ${isUrgent ? 0 : 1}`,
  });

  return {
    reserve: (organizationId, buckets, { longestWaitMs, isUrgent = false }) =>
      take({ organizationId, buckets, longestWaitMs, isUrgent }),
    async deleteFree() {
      await inBatches(database, { text: FORGET, values: [], endsAtMs: endOfRun() });
    },
  };
}
