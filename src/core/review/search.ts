import type { Passage } from '../reuse/pair.ts';
import type { Speech, StructuredDocument } from '../structure/speech.ts';
import type { DocumentId } from '../text/document.ts';
import { partitionPoint } from '../text/partition-point.ts';

/** Where a query stands in one document. */
interface Places {
  /** Offsets in the text, ascending. */
  readonly offsets: readonly number[];
  /** Whether the speech's title, speaker or role holds it, by speech. */
  readonly inHead: readonly boolean[];
}

/**
 * Gives the test whether a passage, or the head of its speech, holds `query`; case is set aside. Each text is searched
 * once, when it is first asked for, so that a hundred thousand passages cost no more than their texts.
 */
export function searchFor(
  query: string,
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
): (passage: Passage) => boolean {
  if (query === '') return () => true;
  const wanted = lowered(query);
  const found = new Map<DocumentId, Places>();
  return ({ document, speech, span }) => {
    let places = found.get(document);
    if (places === undefined) found.set(document, (places = placesIn(documents.get(document), wanted)));
    const next = places.offsets[partitionPoint(places.offsets, (offset) => offset < span.start)];
    return places.inHead[speech] === true || (next !== undefined && next + wanted.length <= span.end);
  };
}

function placesIn(structured: StructuredDocument | undefined, wanted: string): Places {
  if (structured === undefined) return { offsets: [], inHead: [] };
  const text = lowered(structured.document.text);
  const offsets: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) offsets.push(at);
  const isIn = ({ title, speaker, role }: Speech) =>
    lowered(`${title}\n${speaker}\n${role}`).includes(wanted);
  return { offsets, inHead: structured.speeches.map(isIn) };
}

/** In lower case; as it is where that would shift the offsets (İ becomes two units). */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
