// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { withBuildLock } from './build-lock.mjs';
import { ensureDependencies, refuseOldNode } from './dependencies.mjs';
import { ROOMS, entriesOf, packageDir, readManifest } from './packages.mjs';
import { root } from './run.mjs';

/** @typedef {import('./packages.mjs').Room} Room */

const cacheDir = join(root, 'node_modules/.cache/whatsapp-optin');

/**
 * Builds every package whose sources, or whose dependencies' sources, have changed since its last build.
 *
 * @param {{ force?: boolean, rooms?: readonly Room[] }} [options] `rooms`: these alone, in the order of `ROOMS`; default all
 */
export async function build({ force = false, rooms = ROOMS } = {}) {
  const oldNode = refuseOldNode();
  if (oldNode) throw new Error(oldNode);
  await ensureDependencies();
  await withBuildLock(cacheDir, async () => {
    for (const room of ROOMS) if (rooms.includes(room)) await buildRoom(room, force);
  });
}

/**
 * @param {Room} room
 * @param {boolean} force
 */
async function buildRoom(room, force) {
  for (const { source, subpath } of entriesOf(room)) {
    if (!existsSync(source))
      throw new Error(`${room}: "${subpath}" names ${relative(root, source)}, which does not exist.`);
  }
  const fingerprint = fingerprintOf(room);
  const stampPath = join(cacheDir, `build-${room}.txt`);
  const dist = join(packageDir(room), 'dist');
  const isFresh = existsSync(dist) && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === fingerprint;
  if (isFresh && !force) return;
  const startedAt = performance.now();
  // First the stamp: a build that fails half-way must not pass for a whole one when its sources are put back.
  rmSync(stampPath, { force: true });
  rmSync(dist, { recursive: true, force: true });
  // Loaded late: before npm has installed anything there is no bundler, and this file must load even then.
  const [{ rollup }, { bundlesOf }, { finishRoom, prepareRoom }] = await Promise.all([
    import('rollup'),
    import('../rollup.config.mjs'),
    import('./build-extras.mjs'),
  ]);
  await prepareRoom(room);
  for (const { output, ...input } of bundlesOf(room)) {
    const bundle = await rollup(input);
    for (const options of output) await bundle.write(options);
    await bundle.close();
  }
  await finishRoom(room, cacheDir);
  writeFileSync(stampPath, fingerprint);
  console.log(`${room}: built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

/**
 * Hash of everything that goes into a room's build.
 *
 * @param {Room} room
 */
function fingerprintOf(room) {
  const rooms = [room, ...dependenciesOf(room)];
  const folders = rooms.flatMap((name) => [join(packageDir(name), 'src'), join(packageDir(name), 'scripts')]);
  const tools = [
    'rollup.config.mjs',
    'tsconfig.json',
    'package-lock.json',
    'scripts/build.mjs',
    'scripts/build-extras.mjs',
    'scripts/files-inside.mjs',
    'scripts/packages.mjs',
    'scripts/vite-source.mjs',
  ];
  const files = [
    ...tools.map((path) => join(root, path)),
    ...rooms.map((name) => join(packageDir(name), 'package.json')),
    ...folders.filter((folder) => existsSync(folder)).flatMap(listFiles),
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/**
 * @param {Room} room
 * @returns {Room[]}
 */
function dependenciesOf(room) {
  const { dependencies = {}, devDependencies = {} } = readManifest(room);
  const all = { ...dependencies, ...devDependencies };
  return ROOMS.filter((name) => all[`@whatsapp-optin/${name}`] !== undefined);
}

/**
 * @param {string} folder
 * @returns {string[]} its files, in a fixed order; tests are no part of a build
 */
function listFiles(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name));
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}

if (process.argv[1] === join(root, 'scripts/build.mjs')) {
  try {
    await build({ force: process.argv.includes('--force') });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
