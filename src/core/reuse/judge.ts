import { type Range, sizeOf } from './corpus.ts';
import type { PairKind } from './pair.ts';
import type { Rarity } from './rarity.ts';
import { similarityOf, type Tile, tileOf } from './tiles.ts';

/** What two units have in common: the two units themselves, or one passage of each. */
export interface Judged {
  readonly kind: PairKind;
  /** Whole units for identical and near-identical ones. */
  readonly x: Range;
  readonly y: Range;
  readonly matched: number;
  /** Matched characters, each by how rare it is. */
  readonly weight: number;
}

/** The alignment covers this share of both units, or the pair is a partial one. By definition. */
const COVER_LEAST = 0.7;
/** Two units with less in common, letter by letter, are no versions of one another however their tiles spread. */
const UNIT_SIMILARITY_LEAST = 0.45;
/** Two passages with less in common are two texts about one matter. */
const PASSAGE_SIMILARITY_LEAST = 0.6;
/** Below this the passages say the same in other words. */
const REWORDED_BELOW = 0.85;
/** What two passages must share to be a finding, in characters of full weight. */
export const WEIGHT_LEAST = 12;
/** And how much a shared character must weigh on average: below it the passage is made of stock phrases. */
const MEAN_WEIGHT_LEAST = 0.33;
/** Folded characters between two tiles of one passage, at most: a sentence put in between, or moved. */
const TILE_GAP = 60;

/** Says what the tiles of two units make of them. */
export function judge(tiles: readonly Tile[], x: Range, y: Range, rarity: Rarity): readonly Judged[] {
  if (x.start !== y.start) {
    const matched = sum(tiles, (tile) => tile.matched);
    const weight = sum(tiles, (tile) => tile.weight);
    const covered = Math.min(
      sum(tiles, (tile) => sizeOf(tile.x)) / sizeOf(x),
      sum(tiles, (tile) => sizeOf(tile.y)) / sizeOf(y),
    );
    const similarity = (2 * matched) / (sizeOf(x) + sizeOf(y));
    if (covered >= COVER_LEAST && similarity >= UNIT_SIMILARITY_LEAST && matters(matched, weight)) {
      return [{ kind: 'near-identical', x, y, matched, weight }];
    }
  }
  return mergeNeighbours(tiles, rarity)
    .filter((tile) => similarityOf(tile) >= PASSAGE_SIMILARITY_LEAST && matters(tile.matched, tile.weight))
    .map((tile) => ({
      kind: similarityOf(tile) < REWORDED_BELOW ? 'paraphrase' : 'partial',
      x: tile.x,
      y: tile.y,
      matched: tile.matched,
      weight: tile.weight,
    }));
}

/** Whether so much shared text is a finding. */
export function matters(matched: number, weight: number): boolean {
  return weight >= WEIGHT_LEAST && weight >= MEAN_WEIGHT_LEAST * matched;
}

/** Joins tiles that stand close together on both sides, in whatever order, where the joined passages are still alike. */
function mergeNeighbours(tiles: readonly Tile[], rarity: Rarity): readonly Tile[] {
  const merged: Tile[] = [];
  for (const tile of tiles) {
    const previous = merged[merged.length - 1];
    if (previous !== undefined && near(previous.x, tile.x) && near(previous.y, tile.y)) {
      const joined = tileOf([...previous.runs, ...tile.runs], rarity);
      if (similarityOf(joined) >= PASSAGE_SIMILARITY_LEAST) {
        merged[merged.length - 1] = joined;
        continue;
      }
    }
    merged.push(tile);
  }
  return merged;
}

function near(p: Range, q: Range): boolean {
  return Math.max(p.start, q.start) - Math.min(p.end, q.end) <= TILE_GAP;
}

function sum(tiles: readonly Tile[], of: (tile: Tile) => number): number {
  return tiles.reduce((total, tile) => total + of(tile), 0);
}
