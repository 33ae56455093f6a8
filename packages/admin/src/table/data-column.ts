import type { ReactNode } from 'react';

/** One column of a table. */
export interface DataColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** `head` names the row; numbers stand at the end of their cell; a wide one takes what is left. */
  kind?: 'head' | 'number' | 'wide';
  /** The server can sort by it. */
  isSortable?: boolean;
}

/** The class of a column's cells. */
export function classOf(kind: DataColumn<never>['kind']): string | undefined {
  return kind === 'number' ? 'woa-cell-number' : kind === 'wide' ? 'woa-cell-wide' : undefined;
}
