/** Items that are sorted in one go, and merged between two steps of progress: a millisecond or two. */
const PIECE = 4_000;

/**
 * The items in order of `compare`; equals keep their order. As `sort` does it, but in pieces that are then merged (von
 * Neumann, 1945), so that it yields now and then.
 */
export function* sorted<T>(
  items: readonly T[],
  compare: (p: T, q: T) => number,
): Generator<void, readonly T[]> {
  let from: T[] = [];
  for (let start = 0; start < items.length; start += PIECE) {
    if (start > 0) yield;
    for (const item of items.slice(start, start + PIECE).sort(compare)) from.push(item);
  }
  for (let width = PIECE; width < from.length; width *= 2) {
    const to: T[] = [];
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(middle + width, from.length);
      for (let p = start, q = middle; p < middle || q < end;) {
        const isFirst = q === end || (p < middle && compare(from[p] as T, from[q] as T) <= 0);
        to.push(from[isFirst ? p++ : q++] as T);
        if (to.length % PIECE === 0) yield;
      }
    }
    from = to;
  }
  return from;
}
