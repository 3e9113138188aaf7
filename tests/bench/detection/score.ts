import type { Clause, Repeat } from '../repeats.ts';
import type { MadeDocument } from '../speeches.ts';
import { clausesIn, type Place } from './places.ts';

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
    const others = clausesIn(documents, b);
    const shared = clausesIn(documents, a).flatMap((clause) =>
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
