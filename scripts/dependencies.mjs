// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const OLDEST_NODE = [20, 19];

/**
 * Stops with one clear sentence on a Node that is too old; everything after it may use what Node 20.19 has.
 *
 * @param {string} version of the running Node, `20.19.0`
 * @returns {string | null} what is wrong, or `null`
 */
export function refuseOldNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `Node ${version} is too old: whatsapp-optin needs Node ${OLDEST_NODE.join('.')} or later. Install it from your version manager and run the command again.`;
}

/**
 * Says whether `node_modules` holds what the lockfile asks for.
 *
 * npm writes `node_modules/.package-lock.json` as its last act of an installation, so that an interrupted one is seen
 * too, and one made by `npm install` needs no second one. Optional packages of other platforms may be absent.
 *
 * @param {string} lockfileText content of `package-lock.json`
 * @param {string | null} installedText content of `node_modules/.package-lock.json`, `null` where there is none
 * @returns {boolean}
 */
export function areDependenciesInPlace(lockfileText, installedText) {
  if (installedText === null) return false;
  const wanted = JSON.parse(lockfileText).packages;
  const installed = JSON.parse(installedText).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    // A workspace itself has no such folder in its path; what is installed below one does.
    if (!path.includes('node_modules/') || entry.link) return true;
    const found = installed[path];
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** Runs `npm ci` when, and only when, `node_modules` is not what the lockfile asks for. */
export async function ensureDependencies() {
  const installedPath = join(root, 'node_modules/.package-lock.json');
  const lockfileText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const installedText = existsSync(installedPath) ? readFileSync(installedPath, 'utf8') : null;
  if (areDependenciesInPlace(lockfileText, installedText)) return;
  console.log('Installing dependencies (npm ci) …');
  const [command, ...args] = npmCommand();
  await run(command, [...args, 'ci', '--no-audit', '--no-fund']);
}

/** @returns {[string, ...string[]]} the npm that started us, else the one on the path */
export function npmCommand() {
  const path = process.env.npm_execpath;
  if (path && /npm-cli\.c?js$/.test(path)) return [process.execPath, path];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}
