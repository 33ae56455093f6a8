import { z } from '@hono/zod-openapi';
import { isMoment, readCursor, writeCursor, type Page, type PageRequest } from '../../overviews/page.js';
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

/** @returns where the page begins, or the answer that refuses: the cursor was not made by this list in this order. */
export function pageRequest(
  order: string,
  { cursor, limit = DEFAULT_LIMIT }: { cursor?: string | undefined; limit?: number | undefined },
): PageRequest | Response {
  if (cursor === undefined) return { after: null, limit };
  const after = readCursor(order, cursor);
  const wellFormed = after !== null && (order.endsWith('customerName') || isMoment(after.value));
  return wellFormed ? { after, limit } : wrongField('cursor', 'is not a nextCursor of this list in this order.');
}

export function pageDocument<From, To>(order: string, page: Page<From>, map: (row: From) => To) {
  return { items: page.rows.map(map), nextCursor: page.next === null ? null : writeCursor(order, page.next) };
}
