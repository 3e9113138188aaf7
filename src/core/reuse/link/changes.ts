import { linkContents } from './anchors.ts';
import { changedPairs, pairKey } from './changed-pairs.ts';
import type { Contents } from '../contents/contents.ts';
import type { Pace } from '../pace.ts';
import { HashSet } from './hash-sets.ts';
import type { Linked, Linking } from './linking.ts';
import { groupPlaces, type Occurrences } from './occurrences.ts';
import { type ShingleRule, Shingles } from './shingles.ts';

/** Characters hashed between two steps of progress. */
const STEP = 500_000;

/**
 * Links what came since the last time, and again what that or what went has changed; the result is the same as from
 * `linkAll`. `known` is what was linked before, `order` has all contents that are there now. No index is kept: to hash all
 * text once more takes less time than to read one.
 */
export function* linkChanges(
  known: Linked,
  order: Uint32Array,
  rule: ShingleRule,
  pace: Pace,
): Generator<void, Linking> {
  const { contents, isLinked } = known;
  const isLive = (content: number): boolean => contents.isLive(content);
  const isFresh = (content: number): boolean => isLive(content) && !isLinked(content);
  const gone = known.linkedOrder.filter((content) => !isLive(content));
  const changed = new Shingles(contents, rule, 0);
  for (const list of [gone, order.filter(isFresh)]) yield* hash(changed, contents, list);
  // What is there and what was there, in one go: most is both.
  const all = contents.merged(order, gone);
  const places = yield* findPlaces(contents, all, rule, setOf(changed));
  const before = yield* occurrencesOf(places, isLinked);
  let now = yield* occurrencesOf(places, isLive);
  const relinked = yield* changedPairs(before, now, known);
  const frequent = known.frequent + now.frequent - before.frequent;
  if (relinked.pairs.size > 0) {
    yield* hash(changed, contents, relinked.later);
    now = yield* occurrencesOf(yield* findPlaces(contents, order, rule, setOf(changed)), isLive);
  }
  const isRelinked = (x: number, y: number): boolean => relinked.pairs.has(pairKey(x, y));
  const tasks = yield* linkContents(
    contents,
    now,
    rule,
    (x, y) => isFresh(x) || isFresh(y) || isRelinked(x, y),
    pace,
  );
  return { tasks, frequent, isKept: (x, y) => isLive(x) && isLive(y) && !isRelinked(x, y) };
}

/** Adds the shingles of contents. Linear time; yields now and then. */
function* hash(shingles: Shingles, contents: Contents, list: Iterable<number>): Generator<void, void> {
  let hashed = 0;
  for (const content of list) {
    shingles.add(contents.startOf(content), contents.endOf(content));
    hashed += contents.sizeOf(content);
    if (hashed < STEP) continue;
    hashed = 0;
    yield;
  }
}

function setOf(shingles: Shingles): HashSet {
  const set = new HashSet(shingles.count);
  set.add(shingles);
  return set;
}

/** Shingles of some contents. */
interface Places {
  readonly order: Uint32Array;
  readonly shingles: Shingles;
  /** By index in `order`: where the shingles of a content end, and those of the next one begin. */
  readonly ends: Uint32Array;
}

/** The shingles of the contents in `order` that are in a set. Linear time; yields now and then. */
function* findPlaces(
  contents: Contents,
  order: Uint32Array,
  rule: ShingleRule,
  wanted: HashSet,
): Generator<void, Places> {
  const shingles = new Shingles(contents, rule, 0);
  const ends = new Uint32Array(order.length);
  let hashed = 0;
  for (let i = 0; i < order.length; i++) {
    const content = order[i] as number;
    const from = shingles.count;
    shingles.add(contents.startOf(content), contents.endOf(content));
    wanted.keep(shingles, from);
    ends[i] = shingles.count;
    hashed += contents.sizeOf(content);
    if (hashed < STEP) continue;
    hashed = 0;
    yield;
  }
  return { order, shingles, ends };
}

/** What stands together among the places in those contents that are `isIn`. Linear time; yields now and then. */
function occurrencesOf(
  { order, shingles, ends }: Places,
  isIn: (content: number) => boolean,
): Generator<void, Occurrences> {
  const positions = shingles.positions.slice(0, shingles.count);
  const hashes = shingles.hashes.slice(0, shingles.count);
  let count = 0;
  for (let i = 0, from = 0; i < order.length; i++) {
    const end = ends[i] as number;
    if (isIn(order[i] as number)) {
      for (; from < end; from++, count++) {
        positions[count] = positions[from] as number;
        hashes[count] = hashes[from] as number;
      }
    }
    from = end;
  }
  return groupPlaces(positions.subarray(0, count), hashes.subarray(0, count));
}
