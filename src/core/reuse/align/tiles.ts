import { type Aligner, createAligner } from './alignment.ts';
import { type Contents, type Range, sizeOf } from '../contents/contents.ts';
import { disjoint, matchedIn, type Runs } from './disjoint.ts';
import { edgesOf, type Edges } from './edges.ts';
import { withoutLooseEnds } from './ends.ts';
import { WEIGHT_MOST } from '../contents/marks.ts';
import type { Pace } from '../pace.ts';
import { type Task, type TaskChain } from '../link/tasks.ts';

/** Alignments before a chain that may have gone through it already. */
const CANDIDATES_BEFORE = 8;
/** Fewer characters in common are no tile. */
const MATCHED_LEAST = 6;
/** A tile that weighs less at most is a word that both texts use. */
const TILE_WEIGHT_LEAST = 5;

/** The folded text that tasks are aligned in: of `Contents`, or a copy of it in another worker. */
export type FoldedText = Pick<Contents, 'codes' | 'marks'> & {
  rangeOf(content: number): Range;
};

/** Aligns the chains of tasks. */
export interface Tiler {
  /**
   * Aligns every chain of a task whole and keeps the best alignments that do not overlap on either side, in any order, so
   * that moved sentences are found: greedy string tiling after Wise (1993), over alignments instead of runs. In order of x.
   * It depends on the two contents and the chains alone.
   */
  tile(task: Task): readonly Runs[];
}

/** A tiler for a folded text. */
export function createTiler(text: FoldedText, pace: Pace): Tiler {
  const { codes, marks } = text;
  const aligner = createAligner(codes, pace);
  const edges = edgesOf(codes, marks);
  return { tile };

  function tile(task: Task): readonly Runs[] {
    const x = text.rangeOf(task.x);
    const y = text.rangeOf(task.y);
    const candidates: Runs[] = [];
    for (const chain of task.chains) {
      if (isAligned(chain, candidates)) continue;
      if (task.x === task.y) {
        // Inside one unit the two passages must not grow into each other.
        const middle = (chain.xEnd + chain.yStart) >> 1;
        alignChain(chain, { ...x, end: middle }, { ...y, start: middle }, aligner, edges, candidates);
      } else alignChain(chain, x, y, aligner, edges, candidates);
    }
    return candidates.length === 0 ? candidates : disjoint(candidates, isEnough);
  }

  function isEnough(runs: Runs): boolean {
    let weight = 0;
    for (const run of runs) {
      for (let i = run.x; i < run.x + run.length; i++) weight += WEIGHT_MOST[marks[i] as number] as number;
      if (weight >= TILE_WEIGHT_LEAST) return true;
    }
    return false;
  }
}

/** Adds the best alignment of a chain to `found`, and those of what it leaves of the chain on either side. */
function alignChain(
  chain: TaskChain,
  x: Range,
  y: Range,
  aligner: Aligner,
  edges: Edges,
  found: Runs[],
): void {
  const core = { start: Math.max(x.start, chain.xStart), end: Math.min(x.end, chain.xEnd) };
  if (sizeOf(core) < MATCHED_LEAST) return;
  const runs = aligner.align({ x, y, low: chain.low, high: chain.high, core });
  const first = runs[0];
  const last = runs[runs.length - 1];
  if (first === undefined || last === undefined || matchedIn(runs) < MATCHED_LEAST) return;
  const kept = withoutLooseEnds(runs, edges);
  if (kept.length > 0) found.push(kept);
  const before = { ...chain, xEnd: Math.min(chain.xEnd, first.x), yEnd: Math.min(chain.yEnd, first.y) };
  if (isWorthALook(before)) {
    alignChain(before, { ...x, end: first.x }, { ...y, end: first.y }, aligner, edges, found);
  }
  const end = { x: last.x + last.length, y: last.y + last.length };
  const after = { ...chain, xStart: Math.max(chain.xStart, end.x), yStart: Math.max(chain.yStart, end.y) };
  if (isWorthALook(after)) {
    alignChain(after, { ...x, start: end.x }, { ...y, start: end.y }, aligner, edges, found);
  }
}

function isWorthALook({ xStart, xEnd, yStart, yEnd }: TaskChain): boolean {
  return xEnd - xStart >= MATCHED_LEAST && yEnd - yStart >= MATCHED_LEAST;
}

/** Whether an alignment already went through all that the anchors of a chain vouch for. */
function isAligned(chain: TaskChain, candidates: readonly Runs[]): boolean {
  for (let i = candidates.length - 1; i >= 0 && i >= candidates.length - CANDIDATES_BEFORE; i--) {
    const runs = candidates[i] as Runs;
    const [first, last] = [runs[0], runs[runs.length - 1]];
    if (first === undefined || last === undefined) continue;
    if (
      first.x <= chain.xStart &&
      chain.xEnd <= last.x + last.length &&
      first.y <= chain.yStart &&
      chain.yEnd <= last.y + last.length
    ) {
      return true;
    }
  }
  return false;
}
