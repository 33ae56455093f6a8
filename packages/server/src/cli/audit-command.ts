import type { Command } from 'commander';
import { TIME_ZONE } from '../config/readers.js';
import { addExamples, addJson, reader, type CommandHost } from './add-command.js';
import { judgeMessages, type AuditResult } from './audit/judge-messages.js';
import { readMessageLog } from './audit/message-log.js';
import { EXIT_FAILED, EXIT_OK, PROGRESS_EVERY, type Terminal } from './terminal.js';

interface AuditOptions {
  timeZone: string;
  json?: true;
}

/** What an outbound-first system has sent unasked, from its own log. It touches no database. */
export function addAuditCommand(program: Command, { terminal, finish }: CommandHost): void {
  addExamples(
    addJson(program.command('audit')),
    'audit old-messages.csv',
    'audit old-messages.csv.gz --time-zone Asia/Riyadh --json',
  )
    .summary('old messages that would have been unsolicited, by day and type')
    .description(
      'Reads a log of WhatsApp messages, received and sent, and counts those that were sent while the customer had not ' +
        'written within the 24 hours before. Rows may stand in any order. No setting is needed, and no phone is printed.',
    )
    .argument('<file>', 'CSV whose first line names direction, phone (or from and to), time and, optional, type')
    .option('--time-zone <zone>', 'whose days are counted', reader(TIME_ZONE.must, TIME_ZONE.read), 'UTC')
    .action(async (file: string, options: AuditOptions) => finish(await audit(terminal, file, options)));
}

async function audit(terminal: Terminal, file: string, { timeZone, json }: AuditOptions): Promise<number> {
  const result = await judgeMessages(() => readMessageLog(file), {
    timeZone,
    onRow(rows) {
      terminal.stop.throwIfAborted();
      if (rows % PROGRESS_EVERY === 0) terminal.progress?.(`${rows} rows read`);
    },
  });
  terminal.progress?.('');
  const { totals, unreadable } = result;
  if (unreadable !== null) {
    const { rows, first } = unreadable;
    terminal.err(
      `${rows} of ${totals.rows} rows are left out: the first is on line ${first.line}, whose ${first.column} cannot be read.`,
    );
  }
  terminal.out(json ? JSON.stringify({ timeZone, ...result }) : describe(result, timeZone));
  return totals.received + totals.sent === 0 ? EXIT_FAILED : EXIT_OK;
}

function describe({ days, totals }: AuditResult, timeZone: string): string {
  const rows = [
    [`day (${timeZone})`, 'type', 'sent', 'unsolicited'],
    ...days.map(({ day, type, sent, unsolicited }) => [day, type, String(sent), String(unsolicited)]),
    ['total', '', String(totals.sent), String(totals.unsolicited)],
  ];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  const share = totals.sent === 0 ? 0 : Math.round((totals.unsolicited / totals.sent) * 100);
  return [
    ...rows.map(line),
    '',
    `${totals.unsolicited} of ${totals.sent} messages (${share} %) would have been unsolicited: the customer had not written within 24 hours.`,
    `${totals.neverWrote} of ${totals.customers} customers had never written. Customers wrote ${totals.received} messages.`,
  ].join('\n');
}
