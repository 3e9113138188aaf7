import type { Comparison } from './comparison.ts';
import { lineFinder } from './overview.ts';

/** Where a moved region stands. */
export interface MoveEnds {
  /** The number of its difference. */
  readonly difference: number;
  /** The clauses in which it begins, from 1, as lines are numbered; and the places themselves, in UTF-16 units. */
  readonly clauses: { readonly a: number; readonly b: number };
  readonly places: { readonly a: number; readonly b: number };
}

/** Both ends of each moved region, by its number. */
export function moveEndsOf({ rows, differences }: Comparison): ReadonlyMap<number, MoveEnds> {
  const ends = new Map<number, MoveEnds>();
  const moved = differences.filter(({ kind }) => kind === 'moved');
  if (moved.length === 0) return ends;
  const find = lineFinder(rows.map((row, index) => ({ kind: 'row', row, number: index + 1 })));
  for (const { number, move, a, b } of moved) {
    if (move === undefined) continue;
    ends.set(move, {
      difference: number,
      clauses: { a: find('a', a.start) + 1, b: find('b', b.start) + 1 },
      places: { a: a.start, b: b.start },
    });
  }
  return ends;
}
