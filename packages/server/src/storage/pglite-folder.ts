import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** The data of an embedded database is there and not whole: taken for a new one, it would lose consents and opt-outs. */
export class FolderDamagedError extends Error {
  override readonly name = 'FolderDamagedError';
  readonly code = 'FOLDER_DAMAGED';
  constructor(folder: string, found: string, options?: ErrorOptions) {
    super(
      `The database folder "${folder}" is damaged: ${found}. Restore it from a backup, or check that its volume is mounted. ` +
        'To begin with an empty database, move the folder away.',
      options,
    );
  }
}

/** PostgreSQL 18 writes each of these, none of them empty. https://www.postgresql.org/docs/18/storage-file-layout.html */
const PARTS = ['PG_VERSION', 'global/pg_control', 'global', 'base', 'pg_wal', 'pg_xact'];

/**
 * Refuses a data folder that lacks a part.
 *
 * @throws {FolderDamagedError}
 */
export async function checkDataFolder(folder: string, dataDir: string): Promise<void> {
  const missing: string[] = [];
  for (const part of PARTS) if (!(await isFilled(path.join(dataDir, part)))) missing.push(part);
  if (missing.length === PARTS.length) throw new FolderDamagedError(folder, '"data" in it is empty');
  if (missing.length > 0) throw new FolderDamagedError(folder, `"data" in it lacks ${missing.join(', ')}`);
}

async function isFilled(place: string): Promise<boolean> {
  try {
    const found = await stat(place);
    return found.isDirectory() ? (await readdir(place)).length > 0 : found.size > 0;
  } catch {
    return false;
  }
}
