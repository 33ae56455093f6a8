// @ts-check
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dts } from 'rollup-plugin-dts';
import esbuild from 'rollup-plugin-esbuild';
import { cssText } from './scripts/css-text.mjs';
import { filesInside } from './scripts/files-inside.mjs';
import { ROOMS, entriesOf, packageDir, readManifest } from './scripts/packages.mjs';

/** @typedef {import('./scripts/packages.mjs').Room} Room */
/** @typedef {import('rollup').RollupOptions & { output: import('rollup').OutputOptions[] }} Bundle */

/** First line of every file of a room: components of React run in the browser too, wherever a framework meets them. */
const BANNERS = /** @type {Partial<Record<Room, string>>} */ ({
  react: "'use client';",
  admin: "'use client';",
});

/**
 * Packages with source maps. The files of the others are readable as they are, and maps would be half of what a page installs.
 *
 * @type {readonly Room[]}
 */
const MAPPED = ['server', 'simulator'];

/**
 * Files of `dist` that no `exports` names: the program behind `bin`, and what the build itself runs. The first source
 * that exists is taken.
 *
 * @type {Record<string, readonly string[]>}
 */
const UNLISTED = {
  cli: ['src/cli/index.ts', 'src/cli.ts'],
  'pack-snapshot': ['src/storage/pack-snapshot.ts'],
};

/**
 * The bundles of a room: its code as ESM and, where promised, CommonJS; its types for each; and what the table names.
 *
 * @param {Room} room
 * @returns {Bundle[]}
 */
export function bundlesOf(room) {
  const entries = entriesOf(room);
  const input = Object.fromEntries(entries.map(({ name, source }) => [name, source]));
  const isCommonJs = entries.some(({ commonJs }) => commonJs);
  return [
    code(room, { ...input, ...unlistedInput(room) }, 'es'),
    ...(isCommonJs ? [code(room, input, 'cjs')] : []),
    types(room, input, isCommonJs ? ['es', 'cjs'] : ['es']),
    ...(room === 'web-component' ? [scriptTag(), wholeScriptTag()] : []),
  ];
}

/**
 * @param {Room} room
 * @param {Record<string, string>} input
 * @param {'es' | 'cjs'} format
 * @returns {Bundle}
 */
function code(room, input, format) {
  const ending = format === 'es' ? 'js' : 'cjs';
  return {
    input,
    external: externalOf(room),
    plugins: [
      cssText(),
      ...(room === 'server' ? [filesInside()] : []),
      nodeResolve({ extensions: ['.ts', '.tsx', '.mjs', '.js'] }),
      transpile(),
      ...(hasProgram(room) ? [] : [withoutBareImports()]),
    ],
    output: [
      {
        format,
        dir: join(packageDir(room), 'dist'),
        entryFileNames: `[name].${ending}`,
        chunkFileNames: `chunks/[name]-[hash].${ending}`,
        sourcemap: MAPPED.includes(room) && format === 'es',
        exports: 'named',
        hoistTransitiveImports: false,
        ...(BANNERS[room] ? { banner: BANNERS[room] } : {}),
      },
    ],
    onwarn,
  };
}

/**
 * The same text twice: with `import` a reader of types needs `.d.ts`, with `require` `.d.cts`.
 *
 * @param {Room} room
 * @param {Record<string, string>} input
 * @param {readonly ('es' | 'cjs')[]} formats
 * @returns {Bundle}
 */
function types(room, input, formats) {
  return {
    input,
    external: externalOf(room),
    plugins: [dts({ tsconfig: 'tsconfig.json', compilerOptions: { allowJs: false, customConditions: ['source'] } })],
    output: formats.map((format) => ({
      format: 'es',
      dir: join(packageDir(room), 'dist'),
      entryFileNames: format === 'es' ? '[name].d.ts' : '[name].d.cts',
      chunkFileNames: format === 'es' ? 'chunks/[name]-[hash].d.ts' : 'chunks/[name]-[hash].d.cts',
    })),
    onwarn,
  };
}

/**
 * The file of a `<script type="module">`: everything inside but what is loaded later, which lies beside it under names
 * that change with the content, so that both may be cached for ever.
 *
 * @returns {Bundle}
 */
function scriptTag() {
  return {
    ...ofScriptTag('whatsapp-optin'),
    // What comes later takes what it shares from this file itself, not from a third one that both would have to wait for.
    preserveEntrySignatures: 'allow-extension',
    output: [
      {
        ...inDistOfElement,
        chunkFileNames: 'whatsapp-optin-[name]-[hash].js',
        manualChunks: liveTogether,
        onlyExplicitManualChunks: true,
      },
    ],
  };
}

/**
 * The same with every part inside, for a page that can serve, or trust, one file alone.
 *
 * @returns {Bundle}
 */
function wholeScriptTag() {
  return { ...ofScriptTag('whatsapp-optin.all'), output: [{ ...inDistOfElement, inlineDynamicImports: true }] };
}

/** @type {import('rollup').OutputOptions} */
const inDistOfElement = {
  format: 'es',
  dir: join(packageDir('web-component'), 'dist'),
  entryFileNames: '[name].js',
  // The maps lie beside the files, for who reports errors; no page loads the line that names one.
  sourcemap: 'hidden',
};

/** @param {string} name of the file @returns {import('rollup').RollupOptions} */
function ofScriptTag(name) {
  return {
    input: { [name]: join(packageDir('web-component'), 'src/define.ts') },
    plugins: [
      cssText(),
      // Packages of this repository are bundled from their sources: no other one need be built first.
      nodeResolve({ browser: true, exportConditions: ['source'], extensions: ['.ts', '.tsx', '.mjs', '.js'] }),
      commonjs(),
      transpile(),
      terser({ module: true, compress: { passes: 2 } }),
    ],
    onwarn,
  };
}

/**
 * The live part is one file, whatever else shares its modules; so is each language, the QR encoder and the panels.
 *
 * @type {import('rollup').GetManualChunk}
 */
function liveTogether(id, { getModuleIds, getModuleInfo }) {
  const needs = (/** @type {RegExp} */ from) => {
    const found = new Set([...getModuleIds()].filter((one) => from.test(one)));
    for (const one of found) for (const next of getModuleInfo(one)?.importedIds ?? []) found.add(next);
    return found.has(id);
  };
  if (needs(/\/define\.ts$/) || /\/locales\/(?!en\.)[\w-]+\.ts$/.test(id)) return null;
  return needs(/\/(opt-in\/live|web-component\/src\/render-card)\.ts$/) ? 'live' : null;
}

function transpile() {
  return esbuild({ target: 'es2022', tsconfig: false, jsx: 'automatic', include: /\.tsx?$/ });
}

/**
 * Rollup repeats what an import needs as bare imports: by `hoistTransitiveImports`, and in an entry whose module lies in a shared
 * chunk. No shared chunk of a library has side effects, and bundlers warn of bare imports from a package that says so.
 *
 * @returns {import('rollup').Plugin}
 */
function withoutBareImports() {
  return {
    name: 'without-bare-imports',
    // The line stays, for the source map.
    renderChunk: (code) => ({ code: code.replace(/^(import '\.[^']+';|require\('\.[^']+'\);)$/gm, ''), map: null }),
  };
}

/** A program's entry may do all its work by a bare import. @param {Room} room */
function hasProgram(room) {
  return readManifest(room).bin !== undefined;
}

/**
 * Everything that npm installs with the package stays outside it.
 *
 * @param {Room} room
 * @returns {(id: string) => boolean}
 */
function externalOf(room) {
  const { dependencies = {}, peerDependencies = {} } = readManifest(room);
  const names = Object.keys({ ...dependencies, ...peerDependencies });
  return (id) => id.startsWith('node:') || names.some((name) => id === name || id.startsWith(`${name}/`));
}

/**
 * @param {Room} room
 * @returns {Record<string, string>}
 */
function unlistedInput(room) {
  const found = Object.entries(UNLISTED).flatMap(([name, places]) => {
    const source = places.map((path) => join(packageDir(room), path)).find((path) => existsSync(path));
    return source ? [[name, source]] : [];
  });
  return Object.fromEntries(found);
}

/**
 * A warning of the bundler is a fault of ours: an import that is nowhere declared, a cycle, a name that is not exported.
 *
 * @param {import('rollup').RollupLog} warning
 */
function onwarn(warning) {
  // The react room's own banner stands in for the directives of its files; the second code is about the first one's place.
  if (warning.code === 'MODULE_LEVEL_DIRECTIVE' || warning.code === 'SOURCEMAP_ERROR') return;
  // An entry that declares types alone.
  if (warning.code === 'EMPTY_BUNDLE') return;
  throw new Error(`${warning.code}: ${warning.message}`);
}

export default ROOMS.flatMap(bundlesOf);
