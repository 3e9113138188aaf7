import type { Speech } from '../structure/speech.ts';
import type { Cluster } from './pair.ts';

/**
 * Large results cut into parts: what is cloned in one go, between threads or to the disk, stops the page while it is
 * cloned, and how long depends on how many objects it is made of.
 */

/** In objects, nested ones counted: so many are cloned in some ten milliseconds. */
const PART = 15_000;

const OBJECTS_IN_PASSAGE = 3;
const OBJECTS_IN_MEASURE = 6;

/** How many objects a pair is made of. */
export const OBJECTS_IN_PAIR = 1 + 2 * OBJECTS_IN_PASSAGE;

/** How many objects a cluster is made of. */
export function objectsInCluster({ members }: Cluster): number {
  return 2 + members.length * OBJECTS_IN_PASSAGE;
}

/** How many objects a speech is made of. */
export function objectsInSpeech({ measures, paragraphs, breaks, lists }: Speech): number {
  return 8 + measures.length * OBJECTS_IN_MEASURE + paragraphs.length + breaks.length + lists.length * 2;
}

/** Cuts a list into runs of some ten thousand objects, or of one item that is larger. They join to the list. */
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
