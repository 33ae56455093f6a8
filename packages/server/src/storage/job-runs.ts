import type { Database } from './database.js';

const CLAIM = `
INSERT INTO whatsapp_optin.job_runs AS run (name, started_at) VALUES ($1::text, clock_timestamp())
ON CONFLICT (name) DO UPDATE SET started_at = excluded.started_at
  WHERE run.started_at <= excluded.started_at - make_interval(secs => $2::int)
RETURNING 1 AS claimed`;

/**
 * Whether this server is the one of its database that does the job now.
 *
 * @returns `false` where a server has begun it within the last `intervalSeconds`
 */
export async function claimJobRun(database: Database, name: string, intervalSeconds: number): Promise<boolean> {
  return (await database.query(CLAIM, [name, intervalSeconds])).length > 0;
}
