// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, tool } from './run.mjs';

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];

/** For every test in a browser of ours. No sandbox: as root it does not start. The rest keeps the browser from calling its maker. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  // A followed link must not reach WhatsApp: no name outside of this machine is found.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Latin and Arabic letters; without them the browser draws boxes and every width is another one. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-core', 'fonts-noto-ui-core'];

/**
 * A Chromium of this machine: `CHROMIUM_PATH` where it is set, else one in a usual place.
 *
 * @returns {string | null} its path; `null` leaves the choice to Playwright, which then uses its own
 * @throws {Error} where `CHROMIUM_PATH` names no file
 */
export function findChromium(env = process.env) {
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is "${named}", but there is no such file. Correct it or unset it.`);
  }
  return KNOWN_PLACES.find((path) => existsSync(path)) ?? null;
}

/** Sees to it that the end-to-end tests find a Chromium: one of this machine, Debian's, or Playwright's own. */
export async function ensureChromium() {
  if (findChromium()) return;
  if (process.getuid?.() === 0 && hasCommand('apt-get')) {
    console.log('Installing Chromium and fonts (apt-get) …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['-q', 'update'], { env });
    await run('apt-get', ['-q', '-y', 'install', '--no-install-recommends', ...DEBIAN_PACKAGES], { env });
    if (findChromium()) return;
  }
  console.log("Installing Playwright's Chromium …");
  await run(process.execPath, [tool('@playwright/test/cli.js'), 'install', 'chromium']);
}

/** @param {string} name */
function hasCommand(name) {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
