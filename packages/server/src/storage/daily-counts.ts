import type { DailyCount } from '../analytics/analytics-store.js';
import type { Database } from './database.js';
import { rollUpDays } from './minute-counts.js';

const READ = `
SELECT to_char(daily.day, 'YYYY-MM-DD') AS day, daily.name, daily.count::float8 AS count
FROM whatsapp_optin.daily_counts AS daily
JOIN whatsapp_optin.organizations AS organization ON organization.id = daily.organization_id
WHERE daily.organization_id = $1::text AND daily.count > 0
  AND daily.day > (clock_timestamp() AT TIME ZONE organization.time_zone)::date - $2::int
ORDER BY daily.day, daily.name`;

const READ_RANGE = `
SELECT to_char(daily.day, 'YYYY-MM-DD') AS day, daily.name, daily.count::float8 AS count
FROM whatsapp_optin.daily_counts AS daily
WHERE daily.organization_id = $1::text AND daily.day BETWEEN $2::date AND $3::date AND daily.count > 0
ORDER BY daily.day, daily.name`;

const SUM_EVER = `
SELECT name, sum(count)::float8 AS count FROM whatsapp_optin.daily_counts
WHERE organization_id = $1::text AND name = ANY ($2::text[]) GROUP BY name`;

const TODAY = `
SELECT to_char((clock_timestamp() AT TIME ZONE time_zone)::date, 'YYYY-MM-DD') AS today, time_zone
FROM whatsapp_optin.organizations WHERE id = $1::text`;

type CountRow = DailyCount & Record<string, unknown>;

export async function readDailyCounts(
  database: Database,
  organizationId: string,
  sinceDays: number,
): Promise<DailyCount[]> {
  return database.query<CountRow>(READ, [organizationId, sinceDays]);
}

/** What the reports are made of. */
export function createDailyReader(database: Database) {
  return {
    rollUp: (organizationId: string) => rollUpDays(database, organizationId),
    readRange: (organizationId: string, from: string, to: string): Promise<DailyCount[]> =>
      database.query<CountRow>(READ_RANGE, [organizationId, from, to]),
    async sumEver(organizationId: string, names: readonly string[]): Promise<Map<string, number>> {
      const rows = await database.query<{ name: string; count: number }>(SUM_EVER, [organizationId, names]);
      return new Map(rows.map(({ name, count }) => [name, count]));
    },
    async today(organizationId: string): Promise<{ today: string; timeZone: string } | null> {
      const [row] = await database.query<{ today: string; time_zone: string }>(TODAY, [organizationId]);
      return row === undefined ? null : { today: row.today, timeZone: row.time_zone };
    },
  };
}
