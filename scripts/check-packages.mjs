// @ts-check
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from './build.mjs';
import { packRoom } from './pack-room.mjs';
import { ROOMS, entriesOf, packageDir, readManifest } from './packages.mjs';
import { runForCode, tool } from './run.mjs';

/** @typedef {import('./packages.mjs').Room} Room */

/**
 * publint and attw over a package as it is published. attw resolves each module as TypeScript does in all four ways: node10,
 * node16 from CommonJS, node16 from ESM, and bundler.
 *
 * @param {Room} room
 * @param {string} folder
 * @returns {Promise<boolean>}
 */
async function checkRoom(room, folder) {
  console.log(`\n── ${room}`);
  const archive = packRoom(room, folder);
  const publintCode = await runForCode(process.execPath, [tool('publint/src/cli.js'), archive, '--strict']);
  // A file that is no module (a sheet, a catalogue, the script-tag file) has no types to be wrong.
  const modules = entriesOf(room).map(({ subpath }) => subpath);
  const isCommonJs = entriesOf(room).some(({ commonJs }) => commonJs);
  // ESM alone is what the web component and the simulator promise. From CommonJS, Node 20.19 requires ESM and TypeScript
  // allows it under `nodenext`; under `node16` it wants `import()`. This rule reports that one fact, and nothing else.
  const rules = isCommonJs ? [] : ['--ignore-rules', 'cjs-resolves-to-esm'];
  const args = [archive, '--profile', 'strict', ...rules, '--entrypoints', ...modules];
  const attwCode = await runForCode(process.execPath, [tool('@arethetypeswrong/cli/dist/index.js'), ...args]);
  return publintCode === 0 && attwCode === 0;
}

/** Made of a database's own files, which hold the moment and a number by chance: kept from one build to the next. */
const MADE_BY_CHANCE = 'pglite-snapshot.tar.gz';

/** Digests of all built files, by path. @returns {Map<string, string>} */
function readBuilds() {
  const digests = new Map();
  for (const room of ROOMS) {
    const dist = join(packageDir(room), 'dist');
    for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name === MADE_BY_CHANCE) continue;
      const file = join(entry.parentPath, entry.name);
      digests.set(`${room}/${relative(dist, file)}`, createHash('sha256').update(readFileSync(file)).digest('hex'));
    }
  }
  return digests;
}

/** Builds twice. @returns {Promise<string[]>} the files that differ */
async function differencesOfTwoBuilds() {
  await build({ force: true });
  const first = readBuilds();
  await build({ force: true });
  const second = readBuilds();
  const paths = [...new Set([...first.keys(), ...second.keys()])];
  console.log(`\n${paths.length} files, built twice`);
  return paths.filter((path) => first.get(path) !== second.get(path));
}

const differences = await differencesOfTwoBuilds();
if (differences.length > 0) {
  console.error(`\nTwo builds differ: ${differences.join(', ')}`);
  process.exitCode = 1;
}
const folder = mkdtempSync(join(tmpdir(), 'whatsapp-optin-packages-'));
try {
  const faulty = [];
  for (const room of ROOMS) if (!(await checkRoom(room, folder))) faulty.push(readManifest(room).name);
  if (faulty.length > 0) {
    console.error(`\nNot fit to be published: ${faulty.join(', ')}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
