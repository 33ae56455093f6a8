// @ts-check
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { bundleForProcess } from './bundle-for-process.mjs';
import { startPostgres } from './postgres.mjs';

/** A fresh seed each: what one batch finds, its seed alone repeats. */
const SEQUENCES_A_BATCH = 100;
const MAX_COMMANDS = 50;
const BETWEEN_REPORTS_MS = 60_000;

/** A machine that loses power loses the run; nothing else in here is less safe than usual. */
const FAST = [
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'jit=off',
  'plan_cache_mode=force_generic_plan',
];

/**
 * Runs the model of the server for so many commands, in as many processes as there are cores, each with a database of its
 * own on one PostgreSQL. Batch n has the seed `seed + n`.
 *
 * @param {{ steps: number, seed: number, fromStep: number, lanes?: number, signal?: AbortSignal }} input
 *   `fromStep`: so many have run before, with this seed, and are only counted
 * @returns {Promise<{ steps: number, violation: string | null }>} `steps` of this run alone
 */
export async function runModelSteps({ steps: wanted, seed, fromStep, lanes = availableParallelism() }) {
  const bundle = await bundleForProcess('test/model/model-lane.ts');
  const server = await startPostgres({ settings: FAST });
  const env = { ...process.env, TEST_ENGINE: 'postgres', TEST_DATABASE_URL: server.socketUrl };
  const startedAt = performance.now();
  let steps = 0;
  // A batch has about 2,300 commands: seeds from another part of the run are not met again.
  let next = seed + Math.ceil(fromStep / 1000);
  /** @type {string | null} */
  let violation = null;
  const report = () => {
    const seconds = (performance.now() - startedAt) / 1000;
    const each = ((seconds * 1000) / Math.max(1, steps)).toFixed(1);
    console.log(
      `── model: ${fromStep + steps} of ${wanted} commands, ${violation === null ? 0 : 1} violations` +
        ` (${seconds.toFixed(0)} s, ${each} ms each, next seed ${next})`,
    );
  };
  const timer = setInterval(report, BETWEEN_REPORTS_MS);

  const runLane = async () => {
    const child = fork(bundle.file, { env, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`A process of the model ended with ${code}.`);
    });
    ended.catch(() => undefined);
    try {
      await Promise.race([once(child, 'message'), ended]);
      while (fromStep + steps < wanted && violation === null) {
        const answered = once(child, 'message');
        child.send({ seed: next++, sequences: SEQUENCES_A_BATCH, maxCommands: MAX_COMMANDS });
        const [answer] = await Promise.race([answered, ended]);
        if ('violation' in answer) {
          violation = answer.violation;
          // At once: the other lanes end their batches first.
          console.error(violation);
        }
        if ('steps' in answer) steps += answer.steps;
      }
    } finally {
      if (child.connected) child.disconnect();
      await ended.catch(() => undefined);
    }
  };

  try {
    await Promise.all(Array.from({ length: lanes }, runLane));
    return { steps, violation };
  } finally {
    clearInterval(timer);
    report();
    await server.stop();
    await bundle.remove();
  }
}
