import { useEffect, useState } from 'preact/hooks';
import { findIn, type Hits } from '../../core/review/find.ts';
import { finderOf } from '../../core/review/finder.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';

/** In milliseconds: how long texts are searched before the page is heard. */
const SLICE = 12;
/** In milliseconds: how long the typing must rest. */
const REST = 120;

/** The places of `query` in `documents`, searched in slices of a frame; null until they are known. */
export function useHits(query: string, documents: readonly StructuredDocument[]): Hits | null {
  const [found, setFound] = useState<{
    query: string;
    documents: readonly StructuredDocument[];
    hits: Hits;
  } | null>(null);
  useEffect(() => {
    if (query === '') return undefined;
    const steps = findIn(documents, finderOf(query), query.length);
    let timer = setTimeout(search, REST);
    return () => clearTimeout(timer);

    function search(): void {
      const sliceEnd = performance.now() + SLICE;
      do {
        const step = steps.next();
        if (step.done === true) {
          setFound({ query, documents, hits: step.value });
          return;
        }
      } while (performance.now() < sliceEnd);
      timer = setTimeout(search);
    }
  }, [query, documents]);
  return found !== null && found.query === query && found.documents === documents ? found.hits : null;
}
