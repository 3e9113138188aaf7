import type { Finding, Place } from './compare-units.ts';
import { sizeOf } from './corpus.ts';

/** Places of one unit of which each shares so much of the longer one are taken for one passage. */
const SAME_PASSAGE = 2 / 3;

/** The passages that findings speak of: places of one unit that all but coincide are one. */
export interface Passages {
  /** One place for each passage, in order of the corpus. */
  readonly places: readonly Place[];
  /** The number of the passage that a finding's side belongs to. */
  passageOf(place: Place): number;
}

/** Gathers the passages of all findings and of `others`. Sorting time. */
export function gatherPassages(findings: readonly Finding[], others: readonly Place[]): Passages {
  const byKey = new Map<string, Place>();
  for (const place of [...findings.flatMap(({ a, b }) => [a, b]), ...others]) byKey.set(keyOf(place), place);
  const sorted = [...byKey.values()].sort(
    (p, q) => p.range.start - q.range.start || q.range.end - p.range.end,
  );
  const places: Place[] = [];
  const numbers = new Map<string, number>();
  for (const place of sorted) {
    const last = places[places.length - 1];
    if (last === undefined || !isSame(last, place)) places.push(place);
    numbers.set(keyOf(place), places.length - 1);
  }
  return {
    places,
    passageOf(place) {
      const number = numbers.get(keyOf(place));
      if (number === undefined) throw new RangeError(`no such passage: ${keyOf(place)}`);
      return number;
    },
  };
}

function isSame(p: Place, q: Place): boolean {
  const shared = Math.min(p.range.end, q.range.end) - Math.max(p.range.start, q.range.start);
  return p.unit === q.unit && shared >= SAME_PASSAGE * Math.max(sizeOf(p.range), sizeOf(q.range));
}

function keyOf({ range }: Place): string {
  return `${range.start}-${range.end}`;
}
