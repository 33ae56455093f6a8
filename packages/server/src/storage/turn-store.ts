import type { TurnStore } from '../providers/turns.js';
import type { Database } from './database.js';

const TAKE = `
SELECT granted, wait_ms FROM whatsapp_optin.take_turn($1::text, $2::text[], $3::int[], $4::int[], $5::int)`;

const FORGET = `DELETE FROM whatsapp_optin.send_turns WHERE free_at < clock_timestamp() - interval '1 hour'`;

export function createTurnStore(database: Database): TurnStore {
  return {
    async take(organizationId, lanes, longestWaitMs) {
      const [turn] = await database.query<{ granted: boolean; wait_ms: number }>(TAKE, [
        organizationId,
        lanes.map(({ name }) => name),
        lanes.map(({ everyMs }) => Math.ceil(everyMs)),
        lanes.map(({ aheadMs }) => Math.floor(aheadMs)),
        Math.max(0, Math.floor(longestWaitMs)),
      ]);
      if (turn === undefined) throw new Error('The database gave no turn.');
      return { granted: turn.granted, waitMs: turn.wait_ms };
    },
    async forgetFree() {
      await database.query(FORGET);
    },
  };
}
