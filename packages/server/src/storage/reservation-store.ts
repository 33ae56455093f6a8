import type { ReservationStore } from '../providers/reservations.js';
import type { Database } from './database.js';

const TAKE = `
SELECT granted, wait_ms FROM whatsapp_optin.take_turn($1::text, $2::text[], $3::int[], $4::int[], $5::int)`;

const FORGET = `DELETE FROM whatsapp_optin.send_turns WHERE free_at < clock_timestamp() - interval '1 hour'`;

export function createReservationStore(database: Database): ReservationStore {
  return {
    async reserve(organizationId, buckets, longestWaitMs) {
      const [turn] = await database.query<{ granted: boolean; wait_ms: number }>(TAKE, [
        organizationId,
        buckets.map(({ name }) => name),
        buckets.map(({ everyMs }) => Math.ceil(everyMs)),
        buckets.map(({ aheadMs }) => Math.floor(aheadMs)),
        Math.max(0, Math.floor(longestWaitMs)),
      ]);
      if (turn === undefined) throw new Error('The database gave no turn.');
      return { granted: turn.granted, waitMs: turn.wait_ms };
    },
    async deleteFree() {
      await database.query(FORGET);
    },
  };
}
