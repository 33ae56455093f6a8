import type { Command } from 'commander';
import { addExamples, addJson, type CommandHost } from './add-command.js';
import { EXIT_OK } from './terminal.js';
import { readSettings, withDatabase } from './with-database.js';

/** Applies the migrations that the database lacks. */
export function addMigrateCommand(program: Command, { terminal, finish }: CommandHost): void {
  addExamples(addJson(program.command('migrate')), 'migrate')
    .description('bring the database up to date and end; needs DATABASE_URL or DATA_DIR alone')
    .action(async ({ json }: { json?: true }) =>
      finish(
        await withDatabase(readSettings(terminal), async (_, applied) => {
          if (json) terminal.out(JSON.stringify({ applied }));
          else if (applied.length === 0) terminal.out('The database is up to date.');
          else terminal.out(`Applied migrations: ${applied.join(', ')}.`);
          return EXIT_OK;
        }),
      ),
    );
}
