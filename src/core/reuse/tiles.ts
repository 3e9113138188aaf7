import type { Band, Run } from './alignment.ts';
import type { Chain } from './chains.ts';
import { type Range, sizeOf } from './corpus.ts';
import type { Comparer } from './compare-units.ts';
import { createCover } from './cover.ts';
import type { ClauseEdges } from './edges.ts';
import type { Rarity } from './rarity.ts';

/** Two passages of two units with their correspondence. Ranges count in the folded corpus. */
export interface Tile {
  readonly x: Range;
  readonly y: Range;
  readonly runs: readonly Run[];
  /** Characters that stand on both sides. */
  readonly matched: number;
  /** The same, each by how rare it is. */
  readonly weight: number;
}

/** How far beyond a chain its alignment may grow, in folded characters, at either end. */
const GROWTH = 60;
/** Diagonals beside those of the chain that its alignment may use: insertions of a few words. */
const SLACK = 12;
/** Fewer characters in common are no tile. */
const MATCHED_LEAST = 6;
/** A tile below this weight is a word that both texts use. */
const TILE_WEIGHT_LEAST = 5;
/** A run at either end of a tile that is shorter, and no longer than the difference before it, is chance. */
const END_RUN_SAFE = 6;

/** The stretch in which a chain of the units x and y is aligned anew, as a band around it. */
export function bandOf(chain: Chain, x: Range, y: Range): Band {
  return {
    x: { start: Math.max(x.start, chain.xStart - GROWTH), end: Math.min(x.end, chain.xEnd + GROWTH) },
    y: { start: Math.max(y.start, chain.yStart - GROWTH), end: Math.min(y.end, chain.yEnd + GROWTH) },
    low: chain.low - SLACK,
    high: chain.high + SLACK,
    core: { start: chain.xStart, end: chain.xEnd },
  };
}

/**
 * Aligns every band whole and keeps the best tiles that do not overlap on either side, in any order, so that moved
 * sentences are found: greedy string tiling after Wise (1993), over alignments instead of runs. In order of x.
 */
export function tileRanges(bands: readonly Band[], { aligner, rarity, edges }: Comparer): readonly Tile[] {
  const candidates: Tile[] = [];
  for (const band of [...bands].sort(
    (p, q) => sizeOf(q.core) - sizeOf(p.core) || p.core.start - q.core.start,
  )) {
    if (!candidates.some((tile) => holdsCore(tile, band))) alignWhole(band);
  }
  candidates.sort((p, q) => q.matched - p.matched || p.x.start - q.x.start || p.y.start - q.y.start);

  const covered = createCover();
  const kept: Tile[] = [];
  for (const candidate of candidates) {
    const runs = candidate.runs.filter(
      (run) => covered.isFree(run.x, run.length) && covered.isFree(run.y, run.length),
    );
    if (runs.length === 0) continue;
    const tile = runs.length === candidate.runs.length ? candidate : tileOf(runs, rarity);
    if (tile.weight < TILE_WEIGHT_LEAST || (tile.x.start < tile.y.end && tile.y.start < tile.x.end)) continue;
    covered.add(tile.x);
    covered.add(tile.y);
    kept.push(tile);
  }
  return kept.sort((p, q) => p.x.start - q.x.start);

  /** The best alignment of a band, and those of what it leaves of the band on either side. */
  function alignWhole(band: Band): void {
    const runs = aligner.align(band);
    const first = runs[0];
    const last = runs[runs.length - 1];
    if (first === undefined || last === undefined || sumOf(runs) < MATCHED_LEAST) return;
    candidates.push(tileOf(withoutChanceEnds(runs, edges), rarity));
    alignRest({
      ...band,
      x: { start: band.x.start, end: first.x },
      y: { start: band.y.start, end: first.y },
    });
    alignRest({
      ...band,
      x: { start: last.x + last.length, end: band.x.end },
      y: { start: last.y + last.length, end: band.y.end },
    });
  }

  function alignRest(band: Band): void {
    const core = {
      start: Math.max(band.core.start, band.x.start),
      end: Math.min(band.core.end, band.x.end),
    };
    if (Math.min(sizeOf(core), sizeOf(band.y)) >= MATCHED_LEAST) alignWhole({ ...band, core });
  }
}

/** Whether an alignment already went through all that the anchors of a band vouch for. */
function holdsCore({ x, y }: Tile, { core, low, high }: Band): boolean {
  return (
    x.start <= core.start &&
    core.end <= x.end &&
    y.start <= core.start + low + SLACK &&
    core.end + high - SLACK <= y.end
  );
}

function sumOf(runs: readonly Run[]): number {
  return runs.reduce((total, run) => total + run.length, 0);
}

/** The tile that runs in order of x make. There must be one at least. */
export function tileOf(runs: readonly Run[], rarity: Rarity): Tile {
  let xStart = Infinity;
  let xEnd = 0;
  let yStart = Infinity;
  let yEnd = 0;
  let matched = 0;
  let weight = 0;
  for (const run of runs) {
    xStart = Math.min(xStart, run.x);
    xEnd = Math.max(xEnd, run.x + run.length);
    yStart = Math.min(yStart, run.y);
    yEnd = Math.max(yEnd, run.y + run.length);
    matched += run.length;
    weight += rarity.weightOf(run);
  }
  return { x: { start: xStart, end: xEnd }, y: { start: yStart, end: yEnd }, runs, matched, weight };
}

/** 2·matched / (lengthA + lengthB) of the two passages. */
export function similarityOf(tile: Tile): number {
  return (2 * tile.matched) / (sizeOf(tile.x) + sizeOf(tile.y));
}

/** Takes away the runs at either end that only chance put there. A run that ends its clause on both sides may be shorter. */
function withoutChanceEnds(runs: readonly Run[], edges: ClauseEdges): readonly Run[] {
  let first = 0;
  let last = runs.length - 1;
  while (first < last) {
    const run = runs[first] as Run;
    const next = runs[first + 1] as Run;
    const gap = Math.max(next.x - run.x, next.y - run.y) - run.length;
    const clause = edges.beginsAt(run.x) && edges.beginsAt(run.y);
    if (!isChance(run.length, gap, clause)) break;
    first++;
  }
  while (last > first) {
    const run = runs[last] as Run;
    const previous = runs[last - 1] as Run;
    const gap = Math.max(run.x - previous.x, run.y - previous.y) - previous.length;
    const clause = edges.endsAt(run.x + run.length) && edges.endsAt(run.y + run.length);
    if (!isChance(run.length, gap, clause)) break;
    last--;
  }
  return runs.slice(first, last + 1);
}

function isChance(length: number, gap: number, clause: boolean): boolean {
  if (length >= END_RUN_SAFE) return false;
  return clause ? length < 2 || 2 * length < gap : length < 2 || length <= gap;
}
