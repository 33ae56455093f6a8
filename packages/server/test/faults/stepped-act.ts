import type pg from 'pg';
import type { Database, Row, SqlExecutor } from '../../src/storage/database.js';

/**
 * One act of the server, its statements held back one by one: a step executes a statement, another step commits. What the
 * server does in one transaction is committed once, at its end; each other statement alone.
 */
export interface SteppedAct {
  /** Lets the next step run, until it is over or waits for a lock. `false`: the act waits for a lock, or is over. */
  step(): Promise<boolean>;
  readonly isOver: boolean;
  readonly isBlocked: boolean;
  /** Executed statements so far, commits not counted. */
  readonly executed: number;
  readonly isCommitted: boolean;
  /** What the act returned. @throws what it threw. */
  result(): Promise<unknown>;
}

type Gate = () => void;

export interface SteppedActParts {
  client: pg.Client;
  /** Whether the connection of this process id waits for a lock. */
  waitsForLock(processId: number): Promise<boolean>;
  /** Statements of one transaction after the first of which the rest counts as one step. */
  isCoarse: boolean;
  work(database: Database): Promise<unknown>;
}

const POLL_MS = 1;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, POLL_MS));

export function createSteppedAct({ client, waitsForLock, isCoarse, work }: SteppedActParts): SteppedAct {
  let gate: Gate | null = null;
  let isOver = false;
  let isBlocked = false;
  let executed = 0;
  let isCommitted = false;

  const permit = (): Promise<void> => new Promise((resolve) => (gate = resolve));
  const execute = async <T extends Row>(text: string, values: readonly unknown[] = []): Promise<T[]> => {
    const { rows } = await client.query<T>(text, [...values]);
    executed += 1;
    return rows;
  };
  const commit = async (): Promise<void> => {
    await permit();
    await client.query('COMMIT');
    isCommitted = true;
  };
  const begin = async (): Promise<void> => {
    await client.query('BEGIN');
    isCommitted = false;
  };
  const database: Database = {
    engine: 'postgres',
    schema: 'whatsapp_optin',
    async query<T extends Row>(text: string, values?: readonly unknown[]) {
      await permit();
      await begin();
      const rows = await execute<T>(text, values);
      await commit();
      return rows;
    },
    async transaction<T>(inside: (transaction: SqlExecutor) => Promise<T>) {
      let isFirst = true;
      const result = await inside({
        async query<R extends Row>(text: string, values?: readonly unknown[]) {
          if (isFirst || !isCoarse) await permit();
          if (isFirst) await begin();
          isFirst = false;
          const rows = await execute<R>(text, values);
          // The first statement takes the locks: the rest is one step of its own.
          if (executed === 1 && isCoarse) await permit();
          return rows;
        },
      });
      await commit();
      return result;
    },
    withTimeout: () => database,
    silentForMs: () => 0,
    listen: async () => async () => undefined,
    close: async () => undefined,
  };

  const done = work(database).finally(() => {
    isOver = true;
  });
  done.catch(() => undefined);

  return {
    get isOver() {
      return isOver;
    },
    get isBlocked() {
      return isBlocked;
    },
    get executed() {
      return executed;
    },
    get isCommitted() {
      return isCommitted;
    },
    async step() {
      if (!isBlocked) {
        // The act may be between two steps.
        while (gate === null && !isOver) await pause();
        if (isOver) return false;
        const open = gate as unknown as Gate;
        gate = null;
        open();
      }
      for (;;) {
        await pause();
        isBlocked = false;
        if (gate !== null || isOver) return true;
        const processId = (client as unknown as { processID: number }).processID;
        if (await waitsForLock(processId)) {
          isBlocked = gate === null && !isOver;
          if (isBlocked) return false;
        }
      }
    },
    result: () => done,
  };
}
