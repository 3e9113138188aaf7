import { sortByKeys } from '../link/radix.ts';
import { importanceOf } from './importance.ts';
import { comparePlace, type WitnessPair } from './witnesses.ts';

/** A pair with its importance. */
export interface Ranked {
  readonly pair: WitnessPair;
  readonly importance: number;
}

/** Up to so many are sorted by comparing in one go. */
const FEW = 1_000;
/** Findings weighed between two steps of progress. */
const STEP = 10_000;
/** A number of 64 bits is two keys of 32. */
const HALVES = 2;

/** The pairs, the most important first; of equals, the first in loading order. Nearly linear time; yields now and then. */
export function* rank(pairs: readonly WitnessPair[]): Generator<void, readonly Ranked[]> {
  const ranked: Ranked[] = [];
  for (const pair of pairs) {
    ranked.push({ pair, importance: importanceOf(pair.finding) });
    if (ranked.length % STEP === 0) yield;
  }
  if (ranked.length <= FEW) return ranked.sort(compare);
  const byImportance = yield* sortByKeys(keysOf(ranked));
  const inOrder: Ranked[] = [];
  for (let start = 0, end = 0; start < byImportance.length; start = end) {
    const equals: Ranked[] = [];
    const first = ranked[byImportance[start] as number] as Ranked;
    for (end = start; end < byImportance.length; end++) {
      const next = ranked[byImportance[end] as number] as Ranked;
      if (next.importance !== first.importance) break;
      equals.push(next);
    }
    for (const each of equals.sort(compare)) if (inOrder.push(each) % STEP === 0) yield;
  }
  return inOrder;
}

/** Keys that grow as importance falls: the bits of numbers that are not negative are in order as the numbers are. */
function keysOf(ranked: readonly Ranked[]): readonly [high: Uint32Array, low: Uint32Array] {
  const bits = new DataView(new ArrayBuffer(HALVES * Uint32Array.BYTES_PER_ELEMENT));
  const high = new Uint32Array(ranked.length);
  const low = new Uint32Array(ranked.length);
  for (let i = 0; i < ranked.length; i++) {
    bits.setFloat64(0, (ranked[i] as Ranked).importance);
    high[i] = ~bits.getUint32(0);
    low[i] = ~bits.getUint32(Uint32Array.BYTES_PER_ELEMENT);
  }
  return [high, low];
}

function compare(p: Ranked, q: Ranked): number {
  return q.importance - p.importance || comparePlace(p.pair.a, q.pair.a) || comparePlace(p.pair.b, q.pair.b);
}
