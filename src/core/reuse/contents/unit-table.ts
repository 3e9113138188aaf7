import type { Unit } from '../../structure/speech.ts';
import type { TextDocument } from '../../text/document.ts';
import type { Span } from '../../text/span.ts';
import type { KnownPassages, NamedPassage } from '../describe/passage-finder.ts';
import type { CondensedDocument } from './condensed.ts';

/** A document with the number of the content of each unit. */
export interface HeldDocument extends CondensedDocument {
  readonly contents: Uint32Array;
  readonly passages: KnownPassages;
}

/** All units of all documents in loading order, and where each content stands. */
export interface UnitTable {
  readonly count: number;
  /** Speeches in all documents. */
  readonly speechCount: number;
  /** The length of a unit, in UTF-16 units. */
  lengthAt(index: number): number;
  /** A unit, made anew. */
  unitAt(index: number): Unit;
  contentAt(index: number): number;
  documentAt(index: number): TextDocument;
  /** The breaks of a unit's speech. */
  breaksAt(index: number): readonly Span[];
  /** Whether a unit is what announces a list. */
  isLeadIn(index: number): boolean;
  /** The passages known of a unit. */
  knownAt(index: number): NamedPassage[];
  /** The number of a unit's speech, counted through all documents. */
  speechAt(index: number): number;
  /** How many units have this content. */
  holderCount(content: number): number;
  /** One of these, by its place in their order. */
  holderAt(content: number, index: number): number;
}

/** Documents looked at between two steps of progress. */
const STEP = 10_000;

/** The table of `documents`, which stand in loading order; there are `contents` contents. Linear time; yields now and then. */
export function* tableOf(documents: readonly HeldDocument[], contents: number): Generator<void, UnitTable> {
  let count = 0;
  let speechCount = 0;
  const firstUnits = new Uint32Array(documents.length + 1);
  const firstSpeeches = new Uint32Array(documents.length + 1);
  for (const [index, { units }] of documents.entries()) {
    if (index % STEP === 0) yield;
    firstUnits[index] = count;
    firstSpeeches[index] = speechCount;
    count += units.count;
    speechCount += units.speechCount;
  }
  firstUnits[documents.length] = count;

  const documentOf = new Uint32Array(count);
  const starts = new Uint32Array(contents + 1);
  for (const [index, held] of documents.entries()) {
    if (index % STEP === 0) yield;
    documentOf.fill(index, firstUnits[index], firstUnits[index + 1]);
    for (let i = 0; i < held.contents.length; i++) starts[(held.contents[i] as number) + 1]!++;
  }
  for (let content = 0; content < contents; content++) starts[content + 1]! += starts[content] as number;
  const next = starts.slice();
  const holders = new Uint32Array(count);
  for (const [index, held] of documents.entries()) {
    if (index % STEP === 0) yield;
    const first = firstUnits[index] as number;
    for (let i = 0; i < held.contents.length; i++) holders[next[held.contents[i] as number]!++] = first + i;
  }

  const heldAt = (unit: number): HeldDocument => documents[documentOf[unit] as number] as HeldDocument;
  const indexOf = (unit: number): number => unit - (firstUnits[documentOf[unit] as number] as number);
  return {
    count,
    speechCount,
    lengthAt(unit) {
      const { starts: begins, ends } = heldAt(unit).units;
      const index = indexOf(unit);
      return (ends[index] as number) - (begins[index] as number);
    },
    unitAt(unit) {
      const { document, units } = heldAt(unit);
      const index = indexOf(unit);
      const place = units.places[index] as number;
      return {
        document: document.id,
        speech: units.speeches[index] as number,
        measure: place < 0 ? null : place,
        paragraph: place < 0 ? -1 - place : null,
        span: { start: units.starts[index] as number, end: units.ends[index] as number },
      };
    },
    contentAt: (unit) => heldAt(unit).contents[indexOf(unit)] as number,
    knownAt: (unit) => (heldAt(unit).passages[indexOf(unit)] ??= []),
    documentAt: (unit) => heldAt(unit).document,
    breaksAt(unit) {
      const { breaks, speeches } = heldAt(unit).units;
      return breaks[speeches[indexOf(unit)] as number] as readonly Span[];
    },
    isLeadIn: (unit) => heldAt(unit).units.leadIns[indexOf(unit)] === 1,
    speechAt: (unit) =>
      (firstSpeeches[documentOf[unit] as number] as number) +
      (heldAt(unit).units.speeches[indexOf(unit)] as number),
    holderCount: (content) => (starts[content + 1] as number) - (starts[content] as number),
    holderAt: (content, index) => holders[(starts[content] as number) + index] as number,
  };
}
