// @ts-check
import { createServer } from 'node:http';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../scripts/chromium.mjs';
import { bundle, entries } from './entries.mjs';
import { median } from './median.mjs';

const THROTTLE = 4;
const ROUNDS = 7;
const COPIES = [1, 100];
const MOUNTS = 1_000;

const PAGE = '<!doctype html><meta charset=utf-8><link rel=icon href=data:,><body><h1>page</h1><div id=root></div>';

/**
 * From `import()` to the last copy in the DOM, fetch over loopback and parsing included, in milliseconds. The files of the first
 * load are asked for at once, as the pages of bundlers do by `modulepreload`.
 */
export async function measureRender() {
  const candidates = await Promise.all(
    entries().map(async (entry) => ({ ...entry, ...(await bundle(entry.code, { from: entry.from })) })),
  );
  const server = createServer((request, response) => {
    const [, at = '', file = ''] = (request.url ?? '').split('/');
    const bytes = candidates[Number(at)]?.files.get(file);
    if (at === '') response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE);
    else if (bytes) response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(bytes);
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...CHROMIUM_ARGS] });
  try {
    const rows = [];
    for (const copies of COPIES) {
      /** @type {number[][]} */
      const times = candidates.map(() => []);
      // One round more than counts, in turns: what disturbs the machine disturbs all of them.
      for (let round = 0; round <= ROUNDS; round += 1) {
        for (const [at, { first, selector }] of candidates.entries()) {
          const urls = first.map((file) => `http://127.0.0.1:${port}/${at}/${file}`);
          const timeMs = await renderOnce(browser, { base: `http://127.0.0.1:${port}/`, urls, selector, copies });
          if (round > 0) times[at]?.push(timeMs);
        }
      }
      const medians = times.map(median);
      for (const [at, { name }] of candidates.entries())
        rows.push({ name, copies, domMs: medians[at] ?? NaN, ratio: (medians[at] ?? NaN) / (medians[0] ?? NaN) });
    }
    const element = candidates.findIndex(({ name }) => name === 'element');
    const heapBytes = await growHeap(browser, port, element, candidates[element]?.first[0] ?? '');
    return { rows, heapBytes, mounts: MOUNTS, throttle: THROTTLE, rounds: ROUNDS, chromium: browser.version() };
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @param {{ base: string, urls: string[], selector: string, copies: number }} subject the first is the entry
 * @returns {Promise<number>}
 */
async function renderOnce(browser, { base, urls, selector, copies }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(base);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const timeMs = await page.evaluate(
    async (subject) => {
      Object.assign(globalThis, { copies: subject.copies });
      const startedAt = performance.now();
      const isDone = () => {
        const found = document.querySelectorAll(subject.selector);
        const last = found[found.length - 1];
        return (
          found.length >= subject.copies && (!last?.localName.includes('-') || last.shadowRoot?.querySelector('a'))
        );
      };
      const [entry = '', ...others] = subject.urls;
      for (const href of others)
        document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
      await import(entry);
      while (!isDone()) {
        if (performance.now() - startedAt > 30_000)
          throw new Error(
            `Only ${document.querySelectorAll(subject.selector).length} of ${subject.copies} appeared: ${subject.selector}`,
          );
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      return performance.now() - startedAt;
    },
    { urls, selector, copies },
  );
  await context.close();
  return timeMs;
}

/**
 * Bytes by which the heap grows over 1,000 mounts and removals of the element, garbage collected, after a first hundred.
 *
 * @param {import('playwright').Browser} browser
 * @param {number} port
 * @param {number} at
 * @param {string} file
 */
async function growHeap(browser, port, at, file) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  const session = await page.context().newCDPSession(page);
  await page.evaluate(`globalThis.copies = 1; import('http://127.0.0.1:${port}/${at}/${file}')`);
  const mount = (/** @type {number} */ times) =>
    page.evaluate(async (count) => {
      const root = document.querySelector('#root');
      for (let i = 0; i < count; i += 1) {
        const one = document.createElement('whatsapp-optin');
        for (const [name, value] of [
          ['phone', '+966500000000'],
          ['ticket', 'A001'],
        ])
          one.setAttribute(name ?? '', value ?? '');
        root?.append(one);
        await new Promise((resolve) => setTimeout(resolve, 0));
        one.remove();
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }, times);
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  await mount(100);
  const before = await heap();
  await mount(MOUNTS);
  return (await heap()) - before;
}
