import type { Passage, Pair } from '../../core/reuse/pair.ts';
import type { MapDocument } from '../../core/review/corpus-map.ts';

/** Gaps of the map in CSS pixels, as in its style sheet: between documents and between speeches. */
const DOCUMENT_GAP = 14;
const SPEECH_GAP = 8;

/** A place along the map: a share of its width, plus CSS pixels. */
interface Place {
  readonly share: number;
  readonly pixels: number;
}

/** The line over the map that joins the middles of the two passages. */
export function MapBracket({ documents, pair }: { documents: readonly MapDocument[]; pair: Pair }) {
  const a = placeOf(documents, pair.a);
  const b = placeOf(documents, pair.b);
  if (a === null || b === null) return null;
  const [left, right] = a.share <= b.share ? [a, b] : [b, a];
  const width = { share: right.share - left.share, pixels: right.pixels - left.pixels };
  return <span class="bracket" aria-hidden="true" style={{ left: css(left), width: css(width) }} />;
}

/** Where the middle of a passage stands: the flexible boxes share what the gaps leave, by their lengths. */
function placeOf(documents: readonly MapDocument[], passage: Passage): Place | null {
  const lengths = documents.map(({ speeches }) => speeches.reduce((sum, { length }) => sum + length, 0));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const at = documents.findIndex(({ structured }) => structured.document.id === passage.document);
  const document = documents[at];
  const order = document?.speeches.findIndex(({ index }) => index === passage.speech) ?? -1;
  const speech = document?.speeches[order];
  if (document === undefined || speech === undefined || total === 0) return null;
  const middle = (passage.span.start + passage.span.end) / 2 - speech.speech.span.start;
  const within = document.speeches.slice(0, order).reduce((sum, { length }) => sum + length, middle);
  const before = lengths.slice(0, at).reduce((sum, length) => sum + length, 0);
  const share = (before + within) / total;
  const documentGaps = DOCUMENT_GAP * (at - (documents.length - 1) * share);
  const inDocument = within / Math.max(1, lengths[at] ?? 1);
  const speechGaps = SPEECH_GAP * (order - (document.speeches.length - 1) * inDocument);
  return { share, pixels: documentGaps + speechGaps };
}

function css({ share, pixels }: Place): string {
  return `calc(${(share * 100).toFixed(3)}% + ${pixels.toFixed(2)}px)`;
}
