import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The bytes of each file by its name: `index.html`, `assets/index-x3Fq.js`. */
export type AdminFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/**
 * The files of the dashboard; none where nothing is built. This body runs from source alone: the build replaces the module by
 * the files themselves, so that no bundler or file tracer loses them (`scripts/files-inside.mjs`).
 *
 * @param folder - where the build has put them.
 */
export async function readAdminFiles(
  folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../dist/admin'),
): Promise<AdminFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      paths.map(async (file) => {
        const name = path.relative(folder, file).replaceAll(path.sep, '/');
        return [name, new Uint8Array(await readFile(file))] as const;
      }),
    ),
  );
}
