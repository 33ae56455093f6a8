import type { ReactNode } from 'react';

/** One column of a table. */
export interface DataColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** `head` names the row; numbers stand at the end of their cell; a wide one takes what is left; `act` holds a button. */
  kind?: 'head' | 'number' | 'wide' | 'act';
  /** The server can sort by it. */
  isSortable?: boolean;
  /**
   * Width of the table from which the column is shown: what is folded away stands in the panel or dialog of the row.
   * @default always
   */
  from?: 'medium' | 'large' | 'huge';
}

/** Attributes of a column's cells. */
export function cellProps({ kind, from }: Pick<DataColumn<never>, 'kind' | 'from'>) {
  const className = kind === 'number' ? 'woa-cell-number' : kind === 'wide' ? 'woa-cell-wide' : undefined;
  return { className, 'data-from': from };
}
