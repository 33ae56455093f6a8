import type { Database } from './database.js';
import { deleteOlder } from './forget-in-batches.js';

/** How long an event can be replayed, where its organization keeps messages for longer. */
const EVENT_DAYS = 30;

/** Storage's own upkeep: partitions of the months to come, remembered answers that are a day old, events of a month ago. */
export async function maintainStorage(database: Database): Promise<void> {
  await database.query('SELECT whatsapp_optin.ensure_partitions()');
  await deleteOlder(database, { table: 'idempotency_keys', column: 'claimed_at', days: 1 });
  for (const table of ['event_deliveries', 'events']) {
    await deleteOlder(database, { table, column: 'created_at', days: EVENT_DAYS });
  }
}

/**
 * Whether the server can serve.
 *
 * @throws {Error} where the database does not answer, or takes no writes, as a standby after a failover
 */
export async function checkReadiness(database: Database): Promise<void> {
  const [row] = await database.query<{ read_only: boolean }>(
    `SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean AS read_only`,
  );
  if (row?.read_only !== false) throw new Error('The database takes no writes.');
}
