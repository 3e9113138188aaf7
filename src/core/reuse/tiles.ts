import type { Run } from './alignment.ts';
import type { Chain } from './chains.ts';
import { type Range, sizeOf } from './corpus.ts';
import type { Comparer } from './compare-units.ts';
import { type Cover, createCover } from './cover.ts';
import type { ClauseEdges } from './edges.ts';
import type { Rarity } from './rarity.ts';

/** Two passages of two units with their correspondence. Ranges count in the folded corpus. */
export interface Tile {
  readonly x: Range;
  readonly y: Range;
  readonly runs: readonly Run[];
  /** Folded characters of both sides that its alignments go through: less than the ranges where tiles were joined. */
  readonly aligned: number;
  /** Characters that stand on both sides. */
  readonly matched: number;
  /** The same in ideographs. */
  readonly substance: number;
  /** The same, each by how rare it is. */
  readonly weight: number;
}

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
/** A tile below this weight is a word that both texts use. */
const TILE_WEIGHT_LEAST = 5;
/** A run at either end of a tile that is shorter, and no longer than the difference before it, is chance. */
const END_RUN_SAFE = 6;

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
  const kept = withoutCutWords(withoutChanceEnds(runs, comparer.edges), comparer.edges);
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

/** The best of the candidates that share no character on either side; what is left of a candidate beside a better one stays. */
function disjoint(candidates: Tile[], rarity: Rarity): readonly Tile[] {
  candidates.sort((p, q) => q.matched - p.matched || p.x.start - q.x.start || p.y.start - q.y.start);

  const covered = createCover();
  const kept: Tile[] = [];
  for (const candidate of candidates) {
    for (const runs of freePieces(candidate.runs, covered)) {
      const tile = tileOf(runs, rarity);
      if (tile.weight < TILE_WEIGHT_LEAST) continue;
      covered.add(tile.x);
      covered.add(tile.y);
      kept.push(tile);
    }
  }
  return kept.sort((p, q) => p.x.start - q.x.start);
}

/** What is free of an alignment: its runs, cut off where others stand, in groups with nothing of others between them. */
function freePieces(runs: readonly Run[], covered: Cover): readonly (readonly Run[])[] {
  const pieces: Run[][] = [];
  let last: Run | null = null;
  for (const whole of runs) {
    const run = freePart(whole, covered);
    if (run === null) continue;
    const piece = pieces[pieces.length - 1];
    if (
      piece !== undefined &&
      last !== null &&
      covered.isFree(between(last.x, run.x, last.length)) &&
      covered.isFree(between(last.y, run.y, last.length))
    )
      piece.push(run);
    else pieces.push([run]);
    last = run;
  }
  return pieces;
}

/** The range between a run of `length` at `start` and the next one. */
function between(start: number, next: number, length: number): Range {
  return { start: start + length, end: next };
}

/** The longest part of a run that is free on both sides. */
function freePart(run: Run, covered: Cover): Run | null {
  const x = covered.longestFree({ start: run.x, end: run.x + run.length });
  if (x === null) return null;
  const y = covered.longestFree({ start: x.start + run.y - run.x, end: x.end + run.y - run.x });
  return y === null ? null : { x: y.start + run.x - run.y, y: y.start, length: sizeOf(y) };
}

/** Whether an alignment already went through all that the anchors of a chain vouch for. */
function holds({ x, y }: Tile, chain: Chain): boolean {
  return x.start <= chain.xStart && chain.xEnd <= x.end && y.start <= chain.yStart && chain.yEnd <= y.end;
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
  let substance = 0;
  for (const run of runs) {
    xStart = Math.min(xStart, run.x);
    xEnd = Math.max(xEnd, run.x + run.length);
    yStart = Math.min(yStart, run.y);
    yEnd = Math.max(yEnd, run.y + run.length);
    matched += run.length;
    weight += rarity.weightOf(run);
    substance += rarity.substanceOf(run);
  }
  return {
    x: { start: xStart, end: xEnd },
    y: { start: yStart, end: yEnd },
    runs,
    aligned: xEnd - xStart + yEnd - yStart,
    matched,
    substance,
    weight,
  };
}

/** One tile from the beginning of the first to the end of the last on both sides. There must be one at least. */
export function joinTiles(tiles: readonly Tile[]): Tile {
  const total = (of: (tile: Tile) => number): number => tiles.reduce((sum, tile) => sum + of(tile), 0);
  return {
    x: hullOf(tiles.map((tile) => tile.x)),
    y: hullOf(tiles.map((tile) => tile.y)),
    runs: tiles.flatMap((tile) => tile.runs),
    aligned: total((tile) => tile.aligned),
    matched: total((tile) => tile.matched),
    substance: total((tile) => tile.substance),
    weight: total((tile) => tile.weight),
  };
}

function hullOf(ranges: readonly Range[]): Range {
  return {
    start: ranges.reduce((least, { start }) => Math.min(least, start), Infinity),
    end: ranges.reduce((most, { end }) => Math.max(most, end), 0),
  };
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

/** Draws both ends in to where no word of letters and no number is cut on either side. */
function withoutCutWords(runs: readonly Run[], { isInsideWord }: ClauseEdges): readonly Run[] {
  const kept = [...runs];
  for (let first = kept[0]; first !== undefined; first = kept[0]) {
    if (!isInsideWord(first.x) && !isInsideWord(first.y)) break;
    if (first.length === 1) kept.shift();
    else kept[0] = { x: first.x + 1, y: first.y + 1, length: first.length - 1 };
  }
  for (let last = kept[kept.length - 1]; last !== undefined; last = kept[kept.length - 1]) {
    if (!isInsideWord(last.x + last.length) && !isInsideWord(last.y + last.length)) break;
    if (last.length === 1) kept.pop();
    else kept[kept.length - 1] = { ...last, length: last.length - 1 };
  }
  return kept;
}

function isChance(length: number, gap: number, clause: boolean): boolean {
  if (length >= END_RUN_SAFE) return false;
  return clause ? length < 2 || 2 * length < gap : length < 2 || length <= gap;
}
