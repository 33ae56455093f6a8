import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** One SQL file: its name, such as `0001_initial.sql`, and its text. */
export type MigrationFile = readonly [name: string, sql: string];

/**
 * The SQL files in the order of their numbers. This body runs from source alone: the build replaces the module by the texts
 * themselves, so that no bundler or file tracer loses them (`scripts/files-inside.mjs`).
 */
export async function readMigrationFiles(): Promise<MigrationFile[]> {
  const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const));
}
