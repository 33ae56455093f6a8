import type { Database } from './database.js';

/** Storage's own upkeep: partitions of the months to come, and remembered answers that are a day old. */
export async function maintainStorage(database: Database): Promise<void> {
  await database.query('SELECT whatsapp_optin.ensure_partitions()');
  await database.query(
    `DELETE FROM whatsapp_optin.idempotency_keys WHERE claimed_at < clock_timestamp() - interval '24 hours'`,
  );
}
