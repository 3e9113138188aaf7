import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';
import type { Comparison, Mark, Row, SideName } from './comparison.ts';

/** A stretch of one side as it is shown. An empty one is a caret: the place where the other side has something. */
export interface Piece {
  readonly span: Span;
  readonly mark: 'none' | Mark['mark'];
  /** The number of the difference; null where there is none. */
  readonly difference: number | null;
  /** The moved region that the piece stands in, if any. */
  readonly move: number | null;
  /** True for the very characters that differ, false for the rest of the word. */
  readonly strong: boolean;
}

/**
 * The pieces of one side within `span`, in order; without the carets they join to the span's text, and none cuts a grapheme
 * that the span does not cut. A caret at the span's start belongs to it; one at its end only where the text ends.
 * O(log marks + pieces).
 */
export function piecesOf(comparison: Comparison, side: SideName, span: Span): readonly Piece[] {
  const marks = comparison.marks[side];
  const pieces: Piece[] = [];
  let at = span.start;
  const plain = (end: number) => {
    if (end > at)
      pieces.push({ span: { start: at, end }, mark: 'none', difference: null, move: null, strong: false });
  };
  const isBefore = ({ start, end }: Mark) => end < span.start || (end === span.start && start < end);
  for (let i = partitionPoint(marks, isBefore); i < marks.length; i++) {
    const mark = marks[i] as Mark;
    const atEnd =
      mark.start === span.end && mark.start === mark.end && span.end === comparison.texts[side].length;
    if (mark.start >= span.end && !atEnd) break;
    const start = Math.max(mark.start, span.start);
    const end = Math.min(mark.end, span.end);
    plain(start);
    const { mark: kind, difference, move, strong } = mark;
    pieces.push({ span: { start, end }, mark: kind, difference, move, strong });
    at = end;
  }
  plain(span.end);
  return pieces;
}

/**
 * The pieces of one side of a row; none where the side is empty. A caret is left out when what it points at stands in
 * another row: there the gap shows itself. Not so in a moved region, whose two ends never stand in one row.
 */
export function piecesOfRow(comparison: Comparison, row: Row, side: SideName): readonly Piece[] {
  const span = row[side];
  const across = side === 'a' ? 'b' : 'a';
  if (span === null) return [];
  return piecesOf(comparison, side, span).filter(({ mark, difference, move }) => {
    if (mark !== 'caret' || difference === null || move !== null) return true;
    const there = comparison.differences[difference - 1]?.[across];
    const other = row[across];
    return there !== undefined && other !== null && there.start < other.end && other.start < there.end;
  });
}
