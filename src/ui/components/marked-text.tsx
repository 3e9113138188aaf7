import type { ComponentChildren } from 'preact';
import type { Comparison, Difference, Row, SideName } from '../../core/diff/comparison.ts';
import { piecesOfRow, type Piece } from '../../core/diff/pieces.ts';
import type { MarkKind } from '../../app/state.ts';
import { useMessages } from '../hooks/context.ts';
import { markOf } from './mark-kind.ts';

/** One side of a row with its pencil marks: `del` on side a, `ins` on side b, each with the number of its entry. */
export function MarkedText(props: {
  comparison: Comparison;
  side: SideName;
  row: Row;
  chosen: number;
  hidden: readonly MarkKind[];
}) {
  const { comparison, side, row, chosen, hidden } = props;
  const text = comparison.texts[side];
  const pieces = piecesOfRow(comparison, row, side);
  return (
    <>
      {pieces.map((piece, index) => {
        const difference =
          piece.difference === null ? undefined : comparison.differences[piece.difference - 1];
        const shown = difference !== undefined && !hidden.includes(markOf(difference));
        const words = <Words text={text.slice(piece.span.start, piece.span.end)} />;
        if (!shown) return words;
        const isLast = pieces[index + 1]?.difference !== piece.difference;
        return (
          <Mark
            key={index}
            piece={piece}
            side={side}
            difference={difference}
            isChosen={difference.number === chosen}
            isLast={isLast}
          >
            {words}
          </Mark>
        );
      })}
    </>
  );
}

function Mark(props: {
  piece: Piece;
  side: SideName;
  difference: Difference;
  isChosen: boolean;
  isLast: boolean;
  children: ComponentChildren;
}) {
  const { piece, side, difference, isChosen, isLast, children } = props;
  const kind = difference.kind === 'only-a' || difference.kind === 'only-b' ? 'only' : difference.kind;
  const isCaret = piece.span.start === piece.span.end;
  const classes = [isCaret ? 'caret' : 'pencil', kind];
  if (piece.strong) classes.push('strong');
  if (isChosen) classes.push('chosen');
  const attributes = {
    class: classes.join(' '),
    'data-difference': difference.number,
    // Shown by the style sheet: the numbers are no part of the text, and are not copied with it.
    'data-number': isLast ? difference.number : undefined,
    // The room that the number takes.
    style: isLast ? { '--figures': String(difference.number).length } : undefined,
  };
  if (isCaret) return <span {...attributes} />;
  if (difference.kind === 'moved' || difference.kind === 'form')
    return <mark {...attributes}>{children}</mark>;
  return side === 'a' ? <del {...attributes}>{children}</del> : <ins {...attributes}>{children}</ins>;
}

/** Text as it is read: a line end inside a passage is a break of the manuscript, not a space. */
function Words({ text }: { text: string }) {
  const messages = useMessages();
  if (!text.includes('\n') && !text.includes('\r')) return <>{text}</>;
  return (
    <>
      {text.split(/\r\n|\r|\n/).map((line, index) => (
        <>
          {index > 0 && line !== '' && <span class="page-break" title={messages.pageBreak} />}
          {line}
        </>
      ))}
    </>
  );
}
