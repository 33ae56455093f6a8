import { setTimeout as delay } from 'node:timers/promises';
import { isAway } from '../http/failure-response.js';
import type { Log } from '../log.js';
import { explainConnectionFailure } from '../storage/connection-failure.js';
import type { Database } from '../storage/database.js';

const RETRY_MS = 500;

/**
 * Waits until the database answers. A wrong password or name is no wait.
 *
 * @throws {Error} of the last try, where `waitSeconds` are over; the reason of `signal` where it aborts
 */
export async function awaitDatabase(
  database: Pick<Database, 'query'>,
  { waitSeconds, signal, log }: { waitSeconds: number; signal: AbortSignal; log: Log },
): Promise<void> {
  const endsAtMs = performance.now() + waitSeconds * 1_000;
  for (let tries = 1; ; tries += 1) {
    try {
      await database.query('SELECT 1');
      return;
    } catch (error) {
      signal.throwIfAborted();
      if (!isAway(error) || performance.now() >= endsAtMs) throw error;
      const why = explainConnectionFailure(error)?.why ?? 'it lets nobody in';
      if (tries === 1) log.warn({ waitSeconds }, `the database is away: ${why}; the start waits for it`);
    }
    await delay(RETRY_MS, undefined, { signal });
  }
}
