import type { Pair, Passage } from '../reuse/pair.ts';
import type { Speech, StructuredDocument } from '../structure/speech.ts';
import type { DocumentId } from '../text/document.ts';
import type { Span } from '../text/span.ts';

/** A stretch of a speech: where it begins and how long it is, as shares of the speech's length, 0 to 1. */
export interface Stretch {
  readonly left: number;
  readonly width: number;
}

/** One speech of the map. */
export interface MapSpeech {
  readonly document: DocumentId;
  readonly index: number;
  readonly speech: Speech;
  /** In UTF-16 units, at least 1. */
  readonly length: number;
  /** Its measures without those inside others; none where they would be too narrow to be seen. */
  readonly measures: readonly (Stretch & { readonly index: number })[];
  /** What recurs somewhere, overlaps joined, and gaps where they would be too narrow to be seen. */
  readonly recurring: readonly Stretch[];
}

/** A document's speeches that are drawn. */
export interface MapDocument {
  readonly structured: StructuredDocument;
  readonly speeches: readonly MapSpeech[];
}

/** More speeches than this are too narrow to be told apart on a screen of 1,280 pixels. */
const SPEECHES_MOST = 24;
/** More segments than this make the map slow to draw and no clearer. */
const MEASURES_MOST = 800;

/** Whether the speech of this index in a document is drawn. */
type IsDrawn = (document: DocumentId, speech: number) => boolean;

/** The spans that recur, by document and speech. */
type Recurring = ReadonlyMap<DocumentId, ReadonlyMap<number, readonly Span[]>>;

/** What recurs in the speeches that are drawn, in the order of the pairs. One pass. */
function recurringIn(pairs: readonly Pair[], isDrawn: IsDrawn): Recurring {
  const recurring = new Map<DocumentId, Map<number, Span[]>>();
  const add = ({ document, speech, span }: Passage) => {
    if (!isDrawn(document, speech)) return;
    let speeches = recurring.get(document);
    if (speeches === undefined) recurring.set(document, (speeches = new Map()));
    const spans = speeches.get(speech);
    if (spans === undefined) speeches.set(speech, [span]);
    else spans.push(span);
  };
  for (const { a, b } of pairs) {
    add(a);
    add(b);
  }
  return recurring;
}

/**
 * The map around a pair: all speeches with what recurs in them, or those of the pair alone (without a pair: none) when
 * all would be too many to stand side by side. One pass over the pairs; else linear in what is drawn, but for a sort for
 * each speech.
 */
export function corpusMap(
  documents: readonly StructuredDocument[],
  pairs: readonly Pair[],
  pair: Pair | null,
): readonly MapDocument[] {
  const isWhole = fits(documents);
  const isDrawn: IsDrawn = isWhole
    ? () => true
    : (id, index) => isIn(pair?.a, id, index) || isIn(pair?.b, id, index);
  const recurring = recurringIn(pairs, isDrawn);
  const gap = narrowestGap(documents, isDrawn, recurring);
  return documents.flatMap((structured) => {
    const { id } = structured.document;
    if (!isWhole && id !== pair?.a.document && id !== pair?.b.document) return [];
    const speeches = structured.speeches.flatMap((speech, index) =>
      isDrawn(id, index) ? [mapSpeech(id, index, speech, recurring.get(id)?.get(index) ?? [], gap)] : [],
    );
    return speeches.length > 0 ? [{ structured, speeches }] : [];
  });
}

/** In UTF-16 units: what is so near to one another is drawn as one; 0 where there is little to draw. */
function narrowestGap(
  documents: readonly StructuredDocument[],
  isDrawn: IsDrawn,
  recurring: Recurring,
): number {
  let stretches = 0;
  for (const speeches of recurring.values()) for (const spans of speeches.values()) stretches += spans.length;
  if (stretches <= MEASURES_MOST) return 0;
  let length = 0;
  for (const { document, speeches } of documents)
    for (const [index, { span }] of speeches.entries())
      if (isDrawn(document.id, index)) length += span.end - span.start;
  return length / MEASURES_MOST;
}

function fits(documents: readonly StructuredDocument[]): boolean {
  let speeches = 0;
  let measures = 0;
  for (const structured of documents) {
    speeches += structured.speeches.length;
    if (speeches > SPEECHES_MOST) return false;
    for (const speech of structured.speeches) measures += speech.measures.length;
  }
  return measures <= MEASURES_MOST;
}

function isIn(passage: Passage | undefined, document: DocumentId, speech: number): boolean {
  return passage?.speech === speech && passage.document === document;
}

function mapSpeech(
  document: DocumentId,
  index: number,
  speech: Speech,
  recurring: readonly Span[],
  gap: number,
): MapSpeech {
  const { start, end } = speech.span;
  const length = Math.max(1, end - start);
  const stretch = (span: Span): Stretch => ({
    left: (span.start - start) / length,
    width: (span.end - span.start) / length,
  });
  const outermost = speech.measures.flatMap((measure, at) =>
    measure.level === 1 ? [{ index: at, ...stretch(measure.span) }] : [],
  );
  const measures = outermost.length > MEASURES_MOST ? [] : outermost;
  return { document, index, speech, length, measures, recurring: joined(recurring, gap).map(stretch) };
}

function joined(spans: readonly Span[], gap: number): readonly Span[] {
  const result: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((s, t) => s.start - t.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end + gap) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}
