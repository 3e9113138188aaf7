import { grown } from '../grown.ts';
import type { Pace } from '../pace.ts';

/**
 * How far two passages are alike from one place on, in one direction: an alignment that begins there and ends where it is
 * worth most. Equal characters gain `MATCH`, a changed, added or dropped one costs `EDIT`: text with every third
 * character edited still rises, unrelated Chinese prose (about one character in five in common) falls.
 *
 * Furthest-reaching points by penalty: Ukkonen (1985), Myers (1986); with these costs the wavefronts of Marco-Sola et al.
 * (2021); ended by X-drop as in Zhang et al. (2000). Time grows with the edits and not with the area: a copy costs its length.
 */
export interface Extension {
  /**
   * Extends from `x` and `y` (the first characters looked at) in steps of `direction`, through at most `xMost` and `yMost`
   * characters. Diagonals are characters of y less characters of x used, from `low` to `high`; 0 must be among them. Before `core`
   * characters of x are used the alignment is given up less soon. Gives the number of runs written to `runs`.
   */
  extend(
    x: number,
    y: number,
    direction: 1 | -1,
    xMost: number,
    yMost: number,
    low: number,
    high: number,
    core: number,
  ): number;
  /** The last extension's runs, from the far end to the beginning: for each the characters of x and of y used before it, and its length. */
  runs: Int32Array<ArrayBuffer>;
}

const MATCH = 2;
const EDIT = 1;
/** What an alignment may lose beyond its core before it is taken to have ended: a clause in other words. */
const DROP = 10;
/** And inside the core, which anchors vouch for: a sentence in other words. */
const CORE_DROP = 20;
/**
 * Two characters used, one on each side, are worth `MATCH` when equal. Counted from there, a changed character lacks that
 * and costs `EDIT`; one that only one side has lacks half of it.
 */
const CHANGED = MATCH + EDIT;
const ADDED = MATCH / 2 + EDIT;

/** The point of a diagonal that no alignment reaches with this penalty; far enough below 0 that a step from it is, too. */
const NOWHERE = -(2 ** 29);
/** Points of one extension at most, some 40 MB; an alignment that needs more ends where it is. */
const POINTS_MOST = 10_000_000;
/** In cells of an alignment's table: what one point costs. */
const WORK_OF_A_POINT = 3;

/**
 * Extensions through `codes`. The points of one penalty stand in one row of `points`, which has a column for each
 * diagonal; of a row only those columns hold something that its bounds name.
 */
export function createExtension(codes: Uint16Array, pace: Pace): Extension {
  let points = new Int32Array(1 << 14);
  /** By row: the first and the last column that hold something. */
  let firsts = new Int32Array(1 << 8);
  let lasts = new Int32Array(1 << 8);
  const extension: Extension = { extend, runs: new Int32Array(1 << 8) };
  return extension;

  function extend(
    x: number,
    y: number,
    direction: 1 | -1,
    xMost: number,
    yMost: number,
    low: number,
    high: number,
    core: number,
  ): number {
    if (core <= 0 && !mayGoOn(x, y, direction, xMost, yMost)) return 0;
    if (xMost <= 0 || yMost <= 0) return 0;
    const width = high - low + 1;
    const rowsMost = Math.floor(POINTS_MOST / width);
    let best = 0;
    let bestRow = -1;
    let bestColumn = 0;
    let row = 0;
    let alive = 0;
    let seen = 0;
    for (; row < rowsMost && row - alive <= CHANGED; row++) {
      const base = row * width;
      makeRoom(row, base + width);
      const table = points;
      const changed = base - CHANGED * width;
      const added = base - ADDED * width;
      let changedFirst = width;
      let changedLast = -1;
      let addedFirst = width;
      let addedLast = -1;
      if (changed >= 0) {
        changedFirst = firsts[row - CHANGED] as number;
        changedLast = lasts[row - CHANGED] as number;
      }
      if (added >= 0) {
        addedFirst = firsts[row - ADDED] as number;
        addedLast = lasts[row - ADDED] as number;
      }
      const from = row === 0 ? -low : Math.max(0, Math.min(changedFirst, addedFirst - 1));
      const to = row === 0 ? -low : Math.min(width - 1, Math.max(changedLast, addedLast + 1));
      let first = width;
      let last = -1;
      for (let column = from; column <= to; column++) {
        let reached = row === 0 ? 0 : NOWHERE;
        if (column >= changedFirst && column <= changedLast)
          reached = (table[changed + column] as number) + 1;
        if (column >= addedFirst - 1 && column < addedLast) {
          const dropped = (table[added + column + 1] as number) + 1;
          if (dropped > reached) reached = dropped;
        }
        if (column > addedFirst && column <= addedLast + 1) {
          const inserted = table[added + column - 1] as number;
          if (inserted > reached) reached = inserted;
        }
        const diagonal = column + low;
        const end = xMost < yMost - diagonal ? xMost : yMost - diagonal;
        if (reached < 0 || reached > end) {
          table[base + column] = NOWHERE;
          continue;
        }
        let xAt = x + direction * reached;
        let yAt = y + direction * (reached + diagonal);
        while (reached < end && codes[xAt] === codes[yAt]) {
          reached++;
          xAt += direction;
          yAt += direction;
        }
        const worth = 2 * reached + diagonal - row;
        if (worth > best) {
          best = worth;
          bestRow = row;
          bestColumn = column;
        } else if (
          worth < best - (reached >= core ? DROP : CORE_DROP) ||
          // Were all that is left equal, it would be worth no more.
          worth + MATCH * (end - reached) <= best
        ) {
          table[base + column] = NOWHERE;
          continue;
        }
        table[base + column] = reached;
        if (column < first) first = column;
        last = column;
      }
      firsts[row] = first;
      lasts[row] = last;
      if (last >= 0) alive = row;
      seen += to - from + 1;
    }
    pace.spend(seen * WORK_OF_A_POINT);
    return bestRow < 0 ? 0 : trace(bestRow, bestColumn, width, low);
  }

  function makeRoom(row: number, size: number): void {
    if (points.length < size) points = grown(points, new Int32Array(Math.max(2 * points.length, size)));
    if (firsts.length <= row) {
      firsts = grown(firsts, new Int32Array(2 * firsts.length));
      lasts = grown(lasts, new Int32Array(2 * lasts.length));
    }
  }

  /** What is in a row's column; `NOWHERE` where nothing is. */
  function pointAt(row: number, column: number, width: number): number {
    if (row < 0 || column < (firsts[row] as number) || column > (lasts[row] as number)) return NOWHERE;
    return points[row * width + column] as number;
  }

  /** Whether two characters in a row stand on both sides before the alignment must be given up: else only chance can lengthen it. */
  function mayGoOn(x: number, y: number, direction: 1 | -1, xMost: number, yMost: number): boolean {
    const xLast = Math.min(xMost - 1, DROP);
    const yLast = Math.min(yMost - 1, DROP);
    for (let i = 0; i < xLast; i++) {
      const code = codes[x + direction * i] as number;
      const next = codes[x + direction * (i + 1)] as number;
      for (let j = 0; j < yLast; j++) {
        if (codes[y + direction * j] === code && codes[y + direction * (j + 1)] === next) return true;
      }
    }
    return false;
  }

  /** Writes the runs of the way to a point, from its end to its beginning. */
  function trace(lastRow: number, lastColumn: number, width: number, low: number): number {
    let row = lastRow;
    let column = lastColumn;
    let end = points[row * width + column] as number;
    let count = 0;
    for (;;) {
      const changed = pointAt(row - CHANGED, column, width) + 1;
      const dropped = pointAt(row - ADDED, column + 1, width) + 1;
      const inserted = pointAt(row - ADDED, column - 1, width);
      const begin = row === 0 ? 0 : Math.max(changed, dropped, inserted);
      if (end > begin) {
        const { runs } = extension;
        if (runs.length < 3 * (count + 1)) extension.runs = grown(runs, new Int32Array(2 * runs.length));
        extension.runs[3 * count] = begin;
        extension.runs[3 * count + 1] = begin + column + low;
        extension.runs[3 * count + 2] = end - begin;
        count++;
      }
      if (row === 0) return count;
      if (begin === changed) {
        row -= CHANGED;
        end = begin - 1;
      } else {
        row -= ADDED;
        column += begin === dropped ? 1 : -1;
        end = begin === dropped ? begin - 1 : begin;
      }
    }
  }
}
