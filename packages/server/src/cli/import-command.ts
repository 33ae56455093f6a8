import type { Command } from 'commander';
import { addExamples, addJson, type CommandHost } from './add-command.js';
import { readLines } from './line-file.js';
import { EXIT_OK, PROGRESS_EVERY, type Terminal } from './terminal.js';
import { readSettings, withDatabase } from './with-database.js';

export function addImportCommand(program: Command, { terminal, finish }: CommandHost): void {
  addExamples(addJson(program.command('import')), 'import whole.ndjson.gz')
    .summary('a file of `export --all` into an empty database')
    .description('Reads a file of `whatsapp-optin export --all` into a database without data, whole or not at all.')
    .argument('<file>', 'with gzip where the name ends in .gz')
    .action(async (file: string, { json }: { json?: true }) => finish(await importCommand(terminal, file, json)));
}

async function importCommand(terminal: Terminal, file: string, json: true | undefined): Promise<number> {
  const settings = readSettings(terminal);
  const { importDatabase } = await import('../storage/transfer/import-database.js');
  return withDatabase(settings, async (database) => {
    const tables = await importDatabase(database, watched(terminal, readLines(file)));
    terminal.progress?.('');
    if (json) {
      terminal.out(JSON.stringify({ file, tables: tables.map(({ table, rows }) => ({ table, rows })) }));
      return EXIT_OK;
    }
    for (const { table, rows } of tables) if (rows > 0) terminal.out(`${table}: ${rows}`);
    terminal.out(`Imported ${tables.length} tables from ${file}.`);
    return EXIT_OK;
  });
}

/** The lines, until the user ends it; every thousandth is shown. */
async function* watched({ stop, progress }: Terminal, lines: AsyncIterable<string>): AsyncGenerator<string> {
  let count = 0;
  for await (const line of lines) {
    stop.throwIfAborted();
    count += 1;
    if (count % PROGRESS_EVERY === 0) progress?.(`${count} lines read`);
    yield line;
  }
}
