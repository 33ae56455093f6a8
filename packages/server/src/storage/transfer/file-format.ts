import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * The file of a whole database, one JSON value a line: the head; for each table a line with its name, then its rows, each an
 * array of the columns as PostgreSQL writes them as text; the end. Every value is text, so that no number or moment loses a digit.
 */
const FORMAT = 'whatsapp-optin database 1';

const text = z.string().min(1).max(200);

const headSchema = z.strictObject({
  format: z.literal(FORMAT),
  migrations: z.array(text),
  tables: z.array(z.strictObject({ name: text, columns: z.array(z.strictObject({ name: text, type: text })) })),
  /** Of tables that are partitioned by a range of time; the default partition is in every database. */
  partitions: z.array(z.strictObject({ table: text, name: text, from: text, to: text })),
  sequences: z.array(z.strictObject({ name: text, value: text, isCalled: z.boolean() })),
});

const endSchema = z.strictObject({
  end: z.array(z.strictObject({ table: text, rows: z.number().int().nonnegative(), sha256: text })),
  /** Of all lines before this one. */
  sha256: text,
});

const tableSchema = z.strictObject({ table: text });

export type FileHead = Omit<z.infer<typeof headSchema>, 'format'>;
export type FileEnd = z.infer<typeof endSchema>;
export type TableSummary = FileEnd['end'][number];

export const writeHead = (head: FileHead): string => JSON.stringify({ format: FORMAT, ...head });
export const writeTable = (table: string): string => JSON.stringify({ table });
export const writeEnd = (end: FileEnd): string => JSON.stringify(end);

/** What a line is, by its form. A row stays text: it may hold more than a parser keeps exactly. */
export type Line = { kind: 'row' } | { kind: 'table'; table: string } | { kind: 'end'; end: FileEnd };

/** @throws {Error} where the line is no head of ours */
export function readHead(line: string): FileHead {
  const head = headSchema.safeParse(parse(line));
  if (!head.success) throw new Error('The file is no export of a whole database, or it was altered.');
  return head.data;
}

/** @throws {FileAlteredError} */
export function readLine(line: string): Line {
  if (line.startsWith('[')) return { kind: 'row' };
  const value = parse(line);
  const table = tableSchema.safeParse(value);
  if (table.success) return { kind: 'table', ...table.data };
  const end = endSchema.safeParse(value);
  if (end.success) return { kind: 'end', end: end.data };
  throw new FileAlteredError('a line has no known form');
}

/** The file is not as it was written. */
export class FileAlteredError extends Error {
  override readonly name = 'FileAlteredError';
  constructor(found: string, options?: ErrorOptions) {
    super(`The file is cut short or was altered: ${found}. Nothing was imported; export again.`, options);
  }
}

/** A digest over lines, each with its line end. */
export function createLineDigest() {
  const hash = createHash('sha256');
  return {
    add: (line: string): void => void hash.update(line).update('\n'),
    end: (): string => hash.digest('hex'),
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
