import type { Clause, Repeat } from '../repeats.ts';
import type { MadeDocument } from '../speeches.ts';

/** A stretch of a document, which is named by its number; UTF-16 units. */
export interface Place {
  readonly document: number;
  readonly start: number;
  readonly end: number;
}

/** How much of what was planted was found. */
export interface Score {
  readonly recall: ReadonlyMap<Repeat, { readonly found: number; readonly planted: number }>;
  /** How many pairs of places were reported. */
  readonly reported: number;
  /** How many of them hold a clause and a copy of it. */
  readonly right: number;
}

/**
 * Scores reported pairs of places. A pair says of each clause on its one side that a copy with the same origin on its
 * other side belongs to it, and what belongs together is passed on, so that of many copies not every pair need be reported. A
 * clause lies in a place that covers half of it. A repeat was found when half of its clauses are with their copies.
 */
export function score(documents: readonly MadeDocument[], pairs: Iterable<readonly [Place, Place]>): Score {
  /** Each clause's group, by the clause that leads it. */
  const leaders = new Map<Clause, Clause>();
  let [reported, right] = [0, 0];
  for (const [a, b] of pairs) {
    reported++;
    const others = clausesIn(b);
    const shared = clausesIn(a).flatMap((clause) =>
      others
        .filter((other) => other.id === clause.id && other !== clause)
        .map((other) => [clause, other] as const),
    );
    for (const [clause, other] of shared) unite(clause, other);
    if (shared.length > 0) right++;
  }
  const recall = new Map<Repeat, { found: number; planted: number }>();
  for (const { kind, copied } of documents.flatMap(({ plants }) => plants)) {
    const count = recall.get(kind) ?? { found: 0, planted: 0 };
    const together = copied.filter(([source, copy]) => leader(source) === leader(copy)).length;
    count.planted++;
    if (together >= copied.length / 2) count.found++;
    recall.set(kind, count);
  }
  return { recall, reported, right };

  /** What everybody says is no repeat of anything. */
  function clausesIn({ document, start, end }: Place): readonly Clause[] {
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

  function leader(clause: Clause): Clause {
    const above = leaders.get(clause);
    if (above === undefined) return clause;
    const top = leader(above);
    leaders.set(clause, top);
    return top;
  }

  function unite(one: Clause, other: Clause): void {
    const [a, b] = [leader(one), leader(other)];
    if (a !== b) leaders.set(a, b);
  }
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
