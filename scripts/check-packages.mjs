// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { packRoom } from './pack-room.mjs';
import { ROOMS, entriesOf, readManifest } from './packages.mjs';
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

await build();
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
