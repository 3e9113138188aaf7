import type { Aligner } from '../align/alignment.ts';
import { comparePlaces } from '../judge/compare-places.ts';
import { type Finding, isWhole, type Judging, overlap } from '../judge/findings.ts';
import type { Group } from './groups.ts';
import type { Pace } from '../pace.ts';
import type { Passages } from './passages.ts';
import type { UnitTable } from '../contents/unit-table.ts';
import { expand, pairOf, type Witness, witnessesOf, type WitnessPair } from './witnesses.ts';

/** What writing pairs down needs. */
export interface Pairing extends Judging {
  readonly passages: Passages;
  readonly aligner: Aligner;
  /** What the aligner spends. */
  readonly pace: Pace;
}

/** Adds all pairs of a group, each member with each where these are found to be alike. Quadratic in the members; yields now and then. */
export function* allPairs(group: Group, pairing: Pairing, pairs: WitnessPair[]): Generator<void, void> {
  const { units } = pairing;
  for (const finding of group.findings) expand(finding, units, pairs);
  for (const finding of group.copies) {
    const equals = witnessesOf(finding.a, units);
    for (const [index, b] of equals.entries()) {
      for (const a of equals.slice(0, index)) pairs.push(pairOf(a, b, finding));
    }
  }
  for (const finding of yield* missingPairs(group, pairing)) expand(finding, units, pairs);
}

/** Pairs of whole units that are versions of one passage though no anchor joined them: their shingles are too frequent. */
function* missingPairs(group: Group, pairing: Pairing): Generator<void, readonly Finding[]> {
  const { contents, passages, pace } = pairing;
  const missing: Finding[] = [];
  const places = group.places.filter((place) => isWhole(place, contents));
  if (places.length < 3) return missing;
  const keyOf = (p: number, q: number): number => Math.min(p, q) * passages.places.length + Math.max(p, q);
  const known = new Set<number>();
  for (const { a, b } of group.findings) known.add(keyOf(passages.passageOf(a), passages.passageOf(b)));
  for (const [index, b] of places.entries()) {
    for (const a of places.slice(0, index)) {
      if (known.has(keyOf(passages.passageOf(a), passages.passageOf(b)))) continue;
      const finding = comparePlaces(a, b, pairing);
      if (pace.isDue()) yield;
      if (finding?.matters !== true) continue;
      if (finding.kind === 'near-identical' || finding.kind === 'identical') missing.push(finding);
    }
  }
  return missing;
}

/**
 * Each member of a group against the first; a member that has too little in common with it against what it was found
 * with. Linear in the members.
 */
export function* pairsWithFirst(group: Group, pairing: Pairing): Generator<WitnessPair> {
  const { contents, units, passages } = pairing;
  const first = group.members[0] as Witness;
  const firstNumber = passages.passageOf(first.place);
  const copies = new Map(group.copies.map((finding) => [finding.a.content, finding]));
  const best = bestFindings(group, firstNumber, passages);
  /** One comparison serves all units that have the same content. */
  const compared = new Map<number, Finding | undefined>();
  const given = new Set<string>();
  for (const member of group.members.slice(1)) {
    const number = passages.passageOf(member.place);
    if (number === firstNumber) {
      const copy = copies.get(member.place.content);
      if (copy !== undefined && isWhole(member.place, contents)) yield pairOf(first, member, copy);
      continue;
    }
    if (!compared.has(number)) {
      const finding = best.get(number);
      const isWithFirst =
        finding !== undefined &&
        (passages.passageOf(finding.a) === firstNumber || passages.passageOf(finding.b) === firstNumber);
      const direct = isWithFirst ? null : comparePlaces(first.place, member.place, pairing);
      const isOfAKind = direct !== null && direct.matters === (finding ?? direct).matters;
      compared.set(number, isOfAKind ? direct : finding);
    }
    const finding = compared.get(number);
    if (finding === undefined) continue;
    const pair = atMember(finding, member, first, units);
    const key = `${pair.a.unit} ${pair.a.place.start} ${pair.b.unit} ${pair.b.place.start}`;
    // Two members far from the first may each have the other as its best.
    if (given.has(key)) continue;
    given.add(key);
    yield pair;
  }
}

/** By passage: its finding with the first member's passage, else the one that shares most. */
function bestFindings(group: Group, firstNumber: number, passages: Passages): ReadonlyMap<number, Finding> {
  const best = new Map<number, Finding>();
  /** Passages of which the best is with the first. */
  const withFirst = new Set<number>();
  const see = (number: number, finding: Finding, isWithFirst: boolean): void => {
    const known = best.get(number);
    if (known !== undefined) {
      const isKnownWithFirst = withFirst.has(number);
      if (isKnownWithFirst !== isWithFirst ? isKnownWithFirst : finding.weight <= known.weight) return;
    }
    best.set(number, finding);
    if (isWithFirst) withFirst.add(number);
  };
  for (const finding of group.findings) {
    const p = passages.passageOf(finding.a);
    const q = passages.passageOf(finding.b);
    const isWithFirst = p === firstNumber || q === firstNumber;
    see(p, finding, isWithFirst);
    see(q, finding, isWithFirst);
  }
  return best;
}

/** A finding of a member's passage, in that member's unit and the first unit that has the other side. */
function atMember(finding: Finding, member: Witness, first: Witness, units: UnitTable): WitnessPair {
  const { a, b } = finding;
  const isB = b.content === member.place.content && (a.content !== b.content || overlap(b, member.place));
  const [own, other] = isB ? [b, a] : [a, b];
  const unit = other.content === first.place.content ? first.unit : units.holderAt(other.content, 0);
  return pairOf({ unit: member.unit, place: own }, { unit, place: other }, finding);
}
