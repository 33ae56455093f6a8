import { v7 as uuidv7 } from 'uuid';
import { EXPORT_KINDS, exportTable, type ExportKind } from '../admin-queries/export-table.js';
import { readArguments } from './read-arguments.js';
import { EXIT_OK, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { withStores } from './with-stores.js';

export const EXPORT_USAGE = `Usage: whatsapp-optin export ${EXPORT_KINDS.join('|')}

  Writes the table to standard output as CSV, whatever its length. Phones are whole.

  [--from 2026-11-01T00:00:00Z] [--to …]
  [--organization <id>]      where there are several`;

const ACTOR = { name: 'whatsapp-optin export', role: null, by: 'command_line' } as const;

/** A whole table as CSV, safe against formulas; written to the audit log as every export is. */
export async function exportCommand(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { words, options } = readArguments(args, ['organization', 'from', 'to']);
  const kind: ExportKind | undefined = EXPORT_KINDS.find((one) => one === words[0]);
  if (kind === undefined || words.length > 1) throw new UsageError(EXPORT_USAGE);
  const filter = { ...readMoment('from', options.from), ...readMoment('to', options.to) };
  return withStores(terminal, options.organization, async ({ stores, organizationId }) => {
    const sources = {
      sessions: stores.sessionQueries,
      notifications: stores.notificationQueries,
      consents: stores.consentQueries,
    };
    const entry = { id: uuidv7(), actor: ACTOR, action: 'export.made', target: kind, details: {} } as const;
    await stores.staff.addAudit(organizationId, entry);
    // The terminal ends each line itself; of the two characters that a line of CSV ends in, it gets the first.
    for await (const line of exportTable(sources, organizationId, { kind, filter })) terminal.out(line.slice(0, -1));
    return EXIT_OK;
  });
}

function readMoment<Name extends string>(name: Name, text: string | undefined): { [K in Name]?: string } {
  if (text === undefined) return {};
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()))
    throw new UsageError(`--${name} must be a moment, for example 2026-11-01T00:00:00Z.`);
  return { [name]: moment.toISOString() } as { [K in Name]?: string };
}
