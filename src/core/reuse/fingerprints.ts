import { type Corpus, SEPARATOR } from './corpus.ts';
import { sortByKey } from './radix.ts';
import type { Copies } from './copies.ts';

/** Folded characters in a shingle. Six survive a text in which every fifth character was changed. */
export const SHINGLE = 6;

/**
 * Shingles that occur at more places than this are not paired all with all but each with the one before it, which
 * keeps the work linear. Versions of one passage are still joined, through their neighbours.
 */
export const MOST_OCCURRENCES = 24;

/** Where the shingles stand that occur more than once. */
export interface Fingerprints {
  /** Position of each repeated shingle, ascending. */
  readonly positions: Uint32Array;
  /** Rank of each repeated shingle among all, ordered by hash and then by position. */
  readonly ranks: Uint32Array;
  /** By rank: index into `positions`. */
  readonly byRank: Uint32Array;
  /** By rank: the rank at which this shingle's occurrences begin. */
  readonly groupStart: Uint32Array;
  /** Shingles that occur at more than `MOST_OCCURRENCES` places. */
  readonly sampled: number;
  /** By rank: 1 where the shingle occurs at more than `MOST_OCCURRENCES` places. */
  readonly frequent: Uint8Array;
}

/** Shingles hashed between two steps of progress. */
const STEP = 150_000;
const MULTIPLIER = 0x2c1b3c6d;
/** Bits of the table that tells shingles seen once from those seen twice: two bits each, at most 16 MB. */
const SKETCH_BITS_LEAST = 16;
const SKETCH_BITS_MOST = 26;

/**
 * Finds the shingles that occur more than once in units that are no copies of an earlier one.
 * Rolling hash after Karp and Rabin (1987); a sketch of what was seen before sets aside the shingles that occur once,
 * which are most. Yields now and then. Linear time; 20 bytes for each repeated shingle.
 */
export function* fingerprint(corpus: Corpus, copies: Copies): Generator<void, Fingerprints> {
  const { codes } = corpus;
  const hashes = new Uint32Array(codes.length);
  const sketchBits = Math.min(
    SKETCH_BITS_MOST,
    Math.max(SKETCH_BITS_LEAST, Math.ceil(Math.log2(codes.length + 1)) + 3),
  );
  const seenOnce = new Uint8Array(2 ** (sketchBits - 3));
  const seenTwice = new Uint8Array(2 ** (sketchBits - 3));
  const shift = 32 - sketchBits;
  let top = 1;
  for (let i = 1; i < SHINGLE; i++) top = Math.imul(top, MULTIPLIER);

  let work = 0;
  for (let unit = 0; unit < corpus.units.length; unit++) {
    const start = corpus.starts[unit] as number;
    const end = (corpus.starts[unit + 1] as number) - 1;
    if (copies.firstOf[unit] !== unit) continue;
    let hash = 0;
    for (let at = start; at < end; at++) {
      if (at >= start + SHINGLE) hash -= Math.imul(codes[at - SHINGLE] as number, top);
      hash = Math.imul(hash, MULTIPLIER) + (codes[at] as number);
      const first = at - SHINGLE + 1;
      if (first >= start) {
        const mixed = mix(hash);
        hashes[first] = mixed;
        const cell = mixed >>> shift;
        const bit = 1 << (cell & 7);
        if (((seenOnce[cell >>> 3] as number) & bit) !== 0) seenTwice[cell >>> 3]! |= bit;
        else seenOnce[cell >>> 3]! |= bit;
      }
      if (++work % STEP === 0) yield;
    }
  }

  let count = 0;
  const repeated = new Uint32Array(codes.length);
  for (let at = 0; at < codes.length; at++) {
    const hash = hashes[at] as number;
    if (hash === 0 || codes[at] === SEPARATOR) continue;
    const cell = hash >>> shift;
    if (((seenTwice[cell >>> 3] as number) & (1 << (cell & 7))) !== 0) repeated[count++] = at;
    if (at % STEP === STEP - 1) yield;
  }
  const positions = repeated.slice(0, count);
  const keys = new Uint32Array(count);
  for (let i = 0; i < count; i++) keys[i] = hashes[positions[i] as number] as number;
  yield;
  const byRank = yield* sortByKey(keys);
  const ranks = new Uint32Array(count);
  const groupStart = new Uint32Array(count);
  const frequent = new Uint8Array(count);
  let sampled = 0;
  for (let rank = 0; rank < count;) {
    const key = keys[byRank[rank] as number];
    let end = rank;
    while (end < count && keys[byRank[end] as number] === key) {
      ranks[byRank[end] as number] = end;
      groupStart[end] = rank;
      end++;
    }
    if (end - rank > MOST_OCCURRENCES) {
      sampled++;
      frequent.fill(1, rank, end);
    }
    rank = end;
  }
  return { positions, ranks, byRank, groupStart, sampled, frequent };
}

/** Spreads the hash over all bits and keeps 0 for "no shingle begins here". After MurmurHash3's finalizer. */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h = (h ^ (h >>> 16)) >>> 0;
  return h === 0 ? 1 : h;
}
