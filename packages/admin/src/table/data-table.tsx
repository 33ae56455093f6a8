import { useTable, type ColumnDef, type RowData } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type MouseEvent, type ReactNode } from 'react';
import { useWords } from '../words/use-words.js';
import { cellProps, type DataColumn } from './data-column.js';
import { TABLE_FEATURES, type DataTableFeatures } from './table-features.js';
import { TableFoot, type TableLength } from './table-foot.js';
import { TableHead } from './table-head.js';

const ROW_HEIGHT_PX = 40;
/** So near to the end of what is loaded, the next page is asked for. */
const AHEAD_ROWS = 30;

export interface DataTableProps<Row extends RowData> extends TableLength {
  /** Read out with the table. */
  name: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  /** How the row is called where it is chosen. */
  nameOf: (row: Row) => string;
  /** `name` or `-name`, as the server takes it. */
  sort?: string;
  onSort?: (sort: string) => void;
  /** Ids of the rows chosen; without it, none can be. */
  chosen?: ReadonlySet<string>;
  onChoose?: (chosen: ReadonlySet<string>) => void;
  /** Of the row whose panel is open. */
  openId?: string | undefined;
  /** A click on the row, beside its own buttons and links. The row needs a button for the keyboard as well. */
  onOpen?: ((row: Row, opener: HTMLElement) => void) | undefined;
  /** Above the rows while some are chosen. */
  chosenBar?: ReactNode;
  /** In place of the rows where there are none. */
  empty: ReactNode;
}

/** Rows of 40 px, cards where the table is narrow. Only the visible ones are rendered, so that 100,000 scroll like 100. The server sorts and filters. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { name, columns, rows, idOf, nameOf, sort, onSort, chosen, onChoose, openId, onOpen, chosenBar, empty } = props;
  const { hasMore, isLoadingMore, loadMore } = props;
  const { t } = useWords();
  const definitions = useMemo(
    () =>
      columns.map(({ id, header, cell, isSortable = false }): ColumnDef<DataTableFeatures, Row> => ({
        id,
        header,
        enableSorting: isSortable,
        sortDescFirst: false,
        accessorFn: () => null,
        cell: ({ row }) => cell(row.original),
      })),
    [columns],
  );
  const rowSelection = useMemo(
    () => Object.fromEntries([...(chosen ?? [])].map((id) => [id, true as const])),
    [chosen],
  );
  const sorting = useMemo(() => (sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : []), [sort]);
  const table = useTable({
    features: TABLE_FEATURES,
    columns: definitions,
    data: rows,
    getRowId: idOf,
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting, rowSelection },
    onSortingChange: (updater) => {
      const [next] = typeof updater === 'function' ? updater(sorting) : updater;
      if (next) onSort?.(next.desc ? `-${next.id}` : next.id);
    },
    onRowSelectionChange: (updater) => {
      const next = typeof updater === 'function' ? updater(rowSelection) : updater;
      onChoose?.(new Set(Object.keys(next)));
    },
  });
  const drawn = table.getRowModel().rows;

  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: drawn.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 12,
  });
  const inSight = virtualizer.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  const wantsMore = hasMore && !isLoadingMore && last >= rows.length - AHEAD_ROWS;
  useEffect(() => {
    if (wantsMore) loadMore();
  }, [wantsMore, loadMore]);

  const above = inSight[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (inSight.at(-1)?.end ?? 0);
  const span = columns.length + (chosen ? 1 : 0);
  return (
    <div className="woa-table-frame">
      {chosen && chosen.size > 0 && <div className="woa-chosen-bar">{chosenBar}</div>}
      {rows.length === 0 ? (
        empty
      ) : (
        <div
          className="woa-table-scroll"
          ref={scroller}
          tabIndex={0}
          role="region"
          aria-label={t('table.scroll', { name })}
        >
          <table className="woa-table" role="table" aria-label={name} aria-rowcount={hasMore ? -1 : rows.length + 1}>
            <TableHead table={table} columns={columns} isChoosable={chosen !== undefined} />
            <tbody role="rowgroup">
              <Spacer height={above} span={span} />
              {inSight.map(({ index }) => {
                const row = drawn[index];
                if (!row) return null;
                const isChosen = chosen?.has(row.id) ?? false;
                return (
                  <tr
                    key={row.id}
                    ref={virtualizer.measureElement}
                    role="row"
                    data-index={index}
                    aria-rowindex={index + 2}
                    {...(onOpen && {
                      'data-opens': '',
                      onClick: (event: MouseEvent<HTMLElement>) => {
                        if (!isOwnControl(event)) onOpen(row.original, openerIn(event.currentTarget));
                      },
                    })}
                    data-chosen={isChosen || undefined}
                    data-open={row.id === openId || undefined}
                  >
                    {chosen && (
                      <td className="woa-cell-check" role="cell">
                        <input
                          type="checkbox"
                          aria-label={t('table.select', { name: nameOf(row.original) })}
                          checked={isChosen}
                          onChange={row.getToggleSelectedHandler()}
                        />
                      </td>
                    )}
                    {row.getAllCells().map((cell, at) => {
                      const column = columns[at] as DataColumn<Row>;
                      const shown = <table.FlexRender cell={cell} />;
                      return column.kind === 'head' ? (
                        <th key={cell.id} role="rowheader" scope="row" {...cellProps(column)}>
                          {shown}
                        </th>
                      ) : (
                        <td
                          key={cell.id}
                          role="cell"
                          data-label={column.kind === 'act' ? undefined : column.header}
                          {...cellProps(column)}
                        >
                          {shown}
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
              <Spacer height={below} span={span} />
            </tbody>
          </table>
        </div>
      )}
      <TableFoot {...props} shown={rows.length} />
    </div>
  );
}

/** A click that a control of the row answers itself, or the end of a selection of text. */
function isOwnControl({ target, currentTarget }: MouseEvent<HTMLElement>): boolean {
  const control = (target as Element).closest('button, a, input, label, select');
  return (control !== null && currentTarget.contains(control)) || window.getSelection()?.type === 'Range';
}

/** Where the focus comes back to. */
function openerIn(row: HTMLElement): HTMLElement {
  return row.querySelector<HTMLElement>('[data-opener]') ?? row;
}

/** In place of the rows that are out of sight. */
function Spacer({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null;
  return (
    <tr className="woa-spacer" aria-hidden="true">
      <td colSpan={span} style={{ blockSize: height }} />
    </tr>
  );
}
