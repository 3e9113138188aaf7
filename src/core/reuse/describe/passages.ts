import { sizeOf } from '../contents/contents.ts';
import type { Finding, Place } from '../judge/findings.ts';
import { sortByKeys } from '../link/radix.ts';
import { createPlaceTable } from './place-table.ts';

/** Places of one content of which each shares so much of the longer one are taken for one passage. */
const SAME_PASSAGE = 2 / 3;

/** Passages that begin before another one and may be the same. */
const LOOK_BACK = 8;
/** Folded characters in a content, at most: as many as a document may have. */
const LONGEST = 2 ** 26;
/** Findings, or passages, looked at between two steps of progress. */
const STEP = 5_000;

/** The passages that findings speak of: places of one content that all but coincide are one. */
export interface Passages {
  /** One place for each passage, in order of the contents. */
  readonly places: readonly Place[];
  /** The number of the passage that a finding's side belongs to. */
  passageOf(place: Place): number;
}

/** Gathers the passages of all findings and of `others`. Sorting time; yields now and then. */
export function* gatherPassages(
  findings: readonly Finding[],
  others: readonly Place[],
): Generator<void, Passages> {
  const numbers = createPlaceTable(2 * findings.length + others.length);
  const distinct: Place[] = [];
  const see = (place: Place): void => {
    if (numbers.get(place) < 0) numbers.set(place, distinct.push(place) - 1);
  };
  for (const [index, { a, b }] of findings.entries()) {
    see(a);
    see(b);
    if (index % STEP === 0) yield;
  }
  for (const [index, place] of others.entries()) {
    see(place);
    if (index % STEP === 0) yield;
  }
  const inOrder = yield* sortByKeys([
    Uint32Array.from(distinct, ({ range }) => range.start),
    Uint32Array.from(distinct, ({ range }) => LONGEST - sizeOf(range)),
  ]);
  const places: Place[] = [];
  for (let i = 0; i < inOrder.length; i++) {
    const place = distinct[inOrder[i] as number] as Place;
    numbers.set(place, lastSame(places, place) ?? places.push(place) - 1);
    if (i % STEP === 0) yield;
  }
  return {
    places,
    passageOf(place) {
      const number = numbers.get(place);
      if (number < 0) throw new RangeError(`no such passage: [${place.range.start}, ${place.range.end})`);
      return number;
    },
  };
}

/** The number of the last of `places` that all but coincides with `place`, among those that begin shortly before it. */
function lastSame(places: readonly Place[], place: Place): number | null {
  for (let i = places.length - 1; i >= Math.max(0, places.length - LOOK_BACK); i--) {
    if (isSame(places[i] as Place, place)) return i;
  }
  return null;
}

function isSame(p: Place, q: Place): boolean {
  const shared = Math.min(p.range.end, q.range.end) - Math.max(p.range.start, q.range.start);
  return p.content === q.content && shared >= SAME_PASSAGE * Math.max(sizeOf(p.range), sizeOf(q.range));
}
