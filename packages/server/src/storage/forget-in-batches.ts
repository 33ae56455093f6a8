import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { Database } from './database.js';

/** Rows of one statement, so that none holds its locks for long. */
export const FORGET_BATCH = 1_000;

/** What is left over is for the next run. */
const LONGEST_RUN_MS = 120_000;

/** When a run of the clean-up that begins now is to end. @returns a value of `performance.now()` */
export function endOfRun(): number {
  return performance.now() + LONGEST_RUN_MS;
}

/**
 * Repeats a statement until a batch is short, or the run is over, with a turn for others between.
 *
 * @param batch.text - does at most `FORGET_BATCH` rows; its one row says how many, as `count`
 */
export async function inBatches(
  database: Database,
  batch: { text: string; values: readonly unknown[]; endsAtMs: number },
): Promise<void> {
  while (performance.now() < batch.endsAtMs) {
    const [row] = await database.query<{ count: number }>(batch.text, batch.values);
    if ((row?.count ?? 0) < FORGET_BATCH) return;
    await endOfTurn();
  }
}

/** Deletes the rows of all organizations that are so old. */
export async function deleteOlder(
  database: Database,
  { table, column, days, endsAtMs = endOfRun() }: { table: string; column: string; days: number; endsAtMs?: number },
): Promise<void> {
  // Of `clock_timestamp()`, which may differ from row to row, PostgreSQL would ask no index.
  const text = `
WITH changed AS (
  DELETE FROM whatsapp_optin.${table} WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM whatsapp_optin.${table} WHERE ${column} < statement_timestamp() - make_interval(days => $1::int)
    LIMIT ${FORGET_BATCH})) RETURNING 1)
SELECT count(*)::int AS count FROM changed`;
  await inBatches(database, { text, values: [days], endsAtMs });
}
