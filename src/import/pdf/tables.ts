import { joinedText } from './characters.ts';
import { isEnumerator } from './enumerators.ts';
import type { Line, Segment } from './lines.ts';

/** The cells of one row of a table, from left to right; only those that hold text. */
export interface Row {
  readonly cells: readonly string[];
}

/** In squares of a letter: how far the edges of two cells of one column may be from each other. */
const ALIGNED = 0.6;
/** Lines of one cell are no further apart, in squares of a letter; above that every line is a row. */
const CELL_LEADING = 1.9;
/** Times the distance of two lines in one cell: further down a new row begins. */
const ROW_GAP = 1.12;
/** In squares of a letter: lines nearer than this lie beside one another, not below. */
const BESIDE = 0.9;

/** The lines with what is a table among them as rows. Time linear in the lines but for the size of a table. */
export function withTables(lines: readonly Line[]): readonly (Line | Row)[] {
  const found: (Line | Row)[] = [];
  for (let at = 0; at < lines.length;) {
    const end = tableEnd(lines, at);
    if (end > at) found.push(...rowsOf(lines.slice(at, end)));
    else found.push(lines[at] as Line);
    at = Math.max(end, at + 1);
  }
  return found;
}

/** Where the table that begins at a line ends; the same place when none does. */
function tableEnd(lines: readonly Line[], start: number): number {
  if (!isParted(lines[start] as Line)) return start;
  const columns = [...(lines[start] as Line).segments];
  let parted = 1;
  let end = start + 1;
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (!fits(line, columns)) break;
    if (isParted(line)) {
      parted++;
      end = at + 1;
    } else if (isFar(lines[at - 1] as Line, line)) break;
    else if (line.x > (columns[0] as Segment).end) end = at + 1;
    for (const segment of line.segments) {
      if (!columns.some((column) => overlaps(column, segment))) columns.push(segment);
    }
  }
  return parted >= 2 ? end : start;
}

/** Whether a line has cells beside one another; a number before its text is none. */
function isParted({ segments }: Line): boolean {
  return segments.length > 2 || (segments.length === 2 && !isEnumerator((segments[0] as Segment).text));
}

/** Whether each piece of a line lies in one column, or between two; and one at least is aligned. */
function fits({ segments }: Line, columns: readonly Segment[]): boolean {
  return (
    segments.every((segment) => columns.filter((column) => overlaps(column, segment)).length <= 1) &&
    segments.some((segment) => columns.some((column) => isAligned(column, segment)))
  );
}

function overlaps(one: Segment, other: Segment): boolean {
  return one.x < other.end && other.x < one.end;
}

function isAligned(column: Segment, segment: Segment): boolean {
  const tolerance = ALIGNED * segment.size;
  const middle = Math.abs((column.x + column.end - segment.x - segment.end) / 2);
  return (
    Math.abs(column.x - segment.x) <= tolerance || Math.abs(column.end - segment.end) <= tolerance || middle <= tolerance
  );
}

function isFar(above: Line, below: Line): boolean {
  return below.y - above.y > 2 * CELL_LEADING * below.size;
}

interface Column {
  x: number;
  end: number;
}

function rowsOf(lines: readonly Line[]): readonly Row[] {
  const columns = columnsOf(lines);
  const columnOf = (segment: Segment) => columns.findIndex(({ x, end }) => segment.x < end && x < segment.end);
  const leading = leadingIn(lines, columnOf);
  const rows: Row[] = [];
  let cells: string[] = [];
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    if (above !== undefined && line.y - above.y > Math.max(ROW_GAP * leading, BESIDE * line.size)) endRow();
    for (const segment of line.segments) {
      const column = columnOf(segment);
      cells[column] = joinedText(cells[column] ?? '', segment.text);
    }
  }
  endRow();
  return rows;

  function endRow(): void {
    rows.push({ cells: cells.filter((cell) => cell !== undefined) });
    cells = [];
  }
}

function columnsOf(lines: readonly Line[]): readonly Column[] {
  const segments = lines.flatMap((line) => line.segments).toSorted((one, other) => one.x - other.x);
  const columns: Column[] = [];
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
