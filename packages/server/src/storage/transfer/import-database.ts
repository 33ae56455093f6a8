import type { Database, SqlExecutor } from '../database.js';
import {
  createLineDigest,
  FileAlteredError,
  readHead,
  readLine,
  type FileEnd,
  type FileHead,
  type TableSummary,
} from './file-format.js';
import { readMigrationNames, readTableShapes, type TableShape } from './table-shapes.js';
import { createTableWriter, type TableWriter } from './table-writer.js';
import { TEXT_SETTINGS, TRANSFER_TIMEOUT_MS } from './text-settings.js';

/**
 * Reads a file of `exportDatabase` into an empty database that has the same migrations, in one transaction.
 *
 * @param lines - without their line ends.
 * @returns rows and digest of each table
 * @throws {FileAlteredError} where a digest, a count or the end is wrong
 * @throws {Error} where the database has rows or other migrations, or refuses a row
 */
export async function importDatabase(database: Database, lines: AsyncIterable<string>): Promise<TableSummary[]> {
  let hasBegun = false;
  return database.withTimeout(TRANSFER_TIMEOUT_MS).transaction(
    async (transaction) => {
      // A file is read once, and behind a pooler the transaction may begin twice.
      if (hasBegun) throw new Error('The database is behind a pooler: set DATABASE_DIRECT_URL to PostgreSQL itself.');
      hasBegun = true;
      await transaction.query(TEXT_SETTINGS);
      const tables = await readTableShapes(transaction);
      const names = tables.map(({ name }) => `whatsapp_optin.${name}`);
      // A server that starts meanwhile waits, and finds the imported rows.
      await transaction.query(`LOCK TABLE ${names.join(', ')} IN SHARE ROW EXCLUSIVE MODE`);
      await refuseRows(transaction, tables);
      const reader = lines[Symbol.asyncIterator]();
      const first = await reader.next();
      if (first.done) throw new FileAlteredError('it is empty');
      await prepare(transaction, tables, readHead(first.value));
      await setTriggers(transaction, tables, 'DISABLE');
      const end = await importRows(transaction, tables, { first: first.value, reader });
      await setTriggers(transaction, tables, 'ENABLE');
      await compareCounts(transaction, end);
      return end;
    },
    { once: true },
  );
}

async function refuseRows(executor: SqlExecutor, tables: readonly TableShape[]): Promise<void> {
  const filled: string[] = [];
  for (const { name } of tables) {
    const found = await executor.query(`SELECT 1 FROM whatsapp_optin.${name} LIMIT 1`);
    if (found.length > 0) filled.push(name);
  }
  if (filled.length === 0) return;
  throw new Error(
    `The database has data already (${filled.join(', ')}). Import into a new database or another schema.`,
  );
}

/** Compares the schemas, and makes the partitions and sequences as they were. */
async function prepare(executor: SqlExecutor, tables: readonly TableShape[], head: FileHead): Promise<void> {
  const migrations = await readMigrationNames(executor);
  if (migrations.join() !== head.migrations.join()) {
    const versions = `the file has ${head.migrations.at(-1) ?? 'none'}, this database ${migrations.at(-1) ?? 'none'}`;
    throw new Error(`The migrations differ: ${versions}. Export and import with the same version of whatsapp-optin.`);
  }
  const shapes = (list: readonly TableShape[]): string =>
    JSON.stringify(list.map(({ name, columns }) => ({ name, columns })));
  if (shapes(tables) !== shapes(head.tables)) throw new Error('The tables of the file and of this database differ.');
  for (const { table, name, from, to } of head.partitions) {
    const [made] = await executor.query<{ statement: string }>(
      `SELECT format('CREATE TABLE IF NOT EXISTS whatsapp_optin.%I PARTITION OF whatsapp_optin.%I FOR VALUES FROM (%L) TO (%L)',
         $1::text, $2::text, $3::timestamptz, $4::timestamptz) AS statement`,
      [name, table, from, to],
    );
    if (made !== undefined) await executor.query(made.statement);
  }
  for (const { name, value, isCalled } of head.sequences) {
    await executor.query(`SELECT setval(format('whatsapp_optin.%I', $1::text)::regclass, $2::bigint, $3::boolean)`, [
      name,
      value,
      isCalled,
    ]);
  }
}

/** What triggers derive is in the file as it was. */
async function setTriggers(executor: SqlExecutor, tables: readonly TableShape[], state: 'DISABLE' | 'ENABLE') {
  for (const { name } of tables) await executor.query(`ALTER TABLE whatsapp_optin.${name} ${state} TRIGGER USER`);
}

async function importRows(
  executor: SqlExecutor,
  tables: readonly TableShape[],
  { first, reader }: { first: string; reader: AsyncIterator<string> },
): Promise<TableSummary[]> {
  const whole = createLineDigest();
  whole.add(first);
  const found: TableSummary[] = [];
  let writer: TableWriter | undefined;
  const finishTable = async (): Promise<void> => {
    if (writer !== undefined) found.push(await writer.finish());
  };
  for (;;) {
    const next = await reader.next();
    if (next.done) throw new FileAlteredError('its end is missing');
    const line = readLine(next.value);
    if (line.kind === 'end') {
      await finishTable();
      compareEnds({ end: found, sha256: whole.end() }, line.end);
      if (!(await reader.next()).done) throw new FileAlteredError('it goes on after its end');
      return found;
    }
    whole.add(next.value);
    if (line.kind === 'row') {
      if (writer === undefined) throw new FileAlteredError('a row stands before its table');
      await writer.add(next.value);
      continue;
    }
    await finishTable();
    const table = tables[found.length];
    if (table?.name !== line.table) throw new FileAlteredError('its tables are out of order');
    writer = createTableWriter(executor, table);
  }
}

function compareEnds(found: FileEnd, written: FileEnd): void {
  for (const [index, table] of written.end.entries()) {
    const { rows = 0, sha256 } = found.end[index] ?? {};
    if (rows !== table.rows) throw new FileAlteredError(`${table.table} has ${rows} rows instead of ${table.rows}`);
    if (sha256 !== table.sha256) throw new FileAlteredError(`the digest of ${table.table} differs`);
  }
  if (found.end.length !== written.end.length || found.sha256 !== written.sha256) {
    throw new FileAlteredError('the digest of the whole differs');
  }
}

async function compareCounts(executor: SqlExecutor, tables: readonly TableSummary[]): Promise<void> {
  for (const { table, rows } of tables) {
    const [counted] = await executor.query<{ count: string }>(
      `SELECT count(*)::text AS count FROM whatsapp_optin.${table}`,
    );
    if (Number(counted?.count) !== rows) throw new Error(`${table} took ${counted?.count} rows of ${rows}.`);
  }
}
