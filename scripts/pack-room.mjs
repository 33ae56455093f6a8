// @ts-check
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageDir, readManifest } from './packages.mjs';
import { root } from './run.mjs';

/** @typedef {import('./packages.mjs').Room} Room */

/**
 * Packs a built room as it is published: without the `source` conditions, whose files are not in the archive and would
 * break the build of a host that sets that condition for its own packages, and with the licence.
 *
 * @param {Room} room
 * @param {string} folder where the archive and a copy of the package are put
 * @returns {string} path of the archive
 */
export function packRoom(room, folder) {
  const copy = join(folder, room);
  mkdirSync(copy, { recursive: true });
  const manifest = readManifest(room);
  for (const path of manifest.files) cpSync(join(packageDir(room), path), join(copy, path), { recursive: true });
  copyFileSync(join(root, 'LICENSE'), join(copy, 'LICENSE'));
  writeFileSync(join(copy, 'package.json'), JSON.stringify(withoutSource(manifest), null, 2));
  const args = ['pack', '--json', '--pack-destination', folder];
  const output = execFileSync('npm', args, { cwd: copy, encoding: 'utf8', shell: process.platform === 'win32' });
  const listing = JSON.parse(output);
  const [packed] = Array.isArray(listing) ? listing : Object.values(listing);
  return join(folder, packed.filename);
}

/** @param {any} manifest */
function withoutSource(manifest) {
  return JSON.parse(JSON.stringify(manifest, (key, value) => (key === 'source' ? undefined : value)));
}
