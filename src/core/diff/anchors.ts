import type { Edit } from './edit.ts';
import { normalized } from './edit.ts';
import { shortestScript } from './script.ts';
import { partitionPoint } from '../text/partition-point.ts';

/** Up to this product of the two lengths one shortest script is made: 2,000 tokens a side, 0.1 s when all of it differs. */
const PRODUCT_MOST = 4_000_000;
/**
 * Lengths of the runs, in tokens, that anchor longer texts, the longest first. A run of 24 that is unique on both sides
 * is hardly ever chance; one of 6 still is rarely, and is only asked for between the longer ones.
 */
const RUN_LENGTHS = [24, 12, 6];

/** A script, and whether a limit made it less fine than it could be. */
export interface AnchoredScript {
  readonly edits: readonly Edit[];
  readonly coarse: boolean;
}

/**
 * An edit script between two strings of any length: short ones by a shortest script, long ones cut first at runs that are
 * unique on both sides (patience diff, Cohen 2010), in the order of a longest increasing subsequence. O(n log n).
 */
export function anchoredScript(a: string, b: string): AnchoredScript {
  const edits: Edit[] = [];
  let coarse = false;
  const between = (aStart: number, aEnd: number, bStart: number, bEnd: number, level: number): void => {
    const [head, tail] = commonEnds(a, b, { aStart, aEnd, bStart, bEnd });
    const gap: Edit = { aStart: aStart + head, aEnd: aEnd - tail, bStart: bStart + head, bEnd: bEnd - tail };
    const aLength = gap.aEnd - gap.aStart;
    const bLength = gap.bEnd - gap.bStart;
    if (aLength === 0 || bLength === 0) {
      edits.push(gap);
    } else if (aLength * bLength <= PRODUCT_MOST) {
      const script = shortestScript(a.slice(gap.aStart, gap.aEnd), b.slice(gap.bStart, gap.bEnd));
      for (const edit of script) edits.push(shifted(edit, gap.aStart, gap.bStart));
    } else if (level === RUN_LENGTHS.length) {
      coarse = true;
      edits.push(gap);
    } else {
      const length = RUN_LENGTHS[level] as number;
      let { aStart: aAt, bStart: bAt } = gap;
      for (const anchor of anchorsIn(a, b, gap, length)) {
        // Runs that overlap the one before carry it on.
        if (anchor.a < aAt || anchor.b < bAt) {
          if (anchor.a - aAt === anchor.b - bAt) {
            aAt = anchor.a + length;
            bAt = anchor.b + length;
          }
          continue;
        }
        between(aAt, anchor.a, bAt, anchor.b, level + 1);
        aAt = anchor.a + length;
        bAt = anchor.b + length;
      }
      between(aAt, gap.aEnd, bAt, gap.bEnd, level + 1);
    }
  };
  between(0, a.length, 0, b.length, 0);
  return { edits: normalized(edits), coarse };
}

function shifted(edit: Edit, a: number, b: number): Edit {
  return { aStart: edit.aStart + a, aEnd: edit.aEnd + a, bStart: edit.bStart + b, bEnd: edit.bEnd + b };
}

function commonEnds(a: string, b: string, gap: Edit): readonly [head: number, tail: number] {
  const most = Math.min(gap.aEnd - gap.aStart, gap.bEnd - gap.bStart);
  let head = 0;
  while (head < most && a.charCodeAt(gap.aStart + head) === b.charCodeAt(gap.bStart + head)) head++;
  let tail = 0;
  while (tail < most - head && a.charCodeAt(gap.aEnd - 1 - tail) === b.charCodeAt(gap.bEnd - 1 - tail))
    tail++;
  return [head, tail];
}

interface Anchor {
  readonly a: number;
  readonly b: number;
}

/** The runs of `length` that occur once on each side of the gap, as many as stand in one order on both. */
function anchorsIn(a: string, b: string, gap: Edit, length: number): readonly Anchor[] {
  const inA = uniqueRuns(a, gap.aStart, gap.aEnd, length);
  const inB = uniqueRuns(b, gap.bStart, gap.bEnd, length);
  const shared: Anchor[] = [];
  for (const [run, at] of inA) {
    const other = inB.get(run);
    if (at >= 0 && other !== undefined && other >= 0) shared.push({ a: at, b: other });
  }
  return longestIncreasing(shared);
}

/** Where each run begins; -1 for one that occurs more than once. In the order of their first occurrence. */
function uniqueRuns(text: string, start: number, end: number, length: number): Map<string, number> {
  const runs = new Map<string, number>();
  for (let at = start; at + length <= end; at++) {
    const run = text.slice(at, at + length);
    runs.set(run, runs.has(run) ? -1 : at);
  }
  return runs;
}

/** The longest subsequence that increases in b (patience sorting, O(n log n)); the anchors come ordered by a. */
function longestIncreasing(anchors: readonly Anchor[]): readonly Anchor[] {
  const tops: number[] = [];
  const before = new Int32Array(anchors.length);
  for (const [i, anchor] of anchors.entries()) {
    const low = partitionPoint(tops, (top) => (anchors[top] as Anchor).b < anchor.b);
    before[i] = low > 0 ? (tops[low - 1] as number) : -1;
    tops[low] = i;
  }
  const result: Anchor[] = [];
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i] as number) result.push(anchors[i] as Anchor);
  return result.reverse();
}
