import { anchoredScript } from '../diff/anchors.ts';
import type { Edit } from '../diff/edit.ts';
import type { Correction } from '../structure/speech.ts';
import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';

/** Where the places of an old text are in the new one. */
export interface PlaceMap {
  /** From the first character of `span` that was kept to the last; null when less than half of it was. Log time and the edits in it. */
  spanOf(span: Span): Span | null;
  /** Whether most of what stands at `span` of the new text was not in the old one, or not there. */
  isNew(span: Span): boolean;
  /** The new place of the character at `at`; null when it is gone. */
  placeOf(at: number): number | null;
}

/** A passage of which less was kept where it stood is not there any more. */
const KEPT_LEAST = 0.5;

/** Maps the places of `before` into `after` by a script of edits, unit for unit. O(n log n). */
export function placeMapOf(before: string, after: string): PlaceMap {
  const { edits } = anchoredScript(unitsOf(before), unitsOf(after));
  return { spanOf, isNew, placeOf };

  function isNew({ start, end }: Span): boolean {
    let come = 0;
    for (let i = partitionPoint(edits, (each) => each.bEnd <= start); i < edits.length; i++) {
      const { bStart, bEnd } = edits[i] as Edit;
      if (bStart >= end) break;
      come += Math.min(end, bEnd) - Math.max(start, bStart);
    }
    return end - start - come < KEPT_LEAST * (end - start);
  }

  function placeOf(at: number): number | null {
    const edit = edits[partitionPoint(edits, (each) => each.aEnd <= at)];
    if (edit !== undefined && edit.aStart <= at) return null;
    const last = lastBefore(at);
    return last === undefined ? at : at - last.aEnd + last.bEnd;
  }

  function spanOf({ start, end }: Span): Span | null {
    let gone = 0;
    let [first, last] = [start, end];
    for (let i = partitionPoint(edits, (each) => each.aEnd <= start); i < edits.length; i++) {
      const { aStart, aEnd } = edits[i] as Edit;
      if (aStart >= end) break;
      gone += Math.min(end, aEnd) - Math.max(start, aStart);
      if (aStart <= first) first = Math.max(first, aEnd);
      if (aEnd >= end) last = Math.max(first, aStart);
    }
    if (end - start - gone < KEPT_LEAST * (end - start) || first >= last) return null;
    const [from, to] = [placeOf(first), placeOf(last - 1)];
    return from === null || to === null ? null : { start: from, end: to + 1 };
  }

  function lastBefore(at: number): Edit | undefined {
    return edits[partitionPoint(edits, (each) => each.aEnd <= at) - 1];
  }
}

/** The corrections whose place is in the new text as it was: the same character at the same place of its line. */
export function carriedCorrections(
  before: string,
  after: string,
  corrections: readonly Correction[],
): readonly Correction[] {
  if (corrections.length === 0) return corrections;
  const places = placeMapOf(before, after);
  return corrections.flatMap((correction) => {
    const at = places.placeOf(correction.at);
    return at === null || beginsLine(before, correction.at) !== beginsLine(after, at)
      ? []
      : [{ ...correction, at }];
  });
}

function beginsLine(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
}

/** The UTF-16 units of a text, to be compared. */
export function unitsOf(text: string): Int32Array {
  return Int32Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}
