// @ts-check
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { legacyFilesOf } from './legacy-entries.mjs';
import { packageDir, readManifest } from './packages.mjs';
import { root } from './run.mjs';

/** @typedef {import('./packages.mjs').Room} Room */

/**
 * Packs a built package as it is published, with the licence and the README.
 *
 * @param {Room} room
 * @param {string} folder where the archive and a copy of the package are put
 * @returns {string} path of the archive
 */
export function packRoom(room, folder) {
  const copy = join(folder, room);
  mkdirSync(copy, { recursive: true });
  const files = /** @type {string[]} */ (readManifest(room).files);
  for (const path of files.filter((one) => !one.startsWith('!')))
    cpSync(join(packageDir(room), path), join(copy, path), { recursive: true });
  copyFileSync(join(root, 'LICENSE'), join(copy, 'LICENSE'));
  copyFileSync(join(packageDir(room), 'README.md'), join(copy, 'README.md'));
  prepareForRelease(room, copy);
  const args = ['pack', '--json', '--pack-destination', folder];
  const output = execFileSync('npm', args, { cwd: copy, encoding: 'utf8', shell: process.platform === 'win32' });
  const listing = JSON.parse(output);
  const [packed] = Array.isArray(listing) ? listing : Object.values(listing);
  return join(folder, packed.filename);
}

/**
 * Writes the manifest as it is published, and the files for resolvers that read no `exports`. The `source` conditions are
 * left out: their files are not in the archive, and would break a host that sets that condition for its own packages.
 *
 * @param {Room} room
 * @param {string} copy folder with the built files of the package
 */
export function prepareForRelease(room, copy) {
  const legacyFiles = legacyFilesOf(room, copy);
  for (const file of legacyFiles) {
    const path = join(copy, file.path);
    mkdirSync(dirname(path), { recursive: true });
    if ('content' in file) writeFileSync(path, file.content);
    else copyFileSync(join(copy, file.copyOf), path);
  }
  const manifest = withoutSource(readManifest(room));
  const folders = legacyFiles.map(({ path }) => path.split('/')[0]);
  const files = [...new Set([...manifest.files, ...folders])];
  // What this repository tests with is no host's business.
  writeFileSync(
    join(copy, 'package.json'),
    JSON.stringify({ ...manifest, files, devDependencies: undefined }, null, 2),
  );
}

/** @param {any} manifest */
function withoutSource(manifest) {
  return JSON.parse(JSON.stringify(manifest, (key, value) => (key === 'source' ? undefined : value)));
}
