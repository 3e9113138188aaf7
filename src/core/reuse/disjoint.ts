import type { Run } from './alignment.ts';
import { type Range, sizeOf } from './corpus.ts';
import { type Cover, createCover } from './cover.ts';
import type { Rarity } from './rarity.ts';
import { type Tile, tileOf } from './tile.ts';

/** A tile below this weight is a word that both texts use. */
const TILE_WEIGHT_LEAST = 5;
/** The best of the candidates that share no character on either side; what is left of a candidate beside a better one stays. In order of x. */
export function disjoint(candidates: readonly Tile[], rarity: Rarity): readonly Tile[] {
  const best = [...candidates].sort(
    (p, q) => q.matched - p.matched || p.x.start - q.x.start || p.y.start - q.y.start,
  );

  const covered = createCover();
  const kept: Tile[] = [];
  for (const candidate of best) {
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
