import { eachPair } from '../align/alignments.ts';
import type { Linked } from './linking.ts';
import { FREQUENT, type Occurrences, UNFLAGGED } from './occurrences.ts';

/** Pairs of contents that were there before and are now joined by other shingles than before. */
export interface ChangedPairs {
  /** The keys of the pairs. */
  readonly pairs: ReadonlySet<number>;
  /** The later content of each. */
  readonly later: ReadonlySet<number>;
}

/** Places looked at between two steps of progress. */
const STEP = 100_000;
const CONTENTS_MOST = 2 ** 26;

/** Names two contents by one number: exact, as there are fewer than 2 to the power of 26 contents. */
export function pairKey(x: number, y: number): number {
  return x * CONTENTS_MOST + y;
}

/**
 * Where a shingle stands in more places than are paired all with all, a place that comes or goes changes who is paired with
 * whom: the pairs of which that is true, by what stood together `before` and `now`. Yields now and then.
 */
export function* changedPairs(
  before: Occurrences,
  now: Occurrences,
  { contents, isLinked, alignments }: Linked,
): Generator<void, ChangedPairs> {
  const pairs = new Set<number>();
  const lost = new Set<number>();
  if (before.frequent === 0 && now.frequent === 0) return { pairs, later: pairs };
  // Both lists are in order of the contents: what stands in both is met in the same order.
  let old = 0;
  for (let current = 0; current < now.positions.length; current++) {
    if (current % STEP === 0) yield;
    const position = now.positions[current] as number;
    const content = contents.at(position);
    if (!isLinked(content)) continue;
    while (before.positions[old] !== position) old++;
    if ((((before.before[old] as number) | (now.before[current] as number)) & FREQUENT) === 0) continue;
    const then = partnersOf(before, old);
    const there = partnersOf(now, current);
    for (const partner of then) {
      const other = contents.at(partner);
      if (!there.includes(partner) && contents.isLive(other)) lost.add(pairKey(other, content));
    }
    for (const partner of there) {
      const other = contents.at(partner);
      if (!then.includes(partner) && isLinked(other)) pairs.add(pairKey(other, content));
    }
  }
  // With fewer anchors nothing comes to light: only what was aligned may go.
  for (const packed of lost.size > 0 ? alignments : []) {
    eachPair(packed, (x, y) => {
      if (lost.has(pairKey(x, y))) pairs.add(pairKey(x, y));
    });
    yield;
  }
  return { pairs, later: new Set([...pairs].map((key) => key % CONTENTS_MOST)) };
}

/** The places before that one is paired with: the one right before it where its shingle is frequent, else all. */
function partnersOf({ byShingle, before, partners }: Occurrences, index: number): Int32Array {
  const to = (before[index] as number) & UNFLAGGED;
  return byShingle.subarray(to - (partners[index] as number), to);
}
