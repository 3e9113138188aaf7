import { sorted } from '../reuse/merge-sort.ts';
import { createPace, type Pace } from '../reuse/pace.ts';
import type { Boilerplate, BoilerplateId, Pair, Passage } from '../reuse/pair.ts';
import type { Speech, StructuredDocument } from '../structure/speech.ts';
import { cutLongUnits, unitsOf } from '../structure/units.ts';
import type { DocumentId } from '../text/document.ts';
import { foldInto } from '../text/fold.ts';
import { partitionPoint } from '../text/partition-point.ts';

/** How much recurs, in folded characters: those that are compared, without titles, bylines and page breaks. */
export interface Counts {
  readonly all: number;
  /** Those that stand in any pair, findings and boilerplate, each once. Both sides of a pair count. */
  readonly repeated: number;
  /** Those of `repeated` that stand in a pair inside one speech; some may stand in one across two as well. */
  readonly within: number;
  /** Those of `repeated` that stand in a pair across two speeches. */
  readonly across: number;
  /** Those that stand in a finding; boilerplate alone does not count. */
  readonly withoutBoilerplate: number;
}

/** How much of one speech stands in one other, boilerplate left out. Indices into `Rates.speeches`. */
export interface LargestShare {
  readonly speech: number;
  readonly other: number;
  /** In folded characters of `speech`. */
  readonly shared: number;
}

/** The numbers that editors know. */
export interface Rates {
  readonly total: Counts;
  /** Of all speeches in loading order. */
  readonly speeches: readonly Counts[];
  /** By speaker, in loading order; speeches without a name count together under the empty name. */
  readonly speakers: ReadonlyMap<string, Counts>;
  /** The largest `shared` of its speech, as a share of that; of equal ones the first. Null when nothing is shared. */
  readonly largest: LargestShare | null;
}

const WITHIN = 1;
const ACROSS = 2;
const FINDING = 4;

/** In the units of `Pace`: what folding a character takes, and placing a side. */
const FOLD_WORK = 40;
const SIDE_WORK = 400;

/** One side of a pair, as it counts for its speech. */
interface Side {
  readonly start: number;
  readonly end: number;
  /** WITHIN or ACROSS, and FINDING unless it is boilerplate. */
  readonly classes: number;
  /** The speech of the other side. */
  readonly other: number;
}

/** A side in folded characters of its speech. */
interface FoldedSide extends Side {
  readonly from: number;
  readonly to: number;
}

/** A share of something, 0 to 1; 0 of nothing. */
export function shareOf(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}

/**
 * Counts what recurs. `findings` are the pairs that are listed, `boilerplate` is what was set apart; an entry that is
 * `restored` is among the findings already. Every text is folded once, as detection folds it, a unit at a time; linear but
 * for the sorting of the pairs. Yields every few milliseconds.
 */
export function* ratesOf(
  documents: readonly StructuredDocument[],
  findings: readonly Pair[],
  boilerplate: readonly Boilerplate[],
  restored: ReadonlySet<BoilerplateId>,
): Generator<void, Rates> {
  const pace = createPace();
  const sides = yield* sidesBySpeech(documents, findings, boilerplate, restored, pace);
  const speeches: Counts[] = [];
  const speakers = new Map<string, Counts>();
  let total = NO_COUNTS;
  let largest: (LargestShare & { readonly share: number }) | null = null;
  for (const { document, speeches: all } of documents) {
    for (const speech of all) {
      const index = speeches.length;
      const offsets = yield* foldedOffsets(document.text, document.id, speech, pace);
      const own = yield* foldSides(sides[index] ?? [], offsets, pace);
      const counts: Counts = {
        all: offsets.length,
        repeated: covered(own, WITHIN | ACROSS),
        within: covered(own, WITHIN),
        across: covered(own, ACROSS),
        withoutBoilerplate: covered(own, FINDING),
      };
      speeches.push(counts);
      total = sumOf(total, counts);
      speakers.set(speech.speaker, sumOf(speakers.get(speech.speaker) ?? NO_COUNTS, counts));
      const most = mostInOneOther(own, index);
      const share = most === null ? 0 : shareOf(most.shared, counts.all);
      if (most !== null && share > (largest?.share ?? 0)) largest = { speech: index, ...most, share };
    }
  }
  return {
    total,
    speeches,
    speakers,
    largest: largest && { speech: largest.speech, other: largest.other, shared: largest.shared },
  };
}

/** The counts of nothing. */
export const NO_COUNTS: Counts = { all: 0, repeated: 0, within: 0, across: 0, withoutBoilerplate: 0 };

/** The counts of two stretches together that have no character in common. */
export function sumOf(p: Counts, q: Counts): Counts {
  return {
    all: p.all + q.all,
    repeated: p.repeated + q.repeated,
    within: p.within + q.within,
    across: p.across + q.across,
    withoutBoilerplate: p.withoutBoilerplate + q.withoutBoilerplate,
  };
}

/** Both sides of all pairs, by the speech in which they stand. */
function* sidesBySpeech(
  documents: readonly StructuredDocument[],
  findings: readonly Pair[],
  boilerplate: readonly Boilerplate[],
  restored: ReadonlySet<BoilerplateId>,
  pace: Pace,
): Generator<void, readonly (readonly Side[] | undefined)[]> {
  const firstOf = new Map<DocumentId, number>();
  let count = 0;
  for (const { document, speeches } of documents) {
    firstOf.set(document.id, count);
    count += speeches.length;
  }
  const sides: (Side[] | undefined)[] = new Array<undefined>(count).fill(undefined);
  const apart = boilerplate.filter(({ id }) => !restored.has(id)).map(({ pairs }) => pairs);
  for (const [list, isFinding] of [[findings, true], ...apart.map((pairs) => [pairs, false])] as const) {
    for (const { a, b, scope } of list as readonly Pair[]) {
      pace.spend(SIDE_WORK);
      if (pace.isDue()) yield;
      const classes = (scope === 'within' ? WITHIN : ACROSS) | (isFinding ? FINDING : 0);
      add(a, b, classes);
      add(b, a, classes);
    }
  }
  return sides;

  function add(own: Passage, other: Passage, classes: number): void {
    const first = firstOf.get(own.document);
    if (first === undefined) return;
    const side: Side = {
      start: own.span.start,
      end: own.span.end,
      classes,
      other: (firstOf.get(other.document) ?? 0) + other.speech,
    };
    const known = sides[first + own.speech];
    if (known === undefined) sides[first + own.speech] = [side];
    else known.push(side);
  }
}

/** Where the folded characters of a speech stand in the text, ascending. */
function* foldedOffsets(
  text: string,
  id: DocumentId,
  speech: Speech,
  pace: Pace,
): Generator<void, Uint32Array> {
  const offsets = new Uint32Array(speech.span.end - speech.span.start);
  const target = { codes: null, edges: null, offsets };
  let length = 0;
  for (const { span } of cutLongUnits(unitsOf(id, [speech]), text)) {
    length += foldInto(text, span, speech.breaks, target, length);
    pace.spend((span.end - span.start) * FOLD_WORK);
    if (pace.isDue()) yield;
  }
  return offsets.subarray(0, length);
}

/** The sides in folded characters, in order of where they begin. */
function* foldSides(
  sides: readonly Side[],
  offsets: Uint32Array,
  pace: Pace,
): Generator<void, readonly FoldedSide[]> {
  const folded: FoldedSide[] = [];
  for (const side of sides) {
    const from = partitionPoint(offsets, (offset) => offset < side.start);
    const to = partitionPoint(offsets, (offset) => offset < side.end);
    if (to > from) folded.push({ ...side, from, to });
    pace.spend(SIDE_WORK);
    if (pace.isDue()) yield;
  }
  return yield* sorted(folded, (p, q) => p.from - q.from);
}

/** How many folded characters the sides of any of `classes` cover; `sides` in order. */
function covered(sides: readonly FoldedSide[], classes: number): number {
  let count = 0;
  let end = 0;
  for (const side of sides) {
    if ((side.classes & classes) === 0) continue;
    count += Math.max(0, side.to - Math.max(end, side.from));
    end = Math.max(end, side.to);
  }
  return count;
}

/** The other speech in which most of a speech stands, with its findings alone. */
function mostInOneOther(sides: readonly FoldedSide[], own: number): Omit<LargestShare, 'speech'> | null {
  const ends = new Map<number, { shared: number; end: number }>();
  for (const { other, classes, from, to } of sides) {
    if ((classes & FINDING) === 0 || other === own) continue;
    const known = ends.get(other);
    if (known === undefined) {
      ends.set(other, { shared: to - from, end: to });
      continue;
    }
    known.shared += Math.max(0, to - Math.max(known.end, from));
    known.end = Math.max(known.end, to);
  }
  let most: Omit<LargestShare, 'speech'> | null = null;
  for (const [other, { shared }] of ends) {
    if (most === null || shared > most.shared || (shared === most.shared && other < most.other)) {
      most = { other, shared };
    }
  }
  return most;
}
