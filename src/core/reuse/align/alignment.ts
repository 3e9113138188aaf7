import type { Range } from '../contents/contents.ts';
import { createExtension } from './extension.ts';
import type { Pace } from '../pace.ts';

/** Characters that stand on both sides in the same order: `codes[x .. x + length)` equals `codes[y .. y + length)`. */
export interface Run {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** Where two passages may be aligned, and what is known of them. */
export interface Band {
  /** How far the alignment may reach on each side. */
  readonly x: Range;
  readonly y: Range;
  /** The diagonals (y − x) on which anchors stand. */
  readonly low: number;
  readonly high: number;
  /** The part of x that anchors vouch for. Inside it the alignment is given up less soon. */
  readonly core: Range;
}

/** Diagonals beside these that an alignment may use: insertions of a few words. */
const SLACK = 12;

/** Aligns passages of one folded text. */
export interface Aligner {
  /** The best local alignment through the longest run in the core: its runs in order; none when nothing stands on both sides. */
  align(band: Band): readonly Run[];
}

/** An aligner for `codes`: from the longest common run inside the band outwards, as BLAST does (Altschul et al., 1990). */
export function createAligner(codes: Uint16Array, pace: Pace): Aligner {
  const extension = createExtension(codes, pace);
  return { align };

  function align(band: Band): readonly Run[] {
    const pin = longestRun(band);
    if (pin === null) return [];
    const { x, y, low, high, core } = band;
    const diagonal = pin.y - pin.x;
    const runs: Run[] = [];
    // Backwards, what one side has more moves the diagonal the other way.
    const before = extension.extend(
      pin.x - 1,
      pin.y - 1,
      -1,
      pin.x - x.start,
      pin.y - y.start,
      diagonal - high - SLACK,
      diagonal - low + SLACK,
      pin.x - core.start,
    );
    for (let i = 0; i < before; i++) {
      const [usedX, usedY, length] = runAt(i);
      runs.push({ x: pin.x - usedX - length, y: pin.y - usedY - length, length });
    }
    runs.push(pin);
    const end = { x: pin.x + pin.length, y: pin.y + pin.length };
    const after = extension.extend(
      end.x,
      end.y,
      1,
      x.end - end.x,
      y.end - end.y,
      low - diagonal - SLACK,
      high - diagonal + SLACK,
      core.end - end.x,
    );
    for (let i = after - 1; i >= 0; i--) {
      const [usedX, usedY, length] = runAt(i);
      runs.push({ x: end.x + usedX, y: end.y + usedY, length });
    }
    return runs;
  }

  function runAt(index: number): readonly [usedX: number, usedY: number, length: number] {
    const { runs } = extension;
    return [runs[3 * index] as number, runs[3 * index + 1] as number, runs[3 * index + 2] as number];
  }

  /** The longest common run inside the core; of equals the one of the lowest diagonal, and on it the first. */
  function longestRun(band: Band): Run | null {
    const { low, high } = band;
    // The longest is mostly in the middle: known first, it spares most of the looking elsewhere.
    const inMiddle = longestOn((low + high) >> 1, 0, band);
    let best: Run | null = null;
    let most = inMiddle === null ? 0 : inMiddle.length - 1;
    for (let diagonal = low; diagonal <= high; diagonal++) {
      const found = longestOn(diagonal, most, band);
      if (found === null) continue;
      best = found;
      most = found.length;
    }
    return best;
  }

  /** The first of the longest runs on one diagonal inside the core that are longer than `least`; null for none. */
  function longestOn(diagonal: number, least: number, { x, y, core }: Band): Run | null {
    let at = Math.max(x.start, core.start, y.start - diagonal);
    const end = Math.min(x.end, core.end, y.end - diagonal);
    pace.spend(Math.max(0, end - at) >> 2);
    let start = 0;
    let most = least;
    // A run that is longer must hold the character `most` farther on: looked at from there backwards, most places are skipped.
    while (at + most < end) {
      let back = at + most;
      while (back >= at && codes[back] === codes[back + diagonal]) back--;
      if (back >= at) {
        at = back + 1;
        continue;
      }
      let to = at + most + 1;
      while (to < end && codes[to] === codes[to + diagonal]) to++;
      most = to - at;
      start = at;
      at = to + 1;
    }
    return most > least ? { x: start, y: start + diagonal, length: most } : null;
  }
}
