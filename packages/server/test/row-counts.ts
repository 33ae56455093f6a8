import type { Database } from '../src/storage/database.js';

/** Written by jobs in their own time, about what is there already. */
const OF_JOBS = [
  'consent_chain_checks',
  'consent_seals',
  'count_progress',
  'daily_counts',
  'job_runs',
  'minute_counts',
  'minutes_to_recount',
  'owed_prices',
  'send_turns',
  'unsealed_consents',
];

/** Rows of each table of ours, without those of jobs: what a request that nobody may believe must leave as it was. */
export async function countRows(database: Database): Promise<Record<string, number>> {
  const tables = await database.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables
      WHERE schemaname = 'whatsapp_optin' AND tablename <> ALL ($1::text[]) ORDER BY tablename`,
    [OF_JOBS],
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM whatsapp_optin.${name}`,
      [],
    );
    counts[name] = row?.count ?? 0;
  }
  return counts;
}
