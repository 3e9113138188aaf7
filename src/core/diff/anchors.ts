import { type Edit, normalized, shifted } from './edit.ts';
import { type Script, type Sequence, gathered, shortestScript, withoutCommonEnds } from './script.ts';
import { partitionPoint } from '../text/partition-point.ts';

/** Up to this length of both sides together no anchors are looked for. */
const UNANCHORED_MOST = 3_000;
/**
 * Lengths of the runs, in tokens, that anchor longer texts, the longest first. A run of 24 that is unique on both sides
 * is hardly ever chance; one of 6 still is rarely, and is only asked for between the longer ones.
 */
const RUN_LENGTHS = [24, 12, 6];

/**
 * An edit script between two sequences of any length: short ones by a shortest script, long ones cut first at runs that are
 * unique on both sides (patience diff, Cohen 2010), in the order of a longest increasing subsequence. O(n log n).
 */
export function anchoredScript(a: Sequence, b: Sequence): Script {
  const edits: Edit[] = [];
  let coarse = false;
  const between = (part: Edit, level: number): void => {
    const gap = withoutCommonEnds(a, b, part);
    const aLength = gap.aEnd - gap.aStart;
    const bLength = gap.bEnd - gap.bStart;
    const runLength = RUN_LENGTHS[level];
    if (aLength === 0 || bLength === 0) {
      edits.push(gap);
    } else if (runLength === undefined || aLength + bLength <= UNANCHORED_MOST) {
      const script = shortestScript(a.subarray(gap.aStart, gap.aEnd), b.subarray(gap.bStart, gap.bEnd));
      for (const edit of script.edits) edits.push(shifted(edit, gap.aStart, gap.bStart));
      coarse ||= script.coarse;
    } else {
      let { aStart, bStart } = gap;
      for (const anchor of anchorsIn(a, b, gap, runLength)) {
        // Runs that overlap the one before carry it on.
        if (anchor.a < aStart || anchor.b < bStart) {
          if (anchor.a - aStart === anchor.b - bStart) {
            aStart = anchor.a + runLength;
            bStart = anchor.b + runLength;
          }
          continue;
        }
        between({ aStart, aEnd: anchor.a, bStart, bEnd: anchor.b }, level + 1);
        aStart = anchor.a + runLength;
        bStart = anchor.b + runLength;
      }
      between({ aStart, aEnd: gap.aEnd, bStart, bEnd: gap.bEnd }, level + 1);
    }
  };
  between({ aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length }, 0);
  return { edits: gathered(normalized(edits), a, b), coarse };
}

interface Anchor {
  readonly a: number;
  readonly b: number;
}

/** The runs of `length` that occur once on each side of the gap, as many as stand in one order on both. */
function anchorsIn(a: Sequence, b: Sequence, gap: Edit, length: number): readonly Anchor[] {
  const inA = runsOf(a, gap.aStart, gap.aEnd, length);
  const inB = runsOf(b, gap.bStart, gap.bEnd, length);
  const shared: Anchor[] = [];
  for (let at = gap.aStart; at + length <= gap.aEnd; at++) {
    const hash = inA.hashes[at - gap.aStart] as number;
    if (inA.again[slotOf(inA, a, at, hash)] === 1) continue;
    const slot = slotOf(inB, a, at, hash);
    if (slot >= 0 && inB.again[slot] === 0) shared.push({ a: at, b: inB.places[slot] as number });
  }
  return longestIncreasing(shared);
}

/** Where the runs of one side begin, by their hash: a table with open addressing. */
interface Runs {
  readonly sequence: Sequence;
  readonly length: number;
  /** The hash of the run at each place. */
  readonly hashes: Int32Array;
  /** The first place of each run; -1 for an empty slot. */
  readonly places: Int32Array;
  /** 1 for runs that occur again. */
  readonly again: Uint8Array;
}

/** An odd number without a pattern; a run's hash is a polynomial in it, modulo 2^32 (Karp and Rabin, 1987). */
const BASE = 0x01000193;

function runsOf(sequence: Sequence, start: number, end: number, length: number): Runs {
  const count = Math.max(0, end - start - length + 1);
  let size = 16;
  while (size < 2 * count) size *= 2;
  const runs: Runs = {
    sequence,
    length,
    hashes: new Int32Array(count),
    places: new Int32Array(size).fill(-1),
    again: new Uint8Array(size),
  };
  let leading = 1;
  for (let i = 1; i < length; i++) leading = Math.imul(leading, BASE);
  let hash = 0;
  for (let at = start; at < end; at++) {
    if (at - start >= length) hash = (hash - Math.imul(sequence[at - length] as number, leading)) | 0;
    hash = (Math.imul(hash, BASE) + (sequence[at] as number)) | 0;
    const first = at - length + 1;
    if (first < start) continue;
    runs.hashes[first - start] = hash;
    const slot = slotOf(runs, sequence, first, hash);
    if (slot >= 0) runs.again[slot] = 1;
    else runs.places[~slot] = first;
  }
  return runs;
}

/** The slot of the run that stands at `at` of `sequence`; the complement of the slot where it would go when there is none. */
function slotOf(
  { sequence: own, length, places }: Runs,
  sequence: Sequence,
  at: number,
  hash: number,
): number {
  const mask = places.length - 1;
  // The lower bits of a polynomial hash are those of the last numbers only.
  for (let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask; ; slot = (slot + 1) & mask) {
    const place = places[slot] as number;
    if (place < 0) return ~slot;
    let same = 0;
    while (same < length && own[place + same] === sequence[at + same]) same++;
    if (same === length) return slot;
  }
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
