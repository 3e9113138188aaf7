import type { Speech, StructuredDocument, Unit } from '../structure/speech.ts';
import { unitsOf } from '../structure/units.ts';
import { fold } from '../text/fold.ts';
import { simplifiedOf } from '../text/script.ts';
import { span, type Span } from '../text/span.ts';

/** Stands between two units in the folded corpus. No folded character is 0, so nothing matches across it. */
export const SEPARATOR = 0;

/** A range `[start, end)` of folded characters; positions count in `Corpus.codes`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** All units of all documents as one folded text, each followed by a separator. */
export interface Corpus {
  readonly units: readonly Unit[];
  /** The text of each unit's document. */
  readonly texts: readonly string[];
  readonly codes: Uint16Array;
  /** `codes[i]` was folded from the UTF-16 unit at `offsets[i]` of its document. */
  readonly offsets: Uint32Array;
  /** Unit `u` is `codes[starts[u] .. starts[u + 1] - 1)`; one entry more than there are units. */
  readonly starts: Uint32Array;
  /** Numbers the speeches of all documents through, one entry a unit; never falls. */
  readonly speeches: Uint32Array;
  readonly speechCount: number;
}

/** Folded characters between two steps of progress. */
const STEP = 100_000;

/** Folds all units of all documents, in loading order. Yields how many characters it has folded. Linear time. */
export function* buildCorpus(documents: readonly StructuredDocument[]): Generator<number, Corpus> {
  const units: Unit[] = [];
  const texts: string[] = [];
  const speeches: number[] = [];
  const breaks: (readonly Span[])[] = [];
  let room = 0;
  let speechCount = 0;
  for (const { document, speeches: own } of documents) {
    for (const unit of unitsOf(document.id, own)) {
      units.push(unit);
      texts.push(document.text);
      speeches.push(speechCount + unit.speech);
      breaks.push((own[unit.speech] as Speech).breaks);
      room += unit.span.end - unit.span.start + 1;
    }
    speechCount += own.length;
  }

  const codes = new Uint16Array(room);
  const offsets = new Uint32Array(room);
  const starts = new Uint32Array(units.length + 1);
  let length = 0;
  let reported = 0;
  for (const [index, unit] of units.entries()) {
    starts[index] = length;
    const folded = fold(texts[index] as string, unit.span, breaks[index]);
    for (let i = 0; i < folded.codes.length; i++) codes[length + i] = simplifiedOf(folded.codes[i] as number);
    offsets.set(folded.offsets, length);
    length += folded.codes.length;
    codes[length++] = SEPARATOR;
    if (length - reported > STEP) yield (reported = length);
  }
  starts[units.length] = length;
  return {
    units,
    texts,
    codes: codes.subarray(0, length),
    offsets: offsets.subarray(0, length),
    starts,
    speeches: Uint32Array.from(speeches),
    speechCount,
  };
}

/** Where unit `unit` stands in the folded corpus, its separator left out. */
export function rangeOf(corpus: Corpus, unit: number): Range {
  return { start: corpus.starts[unit] as number, end: (corpus.starts[unit + 1] as number) - 1 };
}

/** How many folded characters a range holds. */
export function sizeOf(range: Range): number {
  return range.end - range.start;
}

/** The unit that holds a position of the folded corpus. Logarithmic time. */
export function unitAt(corpus: Corpus, position: number): number {
  let low = 0;
  let high = corpus.units.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((corpus.starts[middle] as number) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The span of the original text that a range of one unit was folded from: from its first folded character to its last,
 * so it neither begins nor ends on punctuation, and never cuts a surrogate pair. The range must not be empty.
 */
export function spanOf(corpus: Corpus, unit: number, range: Range): Span {
  const text = corpus.texts[unit] as string;
  let start = corpus.offsets[range.start] as number;
  let end = (corpus.offsets[range.end - 1] as number) + 1;
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
