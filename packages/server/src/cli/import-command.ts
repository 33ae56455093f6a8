import type { Command } from 'commander';
import type { CommandHost } from './add-command.js';
import { readLines } from './line-file.js';
import { EXIT_OK, type Terminal } from './terminal.js';
import { readSettings, withDatabase } from './with-database.js';

export function addImportCommand(program: Command, { terminal, finish }: CommandHost): void {
  program
    .command('import')
    .summary('a file of `export --all` into an empty database')
    .description('Reads a file of `whatsapp-optin export --all` into a database without data, whole or not at all.')
    .argument('<file>', 'with gzip where the name ends in .gz')
    .action(async (file: string) => finish(await importCommand(terminal, file)));
}

async function importCommand(terminal: Terminal, file: string): Promise<number> {
  const settings = readSettings(terminal);
  const { importDatabase } = await import('../storage/transfer/import-database.js');
  return withDatabase(settings, async (database) => {
    const tables = await importDatabase(database, untilStopped(terminal.stop, readLines(file)));
    for (const { table, rows } of tables) if (rows > 0) terminal.out(`${table}: ${rows}`);
    terminal.out(`Imported ${tables.length} tables from ${file}.`);
    return EXIT_OK;
  });
}

async function* untilStopped(stop: AbortSignal, lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) {
    stop.throwIfAborted();
    yield line;
  }
}
