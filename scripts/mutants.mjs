// @ts-check
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MUTANTS } from '../packages/server/mutants/mutants.mjs';
import { REVERTS } from '../packages/server/mutants/reverts.mjs';
import { startPostgres } from './postgres.mjs';
import { root } from './run.mjs';

const execFileAsync = promisify(execFile);

/** @typedef {import('../packages/server/mutants/mutants.mjs').Mutant} Mutant */

/** What a test run needs; the shared tree itself is never changed. */
const COPIED = ['scripts', 'package.json', 'tsconfig.json', 'vitest.config.ts'];
const ROOMS = ['sdk', 'server', 'simulator', 'react', 'admin', 'web-component'];

/** @returns {string} folder of a copy whose dependencies are those of the repository */
function copyTree() {
  const copy = mkdtempSync(join(tmpdir(), 'whatsapp-optin-mutants-'));
  for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  for (const room of ROOMS) {
    const from = join(root, 'packages', room);
    const to = join(copy, 'packages', room);
    for (const part of ['src', 'test', 'package.json']) {
      if (existsSync(join(from, part))) cpSync(join(from, part), join(to, part), { recursive: true });
    }
    if (existsSync(join(from, 'node_modules')))
      symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'), 'dir');
  }
  return copy;
}

/**
 * @param {string} copy
 * @param {readonly string[]} tests below `packages/server`
 * @param {string} databaseUrl
 * @returns {Promise<string | null>} what the red ones say; `null`: all are green
 */
async function findRed(copy, tests, databaseUrl) {
  const projects = ['unit-server', 'integration-postgres'].flatMap((name) => ['--project', name]);
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...projects,
    ...tests.map((test) => `packages/server/${test}`),
    '--bail=1',
    // A slow machine is no killer.
    '--testTimeout=120000',
    '--maxWorkers=1',
    '--reporter=dot',
    '--silent',
  ];
  // A seed of its own would make a survivor of bad luck.
  const env = { TEST_DATABASE_URL: databaseUrl, MODEL_RUNS: '400', MODEL_SEED: '1' };
  return execFileAsync(process.execPath, args, { cwd: copy, env: { ...process.env, ...env } }).then(
    () => null,
    (/** @type {{ stdout?: string, stderr?: string }} */ { stdout, stderr }) => `${stdout ?? ''}${stderr ?? ''}`,
  );
}

/**
 * @param {Mutant} mutant
 * @param {string} copy
 * @param {string} databaseUrl
 * @returns {Promise<string | null>} the test that was red; `null`: it survives
 */
async function findKiller(mutant, copy, databaseUrl) {
  const file = join(copy, 'packages/server/src', mutant.file);
  const source = readFileSync(file, 'utf8');
  if (source.split(mutant.from).length !== 2) {
    throw new Error(`"${mutant.name}" must find its place exactly once in ${mutant.file}; the code there has changed.`);
  }
  writeFileSync(
    file,
    source.replace(mutant.from, () => mutant.to),
  );
  try {
    for (const test of mutant.tests) if ((await findRed(copy, [test], databaseUrl)) !== null) return test;
    return null;
  } finally {
    writeFileSync(file, source);
  }
}

async function main() {
  const wanted = process.argv[2];
  const chosen = [...MUTANTS, ...REVERTS].filter(({ name }) => wanted === undefined || name.includes(wanted));
  const copy = copyTree();
  const server = await startPostgres();
  try {
    const tests = [...new Set(chosen.flatMap((mutant) => mutant.tests))];
    const red = await findRed(copy, tests, server.url);
    if (red !== null) throw new Error(`Without a mutant the tests are not green:\n${red}`);
    const survivors = [];
    for (const mutant of chosen) {
      const killer = await findKiller(mutant, copy, server.url);
      console.log(
        `${killer === null ? 'SURVIVED' : 'killed  '}  ${mutant.name}${killer === null ? '' : `  (${killer})`}`,
      );
      if (killer === null) survivors.push(mutant);
    }
    console.log(`\n${chosen.length - survivors.length} of ${chosen.length} mutants killed`);
    return survivors.length === 0 ? 0 : 1;
  } finally {
    await server.stop();
    rmSync(copy, { recursive: true, force: true });
  }
}

process.exitCode = await main();
