import { letGo } from '../let-go.ts';
import type { Shingles } from './shingles.ts';

/** Cells for each shingle, as a power of two, and in all at least and at most. */
const CELL_BITS_MORE = 2;
const SET_BITS_MORE = 6;
const BITS_LEAST = 16;
const BITS_MOST = 26;

function bitsFor(size: number, more: number): number {
  return Math.min(BITS_MOST, Math.max(BITS_LEAST, Math.ceil(Math.log2(size + 1)) + more));
}

/**
 * Tells shingles that were seen once from those seen twice, by two bits for each hash: 16 MB at most. Now and then it takes
 * one for another's.
 */
export class Sketch {
  private readonly cells: Uint8Array;
  private readonly shift: number;

  /** A sketch for so many shingles. */
  constructor(size: number) {
    const bits = bitsFor(size, CELL_BITS_MORE);
    this.shift = 32 - bits;
    this.cells = new Uint8Array(2 ** (bits - 2));
  }

  /** Sees the shingles from index `from` on. */
  see({ hashes, count }: Shingles, from: number): void {
    const { cells, shift } = this;
    for (let i = from; i < count; i++) {
      const cell = (hashes[i] as number) >>> shift;
      const bit = (cell & 3) << 1;
      const known = cells[cell >>> 2] as number;
      // The second bit where the first was set already.
      cells[cell >>> 2] = known | ((1 + (((known >>> bit) & 1) << 1)) << bit);
    }
  }

  /** Moves those shingles of `[from, to)` that were seen twice down to index `kept`; gives the index behind the last. */
  keepRepeated({ positions, hashes }: Shingles, from: number, to: number, kept: number): number {
    const { cells, shift } = this;
    let next = kept;
    for (let i = from; i < to; i++) {
      const hash = hashes[i] as number;
      const cell = hash >>> shift;
      positions[next] = positions[i] as number;
      hashes[next] = hash;
      next += ((cells[cell >>> 2] as number) >>> (((cell & 3) << 1) + 1)) & 1;
    }
    return next;
  }

  /** It has seen nothing any more. */
  letGo(): void {
    letGo(this.cells);
  }
}

/** A set of hashes: a bit each, so it holds a few others, too. */
export class HashSet {
  private readonly cells: Uint8Array;
  private readonly shift: number;

  /** A set for so many shingles. */
  constructor(size: number) {
    const bits = bitsFor(size, SET_BITS_MORE);
    this.shift = 32 - bits;
    this.cells = new Uint8Array(2 ** (bits - 3));
  }

  add({ hashes, count }: Shingles): void {
    const { cells, shift } = this;
    for (let i = 0; i < count; i++) {
      const cell = (hashes[i] as number) >>> shift;
      cells[cell >>> 3]! |= 1 << (cell & 7);
    }
  }

  /** Drops the shingles from index `from` on that are not in the set. */
  keep(shingles: Shingles, from: number): void {
    const { cells, shift } = this;
    const { positions, hashes, count } = shingles;
    let next = from;
    for (let i = from; i < count; i++) {
      const hash = hashes[i] as number;
      const cell = hash >>> shift;
      positions[next] = positions[i] as number;
      hashes[next] = hash;
      next += ((cells[cell >>> 3] as number) >>> (cell & 7)) & 1;
    }
    shingles.count = next;
  }
}
