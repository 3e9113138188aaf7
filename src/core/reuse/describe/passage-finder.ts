import { isHighSurrogate, isLowSurrogate } from '../../text/characters.ts';
import { hashOf } from '../../text/hash.ts';
import { foldInto } from '../../text/fold.ts';
import { span, type Span } from '../../text/span.ts';
import { type Contents, type Range, sizeOf } from '../contents/contents.ts';
import { isWhole } from '../judge/findings.ts';
import type { Passage } from '../pair.ts';
import type { UnitTable } from '../contents/unit-table.ts';
import type { Witness } from './witnesses.ts';

/** Folded characters of a unit from which on it is worth keeping where they came from, for as long as passages are looked up. */
const LONG_UNIT = 1_000;

/** A passage with what names it. */
export interface NamedPassage {
  readonly passage: Passage;
  /** Where it begins in its unit and how long it is, in folded characters. */
  readonly start: number;
  readonly size: number;
  /** Whether it is the unit with its ordinal and punctuation. */
  readonly isUnit: boolean;
  /** The document's id, the hash of the passage's text and a 0: for the first of equals. */
  readonly name: string;
}

/** By unit of one document: the passages that were looked up before; they stay the same as long as its structure does. */
export type KnownPassages = NamedPassage[][];

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
    const start = place.start - contents.startOf(place.content);
    const size = sizeOf(place);
    const known = units.knownAt(unit);
    for (const each of known) {
      if (each.start === start && each.size === size && each.isUnit === isUnit) return each;
    }
    const named = describe(unit, start, size, isUnit);
    known.push(named);
    return named;
  }

  function describe(unit: number, start: number, size: number, isUnit: boolean): NamedPassage {
    const { document: id, speech, measure, paragraph, span: whole } = units.unitAt(unit);
    const { text } = units.documentAt(unit);
    const found = isUnit ? whole : spanOf(text, offsetsOf(unit), { start, end: start + size });
    return {
      passage: { document: id, speech, measure, paragraph, unit: whole, span: found },
      start,
      size,
      isUnit,
      name: `${id}:${hashOf(text.slice(found.start, found.end))}:0`,
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
