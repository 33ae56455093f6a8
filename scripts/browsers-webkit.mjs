// @ts-check
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { WEBKIT_DRIVER, XVFB_RUN } from './browsers-installed.mjs';

/** @typedef {import('./browsers-journey.mjs').Engine} Engine */

const START_DEADLINE_MS = 30_000;

/** WebDriver's numbers for keys. */
const KEYS = /** @type {Record<string, string>} */ ({ Tab: '\uE004', Enter: '\uE007' });

/**
 * WebKitGTK through its own WebDriver, on a screen in memory: it has no headless mode. It is WebKit, and not Safari.
 *
 * @param {string} binary
 * @returns {Promise<Engine>}
 */
export async function startWebKit(binary) {
  const port = await freePort();
  // A group of its own: xvfb-run leaves its children behind when it alone is ended.
  const driver = spawn(XVFB_RUN, ['-a', WEBKIT_DRIVER, `--port=${port}`, '--host=127.0.0.1'], {
    detached: true,
    stdio: 'ignore',
  });
  const stopDriver = () => {
    if (driver.pid && driver.exitCode === null) process.kill(-driver.pid, 'SIGTERM');
  };
  process.once('exit', stopDriver);
  const base = `http://127.0.0.1:${port}`;
  try {
    await waitUntilReady(base);
    const capabilities = {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    };
    const opened = await call(base, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    const session = `/session/${opened.sessionId}`;
    /** @param {object} source */
    const act = (source) => call(base, 'POST', `${session}/actions`, { actions: [source] });
    return {
      name: `WebKitGTK ${opened.capabilities.browserVersion}`,
      goto: async (url) => void (await call(base, 'POST', `${session}/url`, { url })),
      evaluate: (expression) =>
        call(base, 'POST', `${session}/execute/sync`, { script: `return (${expression});`, args: [] }),
      click: (x, y) => act(pointerClick(x, y)),
      press: (key) => act(keyPress(KEYS[key] ?? key)),
      async close() {
        await call(base, 'DELETE', session);
        stopDriver();
      },
    };
  } catch (error) {
    stopDriver();
    throw error;
  }
}

/**
 * @param {number} x
 * @param {number} y
 */
function pointerClick(x, y) {
  const move = { type: 'pointerMove', duration: 0, origin: 'viewport', x: Math.round(x), y: Math.round(y) };
  const actions = [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
  return { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
}

/** @param {string} value */
function keyPress(value) {
  const actions = [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
  return { type: 'key', id: 'keyboard', actions };
}

/**
 * @param {string} base
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>} the `value` of the answer
 */
async function call(base, method, path, body) {
  const init = body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {};
  const response = await fetch(`${base}${path}`, { method, ...init, signal: AbortSignal.timeout(START_DEADLINE_MS) });
  const { value } = /** @type {any} */ (await response.json());
  if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
  return value;
}

/** @param {string} base */
async function waitUntilReady(base) {
  const endsAt = Date.now() + START_DEADLINE_MS;
  while (Date.now() < endsAt) {
    const status = await fetch(`${base}/status`).catch(() => null);
    if (status?.ok) return;
    await delay(100);
  }
  throw new Error(`WebKitWebDriver did not answer within ${START_DEADLINE_MS} ms.`);
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
