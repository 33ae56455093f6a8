import type { SqlExecutor } from '../database.js';
import { codeOf } from '../connection-failure.js';
import { createLineDigest, FileAlteredError, type TableSummary } from './file-format.js';
import type { TableShape } from './table-shapes.js';

/** Rows and characters of one statement; a single row may be longer. */
const BATCH_ROWS = 200;
const BATCH_LENGTH = 1_000_000;
/** Class of codes for a value that its type does not take: https://www.postgresql.org/docs/15/errcodes-appendix.html */
const DATA_EXCEPTION = '22';

export type TableWriter = ReturnType<typeof createTableWriter>;

/** Inserts the rows of one table in batches. The values are cast from text, as `exportDatabase` has written them. */
export function createTableWriter(executor: SqlExecutor, { name, columns }: TableShape) {
  const digest = createLineDigest();
  let rows = 0;
  let batch: string[] = [];
  let batchLength = 0;
  const list = columns.map((column) => `"${column.name}"`).join(', ');
  const values = columns.map(({ type }, index) => `(line ->> ${index})::${type}`).join(', ');
  const insert = `INSERT INTO whatsapp_optin.${name} (${list}) OVERRIDING SYSTEM VALUE
    SELECT ${values} FROM jsonb_array_elements($1::jsonb) AS line`;
  const flush = async (): Promise<void> => {
    try {
      if (batch.length > 0) await executor.query(insert, [`[${batch.join(',')}]`]);
    } catch (cause) {
      if (!codeOf(cause)?.startsWith(DATA_EXCEPTION)) throw cause;
      throw new FileAlteredError(`${name} has a row that is none of its own`, { cause });
    }
    batch = [];
    batchLength = 0;
  };
  return {
    async add(line: string): Promise<void> {
      digest.add(line);
      rows += 1;
      batch.push(line);
      batchLength += line.length;
      if (batch.length >= BATCH_ROWS || batchLength >= BATCH_LENGTH) await flush();
    },
    async finish(): Promise<TableSummary> {
      await flush();
      return { table: name, rows, sha256: digest.end() };
    },
  };
}
