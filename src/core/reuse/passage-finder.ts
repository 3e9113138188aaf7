import { foldInto } from '../text/fold.ts';
import { span, type Span } from '../text/span.ts';
import { type Contents, type Range, sizeOf } from './contents.ts';
import { isWhole } from './findings.ts';
import type { Passage } from './pair.ts';
import type { UnitTable } from './unit-table.ts';
import type { Witness } from './witnesses.ts';

/** Passages found between two steps of progress. */
const STEP = 500;
/** More than any position or number of units: two such numbers make one that is exact. */
const MANY = 2 ** 26;

/** A witness whose passage is wanted. */
export interface Wanted {
  readonly witness: Witness;
  /** Where it is all of a unit: whether the unit is wanted, with its ordinal and punctuation, or only what was folded of it. */
  readonly asUnit: boolean;
}

/** Says where in the user's texts witnesses stand. */
export interface PassageFinder {
  /** The passage of a witness that was asked for; one object for each passage. */
  passageOf(wanted: Wanted): Passage;
}

/**
 * Finds the passages of witnesses in the original texts. What was folded is folded once more, a unit at a time, to learn
 * where its characters came from: so no table of offsets is kept. Linear in those units; yields now and then.
 */
export function* findPassages(
  wanted: Iterable<Wanted>,
  contents: Contents,
  units: UnitTable,
): Generator<void, PassageFinder> {
  const numbers = new Map<number, number>();
  const byUnit = new Map<number, Wanted[]>();
  for (const each of wanted) {
    const place = placeOf(each.witness);
    if (!numbers.has(place)) numbers.set(place, numbers.size);
    const { unit } = each.witness;
    const known = byUnit.get(unit);
    if (known === undefined) byUnit.set(unit, [each]);
    else known.push(each);
  }
  yield;
  const passages = new Map<number, Passage>();
  let found = 0;
  for (const [unit, own] of byUnit) {
    const { document, speech, measure, paragraph, span: whole } = units.unitAt(unit);
    const spanOf = spansIn(unit, contents, units);
    for (const each of own) {
      const key = keyOf(each);
      if (passages.has(key)) continue;
      passages.set(key, { document, speech, measure, paragraph, unit: whole, span: spanOf(each) });
      if (++found % STEP === 0) yield;
    }
  }
  return {
    passageOf(each) {
      const passage = passages.get(keyOf(each));
      if (passage === undefined)
        throw new RangeError(`no passage was asked for in unit ${each.witness.unit}`);
      return passage;
    },
  };

  function keyOf({ witness, asUnit }: Wanted): number {
    const place = numbers.get(placeOf(witness)) ?? MANY;
    return (2 * place + (asUnit && isWhole(witness.place, contents) ? 1 : 0)) * MANY + witness.unit;
  }
}

function placeOf({ place: { range } }: Witness): number {
  return range.start * MANY + sizeOf(range);
}

/** The spans of one unit's witnesses; folds the unit when it must. */
function spansIn(unit: number, contents: Contents, units: UnitTable): (wanted: Wanted) => Span {
  const { span: whole, speech } = units.unitAt(unit);
  const { document, speeches } = units.documentAt(unit);
  let offsets: Uint32Array | null = null;
  return ({ witness: { place }, asUnit }) => {
    if (asUnit && isWhole(place, contents)) return whole;
    if (offsets === null) {
      offsets = new Uint32Array(contents.sizeOf(place.content));
      foldInto(
        document.text,
        whole,
        speeches[speech]?.breaks ?? [],
        { codes: null, edges: null, offsets },
        0,
      );
    }
    const start = contents.startOf(place.content);
    const range = { start: place.range.start - start, end: place.range.end - start };
    return spanOf(document.text, offsets, range);
  };
}

/**
 * The span of the original text that a range was folded from: from its first folded character to its last, so it neither
 * begins nor ends on punctuation, and never cuts a surrogate pair. The range must not be empty.
 */
function spanOf(text: string, offsets: Uint32Array, range: Range): Span {
  let start = offsets[range.start] as number;
  let end = (offsets[range.end - 1] as number) + 1;
  if (isLow(text.charCodeAt(start)) && isHigh(text.charCodeAt(start - 1))) start--;
  if (isHigh(text.charCodeAt(end - 1)) && isLow(text.charCodeAt(end))) end++;
  return span(start, end);
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
