import type { StructuredDocument, Unit } from '../../structure/speech.ts';
import type { KnownPassages } from '../describe/passage-finder.ts';

/** The units of one document with the number of the content of each. */
export interface HeldDocument {
  readonly structured: StructuredDocument;
  readonly units: readonly Unit[];
  readonly contents: Uint32Array;
  readonly passages: KnownPassages;
}

/** All units of all documents in loading order, and where each content stands. */
export interface UnitTable {
  readonly count: number;
  /** Speeches in all documents. */
  readonly speechCount: number;
  unitAt(index: number): Unit;
  contentAt(index: number): number;
  documentAt(index: number): StructuredDocument;
  /** The passages known of a unit's document, and which of its units it is. */
  knownAt(index: number): { readonly known: KnownPassages; readonly index: number };
  /** The number of a unit's speech, counted through all documents. */
  speechAt(index: number): number;
  /** The units that have this content, in order. */
  holdersOf(content: number): Uint32Array;
  /** How many units have it. */
  holderCount(content: number): number;
}

/** Documents looked at between two steps of progress. */
const STEP = 10_000;

/** The table of `documents`, which stand in loading order; there are `contents` contents. Linear time; yields now and then. */
export function* tableOf(documents: readonly HeldDocument[], contents: number): Generator<void, UnitTable> {
  let count = 0;
  let speechCount = 0;
  const firstUnits = new Uint32Array(documents.length + 1);
  const firstSpeeches = new Uint32Array(documents.length + 1);
  for (const [index, { structured, units }] of documents.entries()) {
    if (index % STEP === 0) yield;
    firstUnits[index] = count;
    firstSpeeches[index] = speechCount;
    count += units.length;
    speechCount += structured.speeches.length;
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
  const unitAt = (unit: number): Unit =>
    heldAt(unit).units[unit - (firstUnits[documentOf[unit] as number] as number)] as Unit;
  return {
    count,
    speechCount,
    unitAt,
    contentAt: (unit) =>
      heldAt(unit).contents[unit - (firstUnits[documentOf[unit] as number] as number)] as number,
    knownAt: (unit) => ({
      known: heldAt(unit).passages,
      index: unit - (firstUnits[documentOf[unit] as number] as number),
    }),
    documentAt: (unit) => heldAt(unit).structured,
    speechAt: (unit) => (firstSpeeches[documentOf[unit] as number] as number) + unitAt(unit).speech,
    holderCount: (content) => (starts[content + 1] as number) - (starts[content] as number),
    holdersOf: (content) => holders.subarray(starts[content], starts[content + 1]),
  };
}
