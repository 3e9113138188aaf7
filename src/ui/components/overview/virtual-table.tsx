import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { useVirtualList } from '../../hooks/use-virtual-list.ts';

/** A column: how a row's cell is shown, and what it is sorted by. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Says more of the title. */
  readonly hint?: string;
  readonly isNumber?: boolean;
  /** Its share of the width, as CSS has it. */
  readonly width: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Ascending; absent where sorting makes no sense. */
  readonly order?: (row: Row) => number | string;
  /** What a file holds of it. */
  readonly plain: (row: Row) => string | number;
}

interface Sorting {
  readonly key: string;
  readonly isDescending: boolean;
}

/** In CSS pixels, as the style sheet has them. */
const ROW_HEIGHT = 29;
const HEAD_HEIGHT = 26;

/** The rows of a table in the order that was chosen; `first` is the one they come in. */
export function useSorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): {
  readonly rows: readonly Row[];
  readonly sorting: Sorting | null;
  readonly sortBy: (key: string) => void;
} {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const column = columns.find(({ key }) => key === sorting?.key);
  const isDescending = sorting?.isDescending === true;
  const sorted = useMemo(() => {
    const order = column?.order;
    if (order === undefined) return rows;
    const keyed = rows.map((row) => ({ row, key: order(row) }));
    keyed.sort((p, q) => (isDescending ? -1 : 1) * compare(p.key, q.key));
    return keyed.map(({ row }) => row);
  }, [rows, column?.key, isDescending]);
  return {
    rows: sorted,
    sorting: column === undefined ? null : sorting,
    sortBy(key) {
      const isNumber = columns.find((each) => each.key === key)?.isNumber === true;
      // Numbers begin with the largest; the third press brings the first order back.
      setSorting((now) => {
        if (now?.key !== key) return { key, isDescending: isNumber };
        return now.isDescending === isNumber ? { key, isDescending: !isNumber } : null;
      });
    },
  };
}

function compare(p: number | string, q: number | string): number {
  return typeof p === 'number' && typeof q === 'number' ? p - q : String(p).localeCompare(String(q), 'zh');
}

/** A table of any length: arrows walk through it, Enter opens a row, as a click does. */
export function VirtualTable<Row>(props: {
  name: string;
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  sorting: Sorting | null;
  keyOf: (row: Row) => string | number;
  isLit: (row: Row) => boolean;
  onSort: (key: string) => void;
  /** Null when nothing is pointed at any more. */
  onPoint: (row: Row | null) => void;
  onOpen: (row: Row) => void;
}) {
  const { name, label, columns, rows, sorting, onSort, onPoint, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const cursor = Math.min(at, rows.length - 1);
  const list = useVirtualList({
    count: rows.length,
    scroller,
    estimate: rowHeight,
    keyOf: useCallback(
      (index: number) => (rows[index] === undefined ? index : props.keyOf(rows[index])),
      [rows],
    ),
    kept: cursor < 0 ? null : cursor,
  });
  const template = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
  const move = (to: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, to));
    setAt(next);
    onPoint(rows[next] ?? null);
    reveal(next);
  };
  /** The head lies over the rows, which the virtual list does not know. */
  const reveal = (row: number) => {
    const { current } = scroller;
    if (current === null) return;
    const seen = current.clientHeight - HEAD_HEIGHT;
    const start = row * ROW_HEIGHT;
    if (start < current.scrollTop) current.scrollTop = start;
    else if (start + ROW_HEIGHT > current.scrollTop + seen) current.scrollTop = start + ROW_HEIGHT - seen;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A head's button has its own.
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      PageDown: cursor + page,
      PageUp: cursor - page,
      Home: 0,
      End: rows.length - 1,
    };
    const row = rows[cursor];
    const to = steps[event.code];
    if (to !== undefined) move(to);
    else if ((event.code === 'Enter' || event.code === 'NumpadEnter') && row !== undefined) onOpen(row);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      class="table"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={cursor < 0 ? undefined : `${name}-${cursor}`}
      data-testid={`table-${name}`}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target === event.currentTarget && onPoint(rows[cursor] ?? null)}
      onBlur={() => onPoint(null)}
      onMouseLeave={() => onPoint(null)}
    >
      <div role="row" class="head" style={template} aria-rowindex={1}>
        {columns.map(({ key, title, hint, isNumber, order }) => (
          <span
            key={key}
            role="columnheader"
            class={isNumber ? 'number' : undefined}
            aria-sort={sorting?.key !== key ? 'none' : sorting.isDescending ? 'descending' : 'ascending'}
          >
            {order === undefined ? (
              title
            ) : (
              <button type="button" title={hint} onClick={() => onSort(key)}>
                {title}
                <i aria-hidden="true">{sorting?.key !== key ? '' : sorting.isDescending ? '↓' : '↑'}</i>
              </button>
            )}
          </span>
        ))}
      </div>
      <div class="rows" role="rowgroup" style={{ height: `${list.height}px` }}>
        {list.rows.map((virtual) => {
          const row = rows[virtual.index];
          if (row === undefined) return null;
          const classes = `${virtual.index === cursor ? 'cursor' : ''} ${props.isLit(row) ? 'lit' : ''}`;
          return (
            <div
              key={virtual.key}
              id={`${name}-${virtual.index}`}
              role="row"
              aria-rowindex={virtual.index + 2}
              data-testid={`row-${name}`}
              class={classes}
              style={{
                ...template,
                transform: `translateY(${virtual.start}px)`,
                height: `${ROW_HEIGHT}px`,
              }}
              onMouseEnter={() => onPoint(row)}
              onClick={() => onOpen(row)}
            >
              {columns.map(({ key, isNumber, cell }) => (
                <span key={key} role="gridcell" data-column={key} class={isNumber ? 'number' : undefined}>
                  {cell(row)}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function rowHeight(): number {
  return ROW_HEIGHT;
}
