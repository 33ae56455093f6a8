import type { Database } from '../src/storage/database.js';

/** Rows of each table of ours: what a request that nobody may believe must leave as it was. */
export async function countRows(database: Database): Promise<Record<string, number>> {
  const tables = await database.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'whatsapp_optin' ORDER BY tablename`,
    [],
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
