import type { ComponentChildren } from 'preact';
import type { MarkKind } from '../../app/state.ts';
import type { Comparison, Row, SideName } from '../../core/diff/comparison.ts';
import type { MoveEnds } from '../../core/diff/move-ends.ts';
import { piecesOfRow } from '../../core/diff/pieces.ts';
import { markOf } from './mark-kind.ts';
import { Mark, MoveLink } from './mark.tsx';
import { inReadingOrder } from './reading-order.tsx';
import { Words } from './words.tsx';

/** One side of a row with its pencil marks, each with the number of its entry. */
export function MarkedText(props: {
  comparison: Comparison;
  side: SideName;
  row: Row;
  moves: ReadonlyMap<number, MoveEnds>;
  chosen: number;
  hidden: readonly MarkKind[];
}) {
  const { comparison, side, row, moves, chosen, hidden } = props;
  const text = comparison.texts[side];
  const pieces = piecesOfRow(comparison, row, side);
  /** Where each difference ends: there its number stands. */
  const lasts = new Map(pieces.map(({ difference }, index) => [difference, index]));
  const begun = new Set<number>();
  return (
    <>
      {inReadingOrder(
        text.slice(row[side]?.start ?? 0, row[side]?.end ?? 0),
        pieces.map((piece, index) => {
          const { span, move, strong } = piece;
          const from = row[side]?.start ?? 0;
          const length = span.end - span.start;
          const difference =
            piece.difference === null ? undefined : comparison.differences[piece.difference - 1];
          const isShown = difference !== undefined && !hidden.includes(markOf(difference));
          const isLast = lasts.get(piece.difference) === index;
          const link = hidden.includes('moved') ? null : linkAt(move, span.start);
          const draw = (start: number, end: number): ComponentChildren => {
            const words = <Words text={text.slice(from + start, from + end)} />;
            const lead = start === span.start - from && link;
            if (!isShown) return [lead, words];
            return (
              <>
                {lead}
                <Mark
                  side={side}
                  difference={difference}
                  isCaret={length === 0}
                  isStrong={strong}
                  isChosen={difference.number === chosen}
                  isLast={isLast && end === span.end - from}
                  move={move}
                  isMerged={false}
                >
                  {words}
                </Mark>
              </>
            );
          };
          return { start: span.start - from, end: span.end - from, draw };
        }),
      )}
    </>
  );

  /** The link of a region that begins here. */
  function linkAt(move: number | null, at: number): ComponentChildren {
    const ends = move === null ? undefined : moves.get(move);
    if (move === null || ends === undefined || begun.has(move) || ends.places[side] !== at) return null;
    begun.add(move);
    return <MoveLink side={side} move={move} ends={ends} />;
  }
}
