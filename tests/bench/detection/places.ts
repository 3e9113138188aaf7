import type { Clause } from '../repeats.ts';
import type { MadeDocument } from '../speeches.ts';

/** A stretch of a document, which is named by its number; UTF-16 units. */
export interface Place {
  readonly document: number;
  readonly start: number;
  readonly end: number;
}

/** The clauses of which at least half lies in a place; without those that everybody says, which repeat nothing. */
export function clausesIn(
  documents: readonly MadeDocument[],
  { document, start, end }: Place,
): readonly Clause[] {
  const clauses = documents[document]?.clauses ?? [];
  const inside: Clause[] = [];
  for (let at = firstBehind(clauses, start); at < clauses.length; at++) {
    const clause = clauses[at];
    if (clause === undefined || clause.start >= end) break;
    const shared = Math.min(end, clause.start + clause.text.length) - Math.max(start, clause.start);
    if (clause.id >= 0 && shared >= clause.text.length / 2) inside.push(clause);
  }
  return inside;
}

/** The index of the first clause that ends behind `at`. */
function firstBehind(clauses: readonly Clause[], at: number): number {
  let [low, high] = [0, clauses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const clause = clauses[middle];
    if (clause !== undefined && clause.start + clause.text.length <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
