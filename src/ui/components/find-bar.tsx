import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Hit } from '../../core/review/find.ts';
import type { Pair } from '../../core/reuse/pair.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';
import { useMessages } from '../hooks/context.ts';
import { useFoundMarks } from '../hooks/use-found-marks.ts';
import { useHits } from '../hooks/use-hits.ts';

export const NO_HITS: readonly Hit[] = [];

/** Where the reader is: the first hit from there on is shown first. */
export interface ReadingPlace {
  readonly document: DocumentId | null;
  readonly at: number;
}

/**
 * Finds words in the texts and not only in the rows that are on the screen: in the pair that is open, or in all documents.
 * Enter goes on, Shift and Enter back, Escape closes.
 */
export function FindBar(props: {
  documents: readonly StructuredDocument[];
  /** The pair that is on the screen; null where none is, and all documents are searched. */
  pair: Pair | null;
  place: ReadingPlace;
  onHit: (hit: Hit, isInPair: boolean) => void;
  /** Hears all that is found, and nothing once the bar is closed. */
  onHits: (hits: readonly Hit[]) => void;
  onClose: () => void;
}) {
  const { documents, pair, place, onHit, onHits, onClose } = props;
  const messages = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [everywhere, setEverywhere] = useState(pair === null);
  const [chosen, setChosen] = useState<number | null>(null);
  const found = useHits(query, documents);
  const isInPair = pair !== null && !everywhere;
  const hits = useMemo(
    () => (found === null ? null : isInPair ? found.list.filter((hit) => isIn(hit, pair)) : found.list),
    [found, isInPair, pair],
  );
  const here = chosen === null ? undefined : hits?.[chosen];
  useFoundMarks(query, here === undefined ? null : { text: here.document, start: here.start });

  useEffect(() => onHits(hits ?? NO_HITS), [hits]);
  useEffect(() => () => onHits(NO_HITS), []);
  useEffect(() => field.current?.select(), []);
  useEffect(() => {
    // What is found first is what the reader would come to first.
    if (hits === null || hits.length === 0) setChosen(null);
    else goTo(isInPair ? 0 : firstFrom(hits, place, documents));
    // The place is where the reader stood when he asked, not where a hit has taken him.
  }, [hits]);

  return (
    <search class="find-bar">
      <input
        ref={field}
        type="search"
        value={query}
        placeholder={messages.findText}
        aria-label={messages.findText}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      <span class="count" role="status">
        {countWords()}
      </span>
      <button type="button" class="arrow" aria-label={messages.previousHit} onClick={() => step(-1)}>
        ↑
      </button>
      <button type="button" class="arrow" aria-label={messages.nextHit} onClick={() => step(1)}>
        ↓
      </button>
      {pair !== null && (
        <div class="segmented" role="group" aria-label={messages.findReach}>
          {[false, true].map((all) => (
            <button
              key={String(all)}
              type="button"
              aria-pressed={everywhere === all}
              onClick={() => setEverywhere(all)}
            >
              {all ? messages.findEverywhere : messages.findInPair}
            </button>
          ))}
        </div>
      )}
      <button type="button" class="plain" onClick={onClose}>
        {messages.close}
      </button>
    </search>
  );

  function step(by: number): void {
    if (hits === null || hits.length === 0) return;
    goTo(chosen === null ? 0 : (chosen + by + hits.length) % hits.length);
  }

  function goTo(index: number): void {
    const hit = hits?.[index];
    if (hit === undefined) return;
    setChosen(index);
    onHit(hit, isInPair);
  }

  function countWords(): string {
    if (query === '' || hits === null) return '';
    if (hits.length === 0) return messages.notFound;
    return messages.hitOf((chosen ?? 0) + 1, hits.length, found?.isCapped === true && !isInPair);
  }
}

function isIn({ document, start, end }: Hit, { a, b }: Pair): boolean {
  return [a, b].some(({ document: own, span }) => document === own && start >= span.start && end <= span.end);
}

/** The index of the first hit at the place or behind it, in loading order; the first of all where none is. */
function firstFrom(
  hits: readonly Hit[],
  { document, at }: ReadingPlace,
  documents: readonly StructuredDocument[],
): number {
  const orders = new Map(documents.map((each, order) => [each.document.id, order]));
  const order = (document === null ? undefined : orders.get(document)) ?? 0;
  const first = hits.findIndex((hit) => {
    const own = orders.get(hit.document) ?? 0;
    return own > order || (own === order && hit.start >= at);
  });
  return Math.max(0, first);
}
