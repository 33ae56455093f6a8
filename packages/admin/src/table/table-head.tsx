import type { ReactTable, RowData } from '@tanstack/react-table';
import { useEffect, useRef } from 'react';
import { Icon } from '../controls/icon.js';
import { useWords } from '../words/use-words.js';
import type { DataColumn } from './data-column.js';
import { cellProps } from './data-column.js';
import type { DataTableFeatures } from './table-features.js';

interface TableHeadProps<Row extends RowData> {
  table: ReactTable<DataTableFeatures, Row>;
  columns: readonly DataColumn<Row>[];
  isChoosable: boolean;
}

export function TableHead<Row extends RowData>({ table, columns, isChoosable }: TableHeadProps<Row>) {
  const { t } = useWords();
  return (
    <thead role="rowgroup">
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} role="row" aria-rowindex={1}>
          {isChoosable && (
            <th className="woa-cell-check" role="columnheader" scope="col">
              <AllBox
                label={t('table.selectAll')}
                isAll={table.getIsAllRowsSelected()}
                isSome={table.getIsSomeRowsSelected()}
                onChange={(isAll) => table.toggleAllRowsSelected(isAll)}
              />
            </th>
          )}
          {group.headers.map((header, at) => {
            const column = columns[at] as DataColumn<Row>;
            const { id, header: text, isSortable } = column;
            const sorted = header.column.getIsSorted();
            return (
              <th
                key={id}
                role="columnheader"
                scope="col"
                {...cellProps(column)}
                {...(sorted && { 'aria-sort': sorted === 'desc' ? 'descending' : 'ascending' })}
              >
                {isSortable ? (
                  <button type="button" className="woa-sort" onClick={header.column.getToggleSortingHandler()}>
                    {text}
                    <Icon name="sort" />
                  </button>
                ) : (
                  text
                )}
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}

interface AllBoxProps {
  label: string;
  isAll: boolean;
  isSome: boolean;
  onChange: (isAll: boolean) => void;
}

function AllBox({ label, isAll, isSome, onChange }: AllBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome && !isAll;
  }, [isSome, isAll]);
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label={label}
      checked={isAll}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
