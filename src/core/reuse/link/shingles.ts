import type { Contents } from '../contents/contents.ts';
import { sortByKey } from './radix.ts';

/** Which runs of characters are looked at: `length` consecutive ones, of which one in 2 to the power of `sampleBits` by hash. */
export interface ShingleRule {
  readonly length: number;
  readonly sampleBits: number;
}

/** By how many folded characters a collection may have: the rule for it. What stands in more places costs more. */
const RULES: readonly (readonly [characters: number, rule: ShingleRule])[] = [
  // Five characters in a row survive a text in which every third was changed.
  [1_500_000, { length: 5, sampleBits: 0 }],
  // Six, one in which every fifth was; below some 15 MB of UTF-8 there is memory for all of them.
  [5_000_000, { length: 6, sampleBits: 0 }],
  // Beyond, some are chosen by their hash, so that both sides of a repetition choose the same.
  [Infinity, { length: 8, sampleBits: 2 }],
];

/** The rule for a collection of so many folded characters. */
export function shingleRule(characters: number): ShingleRule {
  const found = RULES.find(([most]) => characters <= most);
  if (found === undefined) throw new RangeError(`not a number of characters: ${characters}`);
  return found[1];
}

/**
 * A shingle that stands at more places than this is not paired all with all: each place is paired with the one before it
 * alone, which keeps the work linear. Versions of one passage are still joined, through their neighbours.
 */
export const MOST_OCCURRENCES = 24;

/** The places of shingles that stand at two places or more, in order of the contents and in them of place. */
export interface Occurrences {
  readonly positions: Uint32Array;
  /** The index of the place before, with the same shingle; -1 at the first. */
  readonly previous: Int32Array;
  /** 1 where the shingle stands at more than `MOST_OCCURRENCES` places. */
  readonly isFrequent: Uint8Array;
  /** Shingles that stand at more than `MOST_OCCURRENCES` places. */
  readonly frequent: number;
}

/** Characters hashed between two steps of progress. */
const STEP = 100_000;
const MULTIPLIER = 0x2c1b3c6d;
/** Cells of the sketch for each character, as a power of two, and of the whole sketch at most: 16 MB. */
const SKETCH_BITS_MORE = 2;
const SKETCH_BITS_LEAST = 16;
const SKETCH_BITS_MOST = 26;
const HASH_SET_BITS_MORE = 5;

/**
 * All shingles that stand more than once in the contents of `order`. A sketch of what was seen before sets aside the
 * shingles that stand once, which are most. Linear time; yields now and then.
 */
export function* repeatedShingles(
  contents: Contents,
  order: Uint32Array,
  rule: ShingleRule,
): Generator<void, Occurrences> {
  let characters = 0;
  for (const content of order) characters += contents.sizeOf(content);
  const sketch = createSketch(characters);
  let repeats = 0;
  for (const { hashes, count } of hashedShingles(contents, order, rule)) {
    for (let i = 0; i < count; i++) repeats += sketch.see(hashes[i] as number);
    yield;
  }
  // Each repeat was seen once before, and that place is not among the repeats.
  return yield* joinPlaces(yield* findPlaces(contents, order, rule, sketch.hasRepeat, 2 * repeats));
}

/** Places of shingles, and by place the hash of what stands there; in order of the contents and in them of place. */
export interface Places {
  readonly positions: Uint32Array;
  readonly keys: Uint32Array;
}

/** The places of the shingles whose hash `isWanted`, at most `room`. Linear time; yields now and then. */
export function* findPlaces(
  contents: Contents,
  order: Uint32Array,
  rule: ShingleRule,
  isWanted: (hash: number) => boolean,
  room: number,
): Generator<void, Places> {
  const positions = new Uint32Array(room);
  const keys = new Uint32Array(room);
  let found = 0;
  for (const { starts, hashes, count } of hashedShingles(contents, order, rule)) {
    for (let i = 0; i < count; i++) {
      if (!isWanted(hashes[i] as number)) continue;
      positions[found] = starts[i] as number;
      keys[found] = hashes[i] as number;
      found++;
    }
    yield;
  }
  return { positions: positions.slice(0, found), keys: keys.slice(0, found) };
}

/** The places in those contents that are to be kept. Linear time. */
export function keepPlaces(
  { positions, keys }: Places,
  contents: Contents,
  isKept: (content: number) => boolean,
): Places {
  const kept = new Uint32Array(positions.length);
  let count = 0;
  let end = 0;
  let isIn = false;
  let content = -1;
  for (let i = 0; i < positions.length; i++) {
    const position = positions[i] as number;
    if (content < 0 || position >= end || position < contents.startOf(content)) {
      content = contents.at(position);
      end = contents.endOf(content);
      isIn = isKept(content);
    }
    if (isIn) kept[count++] = i;
  }
  const chosen = kept.subarray(0, count);
  return { positions: chosen.map((i) => positions[i] as number), keys: chosen.map((i) => keys[i] as number) };
}

/** Leads from each place to the one before with the same shingle. Linear time; yields now and then. */
export function* joinPlaces({ positions, keys }: Places): Generator<void, Occurrences> {
  const found = positions.length;
  const byKey = yield* sortByKey(keys);
  const previous = new Int32Array(found).fill(-1);
  const isFrequent = new Uint8Array(found);
  let frequent = 0;
  let work = 0;
  for (let begin = 0, end = 0; begin < found; begin = end) {
    const key = keys[byKey[begin] as number];
    for (end = begin + 1; end < found && keys[byKey[end] as number] === key; end++) {
      previous[byKey[end] as number] = byKey[end - 1] as number;
    }
    if (end - begin > MOST_OCCURRENCES) {
      frequent++;
      for (let rank = begin; rank < end; rank++) isFrequent[byKey[rank] as number] = 1;
    }
    if ((work += end - begin) > STEP) {
      work = 0;
      yield;
    }
  }
  return { positions, previous, isFrequent, frequent };
}

/** Some shingles with their hashes; the first `count` of each list. */
interface Hashed {
  readonly starts: Uint32Array;
  readonly hashes: Uint32Array;
  readonly count: number;
}

/** Hashes the contents of `order`, some at a time, by a rolling hash after Karp and Rabin (1987). The lists are used again. */
export function* hashedShingles(
  contents: Contents,
  order: Uint32Array,
  { length, sampleBits }: ShingleRule,
): Generator<Hashed> {
  const { codes } = contents;
  const starts = new Uint32Array(STEP);
  const hashes = new Uint32Array(STEP);
  const skipped = 2 ** sampleBits - 1;
  let top = 1;
  for (let i = 1; i < length; i++) top = Math.imul(top, MULTIPLIER);
  let count = 0;
  for (const content of order) {
    const start = contents.startOf(content);
    const end = contents.endOf(content);
    if (end - start < length) continue;
    let hash = 0;
    for (let at = start; at < start + length - 1; at++)
      hash = Math.imul(hash, MULTIPLIER) + (codes[at] as number);
    for (let from = start; from + length <= end; from += STEP) {
      const to = Math.min(end - length + 1, from + STEP);
      if (count + to - from > STEP) {
        yield { starts, hashes, count };
        count = 0;
      }
      for (let first = from; first < to; first++) {
        hash = (Math.imul(hash, MULTIPLIER) + (codes[first + length - 1] as number)) | 0;
        const mixed = mix(hash);
        if ((mixed & skipped) === 0) {
          starts[count] = first;
          hashes[count] = mixed;
          count++;
        }
        hash = (hash - Math.imul(codes[first] as number, top)) | 0;
      }
    }
  }
  yield { starts, hashes, count };
}

/** Tells hashes that were seen once from those seen twice: two bits each. Now and then it takes one for the other's. */
interface Sketch {
  /** 1 where the hash, or one that shares its cell, was seen before. */
  see(hash: number): 0 | 1;
  hasRepeat(hash: number): boolean;
}

function createSketch(characters: number): Sketch {
  const bits = Math.min(
    SKETCH_BITS_MOST,
    Math.max(SKETCH_BITS_LEAST, Math.ceil(Math.log2(characters + 1)) + SKETCH_BITS_MORE),
  );
  const shift = 32 - bits;
  const seen = new Uint8Array(2 ** (bits - 2));
  return {
    see(hash) {
      const cell = hash >>> shift;
      const at = cell >>> 2;
      const bit = (cell & 3) << 1;
      const state = ((seen[at] as number) >>> bit) & 3;
      if (state === 0) seen[at]! |= 1 << bit;
      else if (state === 1) seen[at]! |= 2 << bit;
      return state === 0 ? 0 : 1;
    },
    hasRepeat(hash) {
      const cell = hash >>> shift;
      return (((seen[cell >>> 2] as number) >>> ((cell & 3) << 1)) & 2) !== 0;
    },
  };
}

/** A set of hashes: a bit each, so it holds a few others, too. */
export interface HashSet {
  add(hash: number): void;
  has(hash: number): boolean;
}

/** A set for so many hashes. */
export function createHashSet(size: number): HashSet {
  const bits = Math.min(SKETCH_BITS_MOST, Math.ceil(Math.log2(size + 1)) + HASH_SET_BITS_MORE);
  const shift = 32 - bits;
  const cells = new Uint8Array(2 ** (bits - 3));
  return {
    add(hash) {
      const cell = hash >>> shift;
      cells[cell >>> 3]! |= 1 << (cell & 7);
    },
    has(hash) {
      const cell = hash >>> shift;
      return ((cells[cell >>> 3] as number) & (1 << (cell & 7))) !== 0;
    },
  };
}

/** Spreads the bits of a rolling hash over the whole word (MurmurHash3's finalizer). */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
