// @ts-check
import { firefox } from 'playwright';

/** @typedef {import('./browsers-journey.mjs').Engine} Engine */

/**
 * Firefox through WebDriver BiDi, which is Playwright's way to one that is not its own build.
 *
 * @param {string} executablePath
 * @returns {Promise<Engine>}
 */
export async function startFirefox(executablePath) {
  const browser = await firefox.launch({ executablePath, channel: 'moz-firefox', timeout: 60_000 });
  const page = await browser.newPage();
  return {
    name: `Firefox ${browser.version()}`,
    goto: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    click: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    close: () => browser.close(),
  };
}
