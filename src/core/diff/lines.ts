import type { Span } from '../text/span.ts';
import type { Comparison, Difference, Row } from './comparison.ts';
import { foldsOf, type Fold } from './folds.ts';
import { seamsOf } from './merged.ts';

/** A line is cut at the next clause from this many units on, so that a long text is drawn part by part. */
const LINE_MOST = 1_500;
/** A line of the text without a closing mark is a heading up to this many units; a longer one goes on behind a page break. */
const HEADING_MOST = 30;
const PARAGRAPH_ENDS = '。！？!?…：:；;”’"」』）)》';

/** One line of a view of two passages: rows that stand at the same height, or a fold. */
export type Line =
  /** `number`: of its first clause, from 1, whatever is folded. */
  | { readonly kind: 'row'; readonly row: Row; readonly number: number }
  /** An open fold is followed by the lines that it holds. */
  | { readonly kind: 'fold'; readonly fold: Fold; readonly isOpen: boolean };

/** How the lines are made. */
export interface LineOptions {
  /** Clause by clause, or paragraph by paragraph. */
  readonly by: 'clause' | 'paragraph';
  /** Whether the mark of a difference is shown: only what shows no mark may be folded. */
  readonly isShown: (difference: Difference) => boolean;
  /** Whether a fold is open. */
  readonly isOpen: (fold: Fold) => boolean;
}

/** The lines of a comparison; their a spans cover a, their b spans cover b, but for what closed folds hold. */
export function linesOf(comparison: Comparison, { by, isShown, isOpen }: LineOptions): readonly Line[] {
  const numbers = new Map(comparison.rows.map((row, index) => [row, index + 1]));
  const joins = by === 'clause' ? equalJoins(comparison) : paragraphJoins(comparison);
  const lines: Line[] = [];
  /** The row that the next one may join, and how far it reaches on both sides. */
  let open: { row: Row; number: number } | null = null;
  const at = { a: 0, b: 0 };
  const end = () => {
    if (open !== null) lines.push({ kind: 'row', ...open });
    open = null;
  };
  const add = (row: Row) => {
    if (open !== null && joins(open.row, row, at)) open = { row: joined(open.row, row), number: open.number };
    else {
      end();
      open = { row, number: numbers.get(row) ?? 0 };
    }
    at.a = row.a?.end ?? at.a;
    at.b = row.b?.end ?? at.b;
  };
  for (const item of foldsOf(comparison, isShown)) {
    if (item.kind !== 'fold') add(item);
    else {
      end();
      const isOpened = isOpen(item);
      lines.push({ kind: 'fold', fold: item, isOpen: isOpened });
      if (isOpened) item.rows.forEach(add);
      end();
      [at.a, at.b] = [item.a.end, item.b.end];
    }
  }
  end();
  return lines;
}

/** Whether a row joins the one before it; `at` is where that ends on both sides. */
type Joins = (row: Row, next: Row, at: { readonly a: number; readonly b: number }) => boolean;

function isLong({ a, b }: Row): boolean {
  return Math.max(a === null ? 0 : a.end - a.start, b === null ? 0 : b.end - b.start) >= LINE_MOST;
}

/** Equal clauses of a paragraph make one line: where nothing differs there is nothing to align. */
function equalJoins({ texts }: Comparison): Joins {
  return (row, next) =>
    row.kind === 'equal' && next.kind === 'equal' && !isLong(row) && !endsBoth(texts, row);
}

/** Whether a paragraph ends on both sides, or on the only one. */
function endsBoth(texts: Comparison['texts'], { a, b }: Row): boolean {
  return (a === null || endsParagraph(texts.a, a.end)) && (b === null || endsParagraph(texts.b, b.end));
}

/** Clauses make one line until a paragraph ends on both sides, or it gets long, at a place where both can be cut. */
function paragraphJoins(comparison: Comparison): Joins {
  const { texts } = comparison;
  const isSeam = seamsOf(comparison);
  return (row, _next, at) => {
    const ends = isLong(row) || endsBoth(texts, row);
    return !(ends && isSeam(at.a, at.b));
  };
}

/** Whether a paragraph ends before `at`: a line end behind a mark that closes, or behind a heading. */
export function endsParagraph(text: string, at: number): boolean {
  let end = at;
  while (end > 0 && text.charAt(end - 1).trim() === '') end--;
  if (!/[\n\r]/.test(text.slice(end, at))) return false;
  const begin = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  return PARAGRAPH_ENDS.includes(text.charAt(end - 1)) || end - begin <= HEADING_MOST;
}

function joined(row: Row, next: Row): Row {
  const kind = row.kind === next.kind ? row.kind : 'changed';
  const isSameMove = row.move !== undefined && row.move === next.move;
  return {
    kind,
    a: hull(row.a, next.a),
    b: hull(row.b, next.b),
    ...(isSameMove && row.move !== undefined && { move: row.move }),
  };
}

function hull(one: Span | null, other: Span | null): Span | null {
  if (one === null) return other;
  return other === null ? one : { start: one.start, end: other.end };
}
