// @ts-check
import { cli as describeElements } from '@custom-elements-manifest/analyzer/cli.js';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cssText } from './css-text.mjs';
import { designTokens } from './design-tokens.mjs';
import { packageDir, readManifest } from './packages.mjs';
import { run } from './run.mjs';

/** @typedef {import('./packages.mjs').Room} Room */

/** What a room's `dist` holds beside code and types. @type {Partial<Record<Room, (cacheDir: string) => void | Promise<void>>>} */
const EXTRAS = {
  sdk: async () => {
    await writeLocaleJson();
    await writeServiceWorker();
    await writeDesignTokens();
  },
  react: writeReactStyles,
  'web-component': async () => {
    writeIntegrityHashes();
    await describeElement();
  },
  server: packSnapshot,
};

/** What a room's bundles are made of beside its sources. @type {Partial<Record<Room, () => Promise<void>>>} */
const PREPARATIONS = { server: buildAdminApp };

/** @param {Room} room */
export async function prepareRoom(room) {
  await PREPARATIONS[room]?.();
}

/**
 * @param {Room} room
 * @param {string} cacheDir
 */
export async function finishRoom(room, cacheDir) {
  await EXTRAS[room]?.(cacheDir);
}

/** The catalogues as plain JSON too, for hosts that feed them to an i18next of their own. */
async function writeLocaleJson() {
  const folder = join(packageDir('sdk'), 'dist/locales');
  for (const fileName of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
    const catalogue = Object.values(await importFresh(join(folder, fileName)))[0];
    writeFileSync(join(folder, `${basename(fileName, '.js')}.json`), `${JSON.stringify(catalogue, null, 2)}\n`);
  }
}

/** The service worker as a file by itself, for a host that has none of its own. */
async function writeServiceWorker() {
  const { build } = await import('esbuild');
  await build({
    stdin: {
      contents: "import { listenForPush } from './service-worker.js'; listenForPush(self);",
      resolveDir: join(packageDir('sdk'), 'dist'),
    },
    outfile: join(packageDir('sdk'), 'dist/whatsapp-optin-sw.js'),
    bundle: true,
    format: 'iife',
    target: 'es2022',
  });
}

/** The tokens in the format that design tools read. */
async function writeDesignTokens() {
  const { optInStyles } = await importFresh(join(packageDir('sdk'), 'dist/styles.js'));
  const text = JSON.stringify(designTokens(optInStyles), null, 2);
  writeFileSync(join(packageDir('sdk'), 'dist/tokens.json'), `${text}\n`);
}

/** The styles as a plain sheet, for hosts whose policy wants a file. The SDK owns them, so that both renderers look alike. */
async function writeReactStyles() {
  const { optInStyles } = await importFresh(join(packageDir('sdk'), 'dist/styles.js'));
  writeFileSync(join(packageDir('react'), 'dist/styles.css'), `${optInStyles.trim()}\n`);
}

/** What a page writes into `integrity="…"`, for the script-tag file and each file that it loads later. */
function writeIntegrityHashes() {
  const dist = join(packageDir('web-component'), 'dist');
  const fileNames = readdirSync(dist).filter((name) => /^whatsapp-optin.*\.js$/.test(name));
  const hashes = fileNames.map((name) => {
    const digest = createHash('sha384')
      .update(readFileSync(join(dist, name)))
      .digest('base64');
    return [name, `sha384-${digest}`];
  });
  writeFileSync(join(dist, 'sri.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}

/** The manifest by which editors and Storybook know the element: read from the header of its class. */
async function describeElement() {
  const manifest = await describeElements({ argv: ['analyze'], cwd: packageDir('web-component'), noWrite: true });
  const target = join(packageDir('web-component'), 'dist/custom-elements.json');
  writeFileSync(target, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** What the pages of the dashboard share. */
const SHARED_BY_PAGES = /[\\/]admin[\\/]src[\\/](connection|controls|time|words)[\\/]|customer-link/;

/** The page that the server serves at /admin: files with relative addresses, since the server may be mounted anywhere. */
async function buildAdminApp() {
  const [{ build }, { fromSource }] = await Promise.all([import('vite'), import('./vite-source.mjs')]);
  await build({
    configFile: false,
    root: join(packageDir('server'), 'src/admin-app'),
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [cssText(), preloadApp()],
    resolve: fromSource,
    build: {
      outDir: join(packageDir('server'), 'dist/admin'),
      emptyOutDir: true,
      target: 'es2022',
      // The polyfill is for browsers that do not run this page anyway.
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1_000,
      // A data: address is no file of ours to the page's policy.
      assetsInlineLimit: 0,
      rolldownOptions: {
        // A slow line waits for each file: what every page uses is one.
        output: { codeSplitting: { groups: [{ name: 'controls', test: SHARED_BY_PAGES }] } },
        // "use client" is for frameworks that render on a server; this page is for the browser alone.
        onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      },
    },
  });
}

/**
 * The page names the file of the console, so that a browser asks for it beside the first script and not after it.
 *
 * @returns {import('vite').Plugin}
 */
function preloadApp() {
  return {
    name: 'preload-app',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const app = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'app');
        if (app?.type !== 'chunk') throw new Error('The dashboard has no chunk “app”.');
        return [app.fileName, ...app.imports].map((name) => ({
          tag: 'link',
          injectTo: /** @type {const} */ ('head'),
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
        }));
      },
    },
  };
}

/**
 * A migrated PGlite data folder, so that the first start of an empty one need not run `initdb` in WebAssembly (4 to 12 s).
 * Made once for each set of what goes into it, since making it takes as long.
 *
 * @param {string} cacheDir
 */
async function packSnapshot(cacheDir) {
  const script = join(packageDir('server'), 'scripts/pack-snapshot.mjs');
  const packed = join(packageDir('server'), 'dist/pglite-snapshot.tar.gz');
  const cached = join(cacheDir, `pglite-snapshot-${snapshotKey(script)}.tar.gz`);
  if (existsSync(cached)) return copyFileSync(cached, packed);
  await run(process.execPath, [script]);
  mkdirSync(cacheDir, { recursive: true });
  copyFileSync(packed, cached);
}

/**
 * Hash of the schema and of the engine whose files the snapshot holds.
 *
 * @param {string} script
 */
function snapshotKey(script) {
  const folder = join(packageDir('server'), 'src/storage/migrations');
  const hash = createHash('sha256').update(readFileSync(script));
  const fileNames = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  for (const name of fileNames.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  hash.update(String(readManifest('server').devDependencies['@electric-sql/pglite']));
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} path */
function importFresh(path) {
  return import(`${pathToFileURL(path).href}?built=${Date.now()}`);
}
