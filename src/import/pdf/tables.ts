import { joinedText, withoutGaps } from './characters.ts';
import { cutAt } from './cuts.ts';
import { isEnumerator } from './enumerators.ts';
import type { Line, Segment } from './lines.ts';

/** The cells of one row of a table, from left to right; only those that hold text. */
export interface Row {
  readonly cells: readonly string[];
  /** The column of each cell, from 0. */
  readonly columns: readonly number[];
}

/** In squares of a letter: how far the edges of two cells of one column may be from each other. */
const ALIGNED = 0.6;
/** The same, where nothing but it tells two cells from two words. */
const CELL_EDGE = 0.15;
/** Lines of one cell are no further apart, in squares of a letter; above that every line is a row. */
const CELL_LEADING = 1.9;
/** Times the distance of two lines in one cell: further down a new row begins. */
const ROW_GAP = 1.12;
/** A line of one cell alone in letters so much larger or smaller stands behind the table. */
const OTHER_SIZE = 0.1;
/** In squares of a letter: lines nearer than this lie beside one another, not below. */
const BESIDE = 0.9;

/** In squares of a letter: no further behind a number without a mark of its own is the text of its item; no cell is so near. */
const LABEL_GAP = 2;
const BARE_NUMBER = /^\d{1,3}$/u;

/** Lines, some of which are rows of tables. */
export interface Tabled {
  readonly pieces: readonly (Line | Row)[];
  /** Of the table that goes down to the last line, and so perhaps on behind it; none when none does. */
  readonly columns: readonly Column[];
}

/** A column of a table: from where to where its cells reach, in points. */
interface Column {
  readonly x: number;
  readonly end: number;
}

/**
 * The lines with what is a table among them as rows. `known` are the columns of a table that may go on with the first
 * line. Time linear in the lines but for the size of a table.
 */
export function withTables(lines: readonly Line[], known: readonly Column[] = []): Tabled {
  const pieces: (Line | Row)[] = [];
  let columns: readonly Column[] = [];
  for (let at = 0; at < lines.length;) {
    const table = tableFrom(lines, at, at === 0 ? known : []);
    columns = table.length > 0 ? columnsOf(table, at === 0 ? known : []) : [];
    if (table.length > 0) pieces.push(...rowsOf(table, columns));
    else pieces.push(lines[at] as Line);
    at += Math.max(table.length, 1);
  }
  return { pieces, columns };
}

/**
 * Joins the rows of a table's next page to those before: a head that is printed again goes, and what stands without a
 * first cell goes on with the row that the page has cut. `head` is the table's first row.
 */
export function goOn(
  rows: readonly Row[],
  last: Row,
  head: Row,
): { readonly last: Row; readonly rows: readonly Row[] } {
  const isAgain = rows[0] !== undefined && isSame(rows[0], head);
  const [first, ...rest] = isAgain ? rows.slice(1) : rows;
  if (first === undefined) return { last, rows: [] };
  const isCut = first.columns[0] !== 0 && last.columns[0] === 0 && isWithin(first, last);
  if (!isCut) return { last, rows: [first, ...rest] };
  const cells = last.columns.map((column, i) => {
    const more = first.cells[first.columns.indexOf(column)];
    return more === undefined ? (last.cells[i] as string) : joinedText(last.cells[i] as string, more);
  });
  return { last: { cells, columns: last.columns }, rows: rest };
}

function isSame(one: Row, other: Row): boolean {
  return one.cells.length === other.cells.length && one.cells.every((cell, i) => cell === other.cells[i]);
}

function isWithin({ columns }: Row, last: Row): boolean {
  return columns.every((column) => last.columns.includes(column));
}

/** The lines of the table that begins at a line, with their cells parted; none when none does. */
function tableFrom(lines: readonly Line[], start: number, known: readonly Column[]): readonly Line[] {
  const first = lines[start] as Line;
  const columns: Column[] = known.length > 0 ? [...known] : [...first.segments];
  if (known.length === 0 && !isParted(first)) return [];
  const table: Line[] = [];
  /** The lowest cell of each column: a heading may be narrow and stand in the middle of what is beneath it. */
  const lowest: Column[] = [...columns];
  // A table that goes on has been seen to be one.
  let parted = known.length > 0 ? 2 : 0;
  let length = 0;
  for (let next = start; next < lines.length; next++) {
    const line = lines[next] as Line;
    const above = table.at(-1) ?? line;
    const segments = line.segments.flatMap((segment) => cellsOf(segment, columns, lowest));
    const within = { ...line, segments };
    if (!fits(within, columns, [...columns, ...lowest])) break;
    if (!isParted(within) && (isFar(above, line) || isOtherSize(above, line))) break;
    table.push(within);
    if (isParted(within)) parted++;
    if (isParted(within) || line.x > (columns[0] as Column).end) length = table.length;
    for (const segment of segments) {
      const at = columns.findIndex((column) => overlaps(column, segment));
      if (at < 0) columns.push(segment);
      lowest[at < 0 ? columns.length - 1 : at] = segment;
    }
  }
  return parted >= 2 ? table.slice(0, length) : [];
}

/** A piece that goes over two columns, cut where there is a gap before the second: cells may stand close together. */
function cellsOf(
  segment: Segment,
  columns: readonly Column[],
  lowest: readonly Column[],
): readonly Segment[] {
  const below = columns
    .filter((column) => overlaps(column, segment))
    .toSorted((one, other) => one.x - other.x);
  const cells: Segment[] = [];
  let rest = segment;
  for (const column of below.slice(1)) {
    const cut = cutAt(rest, column.x);
    if (cut === null) continue;
    // A word's gap is no cell's, unless what follows stands beneath a cell.
    const isCell =
      cut[1].x - cut[0].end >= ALIGNED * segment.size ||
      lowest.some(({ x }) => Math.abs(x - cut[1].x) <= CELL_EDGE * segment.size);
    if (!isCell) continue;
    cells.push(cut[0]);
    [, rest] = cut;
  }
  return [...cells, rest];
}

/** Whether a line has cells beside one another; a number before its text is none. */
function isParted({ segments }: Line): boolean {
  const [first, second] = segments;
  if (segments.length !== 2 || first === undefined || second === undefined) return segments.length > 2;
  const isNear = second.x - first.end <= LABEL_GAP * second.size;
  return !isEnumerator(first.text) && !(isNear && BARE_NUMBER.test(first.text));
}

/** Whether each piece of a line lies in one column, or between two; and one at least is aligned. */
function fits({ segments }: Line, columns: readonly Column[], cells: readonly Column[]): boolean {
  return (
    segments.every((segment) => columns.filter((column) => overlaps(column, segment)).length <= 1) &&
    segments.some((segment) => cells.some((cell) => isAligned(cell, segment)))
  );
}

function overlaps(one: Column, other: Column): boolean {
  return one.x < other.end && other.x < one.end;
}

function isAligned(column: Column, segment: Segment): boolean {
  const tolerance = ALIGNED * segment.size;
  const middle = Math.abs((column.x + column.end - segment.x - segment.end) / 2);
  return (
    Math.abs(column.x - segment.x) <= tolerance ||
    Math.abs(column.end - segment.end) <= tolerance ||
    middle <= tolerance
  );
}

function isFar(above: Line, below: Line): boolean {
  return below.y - above.y > 2 * CELL_LEADING * below.size;
}

function isOtherSize(above: Line, below: Line): boolean {
  return Math.abs(below.size - above.size) > OTHER_SIZE * above.size;
}

function rowsOf(lines: readonly Line[], columns: readonly Column[]): readonly Row[] {
  // What has no width lies in the column at whose edge it stands.
  const columnOf = (segment: Segment) => {
    const within = columns.findIndex((column) => overlaps(column, segment));
    return within >= 0
      ? within
      : Math.max(
          0,
          columns.findIndex(({ end }) => segment.x <= end),
        );
  };
  const leading = leadingIn(lines, columnOf);
  // Where no line is one cell's alone, cells have one line each, and a line with all of them is a row, however near.
  const wraps = lines.some(({ segments }) => segments.length === 1);
  const numbered = new Set(
    lines.filter(({ segments }) => segments.some((each) => columnOf(each) === 0 && isCount(each.text))),
  );
  const apart = rowsBy(() => false);
  // Rows that stand no further apart than the lines of a cell: the numbers in their first column tell.
  return numbered.size > 1 && apart.length < numbered.size ? rowsBy((line) => numbered.has(line)) : apart;

  function rowsBy(begins: (line: Line) => boolean): readonly Row[] {
    const rows: Row[] = [];
    let cells: string[] = [];
    for (const [i, line] of lines.entries()) {
      const gap = line.y - (lines[i - 1] ?? line).y;
      const isFull =
        line.segments.length > 1 && line.segments.length >= cells.filter((cell) => cell !== undefined).length;
      const isApart = gap > Math.max(isFull && !wraps ? 0 : ROW_GAP * leading, BESIDE * line.size);
      if (isApart || (begins(line) && cells.length > 0)) endRow();
      for (const segment of line.segments) {
        const column = columnOf(segment);
        cells[column] = joinedText(cells[column] ?? '', segment.text);
      }
    }
    endRow();
    return rows;

    function endRow(): void {
      const filled = [...cells.keys()].filter((column) => cells[column] !== undefined);
      rows.push({ cells: filled.map((column) => withoutGaps(cells[column] as string)), columns: filled });
      cells = [];
    }
  }
}

/** Whether a cell of the first column has nothing but the number of its row. */
function isCount(text: string): boolean {
  return /^[（(]?\d{1,3}[）)]?[.、．]?$/u.test(text.trim());
}

function columnsOf(lines: readonly Line[], known: readonly Column[]): readonly Column[] {
  const segments = [...known, ...lines.flatMap((line) => line.segments)].toSorted(
    (one, other) => one.x - other.x,
  );
  const columns: { x: number; end: number }[] = [];
  for (const { x, end } of segments) {
    const last = columns.at(-1);
    if (last !== undefined && x < last.end) last.end = Math.max(last.end, end);
    else columns.push({ x, end });
  }
  return columns;
}

/** The distance of two lines in one cell; 0 when no cell has two. */
function leadingIn(lines: readonly Line[], columnOf: (segment: Segment) => number): number {
  const above = new Map<number, number>();
  let leading = Infinity;
  for (const line of lines) {
    for (const segment of line.segments) {
      const column = columnOf(segment);
      const distance = line.y - (above.get(column) ?? -Infinity);
      if (distance < CELL_LEADING * segment.size) leading = Math.min(leading, distance);
      above.set(column, line.y);
    }
  }
  return leading === Infinity ? 0 : leading;
}
