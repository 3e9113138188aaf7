import type { DocumentId } from '../text/document.ts';
import type { Speech, Unit } from './speech.ts';

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
