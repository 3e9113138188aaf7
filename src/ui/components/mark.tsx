import type { ComponentChildren } from 'preact';
import type { Difference, SideName } from '../../core/diff/comparison.ts';
import type { MoveEnds } from '../../core/diff/move-ends.ts';
import { useMessages } from '../hooks/context.ts';

/** One pencil mark, with the number of its entry behind its last part. `del` for what a has, `ins` for what b has. */
export function Mark(props: {
  side: SideName;
  difference: Difference;
  isCaret: boolean;
  isStrong: boolean;
  isChosen: boolean;
  isLast: boolean;
  /** The moved region that it stands in. */
  move: number | null;
  /** Whether both texts stand in one: then `del` is struck, and form and moves have two places. */
  isMerged: boolean;
  children: ComponentChildren;
}) {
  const { side, difference, isCaret, isLast, move, isMerged, children } = props;
  const kind = difference.kind === 'only-a' || difference.kind === 'only-b' ? 'only' : difference.kind;
  const classes = [isCaret ? 'caret' : 'pencil', kind];
  if (props.isStrong) classes.push('strong');
  if (props.isChosen) classes.push('chosen');
  if (isMerged) classes.push(side === 'a' ? 'gone' : 'come');
  const attributes = {
    class: classes.join(' '),
    'data-difference': difference.number,
    'data-move': move ?? undefined,
    'data-end': move === null ? undefined : side,
    // Shown by the style sheet: the numbers are no part of the text, and are not copied with it.
    'data-number': isLast ? difference.number : undefined,
    // The room that the number takes.
    style: isLast ? { '--figures': String(difference.number).length } : undefined,
  };
  if (isCaret) return <span {...attributes} />;
  if (kind === 'moved' || (kind === 'form' && !isMerged)) return <mark {...attributes}>{children}</mark>;
  return side === 'a' ? <del {...attributes}>{children}</del> : <ins {...attributes}>{children}</ins>;
}

/** Stands at the beginning of a moved region: says where its counterpart is, and leads there. */
export function MoveLink({ side, move, ends }: { side: SideName; move: number; ends: MoveEnds }) {
  const messages = useMessages();
  const { clauses } = ends;
  const words = side === 'a' ? messages.movedTo(clauses.b) : messages.movedFrom(clauses.a);
  const isBelow = side === 'a' ? clauses.b > clauses.a : clauses.a > clauses.b;
  return (
    <button
      type="button"
      class="move-link"
      data-move={move}
      data-end={side}
      data-link={`${move}${side}`}
      data-words={isBelow ? '↓' : '↑'}
      aria-label={words}
      title={words}
    />
  );
}
