import type { Range } from '../contents/contents.ts';

/** A growing set of ranges that do not overlap. */
export interface Cover {
  /** The longest part of `range` of which the set holds no character; null when there is none. */
  longestFree(range: Range): Range | null;
  /** Whether the set holds no character of `range`. */
  isFree(range: Range): boolean;
  add(range: Range): void;
}

/** An empty cover. Both questions take logarithmic time, and the ranges that they meet. */
export function createCover(): Cover {
  const ranges: Range[] = [];
  return {
    longestFree({ start, end }) {
      let longest: Range | null = null;
      let from = start;
      for (let i = firstEndingAfter(start); from < end; i++) {
        const next = ranges[i];
        const to = Math.min(end, next?.start ?? end);
        if (to > from && (longest === null || to - from > longest.end - longest.start)) {
          longest = { start: from, end: to };
        }
        from = next?.end ?? end;
      }
      return longest;
    },
    isFree({ start, end }) {
      const next = ranges[firstEndingAfter(start)];
      return next === undefined || next.start >= end;
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
