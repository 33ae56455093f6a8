// @ts-check
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';
import { CANDIDATES } from './candidates.mjs';
import { growHeap } from './grow-heap.mjs';
import { PEERS, ensurePeers } from './peers.mjs';
import { serveSite } from './site.mjs';
import { spreadOf } from './spread.mjs';
import { measureWeights } from './weights.mjs';
import { THROTTLE, visit } from './visit.mjs';

/** @typedef {import('./visit.mjs').Visit} Visit */
/** @typedef {import('./spread.mjs').Spread} Spread */

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9);
const MANY = 100;

/**
 * Everything about the pages: weights, what is asked from nothing to the end, the main thread's work. Each round visits every
 * candidate in each way once, so that what disturbs the machine disturbs all of them.
 */
export async function measureFrontEnd() {
  await ensurePeers();
  const site = await serveSite();
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...CHROMIUM_ARGS] });
  try {
    const ways = CANDIDATES.flatMap((_, at) => waysOf(site, at));
    /** @type {Visit[][]} */
    const visits = ways.map(() => []);
    // One round more than counts.
    for (let round = 0; round <= ROUNDS; round += 1) {
      console.log(`Round ${round} of ${ROUNDS} …`);
      for (const [index, way] of ways.entries()) {
        const seen = await visit(browser, site, way);
        if (round > 0) visits[index]?.push(seen);
      }
    }
    const rows = ways.map((way, index) => ({ ...way, ...summary(visits[index] ?? []) }));
    return {
      weights: await measureWeights(site),
      rows,
      growth: await growHeap(browser, site),
      rounds: ROUNDS,
      throttle: THROTTLE,
      chromium: browser.version(),
    };
  } finally {
    await browser.close();
    site.close();
  }
}

/**
 * @param {Awaited<ReturnType<typeof serveSite>>} site
 * @param {number} at
 */
function waysOf(site, at) {
  const { name, done, from, most = MANY } = CANDIDATES[at] ?? { name: '' };
  const hosts = /** @type {const} */ (['plain', 'react']).filter((host) => site.stands(at, host));
  const way = {
    at,
    name,
    isOurs: from !== PEERS,
    host: /** @type {import('./builds.mjs').Host} */ ('page'),
    copies: 1,
    live: false,
    isSlow: false,
  };
  return [
    { ...way, isSlow: true },
    ...(done === undefined ? [] : [{ ...way, isSlow: true, live: true }]),
    ...hosts.flatMap((host) =>
      [1, MANY].filter((copies) => copies <= most).map((copies) => ({ ...way, host, copies })),
    ),
  ];
}

/** @param {readonly Visit[]} visits */
function summary(visits) {
  const of = (/** @type {(visit: Visit) => number} */ read) => spreadOf(visits.map(read));
  const asked = (/** @type {(one: Visit['asked'][number]) => number} */ read) =>
    of((one) => one.asked.reduce((sum, each) => sum + read(each), 0));
  return {
    shownMs: of((one) => one.shownMs),
    taskMs: of((one) => one.taskMs),
    longestTaskMs: of((one) => one.longestTaskMs),
    shift: of((one) => one.shift),
    heapBytes: of((one) => one.heapBytes),
    bytes: asked(({ bytes }) => bytes),
    files: asked(({ kind }) => Number(kind === 'file')),
    calls: asked(({ kind }) => Number(kind !== 'file')),
  };
}
