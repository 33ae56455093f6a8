// @ts-check
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const APT = '/usr/bin/apt-get';
/** A mirror that does not answer costs no more than this. */
const INSTALL_TIMEOUT_MS = 300_000;
const APT_OPTIONS = ['-qq', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=0'];

const FIREFOX_PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
const LIBRARIES = '/usr/lib';

export const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
export const XVFB = '/usr/bin/Xvfb';

/**
 * Engines beside Chromium, in which all else is tested. A machine without them leaves their journey out, and says so. `stage`
 * is that of `npm test` which needs the part.
 */
export const ENGINES = /** @type {const} */ ([
  { id: 'firefox', name: 'Firefox ESR', debian: 'firefox-esr', stage: 'browsers', find: findFirefox },
  { id: 'webkit', name: 'WebKitGTK', debian: 'webkit2gtk-driver xvfb', stage: 'browsers', find: findWebKit },
]);

export const PGBOUNCER = '/usr/sbin/pgbouncer';
export const NGINX = '/usr/sbin/nginx';
export const HAPROXY = '/usr/sbin/haproxy';

/** A part that is one program in one place. @param {string} path */
const programAt = (path) => () => (existsSync(path) ? path : null);

/** Programs around the server. The tests of one are in files whose names begin with its id. */
export const PROGRAMS = /** @type {const} */ ([
  {
    id: 'pgbouncer',
    name: 'pgbouncer',
    debian: 'pgbouncer',
    stage: 'integration:postgres',
    find: programAt(PGBOUNCER),
  },
  { id: 'nginx', name: 'nginx', debian: 'nginx-light', stage: 'integration:postgres', find: programAt(NGINX) },
  { id: 'haproxy', name: 'HAProxy', debian: 'haproxy', stage: 'integration:postgres', find: programAt(HAPROXY) },
]);

/** What the tests use of Debian. A machine without a part leaves its tests out, and says so. */
export const PARTS = /** @type {const} */ ([...ENGINES, ...PROGRAMS]);

/** @returns {string | null} path of the Firefox of this machine */
function findFirefox() {
  return FIREFOX_PLACES.find((path) => existsSync(path)) ?? null;
}

/** @returns {string | null} path of the MiniBrowser; `null` where it, its driver or a screen in memory is missing */
function findWebKit() {
  if (!existsSync(WEBKIT_DRIVER) || !existsSync(XVFB)) return null;
  const places = readdirSync(LIBRARIES).flatMap((platform) =>
    ['4.1', '4.0'].map((version) => join(LIBRARIES, platform, `webkit2gtk-${version}`, 'MiniBrowser')),
  );
  return places.find((path) => existsSync(path)) ?? null;
}

/** Whether one of them is here. */
export function hasEngine() {
  return ENGINES.some(({ find }) => find() !== null);
}

/**
 * Installs those that are missing where this process may: as root, with apt. What cannot be installed stays missing.
 *
 * @param {readonly (typeof PARTS)[number][]} parts
 */
export async function installParts(parts) {
  const missing = parts.filter(({ find }) => find() === null);
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync(APT)) return;
  const packages = missing.flatMap(({ debian }) => debian.split(' '));
  console.log(`Installing ${packages.join(', ')} …`);
  if (!(await apt(['update']))) return;
  await apt(['install', '-y', '--no-install-recommends', ...packages]);
}

/** @param {readonly string[]} args @returns {Promise<boolean>} whether it succeeded */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return new Promise((resolve) =>
    execFile(APT, [...APT_OPTIONS, ...args], { env, timeout: INSTALL_TIMEOUT_MS }, (error) => resolve(error === null)),
  );
}

/**
 * @param {readonly (typeof PARTS)[number][]} [parts]
 * @returns {string[]} a sentence for each part that this machine lacks
 */
export function missingParts(parts = PARTS) {
  return parts
    .filter(({ find }) => find() === null)
    .map(({ name, debian }) => `${name} is not installed here, so that nothing was tried with it (Debian: ${debian}).`);
}
