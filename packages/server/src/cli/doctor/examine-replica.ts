import type { Log } from '../../log.js';
import type { ResolvedOptions } from '../../config/resolve-options.js';
import { codeOf, explainConnectionFailure } from '../../storage/connection-failure.js';
import type { Database } from '../../storage/database.js';
import { pendingMigrations } from '../../storage/migrate.js';
import { openDatabase } from '../../storage/open-database.js';
import { ok, warning, type Finding } from './finding.js';

const ABOUT = 'Replica';

/** Own changes of staff are read from the primary for so long. */
const ADVISED_LAG_SECONDS = 5;

const STATE = `
SELECT pg_is_in_recovery() AS follows, CASE
  WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
  ELSE COALESCE(extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()), 0) END::float8 AS lag_seconds`;

/** Whether staff can read from the replica; empty where none is set. Without it the primary answers, so nothing here is a problem. */
export async function examineReplica(
  { databaseReplicaUrl: address, schema }: Pick<ResolvedOptions, 'databaseReplicaUrl' | 'schema'>,
  log: Log,
): Promise<Finding[]> {
  if (address === undefined) return [];
  let replica: Database | null = null;
  try {
    replica = await openDatabase({ database: address, schema, log });
    const [state] = await replica.query<{ follows: boolean; lag_seconds: number }>(STATE);
    if (state?.follows !== true) {
      return [warning(ABOUT, 'It is no standby.', 'Check that DATABASE_REPLICA_URL follows DATABASE_URL.')];
    }
    const pending = await pendingMigrations(replica);
    if (pending.length > 0) {
      return [warning(ABOUT, `It lacks ${pending.length} migrations.`, 'Check that it follows DATABASE_URL.')];
    }
    if (state.lag_seconds > ADVISED_LAG_SECONDS) {
      const message = `It is ${state.lag_seconds.toFixed(0)} seconds behind.`;
      return [warning(ABOUT, message, 'Staff see lists of that moment: look at the load of the replica.')];
    }
    return [ok(ABOUT, 'It follows, and is up to date.')];
  } catch (error) {
    const why = explainConnectionFailure(error)?.why ?? `it failed (${codeOf(error) ?? 'unknown'})`;
    return [warning(ABOUT, `It cannot be used: ${why}.`, 'Check DATABASE_REPLICA_URL; staff read from DATABASE_URL.')];
  } finally {
    await replica?.close();
  }
}
