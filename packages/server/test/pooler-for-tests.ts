/** Connections of one test's database behind the pooler, for everybody. */
const CONNECTIONS = 4;

/**
 * Vitest's global set-up of the integration tests on PostgreSQL: with `TEST_POOLER=transaction`, the worlds of the run stand
 * behind pgbouncer in transaction mode, whose address is put into `TEST_POOLER_URL`.
 *
 * @returns the tear-down
 * @throws {Error} where `TEST_POOLER` says anything else, or pgbouncer cannot start
 */
export default async function setUpPooler(): Promise<() => Promise<void>> {
  const { TEST_POOLER: mode, TEST_DATABASE_URL: url } = process.env;
  if (mode === undefined || url === undefined) return () => Promise.resolve();
  if (mode !== 'transaction') throw new Error(`TEST_POOLER is "${mode}"; it may be "transaction".`);
  // Loaded late: it brings the whole server.
  const { startPgbouncer } = await import('./pgbouncer.js');
  const pooler = await startPgbouncer(url, { database: '*', connections: CONNECTIONS });
  process.env['TEST_POOLER_URL'] = pooler.url;
  return async () => {
    delete process.env['TEST_POOLER_URL'];
    await pooler.close();
  };
}
