import type { StructuredDocument } from '../structure/speech.ts';
import type { DocumentId } from '../text/document.ts';
import type { Finder } from './finder.ts';

/** A place that holds what is sought, in UTF-16 units of its document's text. */
export interface Hit {
  readonly document: DocumentId;
  readonly start: number;
  readonly end: number;
}

/** Hits that are listed at most: nobody walks further, and a single letter stands in a text a million times. */
export const HITS_MOST = 100_000;

/** What was found in some texts. */
export interface Hits {
  readonly list: readonly Hit[];
  /** Whether there are more than `HITS_MOST`. */
  readonly isCapped: boolean;
}

/** The places of a query of `length` units in documents, in loading order. Yields after each text. */
export function* findIn(
  documents: readonly StructuredDocument[],
  finder: Finder,
  length: number,
): Generator<void, Hits> {
  const list: Hit[] = [];
  for (const { document } of documents) {
    let end = 0;
    for (const start of finder.offsetsIn(document.text)) {
      // 好好 stands in 好好好 once, as in every program that finds.
      if (start < end) continue;
      if (list.length === HITS_MOST) return { list, isCapped: true };
      end = start + length;
      list.push({ document: document.id, start, end });
    }
    yield;
  }
  return { list, isCapped: false };
}
