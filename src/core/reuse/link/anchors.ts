import type { Contents } from '../contents/contents.ts';
import type { Pace } from '../pace.ts';
import { FREQUENT, MOST_OCCURRENCES, type Occurrences, UNFLAGGED } from './occurrences.ts';
import { createPairs } from './content-pairs.ts';
import type { ShingleRule } from './shingles.ts';
import type { Tasks } from './tasks.ts';

/** In cells of an alignment's table: these lie far apart in memory. */
const WORK_OF_AN_ANCHOR = 20;
const WORK_OF_A_SHINGLE = 10;
const WORK_OF_A_PARTNER = 20;
/** Pairs of places looked at in one go: what they name stays near the processor. */
const STRETCH = 4_096;
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
  const { positions, byShingle, before, partners } = occurrences;
  const pairs = createPairs(contents, isWanted, pace);
  /** Places that hold the same: the earlier one, and the index of the later one. */
  const earlier = new Int32Array(STRETCH);
  const later = new Int32Array(STRETCH);
  let count = 0;
  for (let i = 0; i < positions.length;) {
    const content = contents.at(positions[i] as number);
    const first = i;
    const behind = placeBehind(content, first);
    while (i < behind) {
      i = gather(first, i, behind);
      addRuns(first);
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

  /**
   * Gathers the partners of the places `[begin, end)` of a content, of which `first` is the first, as many as there is room
   * for; gives the place to go on from. One short loop after the other: so memory is waited for at many places at once.
   */
  function gather(first: number, begin: number, end: number): number {
    count = 0;
    let i = begin;
    for (; i < end && count < STRETCH - MOST_OCCURRENCES; i++) {
      const more = partners[i] as number;
      if (more === 0) continue;
      const mark = isBehindAnother(i, first) ? i : ~i;
      let at = (before[i] as number) & UNFLAGGED;
      for (const to = count + more; count < to; count++) {
        earlier[count] = byShingle[--at] as number;
        later[count] = mark;
      }
    }
    pace.spend(WORK_OF_A_SHINGLE * (i - begin) + WORK_OF_A_PARTNER * count);
    let kept = 0;
    for (let pair = 0; pair < count; pair++) {
      const x = earlier[pair] as number;
      const mark = later[pair] as number;
      earlier[kept] = x;
      later[kept] = mark;
      // Those that go on a run that was found through the places right before them are dropped; others are asked one by one.
      const y = positions[mark < 0 ? ~mark : mark] as number;
      kept += Number(codes[x - 1] !== codes[y - 1]) | (mark >>> 31);
    }
    count = kept;
    return i;
  }

  function addRuns(first: number): void {
    for (let pair = 0; pair < count; pair++) {
      const x = earlier[pair] as number;
      const mark = later[pair] as number;
      const i = mark < 0 ? ~mark : mark;
      if (mark >= 0 || i === first || !continuesEarlier(x, i)) addRun(x, positions[i] as number);
    }
  }

  /** Whether the place before is one character earlier, and paired with all that hold the same. */
  function isBehindAnother(i: number, first: number): boolean {
    if (i === first || ((before[i - 1] as number) & FREQUENT) !== 0) return false;
    return (positions[i] as number) - (positions[i - 1] as number) === 1;
  }

  /** Whether the run through two places holds the shingles before them, too: then it was found by those, if they are paired. */
  function continuesEarlier(x: number, i: number): boolean {
    const y = positions[i] as number;
    const shift = y - (positions[i - 1] as number);
    for (let back = 1; back <= shift; back++) {
      if (codes[x - back] !== codes[y - back] || codes[x - back] === 0) return false;
    }
    const flagged = before[i - 1] as number;
    if ((flagged & FREQUENT) === 0) return true;
    return partners[i - 1] === 1 && byShingle[(flagged & UNFLAGGED) - 1] === x - shift;
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
