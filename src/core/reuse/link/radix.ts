const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
/** Keys moved between two steps of progress. */
const STEP = 100_000;

/**
 * The indices of `keys` in ascending order of key; equal keys keep their order. Yields now and then.
 * Least significant digit first, three passes of 11 bits: linear, and five times as fast as comparing.
 */
export function sortByKey(keys: Uint32Array): Generator<void, Uint32Array> {
  return sortByKeys([keys]);
}

/** The same by several keys of equal length, the first of which counts most. */
export function* sortByKeys(keys: readonly Uint32Array[]): Generator<void, Uint32Array> {
  const count = keys[0]?.length ?? 0;
  let order: Uint32Array<ArrayBuffer> = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  for (const key of keys.toReversed()) order = yield* sortFurther(order, key);
  return order;
}

/** Sorts indices by key; those of equal keys keep their order. */
function* sortFurther(
  indices: Uint32Array<ArrayBuffer>,
  keys: Uint32Array,
): Generator<void, Uint32Array<ArrayBuffer>> {
  let from = indices;
  let to = new Uint32Array(keys.length);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    const next = new Uint32Array(BUCKETS + 1);
    for (let i = 0; i < keys.length; i++) next[(((keys[i] as number) >>> shift) & (BUCKETS - 1)) + 1]!++;
    // Small keys have nothing but zeros in their upper digits: nothing moves.
    if (next[(((keys[0] ?? 0) >>> shift) & (BUCKETS - 1)) + 1] === keys.length) continue;
    for (let b = 0; b < BUCKETS; b++) next[b + 1]! += next[b] as number;
    for (let i = 0; i < keys.length; i++) {
      const index = from[i] as number;
      to[next[((keys[index] as number) >>> shift) & (BUCKETS - 1)]!++] = index;
      if (i % STEP === STEP - 1) yield;
    }
    [from, to] = [to, from];
    yield;
  }
  return from;
}
