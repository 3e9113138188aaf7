import { type Finding, similarityOfFinding } from '../judge/findings.ts';
import { sortByKey } from '../link/radix.ts';
import type { Passages } from './passages.ts';
import { type UnionFind, unionFind } from '../union-find.ts';

/** Two passages this much alike are versions of one another, and so are the versions of either. */
const STRONG_SIMILARITY = 0.8;
/** Weaker likeness joins two groups only where more than this share of all their passages are alike, each with each. */
const WEAK_SHARE = 0.5;
/** Similarities that differ by less than one in so many are taken for equal. */
const FINEST = 2 ** 30;
/** Findings looked at between two steps of progress. */
const STEP = 5_000;

/**
 * Groups the passages that are versions of one another. Strong likeness is passed on from one to the next. Weak likeness is
 * not: else texts on one matter would chain up to one huge group in which the ends have nothing in common. Yields now and then.
 */
export function* groupVersions(findings: readonly Finding[], passages: Passages): Generator<void, UnionFind> {
  const sets = unionFind(passages.places.length);
  const { ofA, ofB } = passages;
  const weak: number[] = [];
  for (let i = 0; i < findings.length; i++) {
    if (i % STEP === 0) yield;
    if (similarityOfFinding(findings[i] as Finding) < STRONG_SIMILARITY) weak.push(i);
    else sets.join(ofA[i] as number, ofB[i] as number);
  }
  yield* joinByShare(weak, findings, passages, sets);
  return sets;
}

/** Joins sets that enough weak findings connect, the most alike first. */
function* joinByShare(
  weak: readonly number[],
  findings: readonly Finding[],
  { places, ofA, ofB }: Passages,
  sets: UnionFind,
): Generator<void, void> {
  const sizes = new Uint32Array(places.length);
  for (let passage = 0; passage < places.length; passage++) sizes[sets.find(passage)]!++;
  /** How many weak findings connect each set with each other. */
  const links = new Map<number, Map<number, number>>();
  const linksOf = (set: number): Map<number, number> => {
    let known = links.get(set);
    if (known === undefined) links.set(set, (known = new Map()));
    return known;
  };
  const add = (p: number, q: number, count: number): void => {
    const [ofP, ofQ] = [linksOf(p), linksOf(q)];
    ofP.set(q, (ofP.get(q) ?? 0) + count);
    ofQ.set(p, (ofQ.get(p) ?? 0) + count);
  };
  const differences = new Uint32Array(weak.length);
  for (let i = 0; i < weak.length; i++) {
    if (i % STEP === 0) yield;
    const index = weak[i] as number;
    differences[i] = Math.round((1 - similarityOfFinding(findings[index] as Finding)) * FINEST);
    const p = sets.find(ofA[index] as number);
    const q = sets.find(ofB[index] as number);
    if (p !== q) add(p, q, 1);
  }

  const mostAlikeFirst = yield* sortByKey(differences);
  for (let rank = 0; rank < mostAlikeFirst.length; rank++) {
    if (rank % STEP === 0) yield;
    const index = weak[mostAlikeFirst[rank] as number] as number;
    const p = sets.find(ofA[index] as number);
    const q = sets.find(ofB[index] as number);
    if (p === q) continue;
    const count = linksOf(p).get(q) ?? 0;
    if (count <= WEAK_SHARE * (sizes[p] as number) * (sizes[q] as number)) continue;
    sets.join(p, q);
    const joined = sets.find(p);
    const other = joined === p ? q : p;
    sizes[joined]! += sizes[other] as number;
    for (const [neighbour, number] of linksOf(other)) {
      linksOf(neighbour).delete(other);
      if (neighbour !== joined) add(joined, neighbour, number);
    }
    links.delete(other);
  }
}
