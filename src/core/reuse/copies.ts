import { type Corpus, rangeOf, sizeOf } from './corpus.ts';

/**
 * Units that are equal but for form. Only the first of them is indexed and aligned; whatever it is found to share, the
 * others share, too. So 5 thousand copies of a paragraph cost no more than one.
 */
export interface Copies {
  /** The first unit equal to each unit: itself where it has no earlier equal. */
  readonly firstOf: Uint32Array;
  /** For a unit that is the first of several: all of them in order, itself included. */
  readonly groups: ReadonlyMap<number, readonly number[]>;
}

/** Folded characters between two steps of progress. */
const STEP = 200_000;

/** Groups the equal units. Yields now and then. Linear time, but for units whose hashes collide. */
export function* groupCopies(corpus: Corpus): Generator<void, Copies> {
  const firstOf = new Uint32Array(corpus.units.length);
  const groups = new Map<number, number[]>();
  /** Units by hash; those that are no equals of one another though their hashes are. */
  const byHash = new Map<number, number[]>();
  let work = 0;
  for (let unit = 0; unit < corpus.units.length; unit++) {
    const { start, end } = rangeOf(corpus, unit);
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (corpus.codes[at] as number), 0x01000193);
    const known = byHash.get(hash);
    const first = known?.find((other) => equal(corpus, other, unit));
    firstOf[unit] = first ?? unit;
    if (first === undefined) {
      if (known === undefined) byHash.set(hash, [unit]);
      else known.push(unit);
    } else {
      const group = groups.get(first);
      if (group === undefined) groups.set(first, [first, unit]);
      else group.push(unit);
    }
    if ((work += end - start + 1) > STEP) {
      work = 0;
      yield;
    }
  }
  return { firstOf, groups };
}

function equal(corpus: Corpus, a: number, b: number): boolean {
  const x = rangeOf(corpus, a);
  const y = rangeOf(corpus, b);
  if (sizeOf(x) !== sizeOf(y)) return false;
  for (let i = 0; i < sizeOf(x); i++) {
    if (corpus.codes[x.start + i] !== corpus.codes[y.start + i]) return false;
  }
  return true;
}
