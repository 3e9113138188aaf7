import type { Pair, Passage } from '../reuse/pair.ts';
import type { StructuredDocument } from '../structure/speech.ts';
import type { DocumentId } from '../text/document.ts';
import type { Span } from '../text/span.ts';

/** What the user picked to compare: a whole document, one of its speeches, or a measure or paragraph of that. */
export interface Pick {
  readonly document: DocumentId;
  /** Index into the document's speeches; null for the whole document. */
  readonly speech: number | null;
  /** Index into the speech's measures; null for none. */
  readonly measure: number | null;
  /** Index into the speech's paragraphs; null for none. */
  readonly paragraph: number | null;
}

/** Where a pick stands; null when it is no longer there. Constant time. */
export function passageOfPick(
  { document, speech, measure, paragraph }: Pick,
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
): Passage | null {
  const structured = documents.get(document);
  if (structured === undefined) return null;
  const whole: Span = { start: 0, end: structured.document.text.length };
  if (speech === null)
    return { document, speech: 0, measure: null, paragraph: null, unit: whole, span: whole };
  const found = structured.speeches[speech];
  const span =
    measure !== null
      ? found?.measures[measure]?.span
      : paragraph !== null
        ? found?.paragraphs[paragraph]
        : found?.span;
  return span === undefined ? null : { document, speech, measure, paragraph, unit: span, span };
}

/**
 * Two picks as the pair that would be shown of them, `a` and `b` as the user picked them; null when one is gone. Nothing
 * was found between them: its figures say nothing, and no decision is kept under its name.
 */
export function pairOfPicks(
  a: Pick,
  b: Pick,
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
): Pair | null {
  const [inA, inB] = [passageOfPick(a, documents), passageOfPick(b, documents)];
  if (inA === null || inB === null) return null;
  const isOneSpeech = a.document === b.document && a.speech !== null && a.speech === b.speech;
  return {
    id: `picked:${nameOf(a)}~${nameOf(b)}`,
    a: inA,
    b: inB,
    kind: 'near-identical',
    scope: isOneSpeech ? 'within' : 'across',
    similarity: 0,
    containmentA: 0,
    containmentB: 0,
    importance: 0,
  };
}

/** The picks when one more is made: made again, it is taken back; a third one takes the place of the second. */
export function picked(picks: readonly Pick[], pick: Pick): readonly Pick[] {
  const others = picks.filter((each) => !isSamePick(each, pick));
  return others.length < picks.length ? others : [...others.slice(0, 1), pick];
}

/** Whether two picks are one place. */
export function isSamePick(p: Pick, q: Pick): boolean {
  return nameOf(p) === nameOf(q);
}

function nameOf({ document, speech, measure, paragraph }: Pick): string {
  return [document, speech, measure, paragraph].join('/');
}
