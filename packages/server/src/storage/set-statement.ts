import { ALONE, BatchQueue, type BatchSizes } from '../batches/batch-queue.js';
import type { Database, Row } from './database.js';
import { storableJson } from './inbound-item.js';

/** The embedded database has one connection, and its statements run in this thread. */
export const batchSizesOf = ({ engine }: Pick<Database, 'engine'>): BatchSizes =>
  engine === 'pglite' ? { size: 8, atOnce: 1 } : { size: 32, atOnce: 2 };

/** SQL, for a FROM clause: the items of a set statement, named `item`. `columns` as in a table definition. */
export const itemsSql = (columns: string): string => `jsonb_to_recordset($1::jsonb) AS item (position int, ${columns})`;

/**
 * SQL: how rows are locked that others change, too. A statement of several items waits for nobody, so that two of them never
 * wait for each other: an item whose row another holds is done alone.
 */
export const waitingSql = (how: 'alone' | 'together'): string => (how === 'together' ? ' SKIP LOCKED' : '');

/** SQL: the items whose attempt is locked now, in one order everywhere. */
export const lockedAttemptsSql = (how: 'alone' | 'together'): string => `
  SELECT item.* FROM item
  JOIN whatsapp_optin.notification_attempts AS attempt
    ON attempt.organization_id = item.organization_id AND attempt.id = item.attempt_id
  ORDER BY attempt.organization_id, attempt.id
  FOR NO KEY UPDATE OF attempt${waitingSql(how)}`;

/** The row of an item in the answer. */
export interface ItemRow extends Row {
  position: number;
  /** Another holds what this item needs. */
  busy?: boolean;
}

export interface SetStatement<Item, Result, Answer extends ItemRow> {
  /** Takes the items as `$1`; answers with at most one row an item. */
  sql: { together: string; alone: string };
  /** An item as the statement takes it, by the names of its columns. */
  toColumns(item: Item): Record<string, unknown>;
  /** `undefined`: the statement has no row for this item. */
  toResult(row: Answer | undefined, item: Item): Result;
  orderOf(item: Item): string;
  namesOf?(item: Item): readonly string[];
}

/** Calls that come at once go together in one statement. */
export function gather<Item, Result, Answer extends ItemRow>(
  database: Database,
  { sql, toColumns, toResult, orderOf, namesOf }: SetStatement<Item, Result, Answer>,
): (item: Item) => Promise<Result> {
  const queue = new BatchQueue<Item, Result>({
    batches: batchSizesOf(database),
    orderOf,
    ...(namesOf && { namesOf }),
    async run(items) {
      const text = items.length === 1 ? sql.alone : sql.together;
      const columns = items.map((item, position) => ({ position, ...toColumns(item) }));
      const rows = await database.query<Answer>(text, [storableJson(columns)]);
      const byPosition = new Map(rows.map((row) => [row.position, row]));
      return items.map((item, position) => {
        const row = byPosition.get(position);
        return row?.busy === true && items.length > 1 ? ALONE : toResult(row, item);
      });
    },
  });
  return (item) => queue.add(item);
}
