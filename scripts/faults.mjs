// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { writeFaultTable } from './fault-table.mjs';
import { runModelSteps } from './model-steps.mjs';
import { forwardSignals, root, runForCode, tool } from './run.mjs';

/**
 * The long tests: the same that `npm test` runs in small, with the figures that are promised.
 * `npm run test:faults -- model kills` runs only the stages whose names begin so; hours, where all run. What their tests
 * have seen is written to docs/evidence/reliability.md, a row a fault, unless some of the faults did not run.
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
    // How much of the rest runs: 0.1 is a tenth.
    share: { type: 'string', default: '1' },
  },
});

/** @param {number} whole @returns {string} so many of it as `--share` asks for */
const shareOf = (whole) => String(Math.max(1, Math.round(whole * Number(options.share))));

/** Faults that `npm test` tries as often as this run does, below `packages/server/test`. */
const FAULTS = ['claim-age', 'database-down', 'overload', 'faults/crossing-batches'];
const FAULTS_OF_POSTGRES = ['database-network', 'stop-and-start', 'nginx', 'haproxy', 'erasure-races', 'two-versions'];

/** @type {readonly Stage[]} */
const stages = [
  { name: 'model', work: runModel },
  { name: 'order', work: () => vitest('model/order', { ORDER_RUNS: shareOf(2_000) }) },
  { name: 'fuzz', work: () => vitest('fuzz-webhooks', { FUZZ_BODIES: shareOf(60_000) }) },
  { name: 'faults', work: () => vitest([...FAULTS, ...FAULTS_OF_POSTGRES]) },
  { name: 'faults:pglite', work: () => vitest(FAULTS, {}, 'pglite') },
  {
    name: 'simulation',
    work: () => vitest('faults/simulation', { SIMULATION_STEPS: shareOf(1_000_000) }, 'pglite'),
  },
  { name: 'interleavings', work: () => vitest('faults/interleavings', { ORDERS_OF_THREE: shareOf(10_000) }) },
  { name: 'late-sends', work: () => vitest('faults/late-sends', { LATE_SEND_CASES: shareOf(10_000) }) },
  { name: 'two-servers', work: () => vitest('faults/two-servers', { NOTIFICATIONS: shareOf(20_000) }) },
  { name: 'kills', work: () => vitest('faults/killed-sends', { KILLS: shareOf(100) }) },
  { name: 'kills:pglite', work: () => vitest('faults/killed-sends', { KILLS: shareOf(100) }, 'pglite') },
  { name: 'revert', work: () => mutants('revert: ') },
  { name: 'mutants', work: () => mutants() },
];

/** Without these stages the table is not whole. */
const TABLE = ['faults', 'faults:pglite', 'interleavings', 'late-sends', 'two-servers', 'kills', 'kills:pglite'];

/**
 * @param {string | readonly string[]} files below `packages/server/test`
 * @param {Record<string, string>} env
 * @param {'postgres' | 'pglite'} [engine]
 */
async function vitest(files, env = {}, engine = 'postgres') {
  const paths = [files].flat().map((file) => `packages/server/test/${file}`);
  const args = [tool('vitest/vitest.mjs'), 'run', '--project', `integration-${engine}`, '--maxWorkers=1', ...paths];
  return (await runForCode(process.execPath, args, { env })) === 0;
}

/** @param {readonly string[]} names parts of the names of those that run; all, where none is given */
async function mutants(...names) {
  return (await runForCode(process.execPath, [join(root, 'scripts/mutants.mjs'), ...names])) === 0;
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
  const machine = `${cpus()[0]?.model} x ${cpus().length}, ${gigabytes} GB, Node ${process.version}`;
  console.log(`${new Date().toISOString()}, ${machine}`);
  const folder = mkdtempSync(join(tmpdir(), 'whatsapp-optin-faults-'));
  const seen = (process.env['FAULTS_SEEN'] = join(folder, 'seen.jsonl'));
  const red = [];
  for (const { name, work } of chosen) {
    console.log(`\n── ${name}`);
    const startedAt = performance.now();
    const isGreen = await work();
    const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
    console.log(`── ${name}: ${isGreen ? 'passed' : 'FAILED'} (${minutes} min)`);
    if (!isGreen) red.push(name);
  }
  const isWhole = red.length === 0 && TABLE.every((name) => chosen.some((stage) => stage.name === name));
  if (isWhole) await writeFaultTable(seen, machine);
  rmSync(folder, { recursive: true });
  console.log(red.length === 0 ? `\n${chosen.length} stages passed` : `\nfailed: ${red.join(', ')}`);
  return red.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
