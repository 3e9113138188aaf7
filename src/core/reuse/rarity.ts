import type { Run } from './alignment.ts';
import type { Corpus } from './corpus.ts';
import { stockWords } from './stock.ts';
import { isAlphabetic, substanceOf } from './substance.ts';

/** How much shared text says of copying: rare text much, a phrase that recurs in every speech little. */
export interface Rarity {
  /** The sum over the characters of a run: 1 for a rare ideograph, less for a common one and for a letter. */
  weightOf(run: Run): number;
  /** The length of a run in ideographs; `weightOf` is at most this. */
  substanceOf(run: Run): number;
}

/** Folded characters whose recurrence is counted: longer than a word, shorter than a phrase. */
const GRAM = 4;
/** The same for text in an alphabet. */
const ALPHABETIC_GRAM = 12;
const TABLE_BITS_LEAST = 12;
/** At most 4 M counters, 20 MB. Where two grams share a counter both seem commoner, never rarer. */
const TABLE_BITS_MOST = 22;
const COUNT_MOST = 0xff;
/** Two speeches hold a gram at least where it is shared: only those beyond them make it common. */
const SPEECHES_OF_A_PAIR = 2;
/** A gram weighs half where it stands in so many further speeches: 3, and a seventh of all. */
const HALF_WEIGHT_BASE = 3;
const HALF_WEIGHT_SHARE = 0.15;
/** What stands in every speech still weighs so much: a phrase is then too light, a whole paragraph is a finding. */
const COMMON_WEIGHT = 0.35;
/** A run shorter than a gram holds none: a common word. */
const SHORT_RUN_WEIGHT = 0.6;
/** Characters counted between two steps of progress. */
const STEP = 150_000;

/** Counts for each 4-gram how many speeches hold it. Yields now and then. Linear time. */
export function* measureRarity(corpus: Corpus): Generator<void, Rarity> {
  const { codes, starts, speeches } = corpus;
  const bits = Math.min(
    TABLE_BITS_MOST,
    Math.max(TABLE_BITS_LEAST, Math.ceil(Math.log2(codes.length + 1)) + 2),
  );
  const shift = 32 - bits;
  const counts = new Uint8Array(2 ** bits);
  const lastSpeech = new Uint32Array(2 ** bits);
  let work = 0;
  for (let unit = 0; unit < corpus.units.length; unit++) {
    const end = (starts[unit + 1] as number) - 1;
    const speech = (speeches[unit] as number) + 1;
    for (let at = starts[unit] as number; at + GRAM <= end; at++) {
      const gram = gramLength(codes[at] as number);
      if (at + gram > end) continue;
      const cell = hashOfGram(at, gram) >>> shift;
      if (lastSpeech[cell] === speech) continue;
      lastSpeech[cell] = speech;
      if ((counts[cell] as number) < COUNT_MOST) counts[cell]!++;
    }
    if ((work += end + 1 - (starts[unit] as number)) > STEP) {
      work = 0;
      yield;
    }
  }

  const half = HALF_WEIGHT_BASE + HALF_WEIGHT_SHARE * corpus.speechCount;
  const weightByCount = Float64Array.from({ length: COUNT_MOST + 1 }, (_, count) =>
    Math.max(COMMON_WEIGHT, half / (half + Math.max(0, count - SPEECHES_OF_A_PAIR))),
  );
  const words = stockWords();
  let stock = new Float64Array(256);
  return { weightOf, substanceOf: substanceOfRun };

  function weightOf({ x, length }: Run): number {
    if (stock.length < length) stock = new Float64Array(2 * length);
    words.weigh(codes, x, length, stock);
    let weight = 0;
    for (let i = 0; i < length; i++) weight += (stock[i] as number) * characterWeight(x, length, i);
    return weight;
  }

  function substanceOfRun({ x, length }: Run): number {
    let substance = 0;
    for (let i = 0; i < length; i++) substance += substanceOf(codes[x + i] as number);
    return substance;
  }

  /** The mean of the gram that begins at a character and the one that ends at it, both kept inside the run. */
  function characterWeight(x: number, length: number, i: number): number {
    const gram = gramLength(codes[x + i] as number);
    if (length < gram) return SHORT_RUN_WEIGHT;
    const first = x + Math.min(i, length - gram);
    const last = x + Math.max(0, i - gram + 1);
    return (weightOfGram(first, gram) + weightOfGram(last, gram)) / 2;
  }

  function weightOfGram(at: number, gram: number): number {
    return weightByCount[counts[hashOfGram(at, gram) >>> shift] as number] as number;
  }

  function hashOfGram(at: number, gram: number): number {
    let hash = 0;
    for (let i = 0; i < gram; i++) hash = Math.imul(hash ^ (codes[at + i] as number), 0x9e3779b1);
    return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  }
}

function gramLength(code: number): number {
  return isAlphabetic(code) ? ALPHABETIC_GRAM : GRAM;
}
