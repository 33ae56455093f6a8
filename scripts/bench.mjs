// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root, runForCode, tool } from './run.mjs';

/** People of the data sets. The large one takes an hour, so that it is made with `--large` alone. */
const SIZES = [10_000, 1_000_000];
const LARGE = 10_000_000;
/** Runs only where it is named: it takes ten minutes. Reads the sources, not what was built. */
const BY_NAME = 'scale';

const DOCUMENT = join(root, 'docs/evidence/performance.md');

/**
 * The parts, by the name that chooses them: `npm run bench -- front-end`.
 *
 * @type {Readonly<Record<string, () => Promise<string>>>}
 */
const PARTS = {
  async 'front-end'() {
    const [{ measureFrontEnd }, { describeFrontEnd }] = await Promise.all([
      import('../bench/front-end/measure.mjs'),
      import('../bench/front-end/describe.mjs'),
    ]);
    return describeFrontEnd(await step('pages', measureFrontEnd));
  },
  async server() {
    const [{ measurePglite, measureServer }, { describeServer }] = await Promise.all([
      import('../bench/server.mjs'),
      import('../bench/describe-server.mjs'),
    ]);
    const server = await step('server and notifications', measureServer);
    return describeServer({ server, pglite: await step('embedded database', measurePglite) });
  },
  async scale() {
    const [{ measureScale }, { describeScale }] = await Promise.all([
      import('../bench/scale/measure.mjs'),
      import('../bench/scale/describe.mjs'),
    ]);
    const sizes = process.argv.includes('--large') ? [...SIZES, LARGE] : SIZES;
    return describeScale(await step(`data sets of ${sizes.join(', ')} people`, () => measureScale(sizes)));
  },
};

/**
 * Measures one part after the other, so that none disturbs another, and prints what it found. With `--write` it writes that into
 * docs/evidence/performance.md, too.
 */
async function main() {
  const args = process.argv.slice(2);
  const chosen = args.filter((arg) => !['--write', '--large'].includes(arg));
  const unknown = chosen.find((name) => !(name in PARTS));
  if (unknown) throw new Error(`There is no part "${unknown}". Parts: ${Object.keys(PARTS).join(', ')}.`);
  if (chosen.length === 0 || chosen.some((name) => name !== BY_NAME)) await build();
  for (const [part, measure] of Object.entries(PARTS)) {
    if (chosen.length > 0 ? !chosen.includes(part) : part === BY_NAME) continue;
    const run = `Run of ${new Date().toISOString().slice(0, 10)} at commit ${commit()}: ${machine()}.`;
    const text = `${run}\n\n${await measure()}`;
    console.log(`\n${text}\n`);
    if (!args.includes('--write')) continue;
    writeFileSync(DOCUMENT, withFigures(readFileSync(DOCUMENT, 'utf8'), part, text));
    await runForCode(process.execPath, [tool('prettier/bin/prettier.cjs'), '--write', '--log-level', 'warn', DOCUMENT]);
    console.log('Written into docs/evidence/performance.md.');
  }
}

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 */
async function step(name, work) {
  console.log(`Measuring: ${name} …`);
  return work();
}

/**
 * @param {string} document
 * @param {string} part
 * @param {string} figures
 * @throws {Error} where the document has no place for them
 */
export function withFigures(document, part, figures) {
  const begin = `<!-- figures of ${part}: npm run bench -- ${part} --write -->`;
  const end = `<!-- end of ${part} -->`;
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/evidence/performance.md must hold "${begin}" and then "${end}".`);
  return `${document.slice(0, from)}${begin}\n\n${figures.trim()}\n\n${document.slice(to)}`;
}

function machine() {
  const [{ model } = { model: 'unknown processor' }] = cpus();
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const memoryGb = Math.round(totalmem() / 1e9);
  return `${cpus().length} × ${model.trim()}, ${memoryGb} GB, ${process.platform}, Node ${process.versions.node}; load average before the run ${load}`;
}

function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

if (process.argv[1] === join(root, 'scripts/bench.mjs')) await main();
