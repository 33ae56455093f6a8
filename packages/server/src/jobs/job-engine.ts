import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../log.js';
import { createRunner } from './runner.js';

/** Jobs that can be woken. Due work is in our own tables; a job only reads it again. */
export const JOB_NAMES = ['replies', 'dispatches', 'verifications', 'prices', 'events', 'clean-up'] as const;
export type JobName = (typeof JOB_NAMES)[number];

export interface JobEngine {
  /** Does the work soon, in this process. Calls during a run are one more run. Never throws: the sweep finds what this loses. */
  wake(name: JobName): void;
  /** The same after a delay, by a timer of this process. */
  wakeAfter(name: JobName, delayMs: number): void;
  /** Takes nothing more, and waits for the work at hand, at most eight seconds. A second call waits for the same. */
  stop(): Promise<void>;
}

export interface JobEngineParts {
  log: Log;
  /** Each gets a signal that aborts when the server closes. */
  work: Record<JobName, (stopping?: AbortSignal) => Promise<unknown>>;
  /** Done every four seconds besides: cheap looks at partial indexes, which find what a crash left unwoken. */
  sweep: readonly ((stopping?: AbortSignal) => Promise<unknown>)[];
  /** Done every minute, each beside the others and beside the clean-up. */
  everyMinute: readonly ((stopping?: AbortSignal) => Promise<unknown>)[];
  /** Whether this server is the one of its database that cleans up now; asked once a minute. */
  claimCleanUp: () => Promise<boolean>;
}

const SWEEP_INTERVAL_MS = 4000;
const MINUTE_MS = 60_000;
/** Less than the ten seconds after which orchestrators kill. */
const STOP_TIMEOUT_MS = 8_000;

export async function startJobs({ log, work, sweep, everyMinute, claimCleanUp }: JobEngineParts): Promise<JobEngine> {
  const logFailure = (message: string) => (error: unknown) =>
    log.error({ error: error instanceof Error ? error.message : 'unknown' }, message);
  const jobs = new Map(JOB_NAMES.map((name) => [name, createRunner(work[name], logFailure(`the job ${name} failed`))]));
  const wake = (name: JobName): void => jobs.get(name)?.wake();

  const timers = new Set<NodeJS.Timeout>();
  const wakeAfter = (name: JobName, delayMs: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      wake(name);
    }, delayMs);
    timers.add(timer.unref());
  };

  // A sweep beside the job of the same work: where a vendor hangs, what is due for others does not wait for it.
  const sweeps = sweep.map((look) => createRunner(look, logFailure('a sweep failed')));
  const minutely = [
    ...everyMinute.map((look) => createRunner(look, logFailure('the work of a minute failed'))),
    createRunner(async () => {
      if (await claimCleanUp()) wake('clean-up');
    }, logFailure('the clean-up could not be claimed')),
  ];
  const intervals = [
    setInterval(() => sweeps.forEach((runner) => runner.runIfIdle()), SWEEP_INTERVAL_MS),
    setInterval(() => minutely.forEach((runner) => runner.runIfIdle()), MINUTE_MS),
  ];
  intervals.forEach((interval) => interval.unref());

  return {
    wake,
    wakeAfter,
    async stop() {
      intervals.forEach(clearInterval);
      timers.forEach(clearTimeout);
      const stopped = Promise.all([...jobs.values(), ...sweeps, ...minutely].map((runner) => runner.stop()));
      await Promise.race([stopped, delay(STOP_TIMEOUT_MS, undefined, { ref: false })]);
    },
  };
}
