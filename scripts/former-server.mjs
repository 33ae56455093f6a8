// @ts-check
// node scripts/former-server.mjs COMMIT: replaces the former server of the tests by that of a commit or tag.
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { cacheFolder, processBuild } from './bundle-for-process.mjs';
import { packageDir } from './packages.mjs';
import { root } from './run.mjs';

const FIXTURES = join(packageDir('server'), 'test/fixtures');
const FIXTURE = /^former-server-(\d{4})\.mjs\.br$/;

/**
 * Writes the command of a commit as a fixture: its sources in one file, without its dependencies. The file's name holds
 * the newest migration that it knows.
 *
 * @param {string} commit or tag
 * @returns {Promise<string>} the fixture's name
 */
export async function packFormerServer(commit) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'former-server-'));
  try {
    const archive = execFileSync('git', ['archive', commit, 'packages'], { cwd: root, maxBuffer: 2 ** 28 });
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    // Its own packages of that commit, in place of today's.
    const scope = join(folder, 'node_modules/@whatsapp-optin');
    mkdirSync(scope, { recursive: true });
    for (const name of readdirSync(join(folder, 'packages')))
      symlinkSync(join(folder, 'packages', name), join(scope, name));
    const room = join(folder, 'packages/server');
    const outfile = join(folder, 'server.mjs');
    await build({ ...processBuild(join(room, 'src/cli/index.ts'), outfile), minify: true, legalComments: 'none' });
    const newest = readdirSync(join(room, 'src/storage/migrations')).sort().at(-1) ?? '';
    const name = `former-server-${newest.slice(0, 4)}.mjs.br`;
    mkdirSync(FIXTURES, { recursive: true });
    for (const { file } of formerServers()) rmSync(file);
    writeFileSync(join(FIXTURES, name), brotliCompressSync(readFileSync(outfile)));
    return name;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {{ file: string, newestMigration: string }[]} */
function formerServers() {
  return readdirSync(FIXTURES).flatMap((name) => {
    const newestMigration = FIXTURE.exec(name)?.[1];
    return newestMigration === undefined ? [] : [{ file: join(FIXTURES, name), newestMigration }];
  });
}

/**
 * The former server as a program, with the migrations of its day: they are append-only, so that today's files are theirs.
 *
 * @returns {Promise<{ file: string, newestMigration: string, remove(): Promise<void> }>}
 * @throws {Error} where the fixture is missing
 */
export async function unpackFormerServer() {
  const [former] = formerServers();
  if (former === undefined)
    throw new Error(`${FIXTURES} has no former server: run node scripts/former-server.mjs COMMIT.`);
  const { folder, remove } = await cacheFolder();
  const cli = join(folder, 'src/cli');
  const migrations = join(packageDir('server'), 'src/storage/migrations');
  const isOfItsDay = (/** @type {string} */ name) => name.slice(0, 4) <= former.newestMigration;
  await mkdir(join(cli, 'migrations'), { recursive: true });
  for (const name of readdirSync(migrations).filter(isOfItsDay))
    await cp(join(migrations, name), join(cli, 'migrations', name));
  await cp(join(packageDir('server'), 'package.json'), join(folder, 'package.json'));
  const file = join(cli, 'index.mjs');
  await writeFile(file, brotliDecompressSync(readFileSync(former.file)));
  return { file, newestMigration: former.newestMigration, remove };
}

if (process.argv[1] === import.meta.filename) {
  const [, , commit] = process.argv;
  if (commit === undefined) throw new Error('Name a commit or a tag: node scripts/former-server.mjs v0.1.0');
  console.log(await packFormerServer(commit));
}
