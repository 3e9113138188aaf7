import type { Contents } from '../contents/contents.ts';
import { grown } from '../grown.ts';
import { letGo } from '../let-go.ts';

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

/** Room for a few more shingles than by chance are chosen. */
const ROOM_MORE = 1 << 12;
const MULTIPLIER = 0x2c1b3c6d;

/** Shingles in the order in which their contents were added: where each begins, and its hash. */
export class Shingles {
  positions: Uint32Array;
  hashes: Int32Array;
  /** How many there are; what stands behind them in the lists is not in use. */
  count = 0;
  private readonly codes: Uint16Array;
  private readonly length: number;
  /** Bits of a hash that are 0 in those that are chosen. */
  private readonly skipped: number;
  /** What the first character of a shingle is multiplied by. */
  private readonly top: number;

  /** No shingles, with room for those of so many characters. */
  constructor({ codes }: Contents, { length, sampleBits }: ShingleRule, characters: number) {
    const room = (characters >>> sampleBits) + ROOM_MORE;
    this.positions = new Uint32Array(room);
    this.hashes = new Int32Array(room);
    this.codes = codes;
    this.length = length;
    this.skipped = 2 ** sampleBits - 1;
    let top = 1;
    for (let i = 1; i < length; i++) top = Math.imul(top, MULTIPLIER);
    this.top = top;
  }

  /** Adds the shingles in the range from `start` to `end`, by a rolling hash after Karp and Rabin (1987). */
  add(start: number, end: number): void {
    const { codes, length, skipped, top } = this;
    if (end - start < length) return;
    this.reserve(end - start);
    const { positions, hashes } = this;
    let { count } = this;
    let hash = 0;
    for (let at = start; at < start + length - 1; at++)
      hash = (Math.imul(hash, MULTIPLIER) + (codes[at] as number)) | 0;
    for (let first = start, last = start + length - 1; last < end; first++, last++) {
      hash = (Math.imul(hash, MULTIPLIER) + (codes[last] as number)) | 0;
      const mixed = mix(hash);
      // Written in any case and counted if chosen: a branch that goes either way costs more.
      positions[count] = first;
      hashes[count] = mixed;
      count += ((mixed & skipped) - 1) >>> 31;
      hash = (hash - Math.imul(codes[first] as number, top)) | 0;
    }
    this.count = count;
  }

  /** There are no more. */
  letGo(): void {
    letGo(this.positions);
    letGo(this.hashes);
    this.count = 0;
  }

  private reserve(more: number): void {
    const room = this.count + more + 1;
    if (room <= this.positions.length) return;
    const size = Math.max(room, this.positions.length + (this.positions.length >>> 2));
    this.positions = grown(this.positions, new Uint32Array(size));
    this.hashes = grown(this.hashes, new Int32Array(size));
  }
}

/** Spreads the bits of a rolling hash over the whole word (MurmurHash3's finalizer). */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
