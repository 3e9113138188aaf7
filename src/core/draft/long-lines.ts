import { isLowSurrogate } from '../text/characters.ts';
import type { Edit } from './plan.ts';
import type { GalleyLine, GalleyRow } from './galley.ts';

/** Of a line that is drawn as one, in UTF-16 units: hardly a paragraph is so long, and a browser stalls on one of a million. */
const LINE_MOST = 5_000;

/** The rows as they are drawn: lines that are too long are several, and their texts join to the same. Linear. */
export function drawnRowsOf(rows: readonly GalleyRow[], text: string): readonly GalleyRow[] {
  const drawn = (row: GalleyRow): readonly GalleyRow[] => (isLong(row) ? [...piecesOf(row, text)] : [row]);
  return rows.some(isLong) ? rows.flatMap(drawn) : rows;
}

function isLong(row: GalleyRow): row is GalleyLine {
  return row.kind === 'line' && row.span.end - row.span.start > LINE_MOST;
}

function* piecesOf(line: GalleyLine, text: string): Generator<GalleyLine, void> {
  const { span, edits, checks, conflicts } = line;
  let [edit, check, conflict] = [0, 0, 0];
  for (let start = span.start; start < span.end;) {
    let end = Math.min(span.end, start + LINE_MOST);
    if (end < span.end && isLowSurrogate(text.charCodeAt(end))) end++;
    // What takes something's place is drawn in one piece; what only goes can be cut.
    let after = edit;
    for (; (edits[after]?.span.start ?? Infinity) < end; after++) {
      const each = edits[after] as Edit;
      if (each.kind !== 'removal') end = Math.max(end, each.span.end);
    }
    const isLast = end >= span.end;
    if (isLast) after = edits.length;
    const to = isLast ? Infinity : end;
    const own = edits.slice(edit, after);
    const [firstCheck, firstConflict] = [check, conflict];
    while ((checks[check]?.span.start ?? Infinity) < to) check++;
    while ((conflicts[conflict]?.place.span.start ?? Infinity) < to) conflict++;
    const isGone = own.some(
      (each) => each.kind === 'removal' && each.span.start <= start && each.span.end >= end,
    );
    yield {
      ...line,
      span: { start, end },
      measure: start === span.start ? line.measure : null,
      state: isGone ? 'removed' : own.some(({ kind }) => kind !== 'join') ? 'changed' : 'kept',
      edits: own,
      checks: checks.slice(firstCheck, check),
      conflicts: conflicts.slice(firstConflict, conflict),
    };
    // A removal that reaches over the end goes on in the next piece.
    edit = (edits[after - 1]?.span.end ?? 0) > end ? after - 1 : after;
    start = end;
  }
}
