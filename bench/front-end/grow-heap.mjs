// @ts-check
import { CANDIDATES } from './candidates.mjs';

const MOUNTS = 1_000;

/**
 * Bytes by which the heap grows over a thousand mounts and removals of the element, garbage collected, after a first hundred.
 *
 * @param {import('playwright').Browser} browser
 * @param {Awaited<ReturnType<typeof import('./site.mjs').serveSite>>} site
 */
export async function growHeap(browser, site) {
  const page = await browser.newPage();
  const at = CANDIDATES.findIndex(({ html }) => html);
  await page.goto(site.pageUrl(at, 'plain', { copies: 1, live: false }));
  const session = await page.context().newCDPSession(page);
  await page.evaluate((/** @type {string} */ url) => import(url), site.widgetUrls(at, 'plain')[0] ?? '');
  const mount = (/** @type {number} */ times) =>
    page.evaluate(async (count) => {
      for (let i = 0; i < count; i += 1) {
        const one = document.createElement('whatsapp-optin');
        one.setAttribute('phone', '+966500000000');
        one.setAttribute('ticket', 'A001');
        document.body.append(one);
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
  const bytes = (await heap()) - before;
  await page.close();
  return { bytes, mounts: MOUNTS };
}
