// @ts-check
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { runModelSteps } from './model-steps.mjs';
import { forwardSignals, root, runForCode, tool } from './run.mjs';

/**
 * The long tests: the same that `npm test` runs in small, with the figures that are promised.
 * `npm run test:faults -- model kills` runs only the stages whose names begin so; hours, where all run.
 *
 * @typedef {{ name: string, work: () => Promise<boolean> }} Stage
 */

const { values: options, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: {
    // The model's: a run that was cut off goes on with `--seed` of before and `--from-step` of its last line.
    steps: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
    'from-step': { type: 'string', default: '0' },
    lanes: { type: 'string', default: String(availableParallelism()) },
  },
});

/** @type {readonly Stage[]} */
const stages = [
  { name: 'model', work: runModel },
  { name: 'order', work: () => vitest('model/order', { ORDER_RUNS: '2000' }) },
  { name: 'fuzz', work: () => vitest('fuzz-webhooks', { FUZZ_BODIES: '60000' }) },
  { name: 'interleavings', work: () => vitest('faults/interleavings', { ORDERS_OF_THREE: '10000' }) },
  { name: 'late-sends', work: () => vitest('faults/late-sends', { LATE_SEND_CASES: '10000' }) },
  { name: 'two-servers', work: () => vitest('faults/two-servers', { NOTIFICATIONS: '20000' }) },
  { name: 'kills', work: () => vitest('faults/killed-sends', { KILLS: '100' }) },
  { name: 'kills:pglite', work: () => vitest('faults/killed-sends', { KILLS: '100' }, 'pglite') },
  {
    name: 'mutants',
    work: async () => (await runForCode(process.execPath, [join(root, 'scripts/mutants.mjs')])) === 0,
  },
];

/**
 * @param {string} file below `packages/server/test`
 * @param {Record<string, string>} env
 * @param {'postgres' | 'pglite'} [engine]
 */
async function vitest(file, env, engine = 'postgres') {
  const project = `integration-${engine}`;
  const args = [tool('vitest/vitest.mjs'), 'run', '--project', project, `packages/server/test/${file}`];
  return (await runForCode(process.execPath, args, { env })) === 0;
}

async function runModel() {
  const seed = Number(options.seed);
  const [steps, fromStep, lanes] = [Number(options.steps), Number(options['from-step']), Number(options.lanes)];
  console.log(`── model: seed ${seed}`);
  const { violation } = await runModelSteps({ steps, seed, fromStep, lanes });
  return violation === null;
}

async function main() {
  forwardSignals();
  const chosen = stages.filter(({ name }) => filters.length === 0 || filters.some((filter) => name.startsWith(filter)));
  if (chosen.length === 0) throw new Error(`The stages are ${stages.map(({ name }) => name).join(', ')}.`);
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  console.log(
    `${new Date().toISOString()}, ${cpus()[0]?.model} x ${cpus().length}, ${gigabytes} GB, Node ${process.version}`,
  );
  const red = [];
  for (const { name, work } of chosen) {
    console.log(`\n── ${name}`);
    const startedAt = performance.now();
    const isGreen = await work();
    const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
    console.log(`── ${name}: ${isGreen ? 'passed' : 'FAILED'} (${minutes} min)`);
    if (!isGreen) red.push(name);
  }
  console.log(red.length === 0 ? `\n${chosen.length} stages passed` : `\nfailed: ${red.join(', ')}`);
  return red.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
