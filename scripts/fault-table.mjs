// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './run.mjs';

/**
 * @typedef {object} FaultSeen as `packages/server/test/faults/note-fault.ts` writes it
 * @property {'pglite' | 'postgres'} engine
 * @property {string} fault
 * @property {string} tried
 * @property {number | null} lost
 * @property {number | null} twice
 * @property {number | null} late
 * @property {number | null} recoveredInMs
 */

const FILE = join(root, 'docs/evidence/reliability.md');
const ENGINES = { pglite: 'PGlite', postgres: 'PostgreSQL' };

/** @param {number | null} value */
const shown = (value) => (value === null ? '–' : String(value));

/**
 * The table of faults in Markdown.
 *
 * @param {readonly FaultSeen[]} rows
 * @param {{ machine: string, at: Date }} run
 */
export function faultTable(rows, { machine, at }) {
  const lines = [...rows]
    .sort((one, other) => one.fault.localeCompare(other.fault) || one.engine.localeCompare(other.engine))
    .map(({ fault, engine, tried, lost, twice, late, recoveredInMs }) => {
      const seconds = recoveredInMs === null ? '–' : `${(recoveredInMs / 1000).toFixed(1)} s`;
      return `| ${fault} | ${ENGINES[engine]} | ${tried} | ${shown(lost)} | ${shown(twice)} | ${shown(late)} | ${seconds} |`;
    });
  return [
    '# Reliability: what each fault did',
    '',
    `\`npm run test:faults\` wrote this on ${at.toISOString().slice(0, 10)} (${machine}). A dash: the test does not look for it.`,
    '',
    '- **Lost**: acknowledged, and not stored or not sent.',
    '- **Twice**: one message that a vendor got two times.',
    '- **Late**: a call after the end of a session, a STOP, an erasure or an expired claim.',
    '- **Recovered in**: from the end of the fault to the next success.',
    '',
    '| Fault | Engine | Tried | Lost | Twice | Late | Recovered in |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

/**
 * Writes docs/evidence/reliability.md.
 *
 * @param {string} seen file of JSON lines
 * @param {string} machine
 */
export async function writeFaultTable(seen, machine) {
  const rows = readFileSync(seen, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => /** @type {FaultSeen} */ (JSON.parse(line)));
  const config = await resolveConfig(FILE);
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, await format(faultTable(rows, { machine, at: new Date() }), { ...config, filepath: FILE }));
}
