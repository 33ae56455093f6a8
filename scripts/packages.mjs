// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from './run.mjs';

/** The rooms that are published, in the order in which they build on one another. */
export const ROOMS = /** @type {const} */ (['sdk', 'react', 'admin', 'web-component', 'server', 'simulator']);

/** @typedef {typeof ROOMS[number]} Room */

/**
 * @typedef {object} Entry
 * @property {string} subpath as in `exports`: `.`, `./contract`, `./locales/ar`
 * @property {string} source absolute path of the source file
 * @property {string} name of the files in `dist`, without ending: `index`, `contract`, `locales/ar`
 * @property {boolean} commonJs whether a `require` condition promises a CommonJS file
 */

/** @param {Room} room */
export function packageDir(room) {
  return join(root, 'packages', room);
}

/** @param {Room} room */
export function readManifest(room) {
  return JSON.parse(readFileSync(join(packageDir(room), 'package.json'), 'utf8'));
}

/**
 * The entries of a package, read from its `exports`: the `source` condition says from which file, the others say to which.
 * A pattern (`./locales/*`) becomes one entry a file; what a server gets instead, by the condition `node`, is one of its own.
 *
 * @param {Room} room
 * @returns {Entry[]}
 */
export function entriesOf(room) {
  const conditionsBySubpath = Object.entries(readManifest(room).exports);
  const onServer = conditionsBySubpath.flatMap(([subpath, { node }]) => (node ? [[subpath, node]] : []));
  return [...conditionsBySubpath, ...onServer].flatMap(([subpath, conditions]) => {
    if (typeof conditions === 'string' || !conditions.source) return [];
    const target = conditions.import?.default ?? conditions.default;
    const entry = {
      subpath,
      source: join(packageDir(room), conditions.source),
      name: target.replace(/^\.\/dist\//, '').replace(/\.js$/, ''),
      commonJs: conditions.require !== undefined,
    };
    return subpath.includes('*') ? expandPattern(entry) : [entry];
  });
}

/** A BCP 47 tag: the folder of a pattern also holds files that are no entries of their own. */
const LOCALE_FILE = /^[a-z]{2,3}(-[A-Za-z]+)?\.ts$/;

/**
 * @param {Entry} pattern whose `source` ends in `*.ts`
 * @returns {Entry[]}
 */
function expandPattern(pattern) {
  const folder = dirname(pattern.source);
  if (!existsSync(folder)) return [];
  const fileNames = readdirSync(folder).filter((name) => LOCALE_FILE.test(name));
  return fileNames.map((fileName) => {
    const word = basename(fileName, '.ts');
    return {
      ...pattern,
      subpath: pattern.subpath.replace('*', word),
      source: join(folder, fileName),
      name: pattern.name.replace('*', word),
    };
  });
}
