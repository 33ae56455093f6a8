import type { Database, SqlExecutor } from '../database.js';
import { createLineDigest, writeEnd, writeHead, writeTable, type FileHead, type TableSummary } from './file-format.js';
import { readMigrationNames, readTableShapes, type TableShape } from './table-shapes.js';
import { TEXT_SETTINGS, TRANSFER_TIMEOUT_MS } from './text-settings.js';

/** Rows that are in memory at once. */
const PAGE_ROWS = 200;

/** @returns the head of the file without its tables */
async function readSurroundings(executor: SqlExecutor): Promise<Pick<FileHead, 'partitions' | 'sequences'>> {
  const ours = `relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'whatsapp_optin.schema_migrations'::regclass)`;
  const partitions = await executor.query<FileHead['partitions'][number]>(`
    SELECT parent.relname AS table, child.relname AS name, bound[1] AS from, bound[2] AS to
    FROM pg_inherits AS link
    JOIN pg_class AS parent ON parent.oid = link.inhparent AND parent.relkind = 'p'
    JOIN pg_class AS child ON child.oid = link.inhrelid
    CROSS JOIN LATERAL regexp_match(
      pg_get_expr(child.relpartbound, child.oid), '^FOR VALUES FROM \\(''(.+)''\\) TO \\(''(.+)''\\)$') AS bound
    WHERE parent.${ours} AND bound IS NOT NULL ORDER BY 1, 2`);
  const names = await executor.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE ${ours} AND relkind = 'S' ORDER BY relname`,
  );
  const sequences: FileHead['sequences'] = [];
  for (const { name } of names) {
    const [state] = await executor.query<{ value: string; isCalled: boolean }>(
      `SELECT last_value::text AS value, is_called AS "isCalled" FROM whatsapp_optin.${name}`,
    );
    if (state !== undefined) sequences.push({ name, ...state });
  }
  return { partitions, sequences };
}

/**
 * Writes all tables at one moment, line by line, in the form of `file-format.ts`.
 *
 * @param write - takes one line without its line end; the next page waits for it.
 * @returns rows and digest of each table
 * @throws {Error} the database's own, or that of `write`
 */
export async function exportDatabase(
  database: Database,
  write: (line: string) => Promise<void>,
): Promise<TableSummary[]> {
  const whole = createLineDigest();
  const put = async (line: string): Promise<void> => {
    whole.add(line);
    await write(line);
  };
  // No statement here has values, so that no pooler makes the transaction run twice.
  return database.withTimeout(TRANSFER_TIMEOUT_MS).transaction(
    async (transaction) => {
      await transaction.query(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; ${TEXT_SETTINGS}`);
      const tables = await readTableShapes(transaction);
      const migrations = await readMigrationNames(transaction);
      await put(writeHead({ migrations, tables, ...(await readSurroundings(transaction)) }));
      const end: TableSummary[] = [];
      for (const table of tables) end.push(await exportTable(transaction, table, put));
      await write(writeEnd({ end, sha256: whole.end() }));
      return end;
    },
    { once: true },
  );
}

async function exportTable(
  executor: SqlExecutor,
  { name, columns }: TableShape,
  put: (line: string) => Promise<void>,
): Promise<TableSummary> {
  await put(writeTable(name));
  const digest = createLineDigest();
  let rows = 0;
  const values = columns.map((column) => `exported."${column.name}"::text`).join(', ');
  await executor.query(`DECLARE exported_rows NO SCROLL CURSOR FOR
    SELECT to_json(ARRAY[${values}]::text[])::text AS line FROM whatsapp_optin.${name} AS exported`);
  for (;;) {
    const page = await executor.query<{ line: string }>(`FETCH ${PAGE_ROWS} FROM exported_rows`);
    for (const { line } of page) {
      digest.add(line);
      await put(line);
    }
    rows += page.length;
    if (page.length < PAGE_ROWS) break;
  }
  await executor.query('CLOSE exported_rows');
  return { table: name, rows, sha256: digest.end() };
}
