import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The packed data folder; PGlite is pinned exactly, so a package's snapshot always fits its PGlite. */
export const PGLITE_SNAPSHOT_NAME = 'pglite-snapshot.tar.gz';

/** Path of the snapshot, or `null` where none was packed (a source tree before its first build): then `initdb` runs. */
export function findPgliteSnapshot(): string | null {
  const here = path.dirname(fileURLToPath(import.meta.url));
  // Beside the bundle, above a chunk's folder, or, from source, in the built package.
  for (const folder of [here, path.join(here, '..'), path.join(here, '../../dist')]) {
    const file = path.join(folder, PGLITE_SNAPSHOT_NAME);
    if (existsSync(file)) return file;
  }
  return null;
}
