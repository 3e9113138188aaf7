import type { Edit } from './edit.ts';
import type { Unit } from './likeness.ts';
import { type Token, isContent } from './tokens.ts';
import { partitionPoint } from '../text/partition-point.ts';

/** The fewest characters, marks included, that are shown as moved: shorter ones recur by chance. */
export const MOVED_LEAST = 8;
/** How many of them must say something: 二是加强领导。 says too little. */
const CONTENT_LEAST = 5;
/** The mark of a region that was found in the same round. */
export const FOUND_NOW = -1;

/** A run of tokens that stands elsewhere on the other side; small changes inside are possible. Counts in all tokens. */
export type Move = Edit;

/** What the search knows of one side; all places count in all tokens of it. */
export interface Side {
  readonly tokens: readonly Token[];
  /** The tokens that stayed, in order, and for each token how many of them stand before it. */
  readonly rest: Uint32Array;
  readonly restBefore: Uint32Array;
  /** For each place how much content stands before it; how much of that is changed; how much stayed and is equal. */
  readonly content: Uint32Array;
  readonly changed: Uint32Array;
  readonly still: Uint32Array;
  /** For each token the moved region that holds it, from 1; 0 for none. */
  readonly region: Int32Array;
  /** What is changed in one piece, moved regions parting it. */
  readonly pieces: readonly Unit[];
}

export function sideOf(
  tokens: readonly Token[],
  moves: readonly Unit[],
  inMoves: readonly Unit[],
  inRest: readonly Unit[],
): Side {
  const count = tokens.length;
  const region = new Int32Array(count);
  for (const [i, { start, end }] of moves.entries()) region.fill(i + 1, start, end);
  const restBefore = new Uint32Array(count + 1);
  const rest = new Uint32Array(count);
  for (let i = 0, left = 0; i < count; i++) {
    if (region[i] === 0) rest[left++] = i;
    restBefore[i + 1] = left;
  }
  const isChanged = new Uint8Array(count);
  const pieces: Unit[] = [];
  for (const { start, end } of inRest) {
    for (let at = start; at < end; at++) {
      const place = rest[at] as number;
      isChanged[place] = 1;
      const last = pieces.at(-1);
      if (at > start && last?.end === place)
        pieces[pieces.length - 1] = { start: last.start, end: place + 1 };
      else pieces.push({ start: place, end: place + 1 });
    }
  }
  for (const { start, end } of inMoves) isChanged.fill(1, start, end);
  const content = new Uint32Array(count + 1);
  const changed = new Uint32Array(count + 1);
  const still = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) {
    const weight = isContent(tokens[i] as Token) ? 1 : 0;
    content[i + 1] = (content[i] as number) + weight;
    changed[i + 1] = (changed[i] as number) + (isChanged[i] === 1 ? weight : 0);
    still[i + 1] = (still[i] as number) + (isChanged[i] === 0 && region[i] === 0 ? weight : 0);
  }
  return { tokens, rest, restBefore, content, changed, still, region, pieces };
}

export function within(sums: Uint32Array, start: number, end: number): number {
  return (sums[end] as number) - (sums[start] as number);
}

export function onA({ aStart, aEnd }: Edit): Unit {
  return { start: aStart, end: aEnd };
}

export function onB({ bStart, bEnd }: Edit): Unit {
  return { start: bStart, end: bEnd };
}

/** The region that holds all of the unit, 0 for none; null when it is parted, or was found in this round. */
export function regionOf({ region }: Side, { start, end }: Unit): number | null {
  const first = region[start] as number;
  for (let at = start; at < end; at++) if (region[at] !== first) return null;
  return first === FOUND_NOW ? null : first;
}

/** Cuts the tokens at every edge of that strength. */
export function unitsOf(tokens: readonly Token[], edge: number): readonly Unit[] {
  const units: Unit[] = [];
  let start = 0;
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && (tokens[at] as Token).edge < edge) continue;
    units.push({ start, end: at });
    start = at;
  }
  return units;
}

/** Whether the run is long enough to be shown as moved. */
export function isLong(side: Side, { start, end }: Unit): boolean {
  if (end <= start || within(side.content, start, end) < CONTENT_LEAST) return false;
  return (side.tokens[end - 1] as Token).end - (side.tokens[start] as Token).start >= MOVED_LEAST;
}

/** How much equal content stands between where the run was and where it is; 0 when it only changed in its place. */
export function passed(move: Move, edits: readonly Edit[], a: Side, b: Side): number {
  const from = placeInB(move.aStart, edits, a, b);
  const to = placeInB(move.aEnd, edits, a, b);
  const equal = (start: number, end: number) => (start < end ? within(b.still, start, end) : 0);
  return Math.max(equal(move.bEnd, from), equal(to, move.bStart));
}

/** Where the place `at` of a stands in b by what stayed; within an edit, the edit's begin. Binary search. */
export function placeInB(at: number, edits: readonly Edit[], a: Side, b: Side): number {
  const place = a.restBefore[at] as number;
  const edit = edits[partitionPoint(edits, ({ aStart }) => aStart <= place) - 1];
  const inB = edit === undefined ? place : place < edit.aEnd ? edit.bStart : edit.bEnd + (place - edit.aEnd);
  const stays = b.restBefore[b.tokens.length] as number;
  return inB < stays ? (b.rest[inB] as number) : b.tokens.length;
}
