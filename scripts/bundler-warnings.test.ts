import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as esbuild } from 'esbuild';
import { rollup } from 'rollup';
import { createLogger, build as vite } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from './build.mjs';
import { packRoom } from './pack-room.mjs';
import { ROOMS, entriesOf, packageDir, type Room } from './packages.mjs';
import { root } from './run.mjs';

/** What a host bundles for its pages. */
const IN_PAGES = ROOMS.filter((room) => room !== 'server' && room !== 'simulator');

type Warn = (text: string) => void;

/** Each bundles `entry` for the browser and hands on all that it warns of. */
const BUNDLERS: Readonly<Record<string, (entry: string, warn: Warn) => Promise<string>>> = {
  esbuild: (entry, warn) => withEsbuild(entry, warn, []),
  'esbuild, by the conditions of webpack and Parcel': (entry, warn) =>
    withEsbuild(entry, warn, ['webpack', 'module', 'production']),
  async rollup(entry, warn) {
    const bundle = await rollup({
      input: entry,
      external: (id) => /^[\w@]/.test(id) && !id.startsWith('@whatsapp-optin/'),
      plugins: [nodeResolve({ browser: true })],
      onwarn: ({ code, message, id, ids }) => warn([code, message, id, ...(ids ?? [])].join(' ')),
    });
    const { output } = await bundle.generate({ format: 'es' });
    return output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
  },
  async vite(entry, warn) {
    const logger = createLogger('silent');
    logger.warn = logger.warnOnce = warn;
    const built = await vite({
      configFile: false,
      root: join(entry, '..'),
      logLevel: 'silent',
      customLogger: logger,
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        minify: false,
        rolldownOptions: { input: entry, onwarn: ({ code, message, id }) => warn([code, message, id].join(' ')) },
        chunkSizeWarningLimit: 10_000,
      },
    });
    const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
    return outputs.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
  },
};

async function withEsbuild(entry: string, warn: Warn, conditions: string[]): Promise<string> {
  const { warnings, outputFiles } = await esbuild({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    format: 'esm',
    conditions,
    write: false,
    outdir: 'out',
    logLevel: 'silent',
  });
  for (const { id, text, location } of warnings) warn([id, text, location?.file].join(' '));
  return outputFiles.map(({ text }) => text).join('');
}

/** React's own rule asks for `'use client'`; a bundler that knows no server drops it and says so. */
const isOfDirective = (warning: string) => warning.includes('MODULE_LEVEL_DIRECTIVE');

/** A file of ours, linked or installed. */
const OURS = /packages\/[\w-]+\/dist|node_modules\/@whatsapp-optin/;

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'whatsapp-optin-bundlers-'));

/** Each by itself, as pages are: who imports every language at once needs no late one, and a bundler says so. */
const PAGES = IN_PAGES.flatMap((room) => {
  // A server loads every language at once; no page bundles its entries.
  const entries = entriesOf(room).filter(({ subpath }) => !/^\.\/(card\/server|ssr)$/.test(subpath));
  const names = entries.map(({ subpath }) => `@whatsapp-optin/${room}${subpath.slice(1)}`);
  const isForPages = (name: string) => !/\/(testing|whole|p?react-jsx|vue|svelte|locales\/.*)$/.test(name);
  return [...new Set(names.filter(isForPages)), ...(room === 'sdk' ? ['@whatsapp-optin/sdk/locales/en'] : [])];
});

/** A folder as a host's, with a page for each entry; our packages lie in its `node_modules` as `place` puts them. */
function writeHost(name: string, place: (room: Room, target: string) => void): string {
  const host = join(folder, name);
  const modules = join(host, 'node_modules');
  mkdirSync(join(modules, '@whatsapp-optin'), { recursive: true });
  for (const dependency of readdirSync(join(root, 'node_modules')))
    if (!/^(\.|@whatsapp-optin$)/.test(dependency))
      symlinkSync(join(root, 'node_modules', dependency), join(modules, dependency));
  for (const room of IN_PAGES) place(room, join(modules, '@whatsapp-optin', room));
  writeFileSync(join(host, 'package.json'), '{ "type": "module" }');
  for (const [at, one] of PAGES.entries())
    writeFileSync(join(host, `page-${at}.js`), `import * as all from '${one}'; console.log(all);`);
  writeFileSync(join(host, 'bare.js'), "import '@whatsapp-optin/web-component/define';");
  return host;
}

const hosts = new Map<string, string>();

beforeAll(async () => {
  await build({ rooms: IN_PAGES });
  hosts.set(
    'linked',
    writeHost('linked', (room, target) => symlinkSync(packageDir(room), target)),
  );
  hosts.set(
    'installed',
    writeHost('installed', (room, target) => {
      mkdirSync(target);
      execFileSync('tar', ['-xzf', packRoom(room, folder), '-C', target, '--strip-components=1']);
    }),
  );
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['linked', 'installed'])('packages that are %s', (how) => {
  it.each(Object.entries(BUNDLERS))(
    'make %s warn of no file of ours',
    async (_, bundle) => {
      const warnings: string[] = [];
      for (const [at, page] of PAGES.entries())
        await bundle(join(hosts.get(how) ?? '', `page-${at}.js`), (text) => warnings.push(`${page}: ${text}`));
      expect(warnings.filter((text) => OURS.test(text) && !isOfDirective(text))).toEqual([]);
    },
    120_000,
  );

  it.each(Object.entries(BUNDLERS))('register the element by a bare import in %s', async (_, bundle) => {
    const code = await bundle(join(hosts.get(how) ?? '', 'bare.js'), () => undefined);
    expect(code).toMatch(/customElements\?*\.define\(/);
  });
});
