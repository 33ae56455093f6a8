// @ts-check

/**
 * Runs in the page before anything else and looks on, without polling: that would be work of the main thread.
 *
 * @param {{ selector: string | null, shadow: string | null, copies: number }} awaited `selector`: `null` where the page itself calls
 *   `bench.finish()`
 */
export function watchPage({ selector, shadow, copies }) {
  const bench = { longestTaskMs: 0, shift: 0, shown: Promise.resolve(0), finish: () => {} };
  bench.shown = new Promise((resolve) => (bench.finish = () => resolve(performance.now())));
  Object.assign(globalThis, { bench });
  const observe = (/** @type {string} */ type, /** @type {(entry: any) => void} */ take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('longtask', ({ duration }) => (bench.longestTaskMs = Math.max(bench.longestTaskMs, duration)));
  observe('layout-shift', ({ value, hadRecentInput }) => (bench.shift += hadRecentInput ? 0 : value));
  if (selector === null) return;
  const isShown = () => {
    const found = document.querySelectorAll(selector);
    return found.length >= copies && (!shadow || Boolean(found[copies - 1]?.shadowRoot?.querySelector(shadow)));
  };
  const observer = new MutationObserver(() => {
    if (!isShown()) return;
    observer.disconnect();
    bench.finish();
  });
  const whole = { childList: true, subtree: true };
  observer.observe(document, whole);
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attach(/** @type {ShadowRootInit} */ init) {
    const root = attachShadow.call(this, init);
    observer.observe(root, whole);
    return root;
  };
}
