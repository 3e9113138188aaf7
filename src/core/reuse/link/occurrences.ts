import type { Contents } from '../contents/contents.ts';
import { letGo } from '../let-go.ts';
import { Sketch } from './hash-sets.ts';
import { type ShingleRule, Shingles } from './shingles.ts';

/**
 * A shingle that stands at more places than this is not paired all with all: each place is paired with the one before it
 * alone, which keeps the work linear. Versions of one passage are still joined, through their neighbours.
 */
export const MOST_OCCURRENCES = 24;

/** Beside an index in `Occurrences.before`: the shingle stands at more places than that. */
export const FREQUENT = 1 << 31;
/** What remains without the flag. */
export const UNFLAGGED = ~FREQUENT;

/** Places of shingles, and which of them hold the same. */
export interface Occurrences {
  /** In order of the contents and in them of place. */
  readonly positions: Uint32Array;
  /** The same places by shingle, one behind the other; those of each in order. */
  readonly byShingle: Int32Array;
  /** By index in `positions`: the index in `byShingle` behind the place before that holds the same; or the flag `FREQUENT`. */
  readonly before: Int32Array;
  /** By index in `positions`: how many of the places before it is paired with; they stand there, the nearest last. */
  readonly partners: Uint8Array;
  /** Shingles that stand at more than `MOST_OCCURRENCES` places. */
  readonly frequent: number;
}

/** Shingles hashed or moved between two steps of progress. */
const STEP = 200_000;
/** Places that are grouped at a time: their table stays near the processor. */
const BUCKET = 1_024;
const BUCKET_BITS_MOST = 12;
/** The lowest bits of a hash, which are the same in all that were chosen by them. */
const CHOSEN_BITS = 2;

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
  const shingles = new Shingles(contents, rule, characters);
  const sketch = new Sketch(characters);
  let seen = 0;
  for (const content of order) {
    shingles.add(contents.startOf(content), contents.endOf(content));
    if (shingles.count - seen < STEP) continue;
    sketch.see(shingles, seen);
    seen = shingles.count;
    yield;
  }
  sketch.see(shingles, seen);
  let kept = 0;
  for (let from = 0; from < shingles.count; from += STEP) {
    kept = sketch.keepRepeated(shingles, from, Math.min(shingles.count, from + STEP), kept);
    yield;
  }
  const positions = shingles.positions.slice(0, kept);
  const hashes = shingles.hashes.slice(0, kept);
  shingles.letGo();
  sketch.letGo();
  return yield* groupPlaces(positions, hashes);
}

/**
 * Puts the places of equal hashes together: parts them by the first bits of their hash, and looks each part up in a small
 * table. Uses `hashes` for what it gives. Linear time; yields now and then.
 */
export function* groupPlaces(positions: Uint32Array, hashes: Int32Array): Generator<void, Occurrences> {
  const count = positions.length;
  const bits = Math.min(BUCKET_BITS_MOST, Math.max(1, Math.ceil(Math.log2((count + 1) / BUCKET))));
  const shift = 32 - bits;
  const ends = new Uint32Array(2 ** bits + 1);
  for (let i = 0; i < count; i++) ends[((hashes[i] as number) >>> shift) + 1]!++;
  for (let bucket = 0; bucket < 2 ** bits; bucket++) ends[bucket + 1]! += ends[bucket] as number;
  yield;
  const keys = new Int32Array(count);
  const places = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const hash = hashes[i] as number;
    const at = ends[hash >>> shift]!++;
    keys[at] = hash;
    places[at] = i;
    hashes[i] = 0;
    if (i % STEP === STEP - 1) yield;
  }
  const table = new PlaceTable(positions, hashes, keys, places);
  let done = 0;
  for (let bucket = 0, begin = 0; bucket < 2 ** bits; bucket++) {
    const end = ends[bucket] as number;
    table.group(begin, end);
    begin = end;
    if (end - done < STEP) continue;
    done = end;
    yield;
  }
  const byShingle = keys.slice(0, table.grouped);
  letGo(keys);
  letGo(places);
  const { partners, frequent } = table;
  return { positions, byShingle, before: hashes, partners, frequent };
}

/** Groups the places of equal keys, one stretch of places after the other. */
class PlaceTable {
  /** Places that are grouped. */
  grouped = 0;
  /** Groups of more than `MOST_OCCURRENCES` places. */
  frequent = 0;
  /** By place: how many of the same group it is paired with. */
  readonly partners: Uint8Array;
  private readonly positions: Uint32Array;
  private readonly before: Int32Array;
  private readonly keys: Int32Array;
  private readonly places: Uint32Array;
  /** By a key's lowest bits: 1 + the first place that has it, counted from the beginning of the stretch. */
  private slots = new Uint32Array(0);
  /** By place: the first one of the same key. By first place: how many there are, where they are put, and the next. */
  private firsts = new Uint32Array(0);
  private counts = new Uint32Array(0);
  private starts = new Uint32Array(0);
  private nexts = new Uint32Array(0);

  constructor(positions: Uint32Array, before: Int32Array, keys: Int32Array, places: Uint32Array) {
    this.positions = positions;
    this.before = before;
    this.keys = keys;
    this.places = places;
    this.partners = new Uint8Array(positions.length);
  }

  /** Groups what stands at `[begin, end)`, and writes the groups to the beginning of `keys`, behind those before. */
  group(begin: number, end: number): void {
    const size = end - begin;
    const mask = 2 ** (33 - Math.clz32(size)) - 1;
    if (this.slots.length <= mask) {
      this.slots = new Uint32Array(mask + 1);
      this.firsts = new Uint32Array(mask + 1);
      this.counts = new Uint32Array(mask + 1);
      this.starts = new Uint32Array(mask + 1);
      this.nexts = new Uint32Array(mask + 1);
    } else this.slots.fill(0, 0, mask + 1);
    const { keys, slots, firsts, counts } = this;
    for (let i = 0; i < size; i++) {
      const key = keys[begin + i] as number;
      let slot = (key >>> CHOSEN_BITS) & mask;
      let known = slots[slot] as number;
      while (known !== 0 && keys[begin + known - 1] !== key) {
        slot = (slot + 1) & mask;
        known = slots[slot] as number;
      }
      if (known === 0) {
        slots[slot] = i + 1;
        firsts[i] = i;
        counts[i] = 1;
      } else {
        firsts[i] = known - 1;
        counts[known - 1]!++;
      }
    }
    this.write(begin, size);
  }

  private write(begin: number, size: number): void {
    const { positions, before, partners, keys, places, firsts, counts, starts, nexts } = this;
    let { grouped } = this;
    for (let i = 0; i < size; i++) {
      const first = firsts[i] as number;
      const count = counts[first] as number;
      if (count === 1) continue;
      if (first === i) {
        starts[i] = grouped;
        nexts[i] = grouped;
        grouped += count;
        if (count > MOST_OCCURRENCES) this.frequent++;
      }
      const place = places[begin + i] as number;
      const at = nexts[first]!++;
      const rank = at - (starts[first] as number);
      keys[at] = positions[place] as number;
      const isFrequent = count > MOST_OCCURRENCES;
      before[place] = isFrequent ? at | FREQUENT : at;
      partners[place] = isFrequent ? Math.min(1, rank) : rank;
    }
    this.grouped = grouped;
  }
}
