import type { Run } from './alignment.ts';
import type { Chain } from './chains.ts';
import type { Comparer } from './compare-units.ts';
import { type Range, sizeOf } from './corpus.ts';
import { disjoint } from './disjoint.ts';
import { withoutLooseEnds } from './ends.ts';
import { type Tile, tileOf } from './tile.ts';

/** How far beyond a chain its alignment may grow at first, in folded characters, at either end. */
const GROWTH = 30;
/** How much farther it may grow each time it comes to the end of where it was looked for. */
const GROWTH_FACTOR = 4;
/** An alignment that ends so close to that end may go on beyond it. */
const NEAR_END = 8;
/** Cells of an alignment's table, at most: beyond them it does not grow. */
const CELLS_MOST = 1_000_000;
/** Diagonals beside those of the chain that its alignment may use: insertions of a few words. */
const SLACK = 12;
/** Candidates before a chain that may have gone through it already. */
const CANDIDATES_BEFORE = 8;
/** Fewer characters in common are no tile. */
const MATCHED_LEAST = 6;
/**
 * Aligns every chain of the ranges x and y whole and keeps the best tiles that do not overlap on either side, in any
 * order, so that moved sentences are found: greedy string tiling after Wise (1993), over alignments instead of runs.
 * In order of x. Yields now and then.
 */
export function* tileChains(
  chains: readonly Chain[],
  x: Range,
  y: Range,
  comparer: Comparer,
): Generator<void, readonly Tile[]> {
  const candidates: Tile[] = [];
  for (const chain of chains) {
    if (candidates.slice(-CANDIDATES_BEFORE).some((tile) => holds(tile, chain))) continue;
    if (x.start === y.start) {
      // Inside one unit the two passages must not grow into each other.
      const middle = (chain.xEnd + chain.yStart) >> 1;
      alignChain(chain, { ...x, end: middle }, { ...y, start: middle }, comparer, candidates);
    } else alignChain(chain, x, y, comparer, candidates);
    if (comparer.pace.isDue()) yield;
  }
  return disjoint(candidates, comparer.rarity);
}

/** Adds the best alignment of a chain to `found`, and those of what it leaves of the chain on either side. */
function alignChain(chain: Chain, x: Range, y: Range, comparer: Comparer, found: Tile[]): void {
  const runs = alignGrowing(chain, x, y, comparer);
  const first = runs[0];
  const last = runs[runs.length - 1];
  if (first === undefined || last === undefined || sumOf(runs) < MATCHED_LEAST) return;
  const kept = withoutLooseEnds(runs, comparer.edges);
  if (kept.length > 0) found.push(tileOf(kept, comparer.rarity));
  const before = { ...chain, xEnd: Math.min(chain.xEnd, first.x), yEnd: Math.min(chain.yEnd, first.y) };
  if (isWorthALook(before)) {
    alignChain(before, { start: x.start, end: first.x }, { start: y.start, end: first.y }, comparer, found);
  }
  const end = { x: last.x + last.length, y: last.y + last.length };
  const after = {
    ...chain,
    xStart: Math.max(chain.xStart, end.x),
    yStart: Math.max(chain.yStart, end.y),
  };
  if (isWorthALook(after)) {
    alignChain(after, { start: end.x, end: x.end }, { start: end.y, end: y.end }, comparer, found);
  }
}

function isWorthALook({ xStart, xEnd, yStart, yEnd }: Chain): boolean {
  return xEnd - xStart >= MATCHED_LEAST && yEnd - yStart >= MATCHED_LEAST;
}

/** Aligns a chain inside the ranges x and y, looking farther while the alignment comes to the end of where it was looked for. */
function alignGrowing(chain: Chain, x: Range, y: Range, { aligner }: Comparer): readonly Run[] {
  for (let growth = GROWTH; ; growth *= GROWTH_FACTOR) {
    const band = {
      x: { start: Math.max(x.start, chain.xStart - growth), end: Math.min(x.end, chain.xEnd + growth) },
      y: { start: Math.max(y.start, chain.yStart - growth), end: Math.min(y.end, chain.yEnd + growth) },
      low: chain.low - SLACK,
      high: chain.high + SLACK,
      core: { start: chain.xStart, end: chain.xEnd },
    };
    const runs = aligner.align(band);
    const first = runs[0];
    const last = runs[runs.length - 1];
    if (first === undefined || last === undefined) return runs;
    const mayGrow =
      (isNear(first.x, band.x.start, x.start) && first.y > y.start) ||
      (isNear(first.y, band.y.start, y.start) && first.x > x.start) ||
      (isNear(last.x + last.length, band.x.end, x.end) && last.y + last.length < y.end) ||
      (isNear(last.y + last.length, band.y.end, y.end) && last.x + last.length < x.end);
    const cells = (sizeOf(band.x) + 2 * growth * GROWTH_FACTOR) * (band.high - band.low + 1);
    if (!mayGrow || cells > CELLS_MOST) return runs;
  }
}

/** Whether an end of an alignment is near the end of the band but the band's end is not that of the range. */
function isNear(end: number, bandEnd: number, rangeEnd: number): boolean {
  return bandEnd !== rangeEnd && Math.abs(end - bandEnd) <= NEAR_END;
}

/** Whether an alignment already went through all that the anchors of a chain vouch for. */
function holds({ x, y }: Tile, chain: Chain): boolean {
  return x.start <= chain.xStart && chain.xEnd <= x.end && y.start <= chain.yStart && chain.yEnd <= y.end;
}

function sumOf(runs: readonly Run[]): number {
  return runs.reduce((total, run) => total + run.length, 0);
}
