import type { DailyCount } from '../analytics/analytics-store.js';
import type { Database } from './database.js';

/**
 * Counts today, yesterday and the day before anew: a delivery may be known late, and a run that was missed is made up for.
 * A count of what may be forgotten within these days never falls; how notifications ended may still change, even to none.
 */
const ROLL_UP = `
INSERT INTO whatsapp_optin.daily_counts AS kept (organization_id, day, name, count)
SELECT organization.id, fact.day, fact.name, sum(fact.times)
FROM whatsapp_optin.organizations AS organization
CROSS JOIN LATERAL (SELECT (clock_timestamp() AT TIME ZONE organization.time_zone)::date - 2 AS day) AS first
CROSS JOIN LATERAL (SELECT first.day::timestamp AT TIME ZONE organization.time_zone AS at) AS since
CROSS JOIN LATERAL (
  SELECT (found.at AT TIME ZONE organization.time_zone)::date AS day, found.name, 1 AS times
  FROM (
    SELECT created_at AS at, 'opt_in.' || type AS name FROM whatsapp_optin.opt_in_events
    WHERE organization_id = organization.id AND created_at >= since.at
    UNION ALL
    SELECT recorded_at, 'opt_in.connected' FROM whatsapp_optin.consents
    WHERE organization_id = organization.id AND recorded_at >= since.at AND method = 'opt_in_code'
    UNION ALL
    SELECT recorded_at, 'consent.' || action FROM whatsapp_optin.consents
    WHERE organization_id = organization.id AND recorded_at >= since.at
    UNION ALL
    SELECT received_at, 'inbound' FROM whatsapp_optin.whatsapp_inbound_messages
    WHERE organization_id = organization.id AND received_at >= since.at
    UNION ALL
    SELECT created_at, 'notification.' || method FROM whatsapp_optin.notification_logs
    WHERE organization_id = organization.id AND created_at >= since.at AND kind = 'ticket' AND settled AND method IS NOT NULL
  ) AS found
  UNION ALL
  SELECT day, name, 0 FROM whatsapp_optin.daily_counts
  WHERE organization_id = organization.id AND day >= first.day AND name LIKE 'notification.%'
) AS fact
GROUP BY organization.id, fact.day, fact.name
ON CONFLICT (organization_id, day, name) DO UPDATE
SET count = CASE WHEN kept.name LIKE 'notification.%' THEN EXCLUDED.count ELSE GREATEST(kept.count, EXCLUDED.count) END,
    updated_at = clock_timestamp()
WHERE kept.count <> EXCLUDED.count`;

const READ = `
SELECT to_char(daily.day, 'YYYY-MM-DD') AS day, daily.name, daily.count::float8 AS count
FROM whatsapp_optin.daily_counts AS daily
JOIN whatsapp_optin.organizations AS organization ON organization.id = daily.organization_id
WHERE daily.organization_id = $1::text AND daily.count > 0
  AND daily.day > (clock_timestamp() AT TIME ZONE organization.time_zone)::date - $2::int
ORDER BY daily.day, daily.name`;

/** Safe to run at any time, in several processes at once; to be run before old rows are forgotten. */
export async function rollUpDays(database: Database): Promise<void> {
  await database.query(ROLL_UP);
}

export async function readDailyCounts(
  database: Database,
  organizationId: string,
  sinceDays: number,
): Promise<DailyCount[]> {
  return database.query<DailyCount & Record<string, unknown>>(READ, [organizationId, sinceDays]);
}
