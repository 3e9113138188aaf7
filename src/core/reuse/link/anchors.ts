import type { Contents } from '../contents/contents.ts';
import type { Pace } from '../pace.ts';
import { FIRST, FREQUENT, MOST_OCCURRENCES, type Occurrences, UNFLAGGED } from './occurrences.ts';
import { createPairs } from './content-pairs.ts';
import type { ShingleRule } from './shingles.ts';
import type { Tasks } from './tasks.ts';

/** In cells of an alignment's table: these lie far apart in memory. */
const WORK_OF_AN_ANCHOR = 20;
const WORK_OF_A_SHINGLE = 10;
const WORK_OF_A_PARTNER = 20;
/** Places looked at in one go. */
const STRETCH = 2_000;
/** How often a run that overlaps itself (one passage again and again) is cut into one anchor for each repetition. */
const REPETITIONS_MOST = MOST_OCCURRENCES;

/**
 * Finds the longest common runs through the shingles that stand in two places, and which two contents have enough of
 * them for an alignment. `isWanted` is asked of two contents, the earlier in the order of contents first; one may stand for
 * both. Linear in the places, each of which has at most `MOST_OCCURRENCES` partners. Yields now and then.
 */
export function* linkContents(
  contents: Contents,
  occurrences: Occurrences,
  rule: ShingleRule,
  isWanted: (x: number, y: number) => boolean,
  pace: Pace,
): Generator<void, Tasks> {
  const { codes } = contents;
  const { positions, byShingle, before } = occurrences;
  const pairs = createPairs(contents, isWanted, pace);
  for (let i = 0; i < positions.length;) {
    const content = contents.at(positions[i] as number);
    const first = i;
    const behind = placeBehind(content, i);
    while (i < behind) {
      i = addRuns(first, i, Math.min(behind, i + STRETCH));
      if (pace.isDue()) yield;
    }
    yield* pairs.flush(content);
  }
  pairs.letGo();
  return pairs.tasks;

  /** The index behind the last place in a content, of which `first` is the first. */
  function placeBehind(content: number, first: number): number {
    const start = contents.startOf(content);
    const end = contents.endOf(content);
    let i = first + 1;
    while (i < positions.length && (positions[i] as number) < end && (positions[i] as number) > start) i++;
    return i;
  }

  /** Adds the runs through the places `[begin, end)` of a content, of which `first` is the first. Gives `end`. */
  function addRuns(first: number, begin: number, end: number): number {
    let partners = 0;
    for (let i = begin; i < end; i++) {
      const flagged = before[i] as number;
      let partner = flagged & UNFLAGGED;
      if (partner === 0) continue;
      const y = positions[i] as number;
      const shift = i > first ? y - (positions[i - 1] as number) : 0;
      for (let isLast = false; !isLast; partners++) {
        const entry = byShingle[--partner] as number;
        isLast = (entry & FIRST) !== 0 || (flagged & FREQUENT) !== 0;
        const x = entry & UNFLAGGED;
        if (codes[x - 1] !== codes[y - 1] || !continuesEarlier(x, y, shift, i)) addRun(x, y);
      }
    }
    pace.spend(WORK_OF_A_SHINGLE * (end - begin) + WORK_OF_A_PARTNER * partners);
    return end;
  }

  /**
   * Whether the run through two places holds the shingles before them, `shift` characters earlier: then it was found by
   * those, if they are paired, too.
   */
  function continuesEarlier(x: number, y: number, shift: number, i: number): boolean {
    if (shift === 0) return false;
    for (let back = 1; back <= shift; back++) {
      if (codes[x - back] !== codes[y - back] || codes[x - back] === 0) return false;
    }
    const earlier = before[i - 1] as number;
    if ((earlier & FREQUENT) === 0) return true;
    const partner = earlier & UNFLAGGED;
    return partner > 0 && ((byShingle[partner - 1] as number) & UNFLAGGED) === x - shift;
  }

  function addRun(x: number, y: number): void {
    let length = 0;
    while (codes[x + length] === codes[y + length] && codes[x + length] !== 0) length++;
    // Only the hashes agree.
    if (length < rule.length) return;
    let back = 0;
    while (x > back && y > back && codes[x - back - 1] === codes[y - back - 1] && codes[x - back - 1] !== 0)
      back++;
    const [xStart, yStart, whole] = [x - back, y - back, length + back];
    const distance = yStart - xStart;
    if (distance <= 0 || distance >= whole) {
      pairs.add(xStart, yStart, whole);
      pace.spend(WORK_OF_AN_ANCHOR + (whole >> 2));
      return;
    }
    const pieces = Math.min(REPETITIONS_MOST, Math.ceil(whole / distance));
    for (let n = 0; n < pieces; n++) {
      const size = Math.min(distance, whole - n * distance);
      if (size >= rule.length) pairs.add(xStart + n * distance, yStart + n * distance, size);
    }
    pace.spend(pieces * WORK_OF_AN_ANCHOR + (whole >> 2));
  }
}
