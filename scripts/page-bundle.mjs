// @ts-check
import { basename, resolve, sep } from 'node:path';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { bundlesOf } from '../rollup.config.mjs';
import { SCRIPT_TAG } from './budgets.mjs';
import { root } from './run.mjs';

/**
 * A file that a page loads.
 *
 * @typedef {object} PageFile
 * @property {string} name with its ending
 * @property {Uint8Array} bytes minified, not compressed
 * @property {readonly string[]} imports names of the files that it imports at once
 * @property {readonly string[]} lazyImports names of the files that it imports by `import()`
 * @property {string | null} source absolute path of the module that an import of this file asks for; `null` for shared code
 */

/** @typedef {{ files: readonly PageFile[], entries: readonly string[] }} PageBundle `entries` are names, in the order asked for */

/** For `bundleForPage`: the host's own React is no weight of ours. */
export const REACT = ['react', 'react-dom', 'react/*', 'react-dom/*'];

/**
 * Modules bundled as a host's bundler does it: from the built packages, minified, with a file for each late import.
 *
 * @param {readonly string[]} entries source text; each becomes a file `entry-<number>.js`
 * @param {{ from?: string, external?: readonly string[] }} [options] `from`: folder whose packages they import
 * @returns {Promise<PageBundle>}
 */
export async function bundleForPage(entries, { from = root, external = [] } = {}) {
  const name = (/** @type {number} */ at) => `entry-${at}`;
  const { outputFiles, metafile } = await build({
    entryPoints: entries.map((_, at) => ({ in: `page-entry:${at}`, out: name(at) })),
    plugins: [textEntries(entries, from)],
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    outdir: '/out',
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    metafile: true,
    external: [...external],
    legalComments: 'none',
    loader: { '.svg': 'dataurl', '.mp3': 'dataurl' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [resolve(root, path), { ...output }]),
  );
  const nameOf = (/** @type {string} */ path) => resolve(root, path).split(sep).slice(2).join('/');
  const files = outputFiles.map(({ path, contents }) => {
    const { imports = [], entryPoint } = outputs.get(path) ?? {};
    const own = imports.filter((one) => !one.external);
    const named = (/** @type {string} */ kind) => own.filter((one) => one.kind === kind).map((one) => nameOf(one.path));
    return {
      name: nameOf(path),
      bytes: contents,
      imports: named('import-statement'),
      lazyImports: named('dynamic-import'),
      source: entryPoint && !entryPoint.includes(':') ? resolve(root, entryPoint) : null,
    };
  });
  return { files, entries: entries.map((_, at) => `${name(at)}.js`) };
}

/**
 * @param {readonly string[]} entries
 * @param {string} from
 * @returns {import('esbuild').Plugin}
 */
function textEntries(entries, from) {
  return {
    name: 'text-entries',
    setup(build) {
      build.onResolve({ filter: /^page-entry:/ }, ({ path }) => ({
        path: path.slice('page-entry:'.length),
        namespace: 'page-entry',
      }));
      build.onLoad({ filter: /.*/, namespace: 'page-entry' }, ({ path }) => ({
        contents: entries[Number(path)] ?? '',
        resolveDir: from,
        loader: 'js',
      }));
    },
  };
}

/**
 * A script-tag file and the files beside it, as the build writes them.
 *
 * @param {string} [file] path in the package, such as `dist/whatsapp-optin.js`
 * @returns {Promise<PageBundle>}
 */
export async function bundleScriptTag(file = SCRIPT_TAG) {
  const name = basename(file, '.js');
  const bundle = bundlesOf('web-component').find(({ input }) => Object.keys(input ?? {}).includes(name));
  if (!bundle) throw new Error('rollup.config.mjs builds no script-tag file.');
  const { output, ...input } = bundle;
  const built = await (await rollup(input)).generate(output[0] ?? {});
  const chunks = built.output.filter((file) => file.type === 'chunk');
  return {
    files: chunks.map(({ fileName, code, imports, dynamicImports, facadeModuleId }) => ({
      name: fileName,
      bytes: Buffer.from(code),
      imports,
      lazyImports: dynamicImports,
      source: facadeModuleId,
    })),
    entries: chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName),
  };
}
