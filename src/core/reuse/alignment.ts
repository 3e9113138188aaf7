import type { Range } from './corpus.ts';
import type { Pace } from './pace.ts';

/** Characters that stand on both sides in the same order: `codes[x .. x + length)` equals `codes[y .. y + length)`. */
export interface Run {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** Where two passages may be aligned: a range on each side and the diagonals (y − x) that are looked at. */
export interface Band {
  readonly x: Range;
  readonly y: Range;
  readonly low: number;
  readonly high: number;
  /** The part of x that anchors vouch for. Beyond its end the alignment stops where it has lost too much. */
  readonly core: Range;
}

/** Aligns passages of one folded text. */
export interface Aligner {
  /** The best local alignment inside the band: its runs in order; none when nothing stands on both sides. */
  align(band: Band): readonly Run[];
}

/** Two equal characters gain twice what a changed, added or dropped one costs: text with every third character edited
 * still rises, unrelated Chinese prose (about one character in five in common) falls. */
const MATCH = 2;
const EDIT = -1;
/** What an alignment may lose beyond its core before it is taken to have ended: two clauses in other words. */
const DROP = 24;

const STOP = 0;
const DIAGONAL = 1;
const UP = 2;
const LEFT = 3;

/** An aligner for `codes`. After Smith and Waterman (1981), inside a band of diagonals. */
export function createAligner(codes: Uint16Array, pace: Pace): Aligner {
  let scores = new Int32Array(0);
  let trace = new Uint8Array(0);

  return { align };

  function align({ x, y, low, high, core }: Band): readonly Run[] {
    const rows = x.end - x.start;
    const width = high - low + 1;
    if (rows <= 0 || width <= 0) return [];
    pace.spend(rows * width);
    if (scores.length < width + 2) scores = new Int32Array(2 * width + 2);
    if (trace.length < rows * width) trace = new Uint8Array(2 * rows * width);
    // Held in constants: half of all time is spent in the loop below.
    const cells = scores;
    const steps = trace;
    cells.fill(0, 0, width + 2);

    // cells[c + 1] is the cell of column c; cells[0] and cells[width + 1] stay 0.
    let best = 0;
    let bestRow = -1;
    let bestColumn = -1;
    for (let row = 0; row < rows; row++) {
      const at = x.start + row;
      const code = codes[at] as number;
      const base = row * width;
      const shift = at + low;
      const from = Math.max(0, y.start - shift);
      const to = Math.min(width, y.end - shift);
      if (to <= 0) break;
      if (from > 0) steps.fill(STOP, base, base + Math.min(from, width));
      if (to < width) steps.fill(STOP, base + to, base + width);
      let left = 0;
      let rowBest = 0;
      let rowColumn = 0;
      let before = cells[from + 1] as number;
      for (let c = from; c < to; c++) {
        const up = cells[c + 2] as number;
        let score = before;
        let step = DIAGONAL;
        if (codes[shift + c] === code) score += MATCH;
        else {
          if (up > score) {
            score = up;
            step = UP;
          }
          if (left > score) {
            score = left;
            step = LEFT;
          }
          score += EDIT;
        }
        if (score <= 0) {
          score = 0;
          step = STOP;
        }
        before = up;
        left = score;
        steps[base + c] = step;
        cells[c + 1] = score;
        if (score > rowBest) {
          rowBest = score;
          rowColumn = c;
        }
      }
      if (rowBest > best) {
        best = rowBest;
        bestRow = row;
        bestColumn = rowColumn;
      }
      if (to < width) cells.fill(0, to + 1, width + 1);
      if (at >= core.end && rowBest < best - DROP) break;
    }
    return runsFrom(bestRow, bestColumn, width, x.start, low);
  }

  function runsFrom(bestRow: number, bestColumn: number, width: number, xStart: number, low: number): Run[] {
    const runs: Run[] = [];
    let row = bestRow;
    let column = bestColumn;
    let length = 0;
    let runX = 0;
    let runY = 0;
    while (row >= 0 && column >= 0 && column < width) {
      const step = trace[row * width + column];
      const x = xStart + row;
      const y = x + low + column;
      if (step === DIAGONAL && codes[x] === codes[y]) length++;
      else if (length > 0) {
        runs.push({ x: runX, y: runY, length });
        length = 0;
      }
      if (step === STOP) break;
      runX = x;
      runY = y;
      if (step !== LEFT) row--;
      if (step === UP) column++;
      else if (step === LEFT) column--;
    }
    if (length > 0) runs.push({ x: runX, y: runY, length });
    return runs.reverse();
  }
}
