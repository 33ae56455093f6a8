import { v7 as uuidv7 } from 'uuid';
import { writeLines } from './line-file.js';
import { EXIT_OK, PROGRESS_EVERY, type Terminal } from './terminal.js';
import { readSettings, withDatabase } from './with-database.js';

const ACTOR = { name: 'whatsapp-optin export --all', role: null, by: 'command_line' } as const;

/** The whole database as a new file; written to the audit log of each organization, as every export is. */
export async function exportAllCommand(terminal: Terminal, file: string, json: true | undefined): Promise<number> {
  const settings = readSettings(terminal);
  const [{ exportDatabase }, { createStaffStore }] = await Promise.all([
    import('../storage/transfer/export-database.js'),
    import('../storage/staff-store.js'),
  ]);
  return withDatabase(settings, async (database) => {
    const tables = await writeLines(file, async (write) => {
      const staff = createStaffStore(database);
      const organizations = await database.query<{ id: string }>('SELECT id FROM whatsapp_optin.organizations');
      for (const { id } of organizations) {
        const entry = { id: uuidv7(), actor: ACTOR, action: 'export.made', target: 'database', details: {} } as const;
        await staff.addAudit(id, entry);
      }
      let count = 0;
      return exportDatabase(database, async (line) => {
        terminal.stop.throwIfAborted();
        count += 1;
        if (count % PROGRESS_EVERY === 0) terminal.progress?.(`${count} lines written`);
        await write(line);
      });
    });
    terminal.progress?.('');
    if (json) {
      terminal.out(JSON.stringify({ file, tables: tables.map(({ table, rows }) => ({ table, rows })) }));
      return EXIT_OK;
    }
    for (const { table, rows } of tables) if (rows > 0) terminal.out(`${table}: ${rows}`);
    terminal.out(`Exported ${tables.length} tables to ${file}. The file holds phones, names and texts in the clear.`);
    return EXIT_OK;
  });
}
