// @ts-check
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { packageDir } from './packages.mjs';

/** @type {import('esbuild').Plugin} What npm installs stays outside; our own packages come from their sources. */
const externalPackages = {
  name: 'external-packages',
  setup(building) {
    building.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@whatsapp-optin/') ? null : { external: true },
    );
  },
};

/**
 * How a file of the server becomes a program in one file, from sources, without what npm installs.
 *
 * @param {string} entry
 * @param {string} outfile
 * @returns {import('esbuild').BuildOptions}
 */
export function processBuild(entry, outfile) {
  return {
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    plugins: [externalPackages],
    logLevel: 'error',
  };
}

/**
 * A new folder where the server's dependencies are found.
 *
 * @returns {Promise<{ folder: string, remove(): Promise<void> }>}
 */
export async function cacheFolder() {
  const cache = join(packageDir('server'), 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'process-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * A file of the server's tests as a program of its own, from sources, bundled where its dependencies are found: a run goes
 * on undisturbed when the sources change.
 *
 * @param {string} entry below `packages/server`
 * @returns {Promise<{ file: string, remove(): Promise<void> }>}
 */
export async function bundleForProcess(entry) {
  const room = packageDir('server');
  const { folder, remove } = await cacheFolder();
  // As deep as the command in the source, which reads its version two folders up.
  const file = join(folder, 'src/cli', `${basename(entry, '.ts')}.mjs`);
  await build(processBuild(join(room, entry), file));
  await cp(join(room, 'src/storage/migrations'), join(folder, 'src/cli/migrations'), { recursive: true });
  await cp(join(room, 'package.json'), join(folder, 'package.json'));
  return { file, remove };
}
