import type { Run } from '../align/alignment.ts';
import { type Range, sizeOf } from '../contents/contents.ts';
import type { Rarity } from '../contents/rarity.ts';

/** Two passages of two units with their correspondence. Ranges count in `Contents.codes`. */
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
  /** The same, without what stands in names and ritual phrases. */
  readonly own: number;
  /** The longest run, in ideographs. */
  readonly longest: number;
}

/** The tile that runs in order of x make. There must be one at least. */
export function tileOf(runs: readonly Run[], rarity: Rarity): Tile {
  let xStart = Infinity;
  let xEnd = 0;
  let yStart = Infinity;
  let yEnd = 0;
  let matched = 0;
  let longest = 0;
  let weight = 0;
  let own = 0;
  let substance = 0;
  const weighed = { weight: 0, own: 0, substance: 0 };
  for (const run of runs) {
    xStart = Math.min(xStart, run.x);
    xEnd = Math.max(xEnd, run.x + run.length);
    yStart = Math.min(yStart, run.y);
    yEnd = Math.max(yEnd, run.y + run.length);
    rarity.weigh(run, weighed);
    matched += run.length;
    weight += weighed.weight;
    own += weighed.own;
    substance += weighed.substance;
    longest = Math.max(longest, weighed.substance);
  }
  return {
    x: { start: xStart, end: xEnd },
    y: { start: yStart, end: yEnd },
    runs,
    aligned: xEnd - xStart + yEnd - yStart,
    matched,
    substance,
    weight,
    own,
    longest,
  };
}

/** One tile from the beginning of the first to the end of the last on both sides. There must be one at least. */
export function joinTiles(tiles: readonly Tile[]): Tile {
  const [only] = tiles;
  if (only !== undefined && tiles.length === 1) return only;
  let xStart = Infinity;
  let xEnd = 0;
  let yStart = Infinity;
  let yEnd = 0;
  let aligned = 0;
  let matched = 0;
  let substance = 0;
  let weight = 0;
  let own = 0;
  let longest = 0;
  const runs: Run[] = [];
  for (const tile of tiles) {
    xStart = Math.min(xStart, tile.x.start);
    xEnd = Math.max(xEnd, tile.x.end);
    yStart = Math.min(yStart, tile.y.start);
    yEnd = Math.max(yEnd, tile.y.end);
    aligned += tile.aligned;
    matched += tile.matched;
    substance += tile.substance;
    weight += tile.weight;
    own += tile.own;
    longest = Math.max(longest, tile.longest);
    for (const run of tile.runs) runs.push(run);
  }
  const x = { start: xStart, end: xEnd };
  const y = { start: yStart, end: yEnd };
  return { x, y, runs, aligned, matched, substance, weight, own, longest };
}

/** 2·matched / (lengthA + lengthB) of the two passages. */
export function similarityOf(tile: Tile): number {
  return (2 * tile.matched) / (sizeOf(tile.x) + sizeOf(tile.y));
}
