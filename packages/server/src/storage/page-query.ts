import type { Page, PageRequest } from '../admin-queries/page.js';
import type { Row } from './database.js';

/** Conditions of a list and their values. Only our own texts go into SQL; input of a caller is a value. */
export class PageQuery {
  readonly values: unknown[];
  readonly #conditions: string[];

  constructor(organizationId: string, condition: string) {
    this.values = [organizationId];
    this.#conditions = [condition];
  }

  /** @returns the placeholder, `$3`. */
  value(given: unknown): string {
    this.values.push(given);
    return `$${this.values.length}`;
  }

  /** Adds a condition where there is a value; `write` gets its placeholder. */
  where(given: unknown, write: (placeholder: string) => string): this {
    if (given !== undefined && given !== null) this.#conditions.push(write(this.value(given)));
    return this;
  }

  /** Adds a condition without a value. */
  and(condition: string | false | undefined): this {
    if (condition) this.#conditions.push(condition);
    return this;
  }

  /**
   * Begins after the last row of the page before, in the order of `column` and then of the id, and takes one row more than
   * is asked for: that row shows whether there is another page.
   */
  page(
    { after, limit }: PageRequest,
    order: { column: string; type: string; id: string; descending: boolean },
  ): string {
    const { column, type, id, descending } = order;
    if (after !== null) {
      const [value, at] = [this.value(after.value), this.value(after.id)];
      this.#conditions.push(`(${column}, ${id}) ${descending ? '<' : '>'} (${value}::${type}, ${at}::uuid)`);
    }
    const direction = descending ? 'DESC' : 'ASC';
    const count = this.value(limit + 1);
    return `WHERE ${this.conditions} ORDER BY ${column} ${direction}, ${id} ${direction} LIMIT ${count}::int`;
  }

  get conditions(): string {
    return this.#conditions.join('\n  AND ');
  }
}

/** A moment as a cursor holds it. */
export function cursorMoment(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** As `Date.prototype.toISOString` writes it. */
export function isoMoment(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The rows asked for, and where the next page begins; `rows` hold `cursor_value` and `id`. */
export function toPage<From extends Row & { id: string; cursor_value: string }, To>(
  rows: From[],
  limit: number,
  map: (row: From) => To,
): Page<To> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { rows: shown.map(map), next: more ? { value: last.cursor_value, id: last.id } : null };
}
