import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The packed data folder of PGlite's PostgreSQL 18; every PGlite of the range in package.json reads it. */
export const PGLITE_SNAPSHOT_NAME = 'pglite-snapshot.tar.gz';

/**
 * Path of the snapshot, or `null` where none lies beside this code: in a source tree before its first build, and in a bundle
 * of the host. Then `initdb` runs.
 */
export function findPgliteSnapshot(): string | null {
  const here = ownFolder();
  if (here === null) return null;
  // Beside the bundle, above a chunk's folder, or, from source, in the built package.
  for (const folder of [here, path.join(here, '..'), path.join(here, '../../dist')]) {
    const file = path.join(folder, PGLITE_SNAPSHOT_NAME);
    if (existsSync(file)) return file;
  }
  return null;
}

/** A bundler may leave no address of the module, or one that is no file's. */
function ownFolder(): string | null {
  try {
    return path.dirname(fileURLToPath(import.meta.url));
  } catch {
    return null;
  }
}
