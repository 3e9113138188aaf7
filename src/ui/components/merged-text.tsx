import type { ComponentChildren } from 'preact';
import type { MarkKind } from '../../app/state.ts';
import type { Comparison, Row, SideName } from '../../core/diff/comparison.ts';
import { mergedOf, type MergedPiece } from '../../core/diff/merged.ts';
import type { MoveEnds } from '../../core/diff/move-ends.ts';
import type { Span } from '../../core/text/span.ts';
import { markOf } from './mark-kind.ts';
import { Mark, MoveLink } from './mark.tsx';
import { inReadingOrder, type DrawnPiece } from './reading-order.tsx';
import { Words } from './words.tsx';

/** A moved region stands at both of its ends, and each has the number. */
function keyOf({ difference, mark, b }: MergedPiece): string {
  return `${difference}${mark === 'moved' && b === null ? 'a' : ''}`;
}

/** A row of both sides as one text: `del` for what only a has there, `ins` for what only b has. */
export function MergedText(props: {
  comparison: Comparison;
  row: Row;
  moves: ReadonlyMap<number, MoveEnds>;
  chosen: number;
  hidden: readonly MarkKind[];
}) {
  const { comparison, row, moves, chosen, hidden } = props;
  const pieces = mergedOf(comparison, row.a, row.b);
  /** Where each difference ends: there its number stands. */
  const lasts = new Map(pieces.map((piece, index) => [keyOf(piece), index]));
  const begun = new Set<string>();
  let text = '';
  const drawn: DrawnPiece[] = [];
  pieces.forEach((piece, index) => {
    const side = piece.b === null ? 'a' : 'b';
    const span = (piece.b ?? piece.a) as Span;
    const words = comparison.texts[side].slice(span.start, span.end);
    const number = piece.a !== null && piece.b !== null ? null : piece.difference;
    const difference = number === null ? undefined : comparison.differences[number - 1];
    const isShown = difference !== undefined && !hidden.includes(markOf(difference));
    // A class that is off shows how b has it.
    if (difference !== undefined && !isShown && side === 'a') return;
    const from = text.length;
    const isLast = lasts.get(keyOf(piece)) === index;
    const link = hidden.includes('moved') ? null : linkAt(piece.move, side, span.start);
    text += words;
    const draw = (start: number, end: number): ComponentChildren => {
      const part = <Words text={words.slice(start - from, end - from)} />;
      const lead = start === from && link;
      if (!isShown) return [lead, part];
      return (
        <>
          {lead}
          <Mark
            side={side}
            difference={difference}
            isCaret={false}
            isStrong={piece.strong}
            isChosen={difference.number === chosen}
            isLast={isLast && end === from + words.length}
            move={piece.move}
            isMerged
          >
            {part}
          </Mark>
        </>
      );
    };
    drawn.push({ start: from, end: from + words.length, draw });
  });
  return <>{inReadingOrder(text, drawn)}</>;

  function linkAt(move: number | null, side: SideName, at: number): ComponentChildren {
    const ends = move === null ? undefined : moves.get(move);
    const key = `${move}${side}`;
    if (move === null || ends === undefined || begun.has(key) || ends.places[side] !== at) return null;
    begun.add(key);
    return <MoveLink side={side} move={move} ends={ends} />;
  }
}
