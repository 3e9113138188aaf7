import { sizeOf } from '../contents/contents.ts';
import type { Finding, Place } from '../judge/findings.ts';
import { sorted } from '../merge-sort.ts';

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
  const byKey = new Map<number, Place>();
  for (const [index, { a, b }] of findings.entries()) {
    byKey.set(keyOf(a), a).set(keyOf(b), b);
    if (index % STEP === 0) yield;
  }
  for (const [index, place] of others.entries()) {
    byKey.set(keyOf(place), place);
    if (index % STEP === 0) yield;
  }
  const inOrder = yield* sorted(
    [...byKey.values()],
    (p, q) => p.range.start - q.range.start || q.range.end - p.range.end,
  );
  const places: Place[] = [];
  const numbers = new Map<number, number>();
  for (const [index, place] of inOrder.entries()) {
    const number = lastSame(places, place) ?? places.push(place) - 1;
    numbers.set(keyOf(place), number);
    if (index % STEP === 0) yield;
  }
  return {
    places,
    passageOf(place) {
      const number = numbers.get(keyOf(place));
      if (number === undefined)
        throw new RangeError(`no such passage: [${place.range.start}, ${place.range.end})`);
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

/** Start and length in one number: exact below 2 to the power of 53. */
function keyOf({ range }: Place): number {
  return range.start * LONGEST + sizeOf(range);
}
