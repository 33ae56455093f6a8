import { z } from '@hono/zod-openapi';
import { isMoment, readCursor, writeCursor, type Page, type PageRequest } from '../../admin-queries/page.js';
import { text } from '../fields.js';
import { wrongField } from '../problem-response.js';

export const queryFlag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .openapi({ type: 'string', enum: ['true', 'false'] });

/** Of every list. */
export const paging = {
  cursor: text(2_000).optional().openapi({ description: '`nextCursor` of the page before, with the same filters.' }),
  limit: z.coerce.number().int().min(1).max(200).optional().openapi({ type: 'integer', minimum: 1, maximum: 200 }),
};

const DEFAULT_LIMIT = 50;

/**
 * One page of a list.
 *
 * @param order - what its cursors are for: the list, and its order where there are several
 * @param query - the query of the request; all but `cursor` and `limit` goes to `read`
 * @returns the document, or the answer that refuses: the cursor was not made by this list in this order
 */
export async function readPage<Row, Item, Filter extends object>(
  order: string,
  { cursor, limit = DEFAULT_LIMIT, ...filter }: Filter & { cursor?: string; limit?: number },
  read: (request: Omit<Filter, 'cursor' | 'limit'> & PageRequest) => Promise<Page<Row>>,
  toItem: (row: Row) => Item,
): Promise<{ items: Item[]; nextCursor: string | null } | Response> {
  const after = cursor === undefined ? null : readCursor(order, cursor);
  const isWellFormed = after !== null && (order.endsWith('customerName') || isMoment(after.value));
  if (cursor !== undefined && !isWellFormed)
    return wrongField('cursor', 'is not a nextCursor of this list in this order.');
  const page = await read({ ...filter, after, limit });
  return { items: page.rows.map(toItem), nextCursor: page.next === null ? null : writeCursor(order, page.next) };
}
