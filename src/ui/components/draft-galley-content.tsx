import type { ComponentChildren } from 'preact';
import {
  cleanLine,
  partsOf,
  type GalleyLine,
  type GalleyPart,
  type GalleyRow,
} from '../../core/draft/galley.ts';
import { useMessages } from '../hooks/context.ts';
import { GalleyNote, type Note } from './draft-galley-notes.tsx';

/** How much of a folded line stands in the document, in UTF-16 units; no column is wider. */
const FOLDED_MOST = 80;

/** The content of one row: what stands in the margin, the text, and what is said of it. */
export function DraftGalleyContent(props: {
  row: GalleyRow;
  text: string;
  isClean: boolean;
  isFolded: boolean;
  notes: readonly Note[];
  /** Folds or unfolds the line; null where it cannot be folded. */
  onTurn: (() => void) | null;
}) {
  const { row, text, isClean, isFolded, notes, onTurn } = props;
  const words = useMessages().draftWords;
  if (row.kind === 'seam') {
    return (
      <>
        <div class="margin">{words.seam}</div>
        <p>
          <span>
            {row.between === null ? words.seamHere : words.seamBetween(row.between.before, row.between.after)}
          </span>
        </p>
      </>
    );
  }
  if (isClean) return <p>{cleanLine(text, row)}</p>;
  const ordinal = leadingOrdinal(row);
  const canFold = onTurn !== null && (isFolded || row.state === 'removed');
  return (
    <>
      <div class="margin">
        {ordinal !== undefined && (
          <b class="new" aria-hidden="true">
            {ordinal.text}
          </b>
        )}
        {row.state === 'removed' && <span class="cut">{words.cut}</span>}
        {canFold && (
          <button
            type="button"
            class="plain turn"
            aria-expanded={!isFolded}
            title={isFolded ? words.unfoldOne : words.foldOne}
            onClick={onTurn}
          >
            {row.state === 'kept' ? words.unchangedOne : isFolded ? words.unfoldOne : words.foldOne}
          </button>
        )}
      </div>
      <p>{isFolded ? foldedText() : partsOf(text, row).map((part) => drawn(part, row))}</p>
      {notes.length > 0 && (
        <ul class="notes">
          {notes.map((note) => (
            <GalleyNote key={note.key} note={note} />
          ))}
        </ul>
      )}
    </>
  );

  function foldedText(): ComponentChildren {
    const line = row as GalleyLine;
    if (line.state === 'kept') return cleanLine(text, line).slice(0, FOLDED_MOST);
    const { start, end } = line.span;
    const beginning = text.slice(start, Math.min(end, start + FOLDED_MOST)).replace(/\s/gu, ' ');
    return <del class="gone">{beginning}</del>;
  }

  function drawn(part: GalleyPart, line: GalleyLine): ComponentChildren {
    switch (part.kind) {
      case 'kept':
        return part.check === null ? part.text : <mark class="doubt">{part.text}</mark>;
      case 'removal':
        return <del class="gone">{part.old}</del>;
      case 'join':
        return <span class="join" title={words.joined} />;
      case 'ordinal':
        return (
          <>
            <del class="ring">{part.old}</del>
            <ins class={part.edit === leadingOrdinal(line) ? 'unseen' : 'new'}>{part.text}</ins>
          </>
        );
      case 'seam':
      case 'rewrite':
        return (
          <>
            <del class="gone">{part.old}</del>
            <ins class="new">{part.text}</ins>
          </>
        );
    }
  }
}

/** The ordinal that counts anew at the head of a line: its new number stands in the margin. */
function leadingOrdinal({ measure, edits }: GalleyLine) {
  return edits.find((edit) => edit.kind === 'ordinal' && edit.measure === measure);
}
