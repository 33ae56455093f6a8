// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { devices } from 'playwright';
import { CANDIDATES } from './candidates.mjs';
import { watchPage } from './watch-page.mjs';

/** How much slower the processor is made: about a phone of the lower half. */
export const THROTTLE = 4;
/** The customer's device. */
const PHONE = devices['Pixel 7'];
/** What lighthouse calls slow 4G. */
export const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
/** What a widget does later than this after it is shown counts as the reader's doing. */
const SETTLE_MS = 500;
const TIMEOUT_MS = 90_000;

/**
 * @typedef {object} Visit
 * @property {number} shownMs from the start of the navigation, or of the widget on a page that is there, to what is waited for
 * @property {number} taskMs time of the main thread until half a second after that, layout and paint included
 * @property {number} longestTaskMs 0 where none took over 50 ms
 * @property {number} shift cumulative layout shift
 * @property {number} heapBytes of script and DOM, after garbage collection
 * @property {{ kind: string, bytes: number }[]} asked what was asked of the servers until it was shown
 */

/**
 * One visit in a browser that knows nothing of the candidate.
 *
 * @param {import('playwright').Browser} browser
 * @param {Awaited<ReturnType<typeof import('./site.mjs').serveSite>>} site
 * @param {{ at: number, host: import('./builds.mjs').Host, copies: number, live?: boolean, isSlow?: boolean }} wanted `live`: until the
 *   journey's end; `isSlow`: on slow 4G
 * @returns {Promise<Visit>}
 */
export async function visit(browser, site, { at, host, copies, live = false, isSlow = false }) {
  const { name = '', selector = null, shadow = null, done = selector } = CANDIDATES[at] ?? {};
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addInitScript(watchPage, {
      selector: live ? done : selector,
      shadow: live && done !== selector ? null : shadow,
      copies,
    });
    // The same origin first: the renderer is there, and so is the connection to the measuring tools.
    await page.goto(site.emptyUrl);
    const session = await context.newCDPSession(page);
    // The thread's own time: what else the machine does is not counted, the slowing down is.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Network.enable');
    const taskMs = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find((one) => one.name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
    };
    const url = site.pageUrl(at, host, { copies, live });
    if (host !== 'page') await page.goto(url, { waitUntil: 'networkidle' });
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    if (isSlow) await session.send('Network.emulateNetworkConditions', SLOW_4G);
    site.takeLog();
    const taskBeforeMs = await taskMs();
    const startedAtMs = host === 'page' ? 0 : await page.evaluate(startWidget, site.widgetUrls(at, host));
    if (host === 'page') await page.goto(url, { waitUntil: 'commit' });
    const shownAtMs = await Promise.race([
      page.evaluate(() => /** @type {any} */ (globalThis).bench.shown),
      delay(TIMEOUT_MS, null, { ref: false }),
    ]);
    if (shownAtMs === null)
      throw new Error(`${name}: ${copies} copies were not shown within ${TIMEOUT_MS} ms. ${errors.join(' ')}`);
    const asked = site.takeLog();
    await delay(SETTLE_MS);
    const taskAfterMs = await taskMs();
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const { longestTaskMs, shift } = await page.evaluate(() => /** @type {any} */ (globalThis).bench);
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const heap = /** @type {{ usedSize: number, embedderHeapUsedSize?: number }} */ (
      await session.send('Runtime.getHeapUsage')
    );
    return {
      shownMs: shownAtMs - startedAtMs,
      taskMs: taskAfterMs - taskBeforeMs,
      longestTaskMs,
      shift,
      heapBytes: heap.usedSize + (heap.embedderHeapUsedSize ?? 0),
      asked,
    };
  } finally {
    await context.close();
  }
}

/**
 * In the page: loads a widget as a bundler's page loads a late part, its files at once.
 *
 * @param {string[]} urls the entry first
 */
function startWidget(urls) {
  const { bench } = /** @type {any} */ (globalThis);
  bench.longestTaskMs = 0;
  bench.shift = 0;
  const startedAtMs = performance.now();
  const [entry = '', ...others] = urls;
  for (const href of others)
    document.head.append(
      Object.assign(document.createElement('link'), {
        rel: href.endsWith('.css') ? 'stylesheet' : 'modulepreload',
        href,
      }),
    );
  void import(entry);
  return startedAtMs;
}
