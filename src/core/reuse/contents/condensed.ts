import { cutLongUnits, unitsOf } from '../../structure/units.ts';
import type { StructuredDocument } from '../../structure/speech.ts';
import type { TextDocument } from '../../text/document.ts';
import type { Span } from '../../text/span.ts';

/** What detection needs of a document: a sixth of the memory of its speeches. */
export interface CondensedDocument {
  readonly document: TextDocument;
  readonly units: Units;
}

/** A document in either form; two that have the same `speeches`, or `units`, are taken for the same. */
export type GivenDocument = StructuredDocument | CondensedDocument;

/** The units of one document in reading order, as columns: there are hundreds of thousands. */
export interface Units {
  readonly count: number;
  /** Speeches in the document. */
  readonly speechCount: number;
  /** By unit: its span. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** By unit: the index of its speech. Ascending. */
  readonly speeches: Uint32Array;
  /** By unit: the index of its measure, or below 0 that of its paragraph: -1 is paragraph 0. */
  readonly places: Int32Array;
  /** By unit: 1 where it is what announces a list. */
  readonly leadIns: Uint8Array;
  /** By speech: its breaks. */
  readonly breaks: readonly (readonly Span[])[];
}

const NO_BREAKS: readonly Span[] = [];

/** Condenses a document, unless it is. Linear time. */
export function condense(given: GivenDocument): CondensedDocument {
  if ('units' in given) return given;
  const { document, speeches } = given;
  const units = cutLongUnits(unitsOf(document.id, speeches), document.text);
  const announcing = speeches.map(
    ({ lists }) => new Set(lists.flatMap(({ leadIn }) => (leadIn ? [keyOf(leadIn)] : []))),
  );
  const count = units.length;
  const columns = {
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
    speeches: new Uint32Array(count),
    places: new Int32Array(count),
    leadIns: new Uint8Array(count),
  };
  for (const [index, { span, speech, measure, paragraph }] of units.entries()) {
    columns.starts[index] = span.start;
    columns.ends[index] = span.end;
    columns.speeches[index] = speech;
    columns.places[index] = measure ?? -1 - (paragraph ?? 0);
    if (announcing[speech]?.has(keyOf(span)) === true) columns.leadIns[index] = 1;
  }
  const breaks = speeches.map((speech) => (speech.breaks.length === 0 ? NO_BREAKS : speech.breaks));
  return { document, units: { count, speechCount: speeches.length, breaks, ...columns } };
}

/** What tells one structure of a document from another. */
export function structureOf(given: GivenDocument): object {
  return 'units' in given ? given.units : given.speeches;
}

/** Names a span by one number: exact up to 2 to the power of 27. */
function keyOf({ start, end }: Span): number {
  return start * 2 ** 26 + (end - start);
}
