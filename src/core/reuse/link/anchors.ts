import { type Anchors, chainAnchors, mayChain } from './chains.ts';
import type { Contents } from '../contents/contents.ts';
import { grown } from '../grown.ts';
import { WEIGHT_MOST } from '../contents/marks.ts';
import type { Pace } from '../pace.ts';
import { createResemblance } from './resemblance.ts';
import { MOST_OCCURRENCES, type Occurrences, type ShingleRule } from './shingles.ts';
import { createTasks, type Tasks } from './tasks.ts';

/** In cells of an alignment's table: these lie far apart in memory. */
const WORK_OF_AN_ANCHOR = 20;
const WORK_OF_A_SHINGLE = 20;
const WORK_OF_A_PARTNER = 20;
const WORK_OF_A_PAIR = 20;
/** How often a run that overlaps itself (one passage again and again) is cut into one anchor for each repetition. */
const REPETITIONS_MOST = MOST_OCCURRENCES;

/**
 * Finds the longest common runs through the shingles that stand in two places, and which two contents have enough of
 * them for an alignment. `isWanted` is asked of two contents, the earlier in the order of contents first; one may stand for
 * both. Linear in the places, each of which has at most `MOST_OCCURRENCES` partners. Yields now and then.
 */
export function* linkContents(
  contents: Contents,
  { positions, previous, isFrequent }: Occurrences,
  rule: ShingleRule,
  isWanted: (x: number, y: number) => boolean,
  pace: Pace,
): Generator<void, Tasks> {
  const { codes } = contents;
  const tasks = createTasks();
  const anchors = createAnchors(contents, isWanted, tasks, pace);
  let content = -1;
  let end = 0;
  for (let i = 0; i < positions.length; i++) {
    const y = positions[i] as number;
    if (y >= end || content < 0 || y < contents.startOf(content)) {
      yield* anchors.flush(content);
      content = contents.at(y);
      end = contents.endOf(content);
    }
    const most = isFrequent[i] === 0 ? MOST_OCCURRENCES : 1;
    let partner = previous[i] as number;
    let partners = 0;
    for (; partners < most && partner >= 0; partners++, partner = previous[partner] as number) {
      const x = positions[partner] as number;
      if (!continuesEarlier(x, y, partner, i)) addRun(x, y);
    }
    pace.spend(WORK_OF_A_SHINGLE + partners * WORK_OF_A_PARTNER);
    if (pace.isDue()) yield;
  }
  yield* anchors.flush(content);
  return tasks;

  /** Whether the run through two places holds shingles before them that are paired, too: then it was found by those. */
  function continuesEarlier(x: number, y: number, partner: number, i: number): boolean {
    if (codes[x - 1] !== codes[y - 1] || codes[x - 1] === 0 || i === 0 || partner === 0) return false;
    const before = positions[i - 1] as number;
    const shift = y - before;
    if (positions[partner - 1] !== x - shift || shift <= 0) return false;
    for (let back = 2; back <= shift; back++) {
      if (codes[x - back] !== codes[y - back] || codes[x - back] === 0) return false;
    }
    return isFrequent[i - 1] === 0 || previous[i - 1] === partner - 1;
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
    pace.spend(whole >> 2);
    const distance = yStart - xStart;
    const overlaps = distance > 0 && distance < whole;
    const piece = overlaps ? distance : whole;
    const pieces = overlaps ? Math.min(REPETITIONS_MOST, Math.ceil(whole / piece)) : 1;
    for (let n = 0; n < pieces; n++) {
      const size = Math.min(piece, whole - n * piece);
      if (size >= rule.length) anchors.add(xStart + n * piece, yStart + n * piece, size);
    }
    pace.spend(pieces * WORK_OF_AN_ANCHOR);
  }
}

/** The anchors that one content has with those before it. */
interface AnchorBuffer {
  add(x: number, y: number, length: number): void;
  /** Makes tasks of what was added, all of it in content `y`, and begins anew. Yields now and then. */
  flush(y: number): Generator<void, void>;
}

function createAnchors(
  contents: Contents,
  isWanted: (x: number, y: number) => boolean,
  tasks: Tasks,
  pace: Pace,
): AnchorBuffer {
  const { marks } = contents;
  const anchors: MutableAnchors = {
    x: new Uint32Array(1 << 10),
    y: new Uint32Array(1 << 10),
    lengths: new Uint32Array(1 << 10),
    next: new Int32Array(1 << 10),
    weightOf,
  };
  let count = 0;
  /** By content: 1 + its place among the contents that this one has anchors with; 0 for none. */
  const placeOf = new Uint32Array(contents.count);
  const others: number[] = [];
  const covered: number[] = [];
  /** By place: its first and its last anchor. */
  const firsts: number[] = [];
  const lasts: number[] = [];
  const resemblance = createResemblance(contents);

  return { add, flush };

  function add(x: number, y: number, length: number): void {
    if (count === anchors.x.length) {
      anchors.x = grown(anchors.x, new Uint32Array(2 * count));
      anchors.y = grown(anchors.y, new Uint32Array(2 * count));
      anchors.lengths = grown(anchors.lengths, new Uint32Array(2 * count));
      anchors.next = grown(anchors.next, new Int32Array(2 * count));
    }
    const other = contents.at(x);
    let place = (placeOf[other] as number) - 1;
    if (place < 0) {
      placeOf[other] = others.push(other);
      place = covered.push(0) - 1;
      firsts.push(count);
    } else anchors.next[lasts[place] as number] = count;
    lasts[place] = count;
    anchors.x[count] = x;
    anchors.y[count] = y;
    anchors.lengths[count] = length;
    anchors.next[count] = -1;
    covered[place]! += length;
    count++;
  }

  function* flush(y: number): Generator<void, void> {
    if (count === 0) return;
    const size = contents.sizeOf(y);
    // Most contents share a phrase or two; those that may share more are looked at, one after the other.
    for (let place = 0; place < others.length; place++) {
      const other = others[place] as number;
      placeOf[other] = 0;
      const alike = other !== y && resemblance.areAlike(other, y);
      pace.spend(WORK_OF_A_PAIR);
      if (pace.isDue()) yield;
      if (!(alike || mayChain(covered[place] as number)) || !isWanted(other, y)) continue;
      const longer = Math.max(size, contents.sizeOf(other));
      const chains = chainAnchors(anchors, firsts[place] as number, longer, alike);
      if (chains.length > 0) tasks.add(other, y, chains);
    }
    count = 0;
    others.length = 0;
    covered.length = 0;
    firsts.length = 0;
    lasts.length = 0;
  }

  function weightOf(anchor: number): number {
    const begin = anchors.y[anchor] as number;
    const end = begin + (anchors.lengths[anchor] as number);
    let weight = 0;
    for (let at = begin; at < end; at++) weight += WEIGHT_MOST[marks[at] as number] as number;
    return weight;
  }
}

type MutableAnchors = { -readonly [K in keyof Anchors]: Anchors[K] };
