import type { Log } from '../log.js';
import { TooMuchToReadError } from '../admin-queries/too-much-to-read.js';
import { codeOf } from './connection-failure.js';
import type { Database, Row } from './database.js';

/** After a staff member's own change, lists of their organization come from the primary for so long: a replica lags by less. */
export const OWN_WRITES_MS = 5_000;
/** So long after a failure nobody waits for the replica again. */
export const REPLICA_REST_MS = 5_000;

export interface ReplicaParts {
  database: Database;
  log: Log;
  /** Milliseconds that only grow. @default the clock of the process */
  now?: () => number;
}

export interface ReplicaReads {
  /**
   * Reads of `primary` that may be a moment old. Each statement has its organization as `$1`. One that fails on the replica is
   * read from the primary.
   *
   * @param wrap - what is done with each of the two first, such as a time limit.
   */
  inPlaceOf(primary: Database, wrap?: (database: Database) => Database): Database;
  /** A staff member of this organization has just changed something. */
  noteWrite(organizationId: string): void;
}

/** Without a replica: all reads are the primary's. */
export const NO_REPLICA: ReplicaReads = {
  inPlaceOf: (primary, wrap = (database) => database) => wrap(primary),
  noteWrite: () => undefined,
};

/** Sends reads of staff to a replica. While it fails, the primary answers, and the log says so once. */
export function createReplicaReads({
  database: replica,
  log,
  now = () => performance.now(),
}: ReplicaParts): ReplicaReads {
  let restsUntil = 0;
  let isAway = false;
  const writtenAt = new Map<string, number>();

  const hasJustWritten = (organizationId: unknown): boolean => {
    if (typeof organizationId !== 'string') return false;
    const at = writtenAt.get(organizationId);
    if (at === undefined) return false;
    if (now() - at < OWN_WRITES_MS) return true;
    writtenAt.delete(organizationId);
    return false;
  };
  const noteFailure = (error: unknown): void => {
    restsUntil = now() + REPLICA_REST_MS;
    if (!isAway)
      log.warn({ errorCode: codeOf(error) }, 'the read replica fails: staff read from the primary meanwhile');
    isAway = true;
  };
  const noteAnswer = (): void => {
    if (isAway) log.info({}, 'the read replica answers again');
    isAway = false;
  };

  return {
    inPlaceOf(primary, wrap = (database) => database) {
      const [first, second] = [wrap(replica), wrap(primary)];
      return {
        ...second,
        async query<T extends Row>(text: string, values: readonly unknown[] = []): Promise<T[]> {
          if (now() < restsUntil || hasJustWritten(values[0])) return second.query<T>(text, values);
          try {
            const rows = await first.query<T>(text, values);
            noteAnswer();
            return rows;
          } catch (error) {
            // What is too much for the replica is too much for the primary.
            if (error instanceof TooMuchToReadError) throw error;
            noteFailure(error);
            return second.query<T>(text, values);
          }
        },
      };
    },
    noteWrite: (organizationId) => void writtenAt.set(organizationId, now()),
  };
}
