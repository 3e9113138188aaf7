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
  /** By finding: the numbers of the passages of its sides. */
  readonly ofA: Uint32Array;
  readonly ofB: Uint32Array;
  /** The number of the passage that a finding's side belongs to. */
  passageOf(place: Place): number;
}

/** Gathers the passages of all findings and of `others`. Linear time; yields now and then. */
export function* gatherPassages(
  findings: readonly Finding[],
  others: readonly Place[],
): Generator<void, Passages> {
  const known = createPlaceTable(2 * findings.length + others.length);
  const distinct: Place[] = [];
  const see = (place: Place): number => {
    const number = known.getOr(place, distinct.length);
    if (number === distinct.length) distinct.push(place);
    return number;
  };
  const ofA = new Uint32Array(findings.length);
  const ofB = new Uint32Array(findings.length);
  for (let i = 0; i < findings.length; i++) {
    const { a, b } = findings[i] as Finding;
    ofA[i] = see(a);
    ofB[i] = see(b);
    if (i % STEP === 0) yield;
  }
  for (let i = 0; i < others.length; i++) {
    see(others[i] as Place);
    if (i % STEP === 0) yield;
  }
  const begins = new Uint32Array(distinct.length);
  const shortness = new Uint32Array(distinct.length);
  for (let i = 0; i < distinct.length; i++) {
    const place = distinct[i] as Place;
    begins[i] = place.start;
    shortness[i] = LONGEST - sizeOf(place);
  }
  const inOrder = yield* sortByKeys([begins, shortness]);
  const places: Place[] = [];
  /** By distinct place: its passage. */
  const numbers = new Uint32Array(distinct.length);
  for (let i = 0; i < inOrder.length; i++) {
    const index = inOrder[i] as number;
    const place = distinct[index] as Place;
    numbers[index] = lastSame(places, place) ?? places.push(place) - 1;
    if (i % STEP === 0) yield;
  }
  for (let i = 0; i < findings.length; i++) {
    ofA[i] = numbers[ofA[i] as number] as number;
    ofB[i] = numbers[ofB[i] as number] as number;
  }
  return {
    places,
    ofA,
    ofB,
    passageOf(place) {
      const number = known.get(place);
      if (number < 0) throw new RangeError(`no such passage: [${place.start}, ${place.end})`);
      return numbers[number] as number;
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
  const shared = Math.min(p.end, q.end) - Math.max(p.start, q.start);
  return p.content === q.content && shared >= SAME_PASSAGE * Math.max(sizeOf(p), sizeOf(q));
}
