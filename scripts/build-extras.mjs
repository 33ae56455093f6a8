// @ts-check
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageDir } from './packages.mjs';
import { run } from './run.mjs';

/** @typedef {import('./packages.mjs').Room} Room */

/** What a room's `dist` holds beside code and types. @type {Partial<Record<Room, (cacheDir: string) => void | Promise<void>>>} */
const EXTRAS = {
  sdk: writeLocaleJson,
  react: writeReactStyles,
  'web-component': writeIntegrityHashes,
  server: async (cacheDir) => {
    copyMigrations();
    await packSnapshot(cacheDir);
  },
};

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
  if (!existsSync(folder)) return;
  for (const fileName of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
    const catalogue = Object.values(await importFresh(join(folder, fileName)))[0];
    writeFileSync(join(folder, `${basename(fileName, '.js')}.json`), `${JSON.stringify(catalogue, null, 2)}\n`);
  }
}

/** The sheet of the React prompt; the SDK owns it, so that both painters look alike. */
async function writeReactStyles() {
  const dist = join(packageDir('react'), 'dist');
  const plain = join(packageDir('react'), 'src/styles.css');
  if (existsSync(plain)) copyFileSync(plain, join(dist, 'styles.css'));
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

function copyMigrations() {
  const from = join(packageDir('server'), 'src/storage/migrations');
  if (!existsSync(from)) return;
  cpSync(from, join(packageDir('server'), 'dist/migrations'), {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  });
}

/**
 * A migrated PGlite data folder, so that the first start of an empty one need not run `initdb` in WebAssembly (4 to 12 s).
 * Made once for each set of migrations and version of PGlite, since making it takes as long.
 *
 * @param {string} cacheDir
 */
async function packSnapshot(cacheDir) {
  const script = join(packageDir('server'), 'scripts/pack-snapshot.mjs');
  if (!existsSync(script)) return;
  const cached = join(cacheDir, `pglite-snapshot-${snapshotKey(script)}.tar.gz`);
  if (!existsSync(cached)) {
    mkdirSync(cacheDir, { recursive: true });
    await run(process.execPath, [script, cached]);
  }
  copyFileSync(cached, join(packageDir('server'), 'dist/pglite-snapshot.tar.gz'));
}

/** @param {string} script */
function snapshotKey(script) {
  const hash = createHash('sha256').update(readFileSync(script));
  const { version } = JSON.parse(
    readFileSync(createRequire(script).resolve('@electric-sql/pglite/package.json'), 'utf8'),
  );
  hash.update(version);
  const migrations = join(packageDir('server'), 'dist/migrations');
  for (const fileName of existsSync(migrations) ? readdirSync(migrations).sort() : []) {
    hash.update(fileName).update(readFileSync(join(migrations, fileName)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} path */
function importFresh(path) {
  return import(`${pathToFileURL(path).href}?built=${Date.now()}`);
}
