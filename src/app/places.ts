import type { StructuredDocument } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import type { Context } from './context.ts';

/**
 * Tells where each document that comes will stand: where it stood before it was removed, for decisions speak of its pairs'
 * sides in that order; else behind all that are or were there, the `index`th of those that come at once. Asked once for all
 * of them: each answer takes constant time.
 */
export function placesFor({
  stored,
  places,
}: Pick<Context, 'stored' | 'places'>): (id: DocumentId, index: number) => number {
  const last = lastPlace({ stored, places });
  return (id, index) => places.get(id) ?? last + index + 1;
}

/** The last place that a document has or had; 0 for none. */
export function lastPlace({ stored, places }: Pick<Context, 'stored' | 'places'>): number {
  let last = 0;
  for (const { order } of stored.values()) last = Math.max(last, order);
  for (const order of places.values()) last = Math.max(last, order);
  return last;
}

/** Takes a document out of those that are there, and remembers its place. */
export function takeOut({ stored, places }: Pick<Context, 'stored' | 'places'>, id: DocumentId): void {
  const gone = stored.get(id);
  if (gone !== undefined) places.set(id, gone.order);
  stored.delete(id);
}

/** The documents in their stored order, of equals by id: as the next visit reads them. */
export function inPlace(
  documents: readonly StructuredDocument[],
  stored: Context['stored'],
): readonly StructuredDocument[] {
  const orderOf = ({ document }: StructuredDocument) => stored.get(document.id)?.order ?? 0;
  return documents.toSorted((p, q) => orderOf(p) - orderOf(q) || (p.document.id < q.document.id ? -1 : 1));
}
