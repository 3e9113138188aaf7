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
  for (const finding of between) {
    for (const pair of expandSparsely(finding, pairing.units)) {
      pairs.push(pair);
      if (pairs.length % STEP === 0) yield;
    }
  }
  for (const group of groups) {
    const own =
      group.members.length <= ALL_PAIRS_MOST ? allPairs(group, pairing) : pairsWithFirst(group, pairing);
    for (const pair of own) {
      pairs.push(pair);
      if (pairs.length % STEP === 0) yield;
    }
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
    }
    listed.push([formula, pairs]);
    yield;
  }
  return listed;
}
