import type { Run } from './alignment.ts';
import { type Range, sizeOf } from '../contents/contents.ts';
import { type Cover, createCover } from './cover.ts';

/** An alignment's runs, in order of x. */
export type Runs = readonly Run[];

/**
 * The best of the alignments that share no character on either side; what is left of one beside a better one stays, where
 * it `isEnough`. In order of x.
 */
export function disjoint(candidates: readonly Runs[], isEnough: (runs: Runs) => boolean): readonly Runs[] {
  if (candidates.length === 1) return candidates.filter(isEnough);
  const best = candidates
    .map((runs) => ({ runs, matched: matchedIn(runs) }))
    .sort((p, q) => q.matched - p.matched || compareStart(p.runs, q.runs));

  const covered = createCover();
  const kept: Runs[] = [];
  for (const { runs } of best) {
    for (const piece of freePieces(runs, covered)) {
      if (!isEnough(piece)) continue;
      const [first, last] = [piece[0] as Run, piece[piece.length - 1] as Run];
      covered.add({ start: first.x, end: last.x + last.length });
      covered.add({ start: first.y, end: last.y + last.length });
      kept.push(piece);
    }
  }
  return kept.sort(compareStart);
}

/** How many characters stand on both sides. */
export function matchedIn(runs: Runs): number {
  let matched = 0;
  for (const { length } of runs) matched += length;
  return matched;
}

function compareStart(p: Runs, q: Runs): number {
  const [first, second] = [p[0] as Run, q[0] as Run];
  return first.x - second.x || first.y - second.y;
}

/** What is free of an alignment: its runs, cut off where others stand, in groups with nothing of others between them. */
function freePieces(runs: Runs, covered: Cover): readonly Runs[] {
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
