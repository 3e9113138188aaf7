import { type Corpus, rangeOf } from './corpus.ts';
import type { Copies } from './copies.ts';
import type { Pace } from './pace.ts';
import { type Fingerprints, SHINGLE } from './fingerprints.ts';

/** A longest common run of two units: `codes[x .. x + length)` equals `codes[y .. y + length)`. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** Slots of the table that remembers, for each diagonal, how far it is covered. */
const DIAGONAL_SLOTS = 1 << 14;

/** In cells of an alignment's table. */
const WORK_OF_AN_ANCHOR = 60;
const WORK_OF_A_SHINGLE = 4;

/** All anchors that join one unit to units before it, or to another part of itself, ordered by the earlier place. */
export interface AnchorSource {
  /** Empty for a unit that is a copy. Yields now and then. Linear in the shingles of the unit that occur before it. */
  anchorsOf(unit: number): Generator<void, readonly Anchor[]>;
}

/** Prepares the search for anchors; `anchorsOf` must be asked for the units in ascending order. */
export function anchorSource(corpus: Corpus, copies: Copies, prints: Fingerprints, pace: Pace): AnchorSource {
  const { codes } = corpus;
  const { positions, ranks, byRank, groupStart, frequent } = prints;
  const diagonals = new Float64Array(DIAGONAL_SLOTS);
  const coveredTo = new Float64Array(DIAGONAL_SLOTS);
  let next = 0;

  return {
    *anchorsOf(unit) {
      const { start, end } = rangeOf(corpus, unit);
      const anchors: Anchor[] = [];
      while (next < positions.length && (positions[next] as number) < start) next++;
      if (copies.firstOf[unit] !== unit) return anchors;
      for (; next < positions.length && (positions[next] as number) < end; next++) {
        const y = positions[next] as number;
        const rank = ranks[next] as number;
        const begin = groupStart[rank] as number;
        const from = frequent[rank] === 1 ? Math.max(begin, rank - 1) : begin;
        for (let r = from; r < rank; r++) {
          const x = positions[byRank[r] as number] as number;
          const diagonal = y - x;
          const slot = Math.imul(diagonal, 0x9e3779b1) >>> 18;
          if (diagonals[slot] === diagonal && (coveredTo[slot] as number) > y) continue;
          const anchor = longestRun(x, y, x >= start ? diagonal : Infinity);
          if (anchor === null) continue;
          diagonals[slot] = diagonal;
          coveredTo[slot] = anchor.y + anchor.length;
          anchors.push(anchor);
          pace.spend(WORK_OF_AN_ANCHOR);
        }
        pace.spend(WORK_OF_A_SHINGLE);
        if (pace.isDue()) yield;
      }
      return anchors.sort((p, q) => p.x - q.x || p.y - q.y);
    },
  };

  /** The longest common run through the shingle at `x` and `y`, at most `most` long; null when only the hashes agree. */
  function longestRun(x: number, y: number, most: number): Anchor | null {
    if (most < SHINGLE) return null;
    let length = 0;
    while (length < most && codes[x + length] === codes[y + length] && codes[x + length] !== 0) length++;
    if (length < SHINGLE) return null;
    let back = 0;
    while (
      length + back < most &&
      x > back &&
      codes[x - back - 1] === codes[y - back - 1] &&
      codes[x - back - 1] !== 0
    ) {
      back++;
    }
    return { x: x - back, y: y - back, length: length + back };
  }
}
