// @ts-check
import { execFileSync } from 'node:child_process';
import { root, tool } from '../../scripts/run.mjs';
import { CANDIDATES } from './candidates.mjs';

/**
 * What our entries load, by size-limit and against its limits, and what each peer loads at once on a page that has React.
 *
 * @param {Awaited<ReturnType<typeof import('./site.mjs').serveSite>>} site
 * @returns {Promise<{ name: string, bytes: number, limitBytes: number | null }[]>} gzip -9
 */
export async function measureWeights(site) {
  const peers = CANDIDATES.flatMap(({ name, from }, at) => {
    const host = site.stands(at, 'react') ? 'react' : 'plain';
    return from && from !== root ? [{ name, bytes: site.widgetBytes(at, host), limitBytes: null }] : [];
  });
  return [...ourWeights(), ...peers];
}

/** @returns {{ name: string, bytes: number, limitBytes: number }[]} */
function ourWeights() {
  const checks = JSON.parse(runSizeLimit());
  return checks.map((/** @type {{ name: string, size: number, sizeLimit: number }} */ check) => ({
    name: check.name,
    bytes: check.size,
    limitBytes: check.sizeLimit,
  }));
}

/** @returns {string} its JSON; a limit that is exceeded is a figure here, no failure */
function runSizeLimit() {
  try {
    return execFileSync(process.execPath, [tool('size-limit/bin.js'), '--json'], { cwd: root, encoding: 'utf8' });
  } catch (error) {
    const { stdout } = /** @type {{ stdout?: string }} */ (error);
    if (!stdout) throw error;
    return stdout;
  }
}
