import type { Speech } from '../structure/speech.ts';
import type { Boilerplate, Pair, Passage } from './pair.ts';

/**
 * Large results cut into parts: what is cloned in one go, between threads or to the disk, stops the page while it is
 * cloned, and how long depends on how many objects it is made of.
 */

/** In objects, nested ones counted: so many are cloned in ten milliseconds or less. */
const PART = 7_500;

const OBJECTS_IN_PASSAGE = 3;
const OBJECTS_IN_MEASURE = 6;

/** How many objects a pair is made of. */
export const OBJECTS_IN_PAIR = 1 + 2 * OBJECTS_IN_PASSAGE;

/** How many objects a speech is made of. */
export function objectsInSpeech({ measures, paragraphs, breaks, lists }: Speech): number {
  return 8 + measures.length * OBJECTS_IN_MEASURE + paragraphs.length + breaks.length + lists.length * 2;
}

/** How many objects an entry of boilerplate is made of. */
export function objectsInBoilerplate({ members, pairs }: Boilerplate): number {
  return 3 + members.length * OBJECTS_IN_PASSAGE + pairs.length * OBJECTS_IN_PAIR;
}

/** Members, and pairs, that one piece of boilerplate holds at most: less than a part, so that no entry is larger. */
const PIECE = 500;

/** Cuts entries that recur in thousands of places into pieces, each an entry with the same id. `joinPieces` undoes it. */
export function* piecesOf(boilerplate: readonly Boilerplate[]): Generator<Boilerplate> {
  for (const entry of boilerplate) {
    const length = Math.max(1, entry.members.length, entry.pairs.length);
    for (let start = 0; start < length; start += PIECE) {
      const end = start + PIECE;
      yield { ...entry, members: entry.members.slice(start, end), pairs: entry.pairs.slice(start, end) };
    }
  }
}

/** Joins pieces that stand in their order to the entries that they were cut from. */
export function joinPieces(pieces: readonly Boilerplate[]): readonly Boilerplate[] {
  const entries: (Boilerplate & { members: Passage[]; pairs: Pair[] })[] = [];
  for (const piece of pieces) {
    const last = entries.at(-1);
    if (last?.id !== piece.id) {
      entries.push({ ...piece, members: [...piece.members], pairs: [...piece.pairs] });
      continue;
    }
    for (const member of piece.members) last.members.push(member);
    for (const pair of piece.pairs) last.pairs.push(pair);
  }
  return entries;
}

/** Cuts a list into runs of so many objects, or of one item that is larger. They join to the list. */
export function* partsOf<T>(list: readonly T[], objectsIn: (item: T) => number): Generator<readonly T[]> {
  let start = 0;
  let objects = 0;
  for (const [index, item] of list.entries()) {
    const more = objectsIn(item);
    if (index > start && objects + more > PART) {
      yield list.slice(start, index);
      start = index;
      objects = 0;
    }
    objects += more;
  }
  if (start < list.length) yield list.slice(start);
}
