import type { Range } from './corpus.ts';

/** A growing set of ranges that do not overlap. */
export interface Cover {
  /** Whether no range of the set shares a character with `[start, start + length)`. Logarithmic time. */
  isFree(start: number, length: number): boolean;
  add(range: Range): void;
}

/** An empty cover. */
export function createCover(): Cover {
  const ranges: Range[] = [];
  return {
    isFree(start, length) {
      const next = ranges[firstEndingAfter(start)];
      return next === undefined || next.start >= start + length;
    },
    add(range) {
      ranges.splice(firstEndingAfter(range.start), 0, range);
    },
  };

  /** Index of the first range that ends after `position`. */
  function firstEndingAfter(position: number): number {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle] as Range).end <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
