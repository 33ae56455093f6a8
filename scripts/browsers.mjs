// @ts-check
import { join } from 'node:path';
import { startFirefox } from './browsers-firefox.mjs';
import { ENGINES, missingParts } from './debian-parts.mjs';
import { JOURNEY } from './browsers-journey.mjs';
import { serveJourney } from './browsers-site.mjs';
import { startWebKit } from './browsers-webkit.mjs';
import { root } from './run.mjs';

/** @typedef {import('./browsers-journey.mjs').Engine} Engine */

const STARTS = { firefox: startFirefox, webkit: startWebKit };

/**
 * Walks the core journey in each installed engine. One that is installed and does not start counts as failed; one that is
 * missing counts as nothing.
 *
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runBrowsers() {
  const counts = { passed: 0, failed: 0 };
  const site = await serveJourney();
  try {
    for (const { id, name, find } of ENGINES) {
      const path = find();
      if (path === null) continue;
      const { passed, failed } = await runEngine(name, () => STARTS[id](path), site);
      counts.passed += passed;
      counts.failed += failed;
    }
  } finally {
    await site.close();
  }
  return counts;
}

/**
 * @param {string} name
 * @param {() => Promise<Engine>} start
 * @param {import('./browsers-site.mjs').JourneySite} site
 */
async function runEngine(name, start, site) {
  const counts = { passed: 0, failed: 0 };
  /** @type {Engine} */
  let engine;
  try {
    engine = await start();
  } catch (error) {
    console.error(`${name}: installed, but did not start: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1 };
  }
  for (const test of JOURNEY) {
    try {
      await test.run(engine, site);
      // The next test is the next customer: what this one declined is forgotten.
      await engine.evaluate('localStorage.clear()');
      counts.passed += 1;
      console.log(`✓ ${engine.name}: ${test.name}`);
    } catch (error) {
      counts.failed += 1;
      console.error(`× ${engine.name}: ${test.name}\n  ${error instanceof Error ? error.message : error}`);
    }
  }
  await engine.close().catch((/** @type {Error} */ error) => console.error(`${name} did not end: ${error.message}`));
  return counts;
}

if (process.argv[1] === join(root, 'scripts/browsers.mjs')) {
  const { passed, failed } = await runBrowsers();
  for (const sentence of missingParts(ENGINES)) console.log(sentence);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
