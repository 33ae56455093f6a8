// @ts-check
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../../scripts/run.mjs';

const STORAGE = join(root, 'packages/server/src/storage');

/** What the benchmark asks of the storage: no entry of the package gives it. */
const SOURCE = `
export { createStores } from './create-stores.js';
export { openDatabase } from './open-database.js';
export { openVault } from './open-vault.js';
export { migrate } from './migrate.js';
export { rollUpDays } from './minute-counts.js';
export { forgetOldData } from './retention.js';`;

/**
 * The storage of the server, from its sources.
 *
 * @returns {Promise<any>}
 */
export async function loadStorage() {
  // Below the package, so that its dependencies are found.
  const folder = mkdtempSync(join(root, 'packages/server/node_modules/.bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(join(STORAGE, 'migrations'), join(folder, 'migrations'));
  const outfile = join(folder, 'storage.mjs');
  const stdin = { contents: SOURCE, resolveDir: STORAGE, loader: /** @type {const} */ ('ts') };
  await build({
    // From its sources, too: nothing need be built.
    alias: { '@whatsapp-optin/sdk/contract': join(root, 'packages/sdk/src/contract/index.ts') },
    ...{ stdin, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'warning' },
  });
  return import(pathToFileURL(outfile).href);
}
