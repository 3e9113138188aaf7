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
  const weak: Finding[] = [];
  for (const [index, finding] of findings.entries()) {
    if (index % STEP === 0) yield;
    if (similarityOfFinding(finding) >= STRONG_SIMILARITY) {
      sets.join(passages.passageOf(finding.a), passages.passageOf(finding.b));
    } else weak.push(finding);
  }
  yield* joinByShare(weak, passages, sets);
  return sets;
}

/** Joins sets that enough weak findings connect, the most alike first. */
function* joinByShare(weak: readonly Finding[], passages: Passages, sets: UnionFind): Generator<void, void> {
  const sizes = new Map<number, number>();
  for (const passage of passages.places.keys()) {
    if (passage % STEP === 0) yield;
    const set = sets.find(passage);
    sizes.set(set, (sizes.get(set) ?? 0) + 1);
  }
  /** How many weak findings connect each set with each other. */
  const links = new Map<number, Map<number, number>>();
  const linksOf = (set: number): Map<number, number> => {
    const known = links.get(set) ?? new Map<number, number>();
    links.set(set, known);
    return known;
  };
  const add = (p: number, q: number, count: number): void => {
    linksOf(p).set(q, (linksOf(p).get(q) ?? 0) + count);
    linksOf(q).set(p, (linksOf(q).get(p) ?? 0) + count);
  };
  const setsOf = ({ a, b }: Finding): readonly [number, number] => [
    sets.find(passages.passageOf(a)),
    sets.find(passages.passageOf(b)),
  ];
  for (const [index, finding] of weak.entries()) {
    if (index % STEP === 0) yield;
    const [p, q] = setsOf(finding);
    if (p !== q) add(p, q, 1);
  }

  const sizeOf = (set: number): number => sizes.get(set) ?? 1;
  const mostAlikeFirst = yield* sortByKey(
    Uint32Array.from(weak, (finding) => Math.round((1 - similarityOfFinding(finding)) * FINEST)),
  );
  for (let rank = 0; rank < mostAlikeFirst.length; rank++) {
    if (rank % STEP === 0) yield;
    const finding = weak[mostAlikeFirst[rank] as number] as Finding;
    const [p, q] = setsOf(finding);
    const count = linksOf(p).get(q) ?? 0;
    if (p === q || count <= WEAK_SHARE * sizeOf(p) * sizeOf(q)) continue;
    sets.join(p, q);
    const joined = sets.find(p);
    const other = joined === p ? q : p;
    sizes.set(joined, sizeOf(p) + sizeOf(q));
    for (const [neighbour, number] of linksOf(other)) {
      linksOf(neighbour).delete(other);
      if (neighbour !== joined) add(joined, neighbour, number);
    }
    links.delete(other);
  }
}
