// @ts-check
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUDGETS, SCRIPT_TAGS } from './budgets.mjs';
import { REACT, bundleForPage, bundleScriptTag } from './page-bundle.mjs';
import { entriesOf } from './packages.mjs';
import { partsOf } from './page-parts.mjs';
import { root } from './run.mjs';

/** @typedef {import('./budgets.mjs').Budget} Budget */

const FOLDER = join(root, 'node_modules/.cache/whatsapp-optin/size');

/**
 * The budgets as checks of size-limit: what each entry loads of the built packages is bundled and written into a cache folder.
 *
 * @returns {Promise<{ name: string, path: string[], limit: string, gzip: true }[]>}
 * @throws {Error} where an entry loads nothing under the name of the part that it is checked for
 */
export async function sizeChecks() {
  rmSync(FOLDER, { recursive: true, force: true });
  const budgets = BUDGETS.filter(isBuilt);
  const entries = [...new Set(budgets.map(({ entry }) => entry))];
  const parts = new Map();
  for (const entry of entries) {
    const bundle = SCRIPT_TAGS.includes(entry)
      ? await bundleScriptTag(entry)
      : await bundleForPage([entry], { external: REACT });
    parts.set(entry, partsOf(bundle));
  }
  return budgets.map(({ name, entry, part, limitBytes }) => {
    const files = parts.get(entry)?.[part] ?? [];
    if (files.length === 0) throw new Error(`"${name}": no file is loaded for the part "${part}".`);
    const folder = join(FOLDER, String(entries.indexOf(entry)));
    mkdirSync(folder, { recursive: true });
    const path = files.map((/** @type {import('./page-bundle.mjs').PageFile} */ file) => {
      writeFileSync(join(folder, file.name), file.bytes);
      return join(folder, file.name);
    });
    return { name, path, limit: `${limitBytes} B`, gzip: true };
  });
}

/** Whether the package has the entry that a budget is for. @param {Budget} budget */
function isBuilt({ entry }) {
  const [, room = '', subpath = ''] = /'@whatsapp-optin\/([\w-]+)([^']*)'/.exec(entry) ?? [];
  return (
    SCRIPT_TAGS.includes(entry) ||
    entriesOf(/** @type {import('./packages.mjs').Room} */ (room)).some((one) => one.subpath === `.${subpath}`)
  );
}
