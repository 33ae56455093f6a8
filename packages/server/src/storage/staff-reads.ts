import { TooMuchToReadError } from '../admin-queries/too-much-to-read.js';
import { codeOf } from './connection-failure.js';
import type { Database, Row } from './database.js';

/** A page of a list takes some milliseconds. What takes so much longer holds a connection that customers need. */
export const STAFF_READ_TIMEOUT_MS = 5_000;

/** `query_canceled`: https://www.postgresql.org/docs/15/errcodes-appendix.html */
const CANCELLED = '57014';

/**
 * The same database for lists that staff read: PostgreSQL itself ends a statement that takes too long. PGlite cannot, since its
 * statements run in this thread.
 *
 * @throws {TooMuchToReadError} from `query`
 */
export function forStaffReads(database: Database, timeoutMs = STAFF_READ_TIMEOUT_MS): Database {
  if (database.engine === 'pglite') return database;
  return {
    ...database,
    async query<T extends Row>(text: string, values: readonly unknown[] = []): Promise<T[]> {
      try {
        return await database.transaction(
          async (transaction) => {
            await transaction.query(`SET LOCAL statement_timeout = ${timeoutMs}`);
            return transaction.query<T>(text, values);
            // A list needs no more; a hot standby refuses `serializable`.
          },
          { readsCommitted: true },
        );
      } catch (error) {
        if (codeOf(error) === CANCELLED) throw new TooMuchToReadError(`More than ${timeoutMs} ms.`, { cause: error });
        throw error;
      }
    },
  };
}
