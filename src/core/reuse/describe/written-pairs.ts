import type { Formula } from '../judge/boilerplate.ts';
import { allPairs, type Pairing, pairsWithFirst } from './group-pairs.ts';
import type { Grouped } from './groups.ts';
import { ALL_PAIRS_MOST, expandSparsely, type WitnessPair } from './witnesses.ts';

/** Boilerplate entries at most, and pairs that one of them gives back. */
const FORMULAS_MOST = 1_000;
const FORMULA_PAIRS_MOST = 50;
/** Pairs written down between two steps of progress. */
const STEP = 500;

/** The pairs of all groups and between them. Yields now and then. */
export function* pairsOf(
  { groups, between }: Grouped,
  pairing: Pairing,
): Generator<void, readonly WitnessPair[]> {
  const pairs: WitnessPair[] = [];
  let told = 0;
  const isDue = (): boolean => {
    if (pairs.length < told + STEP && !pairing.pace.isDue()) return false;
    told = pairs.length;
    return true;
  };
  for (const finding of between) {
    expandSparsely(finding, pairing.units, pairs);
    if (isDue()) yield;
  }
  for (const group of groups) {
    if (group.members.length <= ALL_PAIRS_MOST) yield* allPairs(group, pairing, pairs);
    else {
      for (const pair of pairsWithFirst(group, pairing)) {
        pairs.push(pair);
        if (isDue()) yield;
      }
    }
    if (isDue()) yield;
  }
  return pairs;
}

/** A formula with what would be its pairs. */
export type FormulaPairs = readonly [formula: Formula, pairs: readonly WitnessPair[]];

/**
 * The formulas that are listed, the most frequent first, each with its pairs: every member with the first, as far as a
 * reader goes. More formulas than a reader looks at are left out. Yields now and then.
 */
export function* pairsOfFormulas(
  formulas: readonly Formula[],
  pairing: Pairing,
): Generator<void, readonly FormulaPairs[]> {
  const listed: FormulaPairs[] = [];
  for (const formula of formulas.slice(0, FORMULAS_MOST)) {
    const pairs: WitnessPair[] = [];
    for (const pair of pairsWithFirst(formula.group, pairing)) {
      if (pairs.push(pair) === FORMULA_PAIRS_MOST) break;
      if (pairing.pace.isDue()) yield;
    }
    listed.push([formula, pairs]);
    yield;
  }
  return listed;
}
