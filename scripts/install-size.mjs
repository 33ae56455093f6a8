// @ts-check
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOMS, readManifest } from './packages.mjs';
import { root } from './run.mjs';

/** @typedef {import('./packages.mjs').Room} Room */

/** What a file takes of a disk: whole blocks, as `du` counts. */
const BLOCK_BYTES = 4096;
const SCOPE = '@whatsapp-optin/';

/**
 * Names of the packages that npm installs with a package of ours, itself included: its dependencies and theirs, and peers that
 * are not optional. Two versions of one package count twice.
 *
 * @param {Room} room
 * @param {readonly string[]} present packages that the host has anyway
 * @returns {Map<string, string>} folder in `node_modules` by name; for our own, the name alone
 */
export function installedWith(room, present) {
  /** @type {{ packages: Record<string, any> }} */
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  /** @type {Map<string, string>} */
  const found = new Map();
  /** @param {string} path @param {any} manifest */
  const follow = (path, { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} }) => {
    const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
    for (const name of [...Object.keys(dependencies), ...peers]) {
      if (present.includes(name)) continue;
      const own = ownRoom(name);
      const nested = `${path}/node_modules/${name}`;
      const place = own ? name : packages[nested] ? nested : `node_modules/${name}`;
      if (found.has(place)) continue;
      found.set(place, name);
      follow(place, own ? readManifest(own) : packages[place]);
    }
  };
  found.set(`${SCOPE}${room}`, `${SCOPE}${room}`);
  follow(`packages/${room}`, readManifest(room));
  return found;
}

/** @param {string} name @returns {Room | undefined} */
function ownRoom(name) {
  return ROOMS.find((room) => name === `${SCOPE}${room}`);
}

/**
 * @param {string} folder
 * @returns {number} bytes on disk of all its files and folders
 */
export function diskBytesOf(folder) {
  if (!existsSync(folder)) throw new Error(`${folder} does not exist.`);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.reduce((sum, entry) => {
    const size = entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : BLOCK_BYTES;
    return sum + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
  }, BLOCK_BYTES);
}
