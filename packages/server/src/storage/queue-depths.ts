import type { QueueDepths } from '../metrics/create-metrics.js';
import type { Database } from './database.js';

const most = (from: string): string => `(SELECT count(*)::int FROM (SELECT FROM ${from} LIMIT 10000) AS counted)`;

/** Each from a partial index that holds no more than the work at hand. */
const DEPTHS = `
SELECT ${most(`whatsapp_optin.owed_replies WHERE status = 'due' AND due_at <= clock_timestamp()`)} AS replies_due,
       ${most(`whatsapp_optin.notification_logs WHERE due_at <= clock_timestamp() AND NOT settled`)} AS dispatches_due,
       ${most(`whatsapp_optin.pending_messages WHERE due_at <= clock_timestamp() AND parked_at IS NULL`)} AS verifications_due,
       ${most(`whatsapp_optin.event_deliveries WHERE status = 'pending' AND due_at <= clock_timestamp()`)} AS events_due,
       ${most(`whatsapp_optin.event_deliveries WHERE status = 'dead'`)} AS events_parked,
       ${most(`whatsapp_optin.owed_replies WHERE status = 'parked'`)} AS replies_parked,
       ${most('whatsapp_optin.notification_logs WHERE parked_at IS NOT NULL')} AS dispatches_parked,
       ${most('whatsapp_optin.pending_messages WHERE parked_at IS NOT NULL')} AS verifications_parked,
       (SELECT count(*)::int FROM whatsapp_optin.whatsapp_sessions
        WHERE is_active AND expires_at > clock_timestamp()) AS active_sessions`;

export async function readQueueDepths(database: Database): Promise<QueueDepths> {
  const [row] = await database.query<Record<string, number>>(DEPTHS);
  const of = (suffix: string) =>
    Object.fromEntries(
      ['replies', 'dispatches', 'verifications', 'events'].map((queue) => [queue, row?.[`${queue}_${suffix}`] ?? 0]),
    );
  return { due: of('due'), parked: of('parked'), activeSessions: row?.['active_sessions'] ?? 0 };
}
