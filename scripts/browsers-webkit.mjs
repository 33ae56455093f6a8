// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { Builder, Key, Origin } from 'selenium-webdriver';
import { WEBKIT_DRIVER, XVFB } from './debian-parts.mjs';

/** @typedef {import('./browsers-journey.mjs').Engine} Engine */

/** A folder, which only `require` can name. @type {typeof import('selenium-webdriver/remote')} */
const { DriverService } = createRequire(import.meta.url)('selenium-webdriver/remote');

const KEYS = { Tab: Key.TAB, Enter: Key.ENTER };

/**
 * WebKitGTK through its own WebDriver, on a screen in memory: it has no headless mode. It is WebKit, and not Safari. Selenium
 * is given the driver's path, so it looks for none and downloads none.
 *
 * @param {string} binary
 * @returns {Promise<Engine>}
 */
export async function startWebKit(binary) {
  const screen = await startScreen();
  const service = new DriverService.Builder(WEBKIT_DRIVER)
    .setLoopback(true)
    .addArguments('--host=127.0.0.1')
    .setEnvironment({ ...process.env, DISPLAY: screen.display })
    .build();
  const stop = async () => {
    await service.kill();
    screen.stop();
  };
  try {
    const driver = await new Builder()
      .usingServer(await service.start())
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      })
      .build();
    return {
      name: `WebKitGTK ${(await driver.getCapabilities()).getBrowserVersion()}`,
      goto: (url) => driver.get(url),
      evaluate: (expression) => driver.executeScript(`return (${expression});`),
      click: (x, y) =>
        driver
          .actions()
          .move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 })
          .click()
          .perform(),
      press: (key) => driver.actions().sendKeys(KEYS[key]).perform(),
      async close() {
        await driver.quit();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A screen in memory, on a number that nobody has. @returns {Promise<{ display: string, stop: () => void }>} */
async function startScreen() {
  const args = ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const server = spawn(XVFB, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const stop = () => void server.kill();
  process.once('exit', stop);
  // Without a line it has ended, which closes its output.
  const lines = createInterface({ input: server.stdout });
  const number = await Promise.race([once(lines, 'line'), once(lines, 'close')]);
  if (number[0] === undefined) throw new Error(`${XVFB} did not start.`);
  return { display: `:${number[0]}`, stop };
}
