import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';
import type { Difference, SideName } from './comparison.ts';
import type { Line } from './lines.ts';

/** Differences that stand so near together in an overview that they share one mark. */
export interface Slot {
  /** Where it stands, from the first line's top to the last one's bottom; 0 to 1. */
  readonly at: number;
  /** That of the gravest one. */
  readonly kind: Difference['kind'];
  /** The numbers of the differences, each once, in order of place. */
  readonly differences: readonly number[];
}

/** Of several in one slot the first of these is drawn. */
const GRAVITY: readonly Difference['kind'][] = ['replaced', 'only-a', 'only-b', 'moved', 'form'];

/** How high the lines will stand, in lines of a column of `perLine` units with half a line of space between: an estimate. */
export function heightsOf(lines: readonly Line[], perLine: number): readonly number[] {
  return lines.map((line) => {
    if (line.kind === 'fold') return 1.5;
    const { a, b } = line.row;
    const longest = Math.max(a === null ? 0 : a.end - a.start, b === null ? 0 : b.end - b.start);
    return Math.max(1, Math.ceil(longest / perLine)) + 0.5;
  });
}

/** Finds the line that holds a place of one side; -1 for a place behind all or in a closed fold. O(log lines). */
export function lineFinder(lines: readonly Line[]): (side: SideName, at: number) => number {
  const holders = { a: holdersOf(lines, 'a'), b: holdersOf(lines, 'b') };
  return (side, at) => {
    const found = holders[side][partitionPoint(holders[side], ({ span }) => span.end <= at)];
    // A place at the text's end belongs to its last line.
    const holder = found ?? holders[side].findLast(({ span }) => span.end === at);
    return holder !== undefined && holder.span.start <= at ? holder.index : -1;
  };
}

function holdersOf(lines: readonly Line[], side: SideName): readonly { span: Span; index: number }[] {
  return lines.flatMap((line, index) => {
    const span = line.kind === 'row' ? line.row[side] : null;
    return span === null ? [] : [{ span, index }];
  });
}

/**
 * Where the differences stand along the lines of these heights (in any unit), in at most `most` slots, from top to bottom.
 * A moved region stands at both of its places. O(lines + differences · log lines).
 */
export function overviewOf(
  lines: readonly Line[],
  heights: readonly number[],
  differences: readonly Difference[],
  most: number,
): readonly Slot[] {
  const tops = [0];
  for (const height of heights) tops.push((tops.at(-1) as number) + height);
  const all = Math.max(1, tops.at(-1) as number);
  const find = lineFinder(lines);
  const slots = new Map<number, { kind: Difference['kind']; differences: number[] }>();
  for (const difference of differences) {
    for (const side of sidesOf(difference)) {
      const place = difference[side].start;
      const index = find(side, place);
      const line = lines[index];
      const span = line?.kind === 'row' ? line.row[side] : null;
      if (span === null) continue;
      const within = (place - span.start) / Math.max(1, span.end - span.start);
      const at = ((tops[index] as number) + within * (heights[index] as number)) / all;
      const slot = Math.min(most - 1, Math.floor(at * most));
      const known = slots.get(slot);
      if (known === undefined) slots.set(slot, { kind: difference.kind, differences: [difference.number] });
      else {
        known.differences.push(difference.number);
        if (GRAVITY.indexOf(difference.kind) < GRAVITY.indexOf(known.kind)) known.kind = difference.kind;
      }
    }
  }
  return [...slots]
    .sort(([one], [other]) => one - other)
    .map(([slot, content]) => ({ at: (slot + 0.5) / most, ...content }));
}

function sidesOf({ kind, a }: Difference): readonly SideName[] {
  if (kind === 'moved') return ['a', 'b'];
  return a.start < a.end ? ['a'] : ['b'];
}
