// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FIREFOX_PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
const LIBRARIES = '/usr/lib';

export const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
export const XVFB_RUN = '/usr/bin/xvfb-run';

/**
 * Engines beside Chromium, in which all else is tested. They are used where they are installed, and never installed: a
 * machine without them is as good, but says so.
 */
export const ENGINES = /** @type {const} */ ([
  { id: 'firefox', name: 'Firefox ESR', debian: 'firefox-esr', find: findFirefox },
  { id: 'webkit', name: 'WebKitGTK', debian: 'webkit2gtk-driver xvfb xauth', find: findWebKit },
]);

/** @returns {string | null} path of the Firefox of this machine */
function findFirefox() {
  return FIREFOX_PLACES.find((path) => existsSync(path)) ?? null;
}

/** @returns {string | null} path of the MiniBrowser; `null` where it, its driver or a screen in memory is missing */
function findWebKit() {
  if (!existsSync(WEBKIT_DRIVER) || !existsSync(XVFB_RUN)) return null;
  const places = readdirSync(LIBRARIES).flatMap((platform) =>
    ['4.1', '4.0'].map((version) => join(LIBRARIES, platform, `webkit2gtk-${version}`, 'MiniBrowser')),
  );
  return places.find((path) => existsSync(path)) ?? null;
}

/** @returns {string[]} a sentence for each engine that this machine lacks */
export function missingEngines() {
  return ENGINES.filter(({ find }) => find() === null).map(
    ({ name, debian }) => `${name} is not installed here, so nothing was tried in it (Debian: ${debian}).`,
  );
}
