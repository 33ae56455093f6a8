import { normalizePhoneNumber } from '@whatsapp-optin/sdk/contract';
import { parse } from 'csv-parse';
import { openFile } from '../line-file.js';
import { withoutPrefix } from '../../providers/twilio/address.js';

/** One message of an old log. */
export interface LoggedMessage {
  isInbound: boolean;
  /** E.164, the customer's. */
  phone: string;
  /** Milliseconds since 1970. */
  sentAt: number;
  /** `-` where the log has no types. */
  type: string;
}

/** A row that cannot be judged: its line in the file, and the column that is unreadable. */
export interface UnreadableRow {
  line: number;
  column: Column;
}

type Column = 'direction' | 'phone' | 'time' | 'type';

/** Names of a column in a header, whatever their case, spaces, hyphens and underscores. */
const ACCEPTED: Readonly<Record<Column | 'from' | 'to', readonly string[]>> = {
  direction: ['direction', 'message direction', 'from me', 'in or out'],
  phone: ['phone', 'phone number', 'customer phone', 'recipient', 'msisdn', 'wa id', 'number', 'mobile'],
  from: ['from', 'sender', 'from number'],
  to: ['to', 'to number'],
  time: ['time', 'timestamp', 'sent at', 'created at', 'date', 'datetime', 'date sent', 'sent date'],
  type: ['type', 'message type', 'notification type', 'kind', 'template', 'template name'],
};

const INBOUND = new Set(['in', 'inbound', 'incoming', 'received', 'customer', 'false', '0']);
const OUTBOUND = new Set([
  'out',
  'outbound',
  'outgoing',
  'sent',
  'business',
  'true',
  '1',
  'outbound-api',
  'outbound-reply',
]);
/** An address of a chat with one person. */
const CHAT_ADDRESS = /@(c\.us|s\.whatsapp\.net)$/i;
const DELIMITERS = [',', ';', '\t'];
/** Since when a bare number counts milliseconds: as seconds it would lie beyond the year 5000. */
const FIRST_MILLISECONDS = 1e11;

/**
 * Reads a log of messages row by row. Columns are found by their names in the first line; commas, semicolons or tabs part
 * them. A file whose name ends in `.gz` is unpacked.
 *
 * @throws {Error} where the file cannot be read, or its first line lacks a column: the error names it, and what is accepted
 */
export async function* readMessageLog(file: string): AsyncGenerator<LoggedMessage | UnreadableRow> {
  const parser = parse({
    bom: true,
    delimiter: await findDelimiter(file),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
  const source = openFile(file);
  source.on('error', (error) => parser.destroy(error));
  let columns: Columns | null = null;
  for await (const { record, info } of source.pipe(parser) as AsyncIterable<{
    record: string[];
    info: { lines: number };
  }>) {
    if (columns === null) columns = findColumns(record);
    else yield readRow(columns, record, info.lines);
  }
  if (columns === null) throw new Error(`"${file}" is empty: its first line must name the columns.`);
}

type Columns = ReturnType<typeof findColumns>;

function findColumns(header: readonly string[]) {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]/g, '');
  /** -1: there is none. */
  const at = (column: keyof typeof ACCEPTED): number => {
    const names = ACCEPTED[column].map(plain);
    return header.findIndex((name) => names.includes(plain(name)));
  };
  const columns = {
    ...{ direction: at('direction'), phone: at('phone'), from: at('from'), to: at('to') },
    ...{ time: at('time'), type: at('type') },
  };
  const hasPhone = columns.phone !== -1 || (columns.from !== -1 && columns.to !== -1);
  const missing = [
    ...(columns.direction === -1 ? (['direction'] as const) : []),
    ...(hasPhone ? [] : (['phone'] as const)),
    ...(columns.time === -1 ? (['time'] as const) : []),
  ];
  if (missing.length > 0) {
    const wanted = missing.map(
      (column) => `  ${column}: ${ACCEPTED[column].join(', ')}${column === 'phone' ? OR_BOTH : ''}`,
    );
    throw new Error(
      `The first line lacks ${missing.join(', ')}. It has: ${header.join(', ')}. Accepted names, whatever their case:\n${wanted.join('\n')}`,
    );
  }
  return columns;
}

const OR_BOTH = '; or both from and to';

function readRow(columns: Columns, record: readonly string[], line: number): LoggedMessage | UnreadableRow {
  const isInbound = readDirection(record[columns.direction]);
  if (isInbound === null) return { line, column: 'direction' };
  const fromOrTo = isInbound ? columns.from : columns.to;
  const phone = readPhone(record[columns.phone === -1 ? fromOrTo : columns.phone]);
  if (phone === null) return { line, column: 'phone' };
  const sentAt = readTime(record[columns.time]);
  if (sentAt === null) return { line, column: 'time' };
  const type = record[columns.type] ?? '';
  return { isInbound, phone, sentAt, type: type === '' ? '-' : type };
}

function readDirection(text = ''): boolean | null {
  const word = text.toLowerCase();
  if (INBOUND.has(word)) return true;
  return OUTBOUND.has(word) ? false : null;
}

function readPhone(text = ''): string | null {
  try {
    return normalizePhoneNumber(withoutPrefix(text).replace(CHAT_ADDRESS, ''));
  } catch {
    return null;
  }
}

/** ISO 8601, or a count of seconds or milliseconds since 1970. Without a zone it is UTC. */
function readTime(text = ''): number | null {
  if (/^\d{9,13}(\.\d+)?$/.test(text)) {
    const count = Number(text);
    return count < FIRST_MILLISECONDS ? count * 1_000 : count;
  }
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}|$)/.test(text)) return null;
  const iso = text.replace(' ', 'T').replace(/ (?=[+-]\d{2}|Z$)/, '');
  const time = Date.parse(/T.*(Z|[+-]\d{2}:?\d{2})$/i.test(iso) || !iso.includes('T') ? iso : `${iso}Z`);
  return Number.isNaN(time) ? null : time;
}

/** The one that parts the first line most often. */
async function findDelimiter(file: string): Promise<string> {
  const source = openFile(file).setEncoding('utf8');
  let first = '';
  for await (const chunk of source as AsyncIterable<string>) {
    first += chunk;
    if (first.includes('\n')) break;
  }
  const [line = ''] = first.split('\n');
  const count = (delimiter: string): number => line.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
