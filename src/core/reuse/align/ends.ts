import type { Run } from './alignment.ts';
import type { Edges } from './edges.ts';

/** A run at either end of a tile that is shorter, and no longer than the difference before it, is chance. */
const END_RUN_SAFE = 6;

/** An alignment's runs without those at either end that say nothing, and without parts of words. */
export function withoutLooseEnds(runs: readonly Run[], edges: Edges): readonly Run[] {
  return withoutCutWords(withoutChanceEnds(runs, edges), edges);
}

/** Takes away the runs at either end that only chance put there. A run that ends its clause on both sides may be shorter. */
function withoutChanceEnds(runs: readonly Run[], edges: Edges): readonly Run[] {
  let first = 0;
  let last = runs.length - 1;
  while (first < last) {
    const run = runs[first] as Run;
    const next = runs[first + 1] as Run;
    const gap = Math.max(next.x - run.x, next.y - run.y) - run.length;
    const clause = edges.isClauseEdge(run.x) && edges.isClauseEdge(run.y);
    if (!isChance(run.length, gap, clause)) break;
    first++;
  }
  while (last > first) {
    const run = runs[last] as Run;
    const previous = runs[last - 1] as Run;
    const gap = Math.max(run.x - previous.x, run.y - previous.y) - previous.length;
    const clause = edges.isClauseEdge(run.x + run.length) && edges.isClauseEdge(run.y + run.length);
    if (!isChance(run.length, gap, clause)) break;
    last--;
  }
  return runs.slice(first, last + 1);
}

/** Draws both ends in to where no word of letters and no number is cut on either side. */
function withoutCutWords(runs: readonly Run[], { isInsideWord }: Edges): readonly Run[] {
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
