import type { Run } from '../align/alignment.ts';
import type { Contents } from './contents.ts';
import { ALPHABETIC, kindOf, OWN_WEIGHT, SUBSTANCE, WEIGHT } from './marks.ts';

/** What a run weighs: sums over its characters. */
export interface Weighed {
  /** 1 for a rare ideograph, less for a common one and for a letter. */
  weight: number;
  /** `weight`, without what stands in a name or in a ritual phrase. */
  own: number;
  /** The length in ideographs; `weight` is at most this. */
  substance: number;
}

/** How much shared text says of copying: rare text much, a phrase that recurs in every speech little. */
export interface Rarity {
  /** Weighs a run: what it weighs stands in `into` then. */
  weigh(run: Run, into: Weighed): void;
  /** The weight of a run, less where it is a term: what the speeches that have it say again and again. */
  weightBesideTerms(run: Run): number;
}

/** Counts how many speeches hold each gram, and how often, as speeches come and go. */
export interface GramCounts {
  /** What is counted from now on is of another speech. Yields now and then. */
  nextSpeech(): Generator<void, void>;
  /** Counts the grams of one content of a speech, `codes[start .. end)`; `change` is 1 when it comes and -1 when it goes. Linear time. */
  count(codes: Uint16Array, start: number, end: number, change: 1 | -1): void;
  /** The rarity of text in `contents` among so many speeches. */
  rarity(contents: Contents, speechCount: number): Rarity;
  /** All that was counted; no copy. */
  table(): GramTable;
}

/** Counts in a form that goes to another thread. */
export interface GramTable {
  /** By gram: the speech that counted it last, and above that the number of speeches; then how often it stands in them. */
  readonly cells: Uint32Array<ArrayBuffer>;
  /** The number of the speech that was counted last. */
  readonly stamp: number;
}

/** Folded characters whose recurrence is counted: longer than a word, shorter than a phrase. */
const GRAM = 4;
/** The same for text in an alphabet. */
const ALPHABETIC_GRAM = 12;
const TABLE_BITS_LEAST = 12;
/** At most 2 M counters, 16 MB. Where two grams share a counter both seem commoner, never rarer. */
const TABLE_BITS_MOST = 21;
/** A counter holds the speech that it counted last, so that each speech counts once, and above it the count. */
const STAMP_BITS = 14;
const STAMPS = 1 << STAMP_BITS;
/** What passages share is weighed again with each passage that shares it: so many positions are kept at most, 8 MB. */
const SLOTS_MOST = 2 ** 20;
/** Numbers of the table looked at between two steps of progress. */
const STEP = 1 << 20;
/** More speeches than a collection can have: a count that ends at its most would be wrong once speeches go. */
const COUNT_MOST = (1 << (32 - STAMP_BITS)) - 1;
/** Two speeches hold a gram at least where it is shared: only those beyond them make it common. */
const SPEECHES_OF_A_PAIR = 2;
/** A gram weighs half where it stands in so many further speeches: 3, and a seventh of all. */
const HALF_WEIGHT_BASE = 3;
const HALF_WEIGHT_SHARE = 0.15;
/** What stands in every speech still weighs so much: a phrase is then too light, a whole paragraph is a finding. */
const COMMON_WEIGHT = 0.35;
/** A run shorter than a gram holds none: a common word. */
const SHORT_RUN_WEIGHT = 0.6;

/** So often in each speech that has it, on average, a gram is said by the way of a writer who says something again. */
const TIMES_FREE = 3;
/** So much more often, and it is half a term: a name of the matter, which its text cannot do without. */
const TIMES_HALF = 4;

/** The size of the table of counters for so many folded characters, as a power of two. */
export function gramTableBits(characters: number): number {
  return Math.min(TABLE_BITS_MOST, Math.max(TABLE_BITS_LEAST, Math.ceil(Math.log2(characters + 1)) + 2));
}

/** Counters for 2 to the power of `bits` grams. They go on from `counted`, a table of this size, which they take over. */
export function createGramCounts(bits: number, counted: GramTable | null = null): GramCounts {
  const shift = 32 - bits;
  const cells = counted?.cells ?? new Uint32Array(2 ** (bits + 1));
  let stamp = counted?.stamp ?? 0;
  return { nextSpeech, count, rarity, table: () => ({ cells, stamp }) };

  function* nextSpeech(): Generator<void, void> {
    if (++stamp < STAMPS) return;
    for (let i = 0; i < cells.length; i += 2) {
      cells[i] = (cells[i] as number) & ~(STAMPS - 1);
      if (i % STEP === 0) yield;
    }
    stamp = 1;
  }

  function count(codes: Uint16Array, start: number, end: number, change: 1 | -1): void {
    for (let at = start; at + GRAM <= end; at++) {
      let hash: number;
      if (kindOf(codes[at] as number) !== ALPHABETIC) hash = hashOfFour(codes, at);
      else if (at + ALPHABETIC_GRAM <= end) hash = hashOfTwelve(codes, at);
      else continue;
      const cell = (hash >>> shift) << 1;
      cells[cell + 1]! += change;
      const value = cells[cell] as number;
      if ((value & (STAMPS - 1)) === stamp) continue;
      const held = value >>> STAMP_BITS;
      cells[cell] = ((change > 0 ? Math.min(COUNT_MOST, held + 1) : held - 1) << STAMP_BITS) | stamp;
    }
  }

  function rarity({ codes, marks }: Contents, speechCount: number): Rarity {
    const half = HALF_WEIGHT_BASE + HALF_WEIGHT_SHARE * speechCount;
    const weightByCount = new Float64Array(Math.min(COUNT_MOST, speechCount) + 1);
    for (let held = 0; held < weightByCount.length; held++) {
      const more = Math.max(0, held - SPEECHES_OF_A_PAIR);
      weightByCount[held] = Math.max(COMMON_WEIGHT, half / (half + more));
    }
    /** Numbers of speeches that were asked for lately, by the low bits of the position; and one more than that position. */
    const slots = Math.min(SLOTS_MOST, 2 ** Math.ceil(Math.log2(codes.length + 1)));
    const asked = new Uint32Array(slots);
    const held = new Uint32Array(slots);
    /** What the grams of the run that is weighed are worth. */
    let grams = new Float64Array(256);
    return { weigh, weightBesideTerms };

    function weigh({ x, length }: Run, into: Weighed): void {
      const last = length - GRAM;
      makeRoom(length);
      for (let i = 0; i <= last; i++) {
        const slot = (x + i) & (slots - 1);
        if (asked[slot] !== x + i + 1) {
          asked[slot] = x + i + 1;
          held[slot] = heldAt(cellOf(hashOfFour(codes, x + i)));
        }
        grams[i] = weightByCount[held[slot] as number] as number;
      }
      let weight = 0;
      let own = 0;
      let substance = 0;
      let mixed = 0;
      for (let i = 0; i < length; i++) {
        const mark = marks[x + i] as number;
        substance += SUBSTANCE[mark] as number;
        mixed |= mark;
        if ((mark & ALPHABETIC) !== 0) continue;
        const worth = worthAt(i, last, GRAM);
        weight += (WEIGHT[mark] as number) * worth;
        own += (OWN_WEIGHT[mark] as number) * worth;
      }
      into.substance = substance;
      if ((mixed & ALPHABETIC) === 0) {
        into.weight = weight;
        into.own = own;
        return;
      }
      // Letters and ideographs, each by grams of its own length.
      const lastOfLetters = length - ALPHABETIC_GRAM;
      for (let i = 0; i <= lastOfLetters; i++) grams[i] = weightAt(cellOf(hashOfTwelve(codes, x + i)));
      into.weight = weight + sumOf(ALPHABETIC, WEIGHT, x, length, ALPHABETIC_GRAM);
      into.own = own + sumOf(ALPHABETIC, OWN_WEIGHT, x, length, ALPHABETIC_GRAM);
    }

    function weightBesideTerms({ x, length }: Run): number {
      makeRoom(length);
      let mixed = 0;
      for (let at = x; at < x + length; at++) mixed |= marks[at] as number;
      for (let i = 0; i <= length - GRAM; i++) {
        const cell = cellOf(hashOfFour(codes, x + i));
        grams[i] = weightAt(cell) * uniquenessAt(cell);
      }
      const weight = sumOf(0, WEIGHT, x, length, GRAM);
      if ((mixed & ALPHABETIC) === 0) return weight;
      for (let i = 0; i <= length - ALPHABETIC_GRAM; i++) {
        const cell = cellOf(hashOfTwelve(codes, x + i));
        grams[i] = weightAt(cell) * uniquenessAt(cell);
      }
      return weight + sumOf(ALPHABETIC, WEIGHT, x, length, ALPHABETIC_GRAM);
    }

    /** The sum over the characters of one kind in a run whose grams of so many characters are weighed. */
    function sumOf(kind: number, byMark: Float64Array, x: number, length: number, gram: number): number {
      let sum = 0;
      for (let i = 0; i < length; i++) {
        const mark = marks[x + i] as number;
        if ((mark & ALPHABETIC) === kind) sum += (byMark[mark] as number) * worthAt(i, length - gram, gram);
      }
      return sum;
    }

    /**
     * What a character of a run is worth: the mean of the gram that begins at it and the one that ends at it, both kept
     * inside the run. The run's last gram begins at `last`.
     */
    function worthAt(i: number, last: number, gram: number): number {
      if (last < 0) return SHORT_RUN_WEIGHT;
      return ((grams[i < last ? i : last] as number) + (grams[i < gram ? 0 : i - gram + 1] as number)) / 2;
    }

    function makeRoom(length: number): void {
      if (grams.length < length) grams = new Float64Array(2 * length);
    }

    function cellOf(hash: number): number {
      return (hash >>> shift) << 1;
    }

    function heldAt(cell: number): number {
      return (cells[cell] as number) >>> STAMP_BITS;
    }

    function weightAt(cell: number): number {
      return weightByCount[heldAt(cell)] as number;
    }

    /** How little a gram is a term. */
    function uniquenessAt(cell: number): number {
      const speeches = Math.max(1, heldAt(cell));
      const times = (cells[cell + 1] as number) / speeches;
      return TIMES_HALF / (TIMES_HALF + Math.max(0, times - TIMES_FREE));
    }
  }
}

/** Products that do not wait for one another: this runs for every character of every text. */
function hashOfFour(codes: Uint16Array, at: number): number {
  const sum =
    Math.imul(codes[at] as number, 0x9e3779b1) +
    Math.imul(codes[at + 1] as number, 0x85ebca6b) +
    Math.imul(codes[at + 2] as number, 0xc2b2ae35) +
    Math.imul(codes[at + 3] as number, 0x27d4eb2f);
  return Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
}

function hashOfTwelve(codes: Uint16Array, at: number): number {
  let hash = 0;
  for (let i = 0; i < ALPHABETIC_GRAM; i++) hash = Math.imul(hash ^ (codes[at + i] as number), 0x9e3779b1);
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
}
