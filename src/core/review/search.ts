import type { Passage } from '../reuse/pair.ts';
import type { Speech, StructuredDocument } from '../structure/speech.ts';
import type { DocumentId } from '../text/document.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { finderOf, type Finder } from './finder.ts';

/** The test whether a passage, or the head of its speech, holds what is sought. */
export type Search = (passage: Passage) => boolean;

/** Where a query stands in one document. */
interface Places {
  /** Offsets in the text, ascending. */
  readonly offsets: readonly number[];
  /** Whether the speech's title, speaker or role holds it, by speech, as far as that was asked. */
  readonly inHead: boolean[];
}

/**
 * The search for `query`; case is set aside. Each text is searched once, when it is first asked for, so that a hundred
 * thousand passages cost no more than their texts.
 */
export function searchFor(query: string, documents: ReadonlyMap<DocumentId, StructuredDocument>): Search {
  if (query === '') return () => true;
  const finder = finderOf(query);
  const found = new Map<StructuredDocument, Places>();
  return ({ document, speech, span }) => {
    const structured = documents.get(document);
    if (structured === undefined) return false;
    let places = found.get(structured);
    if (places === undefined) {
      found.set(structured, (places = { offsets: finder.offsetsIn(structured.document.text), inHead: [] }));
    }
    const next = places.offsets[partitionPoint(places.offsets, (offset) => offset < span.start)];
    if (next !== undefined && next + query.length <= span.end) return true;
    return (places.inHead[speech] ??= isInHead(structured.speeches[speech], finder));
  };
}

function isInHead(speech: Speech | undefined, finder: Finder): boolean {
  if (speech === undefined) return false;
  return finder.isIn(speech.title) || finder.isIn(speech.speaker) || finder.isIn(speech.role);
}
