import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';
import type { Comparison, SideName } from './comparison.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** A stretch of both sides set as one text. With both spans it stands on both sides, letter by letter. */
export interface MergedPiece {
  readonly a: Span | null;
  readonly b: Span | null;
  readonly mark: Piece['mark'];
  /** The number of the difference; null for what stands on both sides. */
  readonly difference: number | null;
  readonly move: number | null;
  readonly strong: boolean;
}

/**
 * One stretch of a and one of b as one text: what both have once, what only one has at its place, a before b. A moved
 * region stands twice, at its place in a and at its place in b. The a spans cover `a` and the b spans cover `b`, each once
 * and in order. Where the stretches end at seams (`seamsOf`), all that stands on one side alone has a mark.
 * Linear time.
 */
export function mergedOf(comparison: Comparison, a: Span | null, b: Span | null): readonly MergedPiece[] {
  const { texts } = comparison;
  const aPieces = textOf(comparison, 'a', a);
  const bPieces = textOf(comparison, 'b', b);
  const merged: MergedPiece[] = [];
  let [i, j] = [0, 0];
  /** How much of the plain piece at hand has been set. */
  let [aDone, bDone] = [0, 0];
  while (i < aPieces.length || j < bPieces.length) {
    for (; aPieces[i] !== undefined && !isPlain(aPieces[i] as Piece); i++)
      merged.push(alone('a', aPieces[i] as Piece));
    for (; bPieces[j] !== undefined && !isPlain(bPieces[j] as Piece); j++)
      merged.push(alone('b', bPieces[j] as Piece));
    const one = left(aPieces[i], aDone);
    const other = left(bPieces[j], bDone);
    const length = one && other ? Math.min(one.end - one.start, other.end - other.start) : 0;
    const aPart = one && { start: one.start, end: one.start + (length || one.end - one.start) };
    const bPart = other && { start: other.start, end: other.start + (length || other.end - other.start) };
    const isSame = aPart && bPart && length > 0 && text('a', aPart) === text('b', bPart);
    if (isSame) merged.push({ ...PLAIN, a: aPart, b: bPart });
    else {
      if (aPart) merged.push({ ...PLAIN, a: aPart, b: null });
      if (bPart) merged.push({ ...PLAIN, a: null, b: bPart });
    }
    if (one && aPart) [i, aDone] = aPart.end === one.end ? [i + 1, 0] : [i, aDone + length];
    if (other && bPart) [j, bDone] = bPart.end === other.end ? [j + 1, 0] : [j, bDone + length];
  }
  return merged;

  function text(side: SideName, { start, end }: Span): string {
    return texts[side].slice(start, end);
  }
}

const PLAIN = { mark: 'none', difference: null, move: null, strong: false } as const;

function textOf(comparison: Comparison, side: SideName, span: Span | null): readonly Piece[] {
  if (span === null) return [];
  return piecesOf(comparison, side, span).filter((piece) => piece.span.start < piece.span.end);
}

/** Whether the other side has it letter by letter: no difference, or what 三是 and 四是 have in common. */
function isPlain({ mark, strong }: Pick<Piece, 'mark' | 'strong'>): boolean {
  return mark === 'none' || (mark === 'form' && !strong);
}

function alone(side: SideName, { span, ...rest }: Piece): MergedPiece {
  return { ...rest, a: side === 'a' ? span : null, b: side === 'b' ? span : null };
}

function left(piece: Piece | undefined, done: number): Span | null {
  return piece === undefined ? null : { start: piece.span.start + done, end: piece.span.end };
}

/**
 * Tells whether both texts can be cut at a place of a and a place of b so that nothing that stands on both sides comes to
 * lie in different parts. Each question takes O(log marks).
 */
export function seamsOf(comparison: Comparison): (a: number, b: number) => boolean {
  const a = plainCounter(comparison, 'a');
  const b = plainCounter(comparison, 'b');
  return (aAt, bAt) => a(aAt) === b(bAt);
}

/** Gives how many units before a place are plain. */
function plainCounter(comparison: Comparison, side: SideName): (at: number) => number {
  const marks = comparison.marks[side].filter((mark) => mark.mark !== 'caret' && !isPlain(mark));
  const sums = new Uint32Array(marks.length + 1);
  marks.forEach(({ start, end }, i) => {
    sums[i + 1] = (sums[i] as number) + end - start;
  });
  return (at) => {
    const passed = partitionPoint(marks, ({ end }) => end <= at);
    const mark = marks[passed];
    const within = mark === undefined ? 0 : Math.max(0, at - mark.start);
    return at - (sums[passed] as number) - within;
  };
}
