import type { Comparer, Finding, Place } from './compare-units.ts';
import { rangeOf, sizeOf } from './corpus.ts';
import { judge } from './judge.ts';
import { tileRanges } from './tiles.ts';

/** Table cells for one such comparison, at most: two passages of 2 thousand characters with words put in. */
const CELLS_MOST = 2_000_000;
/** Diagonals beside the straight way from end to end. */
const SLACK = 40;

/**
 * Compares two places that are known to be versions of one passage, without looking for anchors first. Null where they
 * turn out to have too little in common, or are too long for a comparison without anchors.
 */
export function comparePlaces(a: Place, b: Place, comparer: Comparer): Finding | null {
  const grown = sizeOf(b.range) - sizeOf(a.range);
  const straight = b.range.start - a.range.start;
  const band = {
    x: a.range,
    y: b.range,
    low: straight + Math.min(0, grown) - SLACK,
    high: straight + Math.max(0, grown) + SLACK,
    core: a.range,
  };
  if (sizeOf(a.range) * (band.high - band.low + 1) > CELLS_MOST) return null;
  const tiles = tileRanges([band], comparer);
  const [judged] = judge(
    tiles,
    rangeOf(comparer.corpus, a.unit),
    rangeOf(comparer.corpus, b.unit),
    comparer.rarity,
  );
  if (judged === undefined) return null;
  const { kind, x, y, matched, weight } = judged;
  return { a: { unit: a.unit, range: x }, b: { unit: b.unit, range: y }, kind, matched, weight };
}
