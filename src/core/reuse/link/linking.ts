import { eachPair, type PackedAlignments } from '../align/alignments.ts';
import { linkContents } from './anchors.ts';
import type { Contents } from '../contents/contents.ts';
import type { Pace } from '../pace.ts';
import {
  createHashSet,
  hashedShingles,
  type Occurrences,
  findPlaces,
  joinPlaces,
  keepPlaces,
  repeatedShingles,
  type ShingleRule,
} from './shingles.ts';
import type { Tasks } from './tasks.ts';

/** What must be aligned so that the alignments are those of the contents as they are now. */
export interface Linking {
  readonly tasks: Tasks;
  /** Shingles that stand in so many places that not all were paired with all. */
  readonly frequent: number;
  /** Whether an alignment from before still holds. */
  isKept(x: number, y: number): boolean;
}

/** What was linked before. */
export interface Linked {
  readonly contents: Contents;
  readonly alignments: readonly PackedAlignments[];
  readonly frequent: number;
  /** Whether the alignments hold all that a content shares with others that are linked. */
  readonly isLinked: (content: number) => boolean;
}

/** Above this share of characters that came or went, looking at everything anew is less work. */
const CHANGED_SHARE = 0.5;
/** Places looked at between two steps of progress. */
const STEP = 50_000;

/** Names two contents by one number: exact, as there are fewer than 2 to the power of 26 contents. */
function keyOf(x: number, y: number): number {
  return x * 2 ** 26 + y;
}

/** Links all contents, which stand in `order`, with each other, as if none had been linked before. */
export function* linkAll(
  contents: Contents,
  order: Uint32Array,
  rule: ShingleRule,
  pace: Pace,
): Generator<void, Linking> {
  const occurrences = yield* repeatedShingles(contents, order, rule);
  const tasks = yield* linkContents(contents, occurrences, rule, () => true, pace);
  return { tasks, frequent: occurrences.frequent, isKept: () => false };
}

/** Whether what came and went is so much that `linkAll` is less work than `linkChanges`. */
export function isMostlyNew({ contents, isLinked }: Linked): boolean {
  let changed = 0;
  for (let content = 0; content < contents.count; content++) {
    if (contents.isLive(content) !== isLinked(content)) changed += contents.sizeOf(content);
  }
  return changed > CHANGED_SHARE * contents.live;
}

/**
 * Links what came since the last time, and again what that or what went has changed; the result is the same as from
 * `linkAll`. No index is kept: to hash all text once more takes less time than to read one. `known` is what was
 * linked before.
 */
export function* linkChanges(known: Linked, rule: ShingleRule, pace: Pace): Generator<void, Linking> {
  const { contents, isLinked } = known;
  const isLive = (content: number): boolean => contents.isLive(content);
  const isFresh = (content: number): boolean => isLive(content) && !isLinked(content);
  const changed = yield* contents.inOrder((content) => isLive(content) !== isLinked(content));
  const wanted = createHashSet(charactersOf(contents, changed));
  for (const { hashes, count } of hashedShingles(contents, changed, rule)) {
    for (let i = 0; i < count; i++) wanted.add(hashes[i] as number);
    yield;
  }
  // What is there and what was there, in one go: most is both.
  const all = yield* contents.inOrder((content) => isLive(content) || isLinked(content));
  const places = yield* findPlaces(contents, all, rule, wanted.has, charactersOf(contents, all));
  let now = yield* joinPlaces(keepPlaces(places, contents, isLive));
  const before = yield* joinPlaces(keepPlaces(places, contents, isLinked));
  const frequent = known.frequent + now.frequent - before.frequent;
  const relinked = yield* changedPairs(before, now, known);
  if (relinked.size > 0) {
    const touched = new Set([...relinked].map((key) => key % 2 ** 26));
    const others = yield* contents.inOrder((content) => touched.has(content));
    const more = createHashSet(charactersOf(contents, changed) + charactersOf(contents, others));
    for (const list of [changed, others]) {
      for (const { hashes, count } of hashedShingles(contents, list, rule)) {
        for (let i = 0; i < count; i++) more.add(hashes[i] as number);
        yield;
      }
    }
    const live = yield* contents.inOrder(isLive);
    now = yield* joinPlaces(yield* findPlaces(contents, live, rule, more.has, charactersOf(contents, live)));
  }
  const isWanted = (x: number, y: number): boolean => isFresh(x) || isFresh(y) || relinked.has(keyOf(x, y));
  const tasks = yield* linkContents(contents, now, rule, isWanted, pace);
  return {
    tasks,
    frequent,
    isKept: (x, y) => isLive(x) && isLive(y) && !relinked.has(keyOf(x, y)),
  };
}

/**
 * The pairs of contents that were there before and are now joined by other shingles than before: where a shingle stands in
 * more places than are paired all with all, a place that comes or goes changes who is paired with whom. Yields now and then.
 */
function* changedPairs(
  before: Occurrences,
  now: Occurrences,
  { contents, isLinked, alignments }: Linked,
): Generator<void, ReadonlySet<number>> {
  const changed = new Set<number>();
  if (before.frequent === 0 && now.frequent === 0) return changed;
  const aligned = new Set<number>();
  for (const packed of alignments) {
    eachPair(packed, (x, y) => aligned.add(keyOf(x, y)));
    yield;
  }
  // Both lists are in order of the contents: what stands in both is met in the same order.
  let old = 0;
  for (let current = 0; current < now.positions.length; current++) {
    if (current % STEP === 0) yield;
    const position = now.positions[current] as number;
    const content = contents.at(position);
    if (!isLinked(content)) continue;
    while (before.positions[old] !== position) old++;
    const pairedBefore = partnersOf(before, old);
    const pairedNow = partnersOf(now, current);
    if (pairedBefore === null && pairedNow === null) continue;
    const then = pairedBefore ?? allBefore(before, old);
    const there = pairedNow ?? allBefore(now, current);
    for (const partner of then) {
      const key = keyOf(contents.at(partner), content);
      // With fewer anchors nothing comes to light.
      if (!there.includes(partner) && aligned.has(key) && contents.isLive(contents.at(partner)))
        changed.add(key);
    }
    for (const partner of there) {
      const other = contents.at(partner);
      if (!then.includes(partner) && isLinked(other)) changed.add(keyOf(other, content));
    }
  }
  return changed;
}

/** The place that a frequent shingle's place is paired with alone; null where it is paired with all before. */
function partnersOf(
  { positions, previous, isFrequent }: Occurrences,
  index: number,
): readonly number[] | null {
  if (isFrequent[index] === 0) return null;
  const before = previous[index] as number;
  return before < 0 ? [] : [positions[before] as number];
}

function allBefore({ positions, previous }: Occurrences, index: number): readonly number[] {
  const all: number[] = [];
  for (let at = previous[index] as number; at >= 0; at = previous[at] as number)
    all.push(positions[at] as number);
  return all;
}

function charactersOf(contents: Contents, list: Uint32Array): number {
  let characters = 0;
  for (const content of list) characters += contents.sizeOf(content);
  return characters;
}
