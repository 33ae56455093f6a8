import { validate as isUuid } from 'uuid';
/** Where a page begins: after this row of the same order. */
export interface PagePosition {
  /** Value of the column that the list is ordered by, as the database wrote it, to the microsecond. */
  value: string;
  id: string;
}

export interface PageRequest {
  /** `null`: from the beginning. */
  after: PagePosition | null;
  limit: number;
}

export interface Page<Row> {
  rows: Row[];
  /** `null`: this was the last. */
  next: PagePosition | null;
  /** A search stopped before the page was full; `next` goes on there. */
  isCut?: boolean;
}

/** Opaque to its reader. `order`: what it was made for; another order's cursor would skip rows. */
export function writeCursor(order: string, { value, id }: PagePosition): string {
  return Buffer.from(JSON.stringify([order, value, id]), 'utf8').toString('base64url');
}

/** `null`: no cursor of this order. */
export function readCursor(order: string, cursor: string): PagePosition | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed) || parsed.length !== 3) return null;
    const [ofOrder, value, id] = parsed as unknown[];
    if (ofOrder !== order || typeof value !== 'string' || typeof id !== 'string' || value.includes('\0')) return null;
    return isUuid(id) ? { value, id } : null;
  } catch {
    return null;
  }
}

/** A moment as `PagePosition.value` holds it. Date.parse alone takes 31 February and the hour 24. */
export function isMoment(value: string): boolean {
  if (!/^2[01]\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(value)) return false;
  const atMs = Date.parse(value);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().slice(0, 19) === value.slice(0, 19);
}

/** Every row of a list, page by page: a stream holds one page at a time. */
export async function* eachRow<Row>(
  readPage: (request: PageRequest) => Promise<Page<Row>>,
  limit = 500,
): AsyncGenerator<Row> {
  let after: PagePosition | null = null;
  do {
    const page: Page<Row> = await readPage({ after, limit });
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}
