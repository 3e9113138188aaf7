import type { Finding, Place } from '../judge/findings.ts';
import type { UnitTable } from '../contents/unit-table.ts';

/** A place in one of the units that have its content. */
export interface Witness {
  readonly unit: number;
  readonly place: Place;
}

/** A finding between two units; `a` stands before `b` in loading order. */
export interface WitnessPair {
  readonly a: Witness;
  readonly b: Witness;
  readonly finding: Finding;
}

/** A cluster of more members gives each member against the first instead of all pairs. */
export const ALL_PAIRS_MOST = 24;

/** A place in every unit that has its content, in loading order. */
export function witnessesOf(place: Place, units: UnitTable): readonly Witness[] {
  const witnesses: Witness[] = [];
  for (let i = 0; i < units.holderCount(place.content); i++) {
    witnesses.push({ unit: units.holderAt(place.content, i), place });
  }
  return witnesses;
}

/** Adds a finding between two contents as pairs of all units that have them; inside one content, as one inside each. */
export function expand(finding: Finding, units: UnitTable, pairs: WitnessPair[]): void {
  const { a, b } = finding;
  const p = witnessesOf(a, units);
  if (a.content === b.content) {
    for (const witness of p) pairs.push(pairOf(witness, { unit: witness.unit, place: b }, finding));
    return;
  }
  const q = witnessesOf(b, units);
  for (const one of p) for (const other of q) pairs.push(pairOf(one, other, finding));
}

/** The same where all pairs would be too many: the first of each with all of the other. */
export function expandSparsely(finding: Finding, units: UnitTable, pairs: WitnessPair[]): void {
  const { a, b } = finding;
  const all = units.holderCount(a.content) * units.holderCount(b.content);
  if (a.content === b.content || all <= ALL_PAIRS_MOST ** 2) {
    expand(finding, units, pairs);
    return;
  }
  const p = witnessesOf(a, units);
  const q = witnessesOf(b, units);
  for (const other of q) pairs.push(pairOf(p[0] as Witness, other, finding));
  for (const one of p.slice(1)) pairs.push(pairOf(one, q[0] as Witness, finding));
}

/** A finding between the first two units that have its sides. */
export function firstPair(finding: Finding, units: UnitTable): WitnessPair {
  const { a, b } = finding;
  const first = units.holderAt(a.content, 0);
  // A content found with itself, whole, is found in its second unit.
  const isCopy = a.content === b.content && a.start === b.start;
  const second = units.holderAt(b.content, isCopy ? 1 : 0);
  return pairOf({ unit: first, place: a }, { unit: second, place: b }, finding);
}

/** Two witnesses with the earlier one as `a`. */
export function pairOf(p: Witness, q: Witness, finding: Finding): WitnessPair {
  return comparePlace(p, q) <= 0 ? { a: p, b: q, finding } : { a: q, b: p, finding };
}

/** Negative where `p` stands before `q` in loading order; of two that begin at one place, the longer is the first. */
export function comparePlace({ unit: p, place: x }: Witness, { unit: q, place: y }: Witness): number {
  return p - q || x.start - y.start || y.end - x.end;
}
