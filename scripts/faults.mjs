// @ts-check
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { forwardSignals, root, runForCode, tool } from './run.mjs';

/**
 * The long tests: the same files that `npm test` runs in small, with the figures that are promised.
 * `npm run test:faults -- model kills` runs only the stages whose names begin so; hours, where all run.
 *
 * @typedef {{ name: string, work: () => Promise<boolean> }} Stage
 */

const MODEL_STEPS = Number(process.env.MODEL_STEPS ?? 1_000_000);
/** Sequences of one process; a fresh one has a fresh seed, a fresh database and an empty ledger. */
const SEQUENCES_AT_ONCE = 4_000;

const reports = mkdtempSync(join(tmpdir(), 'whatsapp-optin-faults-'));

/** @type {readonly Stage[]} */
const stages = [
  { name: 'model', work: runModel },
  { name: 'order', work: () => vitest('model/order', { ORDER_RUNS: '2000' }) },
  { name: 'fuzz', work: () => vitest('fuzz-webhooks', { FUZZ_BODIES: '60000' }) },
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
  const report = join(reports, 'steps');
  for (let steps = 0; steps < MODEL_STEPS;) {
    const env = { MODEL_RUNS: String(SEQUENCES_AT_ONCE), MODEL_MAX_COMMANDS: '50', MODEL_REPORT: report };
    if (!(await vitest('model/model', env))) return false;
    steps += Number(readFileSync(report, 'utf8'));
    console.log(`── model: ${steps} of ${MODEL_STEPS} commands, 0 violations`);
  }
  return true;
}

async function main() {
  forwardSignals();
  const filters = process.argv.slice(2);
  const chosen = stages.filter(({ name }) => filters.length === 0 || filters.some((filter) => name.startsWith(filter)));
  if (chosen.length === 0) throw new Error(`The stages are ${stages.map(({ name }) => name).join(', ')}.`);
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
} finally {
  rmSync(reports, { recursive: true, force: true });
}
