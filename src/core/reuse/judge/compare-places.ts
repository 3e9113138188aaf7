import type { Aligner } from '../align/alignment.ts';
import { sizeOf } from '../contents/contents.ts';
import { type Finding, findingsOf, type Judging, overlap, type Place } from './findings.ts';

/** What comparing needs. */
export interface Comparing extends Judging {
  readonly aligner: Aligner;
}

/** Folded characters that one such place may have: longer ones are not compared without anchors. */
const LONGEST = 20_000;
/** Diagonals beside the straight way from end to end. */
const SLACK = 18;

/**
 * Compares two places that are known to be versions of one passage, without looking for anchors first. Null where they
 * turn out to have too little in common, share characters, or are too long for that.
 */
export function comparePlaces(a: Place, b: Place, comparing: Comparing): Finding | null {
  const { contents, aligner } = comparing;
  if (Math.max(sizeOf(a), sizeOf(b)) > LONGEST || overlap(a, b)) return null;
  const [p, q] = contents.precedes(a.content, b.content) ? [a, b] : [b, a];
  const straight = q.start - p.start;
  const grown = sizeOf(q) - sizeOf(p);
  const runs = aligner.align({
    x: p,
    y: q,
    low: straight + Math.min(0, grown) - SLACK,
    high: straight + Math.max(0, grown) + SLACK,
    core: p,
  });
  if (runs.length === 0) return null;
  const [finding] = findingsOf({ x: p.content, y: q.content, tiles: [runs] }, comparing);
  return finding ?? null;
}
