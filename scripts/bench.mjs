// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root, runForCode, tool } from './run.mjs';

const DOCUMENT = join(root, 'docs/performance.md');

/** Measures, one part after the other so that none disturbs another, and writes what it found into docs/performance.md. */
async function main() {
  await build();
  const [{ measureBytes }, { measureRender }, { measurePglite, measureServer }] = await Promise.all([
    import('../bench/bytes.mjs'),
    import('../bench/render.mjs'),
    import('../bench/server.mjs'),
  ]);
  const startedAt = new Date();
  const place = machine();
  const measured = {
    bytes: await step('bytes', measureBytes),
    render: await step('render', measureRender),
    server: await step('server and notifications', measureServer),
    pglite: await step('embedded database', measurePglite),
  };
  const { describe } = await import('../bench/describe.mjs');
  const text = describe(measured, { machine: place, date: startedAt.toISOString().slice(0, 10), commit: commit() });
  writeFileSync(DOCUMENT, withFigures(readFileSync(DOCUMENT, 'utf8'), text));
  await runForCode(process.execPath, [tool('prettier/bin/prettier.cjs'), '--write', '--log-level', 'warn', DOCUMENT]);
  console.log(`\n${text}\nWritten into docs/performance.md.`);
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

const BEGIN = '<!-- figures: written by npm run bench -->';
const END = '<!-- end of figures -->';

/**
 * @param {string} document
 * @param {string} figures
 * @throws {Error} where the document has no place for them
 */
export function withFigures(document, figures) {
  const from = document.indexOf(BEGIN);
  const to = document.indexOf(END);
  if (from < 0 || to < from) throw new Error(`docs/performance.md must hold "${BEGIN}" and then "${END}".`);
  return `${document.slice(0, from)}${BEGIN}\n\n${figures.trim()}\n\n${document.slice(to)}`;
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
