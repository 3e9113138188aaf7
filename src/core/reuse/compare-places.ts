import type { Comparer, Finding, Place } from './compare-units.ts';
import { rangeOf, sizeOf } from './corpus.ts';
import { judge } from './judge.ts';
import { tileOf } from './tile.ts';

/** Table cells for one such comparison, at most: two passages of 2 thousand characters with words put in. */
const CELLS_MOST = 2_000_000;
/** Diagonals beside the straight way from end to end. */
const SLACK = 30;

/**
 * Compares two places that are known to be versions of one passage, without looking for anchors first. Null where they
 * turn out to have too little in common, or are too long for a comparison without anchors.
 */
export function comparePlaces(a: Place, b: Place, comparer: Comparer): Finding | null {
  const { corpus, aligner, rarity } = comparer;
  const straight = b.range.start - a.range.start;
  const grown = sizeOf(b.range) - sizeOf(a.range);
  const low = straight + Math.min(0, grown) - SLACK;
  const high = straight + Math.max(0, grown) + SLACK;
  if (sizeOf(a.range) * (high - low + 1) > CELLS_MOST) return null;
  const runs = aligner.align({ x: a.range, y: b.range, low, high, core: a.range });
  if (runs.length === 0) return null;
  const [judged] = judge([tileOf(runs, rarity)], rangeOf(corpus, a.unit), rangeOf(corpus, b.unit), rarity);
  if (judged === undefined) return null;
  const { kind, x, y, matched, weight } = judged;
  return { a: { unit: a.unit, range: x }, b: { unit: b.unit, range: y }, kind, matched, weight };
}
