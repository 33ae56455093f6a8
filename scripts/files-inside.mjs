// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageDir, readManifest } from './packages.mjs';

/** Gives the contents of the dashboard; a chunk of its own, which only a visit to /admin loads. */
const ADMIN_CONTENT = 'admin-content';

/**
 * For Rollup: the server's SQL and its dashboard become modules. A file beside `import.meta.url` is lost to every bundler and
 * file tracer of a host. The snapshot of PGlite stays a file: it saves time at a first start, and nothing needs it.
 *
 * @returns {import('rollup').Plugin}
 */
export function filesInside() {
  const source = join(packageDir('server'), 'src');
  /** @type {Record<string, () => string>} */
  const modules = {
    [join(source, 'storage/migration-files.ts')]: migrationsModule,
    [join(source, 'composition/admin-files.ts')]: adminModule,
    [join(source, 'cli/version.ts')]: versionModule,
    [`\0${ADMIN_CONTENT}`]: adminContentModule,
  };
  return {
    name: 'files-inside',
    resolveId: (id) => (id === ADMIN_CONTENT ? `\0${ADMIN_CONTENT}` : null),
    load: (id) => modules[id]?.() ?? null,
  };
}

function migrationsModule() {
  const folder = join(packageDir('server'), 'src/storage/migrations');
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const files = names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  return `export const readMigrationFiles = async () => ${JSON.stringify(files)};`;
}

function versionModule() {
  return `export const readVersion = () => ${JSON.stringify(readManifest('server').version)};`;
}

function adminModule() {
  return `import { gunzipSync } from 'node:zlib';
export async function readAdminFiles() {
  const { files } = await import('${ADMIN_CONTENT}');
  return new Map(files.map(([name, packed]) => [name, new Uint8Array(gunzipSync(Buffer.from(packed, 'base64')))]));
}`;
}

function adminContentModule() {
  const folder = join(packageDir('server'), 'dist/admin');
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.sort().map((path) => {
    const name = relative(folder, path).replaceAll(sep, '/');
    return [name, gzipSync(readFileSync(path), { level: 9 }).toString('base64')];
  });
  return `export const files = ${JSON.stringify(files)};`;
}
