import type { Anchor } from './anchors.ts';
import type { Aligner } from './alignment.ts';
import { chainAnchors } from './chains.ts';
import { type Corpus, type Range, rangeOf, sizeOf, unitAt } from './corpus.ts';
import { judge } from './judge.ts';
import type { PairKind } from './pair.ts';
import type { Rarity } from './rarity.ts';
import type { ClauseEdges } from './edges.ts';
import type { Pace } from './pace.ts';
import { tileChains } from './tiles.ts';
import { widenReworded } from './widen.ts';

/** One side of a finding: a range of one unit. */
export interface Place {
  readonly unit: number;
  readonly range: Range;
}

/** Two places that say the same, before they are given names and spans. `a` stands before `b` in the corpus. */
export interface Finding {
  readonly a: Place;
  readonly b: Place;
  readonly kind: PairKind;
  readonly matched: number;
  /** Matched characters, each by how rare it is. */
  readonly weight: number;
}

/** What comparing two units needs. */
export interface Comparer {
  readonly corpus: Corpus;
  readonly aligner: Aligner;
  readonly rarity: Rarity;
  readonly edges: ClauseEdges;
  readonly pace: Pace;
}

/** The findings between a unit and the units before it, from its anchors in order of x. Yields now and then. */
export function* compareUnit(
  unit: number,
  anchors: readonly Anchor[],
  comparer: Comparer,
): Generator<void, readonly Finding[]> {
  const findings: Finding[] = [];
  for (let from = 0; from < anchors.length;) {
    const other = unitAt(comparer.corpus, (anchors[from] as Anchor).x);
    const { end } = rangeOf(comparer.corpus, other);
    let to = from + 1;
    while (to < anchors.length && (anchors[to] as Anchor).x < end) to++;
    for (const finding of yield* compareUnits(other, unit, anchors.slice(from, to), comparer)) {
      findings.push(finding);
    }
    from = to;
  }
  return findings;
}

/** The findings between two units that their anchors, in order of x, lead to. */
function* compareUnits(
  a: number,
  b: number,
  anchors: readonly Anchor[],
  comparer: Comparer,
): Generator<void, readonly Finding[]> {
  const { corpus, rarity } = comparer;
  const aRange = rangeOf(corpus, a);
  const bRange = rangeOf(corpus, b);
  // Aligned in an order that only the texts decide, so that the order of loading cannot change what is found.
  const turned = a !== b && precedes(corpus, bRange, aRange);
  const longer = Math.max(sizeOf(aRange), sizeOf(bRange));
  const chains = chainAnchors(turned ? turn(anchors) : anchors, longer, rarity);
  if (chains.length === 0) return [];
  const [x, y] = turned ? [bRange, aRange] : [aRange, bRange];
  const tiles = yield* tileChains(chains, x, y, comparer);
  return judge(tiles, x, y, rarity).map((judged) => {
    const { x: inX, y: inY, ...found } = widenReworded(judged, x, y, corpus, comparer.edges);
    return {
      a: { unit: a, range: turned ? inY : inX },
      b: { unit: b, range: turned ? inX : inY },
      ...found,
    };
  });
}

function turn(anchors: readonly Anchor[]): readonly Anchor[] {
  return anchors.map(({ x, y, length }) => ({ x: y, y: x, length })).sort((p, q) => p.x - q.x || p.y - q.y);
}

/** Whether one folded text comes before another: the shorter first, among equals by their characters. */
function precedes({ codes }: Corpus, p: Range, q: Range): boolean {
  if (sizeOf(p) !== sizeOf(q)) return sizeOf(p) < sizeOf(q);
  for (let i = 0; i < sizeOf(p); i++) {
    const difference = (codes[p.start + i] as number) - (codes[q.start + i] as number);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Whether a place is its unit, whole. */
export function isWholeUnit({ unit, range }: Place, corpus: Corpus): boolean {
  const whole = rangeOf(corpus, unit);
  return range.start === whole.start && range.end === whole.end;
}

/** 2·matched / (lengthA + lengthB): of the units or of the passages, as the finding's places say. */
export function similarityOfFinding({ a, b, matched }: Finding): number {
  return (2 * matched) / (sizeOf(a.range) + sizeOf(b.range));
}
