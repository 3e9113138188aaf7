import type { DocumentId } from '../text/document.ts';
import { isLowSurrogate } from '../text/characters.ts';
import { endStrength } from '../text/clauses.ts';
import { lengthOf } from '../text/span.ts';
import type { Speech, Unit } from './speech.ts';

/** UTF-16 units of text in a unit, at most: no speech has such a paragraph, and a hostile one must not hold up all others. */
const LONGEST_UNIT = 50_000;
/** So far before its most a long unit may be cut, where a clause ends there. */
const CUT_REACH = 1_000;

/** The units, in order, those that are too long cut into several, behind a clause where one ends; never inside a character. */
export function cutLongUnits(units: readonly Unit[], text: string): readonly Unit[] {
  if (units.every(({ span }) => lengthOf(span) <= LONGEST_UNIT)) return units;
  return units.flatMap((unit) => {
    const pieces: Unit[] = [];
    let { start } = unit.span;
    while (unit.span.end - start > LONGEST_UNIT) {
      const end = cutBefore(text, start + LONGEST_UNIT);
      pieces.push({ ...unit, span: { start, end } });
      start = end;
    }
    return [...pieces, { ...unit, span: { start, end: unit.span.end } }];
  });
}

function cutBefore(text: string, most: number): number {
  for (let at = most; at > most - CUT_REACH; at--) if (endStrength(text, at - 1) > 0) return at;
  const isInside = isLowSurrogate(text.charCodeAt(most)) && !isLowSurrogate(text.charCodeAt(most - 1));
  return isInside ? most - 1 : most;
}

/**
 * What detection compares of a document: every measure (of a parent, what its children leave over: before the first one,
 * and behind one where text follows it), and every paragraph that belongs to no measure. In reading order, without overlap.
 */
export function unitsOf(document: DocumentId, speeches: readonly Speech[]): readonly Unit[] {
  return speeches.flatMap((speech, index) => {
    const paragraphs = speech.paragraphs.map((span, paragraph): Unit => ({
      document,
      speech: index,
      measure: null,
      paragraph,
      span,
    }));
    const measures = speech.measures.flatMap(({ own }, measure) =>
      own.map((span): Unit => ({ document, speech: index, measure, paragraph: null, span })),
    );
    return [...paragraphs, ...measures].sort((a, b) => a.span.start - b.span.start);
  });
}
