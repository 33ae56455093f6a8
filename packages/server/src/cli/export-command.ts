import { Argument, Option, type Command } from 'commander';
import { v7 as uuidv7 } from 'uuid';
import { EXPORT_KINDS, exportRows, exportTable, type ExportKind } from '../admin-queries/export-table.js';
import { addExamples, addJson, addOrganization, readMoment, type CommandHost } from './add-command.js';
import { exportAllCommand } from './export-all.js';
import { EXIT_OK, type Terminal } from './terminal.js';
import { withStores } from './with-stores.js';

interface ExportOptions {
  all?: string;
  organization?: string;
  json?: true;
  from?: Date;
  to?: Date;
}

const ACTOR = { name: 'whatsapp-optin export', role: null, by: 'command_line' } as const;

export function addExportCommand(program: Command, { terminal, finish }: CommandHost): void {
  const command = addExamples(
    addJson(addOrganization(program.command('export'))),
    'export sessions --from 2026-11-01T00:00:00Z > sessions.csv',
    'export consents --json > consents.json',
    'export --all whole.ndjson.gz',
  )
    .summary('sessions, notifications or consents as CSV; or the whole database')
    .description(
      'Writes the table to standard output as CSV, or with --json as an array of rows. Phones are whole. ' +
        'With --all, writes the whole database of all organizations to a new file for `whatsapp-optin import`.',
    )
    .addArgument(new Argument('[table]').choices(EXPORT_KINDS))
    .option('--from <moment>', 'from this moment on, for example 2026-11-01T00:00:00Z', readMoment)
    .option('--to <moment>', 'before this moment', readMoment)
    .addOption(
      new Option('--all <file>', 'the whole database, with gzip where the name ends in .gz').conflicts([
        'organization',
        'from',
        'to',
      ]),
    );
  command.action(async (kind: ExportKind | undefined, { all, ...options }: ExportOptions) => {
    if (all === undefined && kind === undefined) command.error('error: name a table, or --all and a file');
    if (all !== undefined && kind !== undefined) command.error('error: name a table or --all, not both');
    if (all !== undefined) finish(await exportAllCommand(terminal, all, options.json));
    if (kind !== undefined) finish(await exportCommand(terminal, kind, options));
  });
}

/** A whole table as CSV, safe against formulas; written to the audit log as every export is. */
async function exportCommand(terminal: Terminal, kind: ExportKind, options: ExportOptions): Promise<number> {
  const filter = {
    ...(options.from && { from: options.from.toISOString() }),
    ...(options.to && { to: options.to.toISOString() }),
  };
  return withStores(terminal, options.organization, async ({ stores, organizationId }) => {
    const sources = {
      sessions: stores.sessionQueries,
      notifications: stores.notificationQueries,
      consents: stores.consentQueries,
    };
    const entry = { id: uuidv7(), actor: ACTOR, action: 'export.made', target: kind, details: {} } as const;
    await stores.staff.addAudit(organizationId, entry);
    if (options.json) {
      let before = '[';
      for await (const row of exportRows(sources, organizationId, { kind, filter })) {
        terminal.out(before + JSON.stringify(row));
        before = ',';
      }
      terminal.out(before === '[' ? '[]' : ']');
      return EXIT_OK;
    }
    // The terminal ends each line itself; of the two characters that a line of CSV ends in, it gets the first.
    for await (const line of exportTable(sources, organizationId, { kind, filter })) terminal.out(line.slice(0, -1));
    return EXIT_OK;
  });
}
