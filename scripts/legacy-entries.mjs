// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { entriesOf, readManifest } from './packages.mjs';

/** @typedef {import('./packages.mjs').Room} Room */
/** @typedef {{ path: string } & ({ content: string } | { copyOf: string })} LegacyFile paths from the package's folder */

/**
 * Files by which a subpath is found where no `exports` are read: by TypeScript's `node10`, by webpack 4, and by default by
 * Parcel and Metro. They are made when a package is packed: a folder with a `package.json` for a module, a copy for a file.
 *
 * @param {Room} room
 * @param {string} folder of the built package
 * @returns {LegacyFile[]}
 */
export function legacyFilesOf(room, folder) {
  const copies = copiedFilesOf(room, folder);
  const modules = entriesOf(room).filter(({ subpath }) => subpath !== '.');
  return [
    ...copies,
    ...modules.map((entry) => {
      const path = entry.subpath.slice(2);
      // Resolvers try `<path>.js`, then `<path>.json`, then the folder.
      const isHidden = copies.some((copy) => copy.path === `${path}.json`);
      return isHidden ? fileStub(path, entry.name) : folderStub(path, entry);
    }),
  ];
}

/**
 * @param {string} path
 * @param {import('./packages.mjs').Entry} entry
 * @returns {LegacyFile}
 */
function folderStub(path, { name, commonJs }) {
  const target = (/** @type {string} */ ending) => posix.relative(path, `dist/${name}.${ending}`);
  const fields = commonJs ? { main: target('cjs'), module: target('js') } : { main: target('js') };
  return {
    path: `${path}/package.json`,
    content: `${JSON.stringify({ ...fields, types: target('d.ts') }, null, 2)}\n`,
  };
}

/**
 * For a module with a default export alone.
 *
 * @param {string} path
 * @param {string} name
 * @returns {LegacyFile}
 */
function fileStub(path, name) {
  const target = posix.relative(dirname(path), `dist/${name}.js`);
  return { path: `${path}.js`, content: `export { default } from '${target}';\n` };
}

/**
 * What `exports` names beside modules: sheets, catalogues, manifests.
 *
 * @param {Room} room
 * @param {string} folder
 * @returns {LegacyFile[]}
 */
function copiedFilesOf(room, folder) {
  const { exports } = readManifest(room);
  return Object.entries(exports).flatMap(([subpath, target]) => {
    if (typeof target !== 'string') return [];
    return expand(subpath, target, folder).filter(({ path, copyOf }) => path !== copyOf);
  });
}

/**
 * @param {string} subpath
 * @param {string} target
 * @param {string} folder
 * @returns {{ path: string, copyOf: string }[]}
 */
function expand(subpath, target, folder) {
  if (!target.includes('*')) return [{ path: subpath.slice(2), copyOf: target.slice(2) }];
  const [ending = ''] = basename(target).split('*').slice(1);
  const from = join(folder, dirname(target));
  const words = (existsSync(from) ? readdirSync(from) : [])
    .filter((fileName) => fileName.endsWith(ending))
    .map((fileName) => fileName.slice(0, -ending.length));
  return words.map((word) => ({
    path: subpath.slice(2).replace('*', word),
    copyOf: target.slice(2).replace('*', word),
  }));
}
