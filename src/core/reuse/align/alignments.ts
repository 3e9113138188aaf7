import type { Run } from './alignment.ts';
import type { Runs } from './disjoint.ts';
import { grown } from '../grown.ts';

/**
 * What two contents have in common, for many pairs of them, as plain numbers: so they are kept without an object each,
 * and come from another worker as they are. For a pair: the two contents, the number of tiles, and for each of these the
 * number of runs and three numbers a run.
 */
export type PackedAlignments = Int32Array<ArrayBuffer>;

/** The tiles of two contents. */
export interface ContentAlignment {
  readonly x: number;
  readonly y: number;
  readonly tiles: readonly Runs[];
}

/** Writes alignments one behind the other. */
export interface AlignmentWriter {
  add(alignment: ContentAlignment): void;
  /** All that was added; the writer begins anew. */
  take(): PackedAlignments;
}

const HEAD = 3;
const PER_RUN = 3;

/** A writer that holds nothing yet. */
export function createAlignmentWriter(): AlignmentWriter {
  let numbers = new Int32Array(1 << 10);
  let length = 0;
  return {
    add({ x, y, tiles }) {
      let room = HEAD + tiles.length;
      for (const runs of tiles) room += PER_RUN * runs.length;
      if (numbers.length < length + room) numbers = grown(numbers, new Int32Array(2 * (length + room)));
      numbers[length++] = x;
      numbers[length++] = y;
      numbers[length++] = tiles.length;
      for (const runs of tiles) {
        numbers[length++] = runs.length;
        for (const run of runs) {
          numbers[length++] = run.x;
          numbers[length++] = run.y;
          numbers[length++] = run.length;
        }
      }
    },
    take() {
      const taken = numbers.slice(0, length);
      length = 0;
      return taken;
    },
  };
}

/** Unpacks alignments one by one. */
export function* readAlignments(packed: PackedAlignments): Generator<ContentAlignment> {
  for (let start = 0; start < packed.length; start = endOf(packed, start)) yield unpack(packed, start);
}

/** The alignment that begins at `start`. */
export function unpack(packed: PackedAlignments, start: number): ContentAlignment {
  const tiles: Run[][] = [];
  let at = start + HEAD;
  for (let tile = packed[start + 2] as number; tile > 0; tile--) {
    const runs: Run[] = [];
    const end = at + 1 + PER_RUN * (packed[at] as number);
    for (at++; at < end; at += PER_RUN) {
      runs.push({ x: packed[at] as number, y: packed[at + 1] as number, length: packed[at + 2] as number });
    }
    tiles.push(runs);
  }
  return { x: packed[start] as number, y: packed[start + 1] as number, tiles };
}

/** How many characters the alignment that begins at `start` matches. */
export function matchedAt(packed: PackedAlignments, start: number): number {
  let matched = 0;
  let at = start + HEAD;
  for (let tile = packed[start + 2] as number; tile > 0; tile--) {
    const end = at + 1 + PER_RUN * (packed[at] as number);
    for (at++; at < end; at += PER_RUN) matched += packed[at + 2] as number;
  }
  return matched;
}

/** Where the alignment that begins at `start` ends, and the next one begins. */
export function endOf(packed: PackedAlignments, start: number): number {
  let end = start + HEAD;
  for (let tile = packed[start + 2] as number; tile > 0; tile--) end += 1 + PER_RUN * (packed[end] as number);
  return end;
}

/** Calls `see` with the two contents of each alignment, and where it begins and ends. */
export function eachPair(
  packed: PackedAlignments,
  see: (x: number, y: number, start: number, end: number) => void,
): void {
  for (let start = 0; start < packed.length;) {
    const end = endOf(packed, start);
    see(packed[start] as number, packed[start + 1] as number, start, end);
    start = end;
  }
}

/** The alignments of which `isKept` says so of the two contents. Linear time. */
export function keepAlignments(
  packed: PackedAlignments,
  isKept: (x: number, y: number) => boolean,
): PackedAlignments {
  const kept = new Int32Array(packed.length);
  let length = 0;
  eachPair(packed, (x, y, start, end) => {
    if (!isKept(x, y)) return;
    kept.set(packed.subarray(start, end), length);
    length += end - start;
  });
  return length === packed.length ? packed : kept.slice(0, length);
}
