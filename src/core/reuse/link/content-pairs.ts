import { Chains, mayChain } from './chains.ts';
import type { Contents } from '../contents/contents.ts';
import { WEIGHT_MOST } from '../contents/marks.ts';
import { grown } from '../grown.ts';
import type { Pace } from '../pace.ts';
import { createResemblance } from './resemblance.ts';
import { createTasks, type Tasks } from './tasks.ts';

/** The anchors that one content has with those before it: what is in question is with which of them it has enough in common. */
export interface ContentPairs {
  /** Adds a longest common run: `codes[x .. x + length)` equals `codes[y .. y + length)`. */
  add(x: number, y: number, length: number): void;
  /** Makes tasks of what was added, all of it in content `y`, and begins anew. Yields now and then. */
  flush(y: number): Generator<void, void>;
  readonly tasks: Tasks;
  /** Nothing is added any more. */
  letGo(): void;
}

/** In cells of an alignment's table. */
const WORK_OF_A_PAIR = 20;
const ROOM = 1 << 10;

/** Gathers the anchors of one content after the other. `isWanted` is asked of two contents, the earlier one first. */
export function createPairs(
  contents: Contents,
  isWanted: (x: number, y: number) => boolean,
  pace: Pace,
): ContentPairs {
  const { marks } = contents;
  const tasks = createTasks();
  const chains = new Chains();
  const resemblance = createResemblance(contents);
  let count = 0;
  let xs = new Uint32Array(ROOM);
  let ys = new Uint32Array(ROOM);
  let lengths = new Uint32Array(ROOM);
  /** By anchor: the next one of the same two contents, in order of y; -1 behind the last. */
  let next = new Int32Array(ROOM);
  /** By content: 1 + its place among those that this one has anchors with; 0 for none. */
  const placeOf = new Uint32Array(contents.count);
  let places = 0;
  /** By place: the content, its first and its last anchor, and the characters in all of them. */
  let others = new Uint32Array(ROOM);
  let firsts = new Uint32Array(ROOM);
  let lasts = new Uint32Array(ROOM);
  let covered = new Uint32Array(ROOM);

  return { add, flush, tasks, letGo: resemblance.letGo };

  function add(x: number, y: number, length: number): void {
    if (count === xs.length) grow();
    const other = contents.at(x);
    const place = (placeOf[other] as number) - 1;
    if (place < 0) {
      placeOf[other] = places + 1;
      others[places] = other;
      firsts[places] = count;
      lasts[places] = count;
      covered[places] = length;
      places++;
    } else {
      next[lasts[place] as number] = count;
      lasts[place] = count;
      covered[place]! += length;
    }
    xs[count] = x;
    ys[count] = y;
    lengths[count] = length;
    next[count] = -1;
    count++;
  }

  function* flush(y: number): Generator<void, void> {
    const size = contents.sizeOf(y);
    const alike = resemblance.alikeTo(y, others, places);
    // Most contents share a phrase or two; those that may share more are looked at, one after the other.
    for (let place = 0; place < places; place++) {
      const other = others[place] as number;
      placeOf[other] = 0;
      pace.spend(WORK_OF_A_PAIR);
      if (pace.isDue()) yield;
      const isAlike = alike[place] === 1;
      if (!(isAlike || mayChain(covered[place] as number)) || !isWanted(other, y)) continue;
      chains.clear();
      for (let anchor = firsts[place] as number; anchor >= 0; anchor = next[anchor] as number) {
        const begin = ys[anchor] as number;
        const length = lengths[anchor] as number;
        chains.add(xs[anchor] as number, begin, length, weightOf(begin, begin + length));
      }
      chains.keepWorthy(Math.max(size, contents.sizeOf(other)), isAlike);
      if (chains.count > 0) tasks.add(other, y, chains);
    }
    count = 0;
    places = 0;
  }

  function weightOf(begin: number, end: number): number {
    let weight = 0;
    for (let at = begin; at < end; at++) weight += WEIGHT_MOST[marks[at] as number] as number;
    return weight;
  }

  function grow(): void {
    const room = 2 * count;
    xs = grown(xs, new Uint32Array(room));
    ys = grown(ys, new Uint32Array(room));
    lengths = grown(lengths, new Uint32Array(room));
    next = grown(next, new Int32Array(room));
    others = grown(others, new Uint32Array(room));
    firsts = grown(firsts, new Uint32Array(room));
    lasts = grown(lasts, new Uint32Array(room));
    covered = grown(covered, new Uint32Array(room));
  }
}
