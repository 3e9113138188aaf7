import { seriate, type Tie } from './seriation.ts';
import type { Selection } from './selection.ts';
import { speakerKey, type Survey } from './survey.ts';

/** What the rows and columns of a matrix are. */
export type MatrixOf = 'speakers' | 'documents' | 'speeches';

/** The rows and columns of a matrix; those that share much stand together. */
export interface Axis {
  readonly of: MatrixOf;
  readonly count: number;
  /** By speech: its place on the axis. */
  readonly placeOf: Uint32Array;
  /** By place: a speech that stands there, to be named after. */
  readonly speechAt: Uint32Array;
}

/** A square part of a matrix: the first place of its rows and of its columns, and how many it has. */
export interface Window {
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

/** A part of a matrix, cells of several places summed up. Where a row and a column both are two places, the earlier is the row. */
export interface Grid {
  /** How many places a cell has. */
  readonly step: number;
  /** Cells in a row. */
  readonly side: number;
  /** By cell, row for row: findings, characters that they share, and the most important one (-1 for none). */
  readonly counts: Uint32Array;
  readonly shared: Float64Array;
  readonly best: Int32Array;
}

/** Findings looked at between two breaks. */
const STEP = 50_000;

/** The axis for speakers, documents or speeches, ordered by what all findings share, so that a filter moves nothing. */
export function* axisOf(survey: Survey, of: MatrixOf): Generator<void, Axis> {
  const { speeches, speechA, speechB, shared } = survey;
  const numbers = new Map<string | number, number>();
  const first: number[] = [];
  const thingOf = Uint32Array.from(speeches, ({ document }, speech) => {
    const key = of === 'documents' ? document : of === 'speeches' ? speech : speakerKey(speeches, speech);
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = first.push(speech) - 1));
    return number;
  });
  const ties: Tie[] = [];
  for (let pair = 0; pair < shared.length; pair++) {
    if (pair % STEP === STEP - 1) yield;
    const a = thingOf[speechA[pair] as number] as number;
    const b = thingOf[speechB[pair] as number] as number;
    ties.push({ a, b, weight: Math.max(1, shared[pair] as number) });
  }
  const order = yield* seriate(first.length, ties);
  const place = new Uint32Array(order.length);
  for (const [at, thing] of order.entries()) place[thing] = at;
  return {
    of,
    count: order.length,
    placeOf: thingOf.map((thing) => place[thing] as number),
    speechAt: Uint32Array.from(order, (thing) => first[thing] as number),
  };
}

/** A window of a matrix as a square of `most` cells a side at most. One pass over the findings. */
export function gridOf(
  { speechA, speechB, shared }: Survey,
  { pairs }: Selection,
  { placeOf }: Axis,
  { row: firstRow, column: firstColumn, length }: Window,
  most: number,
): Grid {
  const step = Math.max(1, Math.ceil(length / most));
  const side = Math.ceil(length / step);
  const counts = new Uint32Array(side * side);
  const sums = new Float64Array(side * side);
  const best = new Int32Array(side * side).fill(-1);
  for (let pair = 0; pair < shared.length; pair++) {
    if (pairs[pair] === 0) continue;
    const p = placeOf[speechA[pair] as number] as number;
    const q = placeOf[speechB[pair] as number] as number;
    const row = Math.min(p, q) - firstRow;
    const column = Math.max(p, q) - firstColumn;
    if (row < 0 || column < 0 || row >= length || column >= length) continue;
    const cell = Math.floor(row / step) * side + Math.floor(column / step);
    counts[cell] = (counts[cell] as number) + 1;
    sums[cell] = (sums[cell] as number) + (shared[pair] as number);
    if (best[cell] === -1) best[cell] = pair;
  }
  return { step, side, counts, shared: sums, best };
}

/** What two places of an axis share in the shown findings, a ≤ b. */
export interface Shared {
  readonly a: number;
  readonly b: number;
  /** Findings, and about how many characters they share. */
  readonly count: number;
  readonly shared: number;
}

/** Every two places that share something, by `a` and then by `b`. One pass over the findings, and a sort. */
export function cellsOf(
  { speechA, speechB, shared }: Survey,
  { pairs }: Selection,
  { placeOf, count }: Axis,
): readonly Shared[] {
  const cells = new Map<number, { a: number; b: number; count: number; shared: number }>();
  for (let pair = 0; pair < shared.length; pair++) {
    if (pairs[pair] === 0) continue;
    const p = placeOf[speechA[pair] as number] as number;
    const q = placeOf[speechB[pair] as number] as number;
    const key = Math.min(p, q) * count + Math.max(p, q);
    let cell = cells.get(key);
    if (cell === undefined)
      cells.set(key, (cell = { a: Math.min(p, q), b: Math.max(p, q), count: 0, shared: 0 }));
    cell.count++;
    cell.shared += shared[pair] as number;
  }
  return [...cells.values()].sort((p, q) => p.a - q.a || p.b - q.b);
}

/** How dark a cell is, 0 to 1: the root of its share of the darkest, so that few characters are seen beside many. */
export function darkness(shared: number, most: number): number {
  return most === 0 ? 0 : Math.sqrt(shared / most);
}
