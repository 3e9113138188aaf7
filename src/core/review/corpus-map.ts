import type { Pair } from '../reuse/pair.ts';
import type { Speech, StructuredDocument } from '../structure/speech.ts';
import type { DocumentId } from '../text/document.ts';

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
  /** Its measures without those inside others. */
  readonly measures: readonly (Stretch & { readonly index: number })[];
  /** What recurs somewhere, overlaps joined. */
  readonly recurring: readonly Stretch[];
}

/** All documents to scale. */
export interface CorpusMap {
  readonly documents: readonly {
    readonly structured: StructuredDocument;
    readonly speeches: readonly MapSpeech[];
  }[];
  /** False when there are too many speeches to be drawn side by side: then a view shows those of its pair alone. */
  readonly isWhole: boolean;
}

/** More speeches than this are too narrow to be told apart on a screen of 1,280 pixels. */
const SPEECHES_MOST = 24;
/** More segments than this make the map slow to draw and no clearer. */
const MEASURES_MOST = 800;

/** The map of all speeches with what recurs in them. Linear in speeches, measures and pairs, but for one sort a speech. */
export function corpusMap(documents: readonly StructuredDocument[], pairs: readonly Pair[]): CorpusMap {
  const recurring = new Map<string, { start: number; end: number }[]>();
  for (const pair of pairs) {
    for (const side of [pair.a, pair.b]) {
      const key = `${side.document}/${side.speech}`;
      const spans = recurring.get(key);
      if (spans === undefined) recurring.set(key, [{ ...side.span }]);
      else spans.push({ ...side.span });
    }
  }
  const speeches = documents.reduce((sum, structured) => sum + structured.speeches.length, 0);
  const measures = documents.reduce(
    (sum, structured) => sum + structured.speeches.reduce((n, speech) => n + speech.measures.length, 0),
    0,
  );
  return {
    documents: documents.map((structured) => ({
      structured,
      speeches: structured.speeches.map((speech, index) =>
        mapSpeech(
          structured.document.id,
          index,
          speech,
          recurring.get(`${structured.document.id}/${index}`) ?? [],
        ),
      ),
    })),
    isWhole: speeches <= SPEECHES_MOST && measures <= MEASURES_MOST,
  };
}

function mapSpeech(
  document: DocumentId,
  index: number,
  speech: Speech,
  recurring: readonly { start: number; end: number }[],
): MapSpeech {
  const { start, end } = speech.span;
  const length = Math.max(1, end - start);
  const stretch = (span: { start: number; end: number }): Stretch => ({
    left: (span.start - start) / length,
    width: (span.end - span.start) / length,
  });
  const measures = speech.measures.flatMap((measure, at) =>
    measure.level === 1 ? [{ index: at, ...stretch(measure.span) }] : [],
  );
  return { document, index, speech, length, measures, recurring: joined(recurring).map(stretch) };
}

function joined(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const result: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((s, t) => s.start - t.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}
