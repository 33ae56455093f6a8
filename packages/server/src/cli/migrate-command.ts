import { createLog } from '../composition/create-log.js';
import { optionsFromEnvironment } from '../config/environment.js';
import { resolveOptions } from '../config/resolve-options.js';
import { EXIT_OK, type Terminal } from './terminal.js';

/** Applies the migrations that the database lacks. */
export async function migrateCommand(terminal: Terminal): Promise<number> {
  const { database, databaseDirectUrl, schema, logLevel } = resolveOptions(
    optionsFromEnvironment(terminal.env).options,
  );
  const [{ openDatabase }, { migrate }] = await Promise.all([
    import('../storage/open-database.js'),
    import('../storage/migrate.js'),
  ]);
  const opened = await openDatabase({
    database: databaseDirectUrl ?? database,
    schema,
    log: createLog({ level: logLevel }),
  });
  try {
    const versions = await migrate(opened);
    terminal.out(versions.length === 0 ? 'The database is up to date.' : `Applied migrations: ${versions.join(', ')}.`);
  } finally {
    await opened.close();
  }
  return EXIT_OK;
}
