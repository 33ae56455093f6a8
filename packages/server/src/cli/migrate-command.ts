import { EXIT_OK, type Terminal } from './terminal.js';
import { readSettings, withDatabase } from './with-database.js';

/** Applies the migrations that the database lacks. */
export async function migrateCommand(terminal: Terminal): Promise<number> {
  return withDatabase(readSettings(terminal), async (_, applied) => {
    terminal.out(applied.length === 0 ? 'The database is up to date.' : `Applied migrations: ${applied.join(', ')}.`);
    return EXIT_OK;
  });
}
