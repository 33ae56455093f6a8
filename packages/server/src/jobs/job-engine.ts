import { setImmediate as endOfTurn } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import type { Log } from '../log.js';
import type { Database } from '../storage/database.js';

/** Work that a job wakes. What is due stands in our own rows; a job only says "look again". */
export const JOB_NAMES = ['replies', 'walks', 'verifications', 'prices', 'clean-up'] as const;
export type JobName = (typeof JOB_NAMES)[number];

export interface JobEngine {
  /** Asks for the work soon. Many calls before it begins are one. Never throws: the sweep finds what this loses. */
  wake(name: JobName): void;
  /** The same after a while. A timer of this process: pg-boss would take a job that waits for its time for the next one. */
  wakeAfter(name: JobName, delayMs: number): void;
  /** Waits for the work at hand, at most ten seconds. */
  stop(): Promise<void>;
}

export interface JobEngineParts {
  database: Database;
  log: Log;
  work: Record<JobName, () => Promise<unknown>>;
  /** Done every four seconds besides: cheap looks at partial indexes, which find what a crash left unwoken. */
  sweep: readonly (() => Promise<unknown>)[];
}

const POLL_SECONDS = 2;
const SWEEP_INTERVAL_MS = 4000;

interface Boss {
  boss: PgBoss;
  /** Counts a piece of work among those that `settle` waits for. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way: pg-boss waits neither for a fetch that began nor for "this job is done", even in stop(). */
  settle(): Promise<void>;
}

/** pg-boss over our own connections, on both engines, in a schema of its own. */
function createBoss(database: Database): Boss {
  const underWay = new Set<Promise<unknown>>();
  const track = <T>(work: Promise<T>): Promise<T> => {
    const tracked = work.finally(() => underWay.delete(tracked));
    underWay.add(tracked);
    return tracked;
  };
  const boss = new PgBoss({
    schema: `${database.schema}_jobs`,
    db: { executeSql: async (text, values: unknown[]) => ({ rows: await track(database.query(text, values ?? [])) }) },
    schedule: true,
    cronMonitorIntervalSeconds: 45,
  });
  const settle = async (): Promise<void> => {
    do {
      await Promise.allSettled(underWay);
      // What follows a settled piece begins within the same turn.
      await endOfTurn();
    } while (underWay.size > 0);
  };
  return { boss, track, settle };
}

/** Every server that lays the job tables waits for this lock; the number is arbitrary and must never change. */
const JOB_TABLES_LOCK = 7_163_190_413;

async function startBoss(boss: PgBoss): Promise<void> {
  await boss.start();
  for (const name of JOB_NAMES) {
    // `short`: one waiting job of a name is enough, for its work looks at everything that is due.
    await boss.createQueue(name, { name, policy: 'short', retryLimit: 3, retryDelay: 5, retryBackoff: true });
  }
}

/** Of servers that first start at once each would lay pg-boss's tables, and PostgreSQL would end all but one. */
async function startBossAlone(boss: PgBoss, database: Database): Promise<void> {
  // A folder has one process, and its one connection could not do both.
  if (database.engine === 'pglite') return startBoss(boss);
  await database.transaction(async (transaction) => {
    await transaction.query(`SELECT pg_advisory_xact_lock($1::bigint)`, [JOB_TABLES_LOCK]);
    await startBoss(boss);
  });
}

/** Lays pg-boss's own tables, for the packed snapshot. */
export async function prepareJobs(database: Database): Promise<void> {
  const { boss, settle } = createBoss(database);
  // It tells of nothing that its caller does not see.
  boss.on('error', () => undefined);
  await startBoss(boss);
  await boss.stop({ graceful: false, wait: false });
  await settle();
}

export async function startJobs({ database, log, work, sweep }: JobEngineParts): Promise<JobEngine> {
  const { boss, track, settle } = createBoss(database);
  boss.on('error', (error) => log.error({ error: error.message }, 'the job engine failed'));
  await startBossAlone(boss, database);
  const workers = new Map<JobName, string>();
  for (const name of JOB_NAMES) {
    const handle = async (): Promise<void> => void (await track(work[name]()));
    workers.set(name, await boss.work(name, { batchSize: 50, pollingIntervalSeconds: POLL_SECONDS }, handle));
  }
  await boss.schedule('clean-up', '*/5 * * * *');

  const pending = new Set<Promise<unknown>>();
  const wake = (name: JobName): void => {
    const sent = boss
      .send(name, {}, { singletonKey: name })
      .then(() => boss.notifyWorker(workers.get(name) ?? ''))
      .catch((error: Error) => log.warn({ job: name, error: error.message }, 'a job could not be woken'))
      .finally(() => pending.delete(sent));
    pending.add(sent);
  };

  const timers = new Set<NodeJS.Timeout>();
  const wakeAfter = (name: JobName, delayMs: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      wake(name);
    }, delayMs);
    timers.add(timer.unref());
  };

  // One that takes longer than the pause is not begun twice, and holds no other up: a vendor may hang for long.
  const sweeping = new Map<() => Promise<unknown>, Promise<unknown>>();
  const timer = setInterval(() => {
    for (const look of sweep) {
      if (sweeping.has(look)) continue;
      const looked = look()
        .catch((error: Error) => log.error({ error: error.message }, 'a sweep failed'))
        .finally(() => sweeping.delete(look));
      sweeping.set(look, looked);
    }
  }, SWEEP_INTERVAL_MS);
  timer.unref();

  return {
    wake,
    wakeAfter,
    async stop() {
      clearInterval(timer);
      timers.forEach(clearTimeout);
      await Promise.all([...sweeping.values(), ...pending]);
      await boss.stop({ graceful: true, wait: true, timeout: 10_000 });
      await settle();
    },
  };
}
