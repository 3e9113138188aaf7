import { shortScript } from './short-script.ts';
import { type Edit, joined, normalized, shifted } from './edit.ts';

/** Numbers that are compared; equal numbers for what is equal. */
export type Sequence = Int32Array;

/** A script, and whether a limit made it longer than it need be. */
export interface Script {
  readonly edits: readonly Edit[];
  readonly coarse: boolean;
}

/** Up to this length of both sides together the script is a shortest one, whatever differs: diff-match-patch's. */
const LENGTH_MOST = 5_000;
/**
 * In longer stretches the search for the middle of a shortest script ends after so many differences on either side, and the
 * stretch is cut where it came furthest: so the time is linear, and does not hang on how busy the machine is.
 */
const DIFFERENCES_MOST = 400;
/** Never after fewer. */
const DIFFERENCES_LEAST = 64;
/** The steps that all such searches of one stretch may take together, about; a second's work. */
const STEPS_MOST = 200_000_000;

/**
 * A shortest edit script between two sequences (Myers, "An O(ND) difference algorithm and its variations", 1986): longer ones
 * are halved at a place that a shortest script passes, until diff-match-patch takes over. The time grows with length times
 * differences, and is bounded where both are large: then it may be coarse.
 */
export function shortestScript(a: Sequence, b: Sequence): Script {
  const whole = { aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length };
  if (a.length + b.length > LENGTH_MOST && sharesNothing(a, b)) return { edits: [whole], coarse: false };
  const edits: Edit[] = [];
  const room = 2 * DIFFERENCES_MOST + 8;
  const search: Search = {
    a,
    b,
    ahead: new Int32Array(room),
    behind: new Int32Array(room),
    x: 0,
    y: 0,
    cut: false,
  };
  let coarse = false;
  // Not recursive: hostile texts would exhaust the stack.
  const open: Edit[] = [whole];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const gap = withoutCommonEnds(a, b, part);
    const [n, m] = [gap.aEnd - gap.aStart, gap.bEnd - gap.bStart];
    if (n === 0 || m === 0 || (n === 1 && m === 1)) {
      edits.push(gap);
      continue;
    }
    if (n + m <= LENGTH_MOST) {
      const short = shortScript(a.subarray(gap.aStart, gap.aEnd), b.subarray(gap.bStart, gap.bEnd));
      for (const edit of short) edits.push(shifted(edit, gap.aStart, gap.bStart));
      continue;
    }
    if (!findMiddle(search, gap)) {
      edits.push(gap);
      continue;
    }
    coarse ||= search.cut;
    // The second half goes on the stack first, so that the edits come in order.
    open.push({ ...gap, aStart: search.x, bStart: search.y }, { ...gap, aEnd: search.x, bEnd: search.y });
  }
  return { edits: normalized(edits), coarse };
}

function sharesNothing(a: Sequence, b: Sequence): boolean {
  const inA = new Set(a);
  return !b.some((number) => inA.has(number));
}

/** The gap without what both of its sides begin and end with. */
export function withoutCommonEnds(a: Sequence, b: Sequence, { aStart, aEnd, bStart, bEnd }: Edit): Edit {
  while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) {
    aStart++;
    bStart++;
  }
  while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  return { aStart, aEnd, bStart, bEnd };
}

/**
 * Joins edits that are parted by an equality which one of them could do without: `abc` → `c` is better without `ab` than without
 * `a` and `b` each, and so is 安全，全面 → 安全 without 全面 than without one 全 and 面. As short as before. Linear time.
 */
export function gathered(edits: readonly Edit[], a: Sequence, b: Sequence): readonly Edit[] {
  const result: Edit[] = [];
  for (const next of edits) {
    let edit = next;
    for (let last = result.at(-1); last !== undefined; last = result.at(-1)) {
      const equal = edit.aStart - last.aEnd;
      if (slides(edit, -equal, a, b)) edit = joined(last, shifted(edit, -equal, -equal));
      else if (slides(last, equal, a, b)) edit = joined(shifted(last, equal, equal), edit);
      else break;
      result.pop();
    }
    result.push(edit);
  }
  return result;
}

/** Whether the edit only deletes or inserts, and may do so `by` tokens further without a change of meaning; not further than it is long. */
function slides({ aStart, aEnd, bStart, bEnd }: Edit, by: number, a: Sequence, b: Sequence): boolean {
  const [sequence, start, end] = bStart === bEnd ? [a, aStart, aEnd] : [b, bStart, bEnd];
  if ((aStart !== aEnd && bStart !== bEnd) || Math.abs(by) > end - start) return false;
  for (let i = 0; i < by; i++) if (sequence[start + i] !== sequence[end + i]) return false;
  for (let i = -1; i >= by; i--) if (sequence[start + i] !== sequence[end + i]) return false;
  return true;
}

/** The search for a middle, its tables used again and again; the place that was found is left in it. */
interface Search {
  readonly a: Sequence;
  readonly b: Sequence;
  readonly ahead: Int32Array;
  readonly behind: Int32Array;
  x: number;
  y: number;
  /** Whether the search was ended early. */
  cut: boolean;
}

/**
 * Finds a place that a shortest script of the gap passes, from both of its ends at once; false when nothing in the gap is
 * equal. The gap's sides begin and end with different numbers, and neither is empty.
 */
function findMiddle(search: Search, { aStart, aEnd, bStart, bEnd }: Edit): boolean {
  const { a, b, ahead, behind } = search;
  const n = aEnd - aStart;
  const m = bEnd - bStart;
  const whole = (n + m + 1) >> 1;
  const bound = Math.max(
    DIFFERENCES_LEAST,
    Math.min(DIFFERENCES_MOST, Math.floor(STEPS_MOST / (a.length + b.length))),
  );
  const most = Math.min(whole, bound);
  const zero = most + 1;
  const delta = n - m;
  const odd = (delta & 1) !== 0;
  ahead.fill(-1, 0, 2 * zero + 1);
  behind.fill(-1, 0, 2 * zero + 1);
  ahead[zero + 1] = 0;
  behind[zero + 1] = 0;
  // Diagonals that left the gap are not followed any further.
  let [aheadLow, aheadHigh, behindLow, behindHigh] = [0, 0, 0, 0];
  search.cut = false;
  for (let d = 0; d < most; d++) {
    for (let k = -d + aheadLow; k <= d - aheadHigh; k += 2) {
      const at = zero + k;
      let x =
        k === -d || (k !== d && (ahead[at - 1] as number) < (ahead[at + 1] as number))
          ? (ahead[at + 1] as number)
          : (ahead[at - 1] as number) + 1;
      let y = x - k;
      while (x < n && y < m && a[aStart + x] === b[bStart + y]) {
        x++;
        y++;
      }
      ahead[at] = x;
      if (x > n) aheadHigh += 2;
      else if (y > m) aheadLow += 2;
      else if (odd) {
        const other = zero + delta - k;
        if (other >= 0 && other <= 2 * zero && behind[other] !== -1 && x >= n - (behind[other] as number)) {
          return found(search, aStart + x, bStart + y);
        }
      }
    }
    for (let k = -d + behindLow; k <= d - behindHigh; k += 2) {
      const at = zero + k;
      let x =
        k === -d || (k !== d && (behind[at - 1] as number) < (behind[at + 1] as number))
          ? (behind[at + 1] as number)
          : (behind[at - 1] as number) + 1;
      let y = x - k;
      while (x < n && y < m && a[aEnd - 1 - x] === b[bEnd - 1 - y]) {
        x++;
        y++;
      }
      behind[at] = x;
      if (x > n) behindHigh += 2;
      else if (y > m) behindLow += 2;
      else if (!odd) {
        const other = zero + delta - k;
        if (other >= 0 && other <= 2 * zero && ahead[other] !== -1) {
          const reached = ahead[other] as number;
          if (reached >= n - x) return found(search, aStart + reached, bStart + reached - (other - zero));
        }
      }
    }
  }
  return most < whole && furthest(search, { aStart, aEnd, bStart, bEnd }, zero, most);
}

function found(search: Search, x: number, y: number): true {
  search.x = x;
  search.y = y;
  return true;
}

/** The place within the gap that the search from its begin came to, and is the furthest from there. */
function furthest(search: Search, { aStart, aEnd, bStart, bEnd }: Edit, zero: number, most: number): boolean {
  let best = 0;
  for (let k = -most; k <= most; k++) {
    const x = search.ahead[zero + k] as number;
    const y = x - k;
    if (x < 0 || y < 0 || x > aEnd - aStart || y > bEnd - bStart || x + y <= best) continue;
    best = x + y;
    found(search, aStart + x, bStart + y);
  }
  search.cut = true;
  return best > 0;
}
