import { isHighSurrogate, isLowSurrogate } from '../../text/characters.ts';
import { hashOf } from '../../text/hash.ts';
import { foldInto } from '../../text/fold.ts';
import { span, type Span } from '../../text/span.ts';
import { type Contents, type Range, sizeOf } from '../contents/contents.ts';
import { isWhole } from '../judge/findings.ts';
import type { Passage } from '../pair.ts';
import type { UnitTable } from '../contents/unit-table.ts';
import type { Witness } from './witnesses.ts';

/** More than any position or number of units: two such numbers make one that is exact. */
const MANY = 2 ** 26;
/** Folded characters of a unit from which on it is worth keeping where they came from, for as long as passages are looked up. */
const LONG_UNIT = 1_000;

/** A passage with what names it. */
export interface NamedPassage {
  readonly passage: Passage;
  /** In folded characters. */
  readonly size: number;
  /** The document's id and the hash of the passage's text. */
  readonly text: string;
}

/** The passages of one document that were looked up before; they stay the same as long as its structure does. */
export type KnownPassages = Map<number, NamedPassage[]>;

/** Says where in the user's texts witnesses stand. */
export interface PassageFinder {
  /**
   * The passage of a witness, one object for each. `asUnit`: where it is all of a unit, the unit with its ordinal and
   * punctuation, and not only what was folded of it. Linear in the unit the first time.
   */
  passageOf(witness: Witness, asUnit: boolean): NamedPassage;
}

/**
 * Finds passages in the original texts. What was folded is folded once more, a unit at a time, to learn where its
 * characters came from: so no table of offsets is kept.
 */
export function createPassageFinder(contents: Contents, units: UnitTable): PassageFinder {
  const longUnits = new Map<number, Uint32Array>();
  return { passageOf };

  function passageOf({ unit, place }: Witness, asUnit: boolean): NamedPassage {
    const isUnit = asUnit && isWhole(place, contents);
    const start = place.range.start - contents.startOf(place.content);
    const size = sizeOf(place.range);
    const { known, index } = units.knownAt(unit);
    const key = (2 * index + (isUnit ? 1 : 0)) * MANY + start;
    let same = known.get(key);
    if (same === undefined) known.set(key, (same = []));
    for (const each of same) if (each.size === size) return each;
    const named = describe(unit, { start, end: start + size }, isUnit);
    same.push(named);
    return named;
  }

  function describe(unit: number, range: Range, isUnit: boolean): NamedPassage {
    const { document: id, speech, measure, paragraph, span: whole } = units.unitAt(unit);
    const { text } = units.documentAt(unit);
    const found = isUnit ? whole : spanOf(text, offsetsOf(unit), range);
    return {
      passage: { document: id, speech, measure, paragraph, unit: whole, span: found },
      size: sizeOf(range),
      text: `${id}:${hashOf(text.slice(found.start, found.end))}`,
    };
  }

  function offsetsOf(unit: number): Uint32Array {
    const kept = longUnits.get(unit);
    if (kept !== undefined) return kept;
    const { span: whole } = units.unitAt(unit);
    const { text } = units.documentAt(unit);
    const offsets = new Uint32Array(contents.sizeOf(units.contentAt(unit)));
    foldInto(text, whole, units.breaksAt(unit), { codes: null, edges: null, offsets }, 0);
    if (offsets.length > LONG_UNIT) longUnits.set(unit, offsets);
    return offsets;
  }
}

/**
 * The span of the original text that a range was folded from: from its first folded character to its last, so it neither
 * begins nor ends on punctuation, and never cuts a surrogate pair. The range must not be empty.
 */
function spanOf(text: string, offsets: Uint32Array, range: Range): Span {
  let start = offsets[range.start] as number;
  let end = (offsets[range.end - 1] as number) + 1;
  if (isLowSurrogate(text.charCodeAt(start)) && isHighSurrogate(text.charCodeAt(start - 1))) start--;
  if (isHighSurrogate(text.charCodeAt(end - 1)) && isLowSurrogate(text.charCodeAt(end))) end++;
  return span(start, end);
}
