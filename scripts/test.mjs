// @ts-check
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ensureChromium } from './chromium.mjs';
import { changedFiles, isCheckout, readTreeState } from './clean-tree.mjs';
import { hasEngine, installParts, missingParts, PARTS } from './debian-parts.mjs';
import { ensureDependencies, refuseOldNode } from './dependencies.mjs';
import { lintStyles } from './lint-styles.mjs';
import { readRunErrors, RUN_ERRORS_FILE } from './run-errors.mjs';
import { forwardSignals, run, runForCode, tool } from './run.mjs';
import { checkSizes } from './size.mjs';
import { countCheck, countPlaywright, countVitest, summarize } from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */
/**
 * @typedef {{ name: string, work: () => Promise<Counts>, isCheck?: true }} Stage a check has no tests of its own and little
 *   to do with the second core: all of them run at once
 */

/** Named again before the last line, since the output of a whole run is long. @type {string[]} */
const failures = [];

const reports = mkdtempSync(join(tmpdir(), 'whatsapp-optin-test-'));

/** Where Debian and Ubuntu put PostgreSQL 15, the oldest that we promise to run on. */
const POSTGRES_15_BIN = '/usr/lib/postgresql/15/bin';

/**
 * Files about vendors, their words and their pace, which find nothing in an engine that the others do not find too: they
 * run on the newest PostgreSQL alone.
 */
const SAME_ON_EVERY_ENGINE =
  'packages/server/test/{vendors-webhooks,vendors-doctor,conformance*,fuzz-*,keywords,twilio-*,text-limits,pace}.integration.test.ts';

/**
 * Left out on PostgreSQL 15 besides: they run on two engines already, and their statements are those of other files. What
 * they try is the process, its proxy and its network.
 */
const SAME_ON_POSTGRES = [
  'packages/server/test/{vendors-*,odd-values,contacts-command,suppression-journal}.integration.test.ts',
  'packages/server/test/{nginx,database-network,stop-and-start}.postgres.integration.test.ts',
  'packages/server/test/{faults,model}/*.test.ts',
];

/** Tests on a server of PostgreSQL wait for half of their time: a third worker has the cores meanwhile. */
const WAITING = ['--maxWorkers=3'];

/** What git saw before the first stage; `null` outside a checkout. @type {import('./clean-tree.mjs').TreeState | null} */
let treeBefore = null;

/** @type {Stage[]} */
const stages = [
  { name: 'types', isCheck: true, work: () => check(['typescript/bin/tsc', '--noEmit']) },
  { name: 'lint', isCheck: true, work: () => check(['eslint/bin/eslint.js', '.', '--max-warnings', '0']) },
  {
    name: 'lint:styles',
    isCheck: true,
    work: async () => countCheck(await lintStyles({ keepsOutput: true })),
  },
  {
    name: 'lint:unused',
    isCheck: true,
    work: () => check(['knip/bin/knip.js', '--treat-config-hints-as-errors']),
  },
  {
    name: 'format',
    isCheck: true,
    work: () => check(['prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn']),
  },
  {
    // Early, since it leaves the second core to the checks; later stages find it done.
    name: 'build',
    isCheck: true,
    work: async () => countCheck(await runForCode(process.execPath, ['scripts/build.mjs'], { keepsOutput: true })),
  },
  { name: 'unit', work: () => vitest('unit-*') },
  { name: 'size', work: async () => countCheck(await checkSizes()) },
  { name: 'integration:pglite', work: () => vitest('integration-pglite', {}, ['--exclude', SAME_ON_EVERY_ENGINE]) },
  { name: 'integration:postgres', work: () => vitest('integration-postgres', {}, WAITING) },
  ...(existsSync(POSTGRES_15_BIN) && !process.env.TEST_DATABASE_URL
    ? [
        {
          name: 'integration:postgres-15',
          work: () =>
            vitest('integration-postgres', { TEST_POSTGRES_BIN: POSTGRES_15_BIN }, [
              ...WAITING,
              ...[SAME_ON_EVERY_ENGINE, ...SAME_ON_POSTGRES].flatMap((files) => ['--exclude', files]),
            ]),
        },
      ]
    : []),
  { name: 'storybook', work: storybook },
  { name: 'e2e', work: playwright },
  { name: 'browsers', work: browsers },
  { name: 'examples', work: examples },
  // Each link of each page leads somewhere: the site's own build refuses one that does not.
  { name: 'docs', work: async () => countCheck(await runForCode(process.execPath, ['scripts/docs.mjs'])) },
  { name: 'clean-tree', work: async () => checkTree() },
];

/**
 * @param {readonly [string, ...string[]]} program path in `node_modules` and arguments
 * @returns {Promise<Counts>}
 */
async function check([program, ...args]) {
  return countCheck(await runForCode(process.execPath, [tool(program), ...args], { keepsOutput: true }));
}

/**
 * @param {string} project
 * @param {Record<string, string>} [env]
 * @param {readonly string[]} [options]
 * @returns {Promise<Counts>}
 */
async function vitest(project, env = {}, options = []) {
  const report = join(reports, 'vitest.json');
  const errors = join(reports, 'errors.jsonl');
  for (const file of [report, errors]) rmSync(file, { force: true });
  const reporters = ['default', 'json', './scripts/run-errors.mjs'].map((name) => `--reporter=${name}`);
  reporters.push(`--outputFile.json=${report}`);
  const args = [tool('vitest/vitest.mjs'), 'run', '--project', project, '--passWithNoTests', ...reporters, ...options];
  const exitCode = await runForCode(process.execPath, args, { env: { ...env, [RUN_ERRORS_FILE]: errors } });
  return countVitest(readReport(report), exitCode, readRunErrors(errors));
}

/** Each story in a real Chromium. @returns {Promise<Counts>} */
async function storybook() {
  await ensureChromium();
  return vitest('storybook', { STORYBOOK_DISABLE_TELEMETRY: '1' });
}

/** Each program in `examples`, installed from packed archives outside of the repository. @returns {Promise<Counts>} */
async function examples() {
  await ensureChromium();
  return vitest('examples', {}, ['--maxWorkers=1']);
}

/** @returns {Promise<Counts>} */
async function playwright() {
  await ensureChromium();
  await run(process.execPath, ['scripts/build.mjs']);
  const report = join(reports, 'playwright.json');
  const args = [tool('@playwright/test/cli.js'), 'test', '--pass-with-no-tests'];
  const exitCode = await runForCode(process.execPath, args, { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } });
  return countPlaywright(readReport(report), exitCode);
}

/** The core journey in the other engines of this machine. @returns {Promise<Counts>} */
async function browsers() {
  // Loaded late: before npm has installed anything there is no Playwright.
  const { runBrowsers } = await import('./browsers.mjs');
  return runBrowsers();
}

/** No build and no test writes a file that git knows, or leaves one that it does not ignore. @returns {Counts} */
function checkTree() {
  const failures = changedFiles(treeBefore ?? new Map(), readTreeState()).map(
    (path) => `${path} was written by the run`,
  );
  for (const failure of failures) console.error(failure);
  return { passed: failures.length === 0 ? 1 : 0, failed: failures.length, failures };
}

/**
 * @param {string} path
 * @throws {Error} where the runner died before it could write one
 */
function readReport(path) {
  if (!existsSync(path)) throw new Error('The runner could not start: it wrote no report. What it said stands above.');
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * @param {Stage} stage
 * @returns {Promise<Counts>}
 */
async function runStage({ name, work, isCheck }) {
  if (!isCheck) console.log(`\n── ${name}`);
  const startedAt = performance.now();
  /** @type {Counts} */
  let counts;
  try {
    counts = await work();
    if (counts.passed + counts.failed === 0) throw new Error(`There is not one test in "${name}".`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts = { passed: 0, failed: 1 };
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  if (counts.failed > 0)
    failures.push(...(counts.failures?.length ? counts.failures : ['see above']).map((one) => `${name}: ${one}`));
  return counts;
}

/**
 * @param {readonly string[]} filters beginnings of stage names; none means all
 * @returns {Stage[]}
 */
function chooseStages(filters) {
  if (filters.length === 0) return stages;
  const chosen = stages.filter(({ name }) => filters.some((filter) => name.startsWith(filter)));
  if (chosen.length > 0) return chosen;
  throw new Error(
    `No stage begins with "${filters.join('", "')}". Stages: ${stages.map(({ name }) => name).join(', ')}.`,
  );
}

async function main() {
  const oldNode = refuseOldNode();
  if (oldNode) throw new Error(oldNode);
  forwardSignals();
  const wanted = chooseStages(process.argv.slice(2));
  if (isCheckout()) treeBefore = readTreeState();
  await ensureDependencies();
  await installParts(PARTS.filter(({ stage }) => wanted.some(({ name }) => name === stage)));
  const canRun = /** @type {Record<string, boolean>} */ ({ browsers: hasEngine(), 'clean-tree': treeBefore !== null });
  const chosen = wanted.filter(({ name }) => canRun[name] ?? true);
  const counts = await Promise.all(chosen.filter(({ isCheck }) => isCheck).map(runStage));
  for (const stage of chosen) if (!stage.isCheck) counts.push(await runStage(stage));
  if (wanted.length === stages.length) for (const sentence of missingParts()) console.log(sentence);
  if (treeBefore === null)
    console.log('This is no checkout of git, so nobody asked whether the run left the tree clean.');
  for (const failure of failures) console.log(`FAILED ${failure}`);
  return summarize(counts);
}

try {
  const { line, exitCode } = await main();
  process.exitCode = exitCode;
  console.log(`\n${line}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
  console.log('\n0 passed, 1 failed');
} finally {
  rmSync(reports, { recursive: true, force: true });
}
