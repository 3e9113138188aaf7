import type { Pair, Passage } from '../reuse/pair.ts';

/**
 * The pair of another detection that is `pair`, or else the first that shares text with it on both sides: a passage may
 * have become longer or shorter. One pass.
 */
export function pairInPlaceOf(pair: Pair, pairs: readonly Pair[]): Pair | undefined {
  return (
    pairs.find(({ id }) => id === pair.id) ??
    pairs.find(({ a, b }) => overlaps(a, pair.a) && overlaps(b, pair.b))
  );
}

function overlaps(p: Passage, q: Passage): boolean {
  return p.document === q.document && p.span.start < q.span.end && q.span.start < p.span.end;
}
