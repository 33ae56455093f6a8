// @ts-check
import { join } from 'node:path';
import { entriesOf, packageDir } from './packages.mjs';

/** @typedef {import('./page-bundle.mjs').PageBundle} PageBundle */
/** @typedef {import('./page-bundle.mjs').PageFile} PageFile */

/** Parts that load by themselves, by the SDK's entry that an `import()` of them asks for; English is part of the first card. */
const PART_OF_ENTRY = /** @type {const} */ ([
  [/^\.\/locales\/(?!en$)/, 'language'],
  [/^\.\/qr$/, 'qr'],
  [/^\.\/panel$/, 'panel'],
  [/^\.\/push$/, 'push'],
]);

/**
 * What of a bundle a page loads when. Found by following imports, so that files may be cut and named in any way.
 *
 * @param {PageBundle} bundle its first entry is the page's
 * @param {Map<string, string>} [partOfSource] part by absolute path of the module that an `import()` asks for; what is absent
 *   counts as live
 * @returns `first`, `live` with the heaviest language, and what a QR or a panel adds to it
 */
export function partsOf({ files, entries }, partOfSource = sdkParts()) {
  const byName = new Map(files.map((file) => [file.name, file]));
  const partOf = (/** @type {PageFile} */ { source }) => (source === null ? undefined : partOfSource.get(source));
  const reach = (/** @type {readonly string[]} */ names, /** @type {(file: PageFile) => boolean} */ follows) => {
    const found = new Set(names.flatMap((name) => byName.get(name) ?? []));
    for (const { imports, lazyImports } of found) {
      for (const name of imports) add(name, () => true);
      for (const name of lazyImports) add(name, follows);
    }
    return found;
    function add(/** @type {string} */ name, /** @type {(file: PageFile) => boolean} */ accepts) {
      const file = byName.get(name);
      if (file && accepts(file)) found.add(file);
    }
  };
  const first = reach(entries.slice(0, 1), () => false);
  const live = reach(entries.slice(0, 1), (file) => partOf(file) === undefined);
  const added = (/** @type {PageFile} */ file, /** @type {boolean} */ whole) =>
    [...reach([file.name], () => whole)].filter((one) => !live.has(one));
  const all = (/** @type {string} */ part) => files.filter((file) => partOf(file) === part && !first.has(file));
  const languages = all('language').map((file) => added(file, false));
  return {
    first: [...first],
    live: [...live, ...heaviest(languages)],
    qr: all('qr').flatMap((file) => added(file, false)),
    panel: all('panel').flatMap((file) => added(file, true)),
  };
}

/** @returns {Map<string, string>} part by the entry's source and by its built file */
function sdkParts() {
  return new Map(
    entriesOf('sdk').flatMap(({ subpath, source, name }) => {
      const part = PART_OF_ENTRY.find(([pattern]) => pattern.test(subpath))?.[1];
      const paths = [source, join(packageDir('sdk'), `dist/${name}.js`)];
      return part ? paths.map((path) => /** @type {[string, string]} */ ([path, part])) : [];
    }),
  );
}

/** @param {readonly (readonly PageFile[])[]} lists @returns {readonly PageFile[]} */
function heaviest(lists) {
  const sizeOf = (/** @type {readonly PageFile[]} */ list) => list.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return lists.reduce((most, list) => (sizeOf(list) > sizeOf(most) ? list : most), []);
}
