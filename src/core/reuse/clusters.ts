import { comparePlaces } from './compare-places.ts';
import type { Aligner } from './alignment.ts';
import { sizeOf } from './contents.ts';
import { type Finding, isWhole, type Judging, type Place } from './findings.ts';
import { matters } from './judge.ts';
import { groupVersions } from './links.ts';
import { gatherPassages, type Passages } from './passages.ts';
import {
  ALL_PAIRS_MOST,
  comparePlace,
  expand,
  expandSparsely,
  pairOf,
  type Witness,
  witnessesOf,
  type WitnessPair,
} from './witnesses.ts';

/** Pairs written down between two steps of progress. */
const STEP = 500;

/** All versions of one passage. */
export interface Group {
  /** In loading order; two at least. */
  readonly members: readonly Witness[];
  readonly pairs: readonly WitnessPair[];
}

/** What was found, in the units that hold it, and gathered by passage. */
export interface Clustered {
  readonly groups: readonly Group[];
  /** Pairs of passages that are too little alike for their groups to be one. */
  readonly between: readonly WitnessPair[];
}

/** What clustering needs beside the findings. */
export interface Clustering extends Judging {
  readonly aligner: Aligner;
}

/**
 * Joins the passages that findings connect, and writes down the pairs of each cluster. Contents that stand in several
 * units are findings with themselves where they are `copied`. Yields now and then.
 */
export function* clusterFindings(
  findings: readonly Finding[],
  copied: readonly Finding[],
  clustering: Clustering,
): Generator<void, Clustered> {
  const { units } = clustering;
  const passages = gatherPassages(
    findings,
    copied.map(({ a }) => a),
  );
  yield;
  const sets = groupVersions(findings, passages);
  yield;

  const versions = new Map<number, Versions>();
  for (const [passage, place] of passages.places.entries()) {
    const set = sets.find(passage);
    const group = versions.get(set) ?? { places: [], findings: [], copied: [] };
    group.places.push(place);
    versions.set(set, group);
  }
  const groupOf = (place: Place): Versions => versions.get(sets.find(passages.passageOf(place))) as Versions;
  const apart: Finding[] = [];
  for (const finding of findings) {
    if (groupOf(finding.a) === groupOf(finding.b)) groupOf(finding.a).findings.push(finding);
    else apart.push(finding);
  }
  for (const finding of copied) groupOf(finding.a).copied.push(finding);

  const between: WitnessPair[] = [];
  for (const finding of apart) {
    for (const pair of expandSparsely(finding, units)) between.push(pair);
    if (between.length % STEP === 0) yield;
  }
  const groups: Group[] = [];
  let written = 0;
  for (const group of versions.values()) {
    const members = group.places.flatMap((place) => witnessesOf(place, units)).sort(comparePlace);
    if (members.length < 2) continue;
    const pairs: WitnessPair[] = [];
    const own =
      members.length <= ALL_PAIRS_MOST
        ? allPairs(group, passages, clustering)
        : pairsWithFirst(members, group, passages, clustering);
    for (const pair of own) {
      pairs.push(pair);
      if (++written % STEP === 0) yield;
    }
    groups.push({ members, pairs });
  }
  groups.sort((p, q) => comparePlace(firstOf(p), firstOf(q)) || comparePlace(lastOf(p), lastOf(q)));
  return { groups, between };
}

function firstOf({ members }: Group): Witness {
  return members[0] as Witness;
}

function lastOf({ members }: Group): Witness {
  return members[members.length - 1] as Witness;
}

/** The contents that stand in several units, each as a finding with itself, whether or not it says enough to matter. */
export function* copiesOf(
  order: Uint32Array,
  { contents, rarity, units }: Clustering,
): Generator<void, readonly Finding[]> {
  const copies: Finding[] = [];
  for (const [index, content] of order.entries()) {
    if (index % STEP === 0) yield;
    if (units.holdersOf(content).length < 2) continue;
    const range = contents.rangeOf(content);
    const length = sizeOf(range);
    const run = { x: range.start, y: range.start, length };
    const weight = rarity.weightOf(run);
    const place = { content, range };
    copies.push({
      a: place,
      b: place,
      kind: 'identical',
      matched: length,
      weight,
      matters: matters(rarity.substanceOf(run), weight),
    });
  }
  return copies;
}

/** One group before its places are looked up in the units. */
interface Versions {
  readonly places: Place[];
  readonly findings: Finding[];
  readonly copied: Finding[];
}

function* allPairs(group: Versions, passages: Passages, clustering: Clustering): Generator<WitnessPair> {
  const { units } = clustering;
  for (const finding of group.findings) yield* expand(finding, units);
  for (const finding of group.copied) {
    const equals = witnessesOf(finding.a, units);
    for (const [index, b] of equals.entries()) {
      for (const a of equals.slice(0, index)) yield pairOf(a, b, finding);
    }
  }
  for (const finding of missingPairs(group, passages, clustering)) yield* expand(finding, units);
}

/** Pairs of whole units that are versions of one passage though no anchor joined them: their shingles are too frequent. */
function* missingPairs(group: Versions, passages: Passages, clustering: Clustering): Generator<Finding> {
  const { contents, aligner } = clustering;
  const places = group.places.filter((place) => isWhole(place, contents));
  if (places.length < 3) return;
  const known = new Set<string>();
  for (const { a, b } of group.findings) {
    known.add(`${passages.passageOf(a)} ${passages.passageOf(b)}`);
    known.add(`${passages.passageOf(b)} ${passages.passageOf(a)}`);
  }
  for (const [index, b] of places.entries()) {
    for (const a of places.slice(0, index)) {
      if (known.has(`${passages.passageOf(a)} ${passages.passageOf(b)}`)) continue;
      const finding = comparePlaces(a, b, contents, aligner, clustering);
      if (finding !== null && (finding.kind === 'near-identical' || finding.kind === 'identical'))
        yield finding;
    }
  }
}

/** Each member against the first; a member that has too little in common with it against what it was found with. */
function* pairsWithFirst(
  members: readonly Witness[],
  group: Versions,
  passages: Passages,
  clustering: Clustering,
): Generator<WitnessPair> {
  const { contents, aligner, units } = clustering;
  const first = members[0] as Witness;
  const firstNumber = passages.passageOf(first.place);
  const copies = new Map(group.copied.map((finding) => [finding.a.content, finding]));
  const best = new Map<number, Finding>();
  for (const finding of group.findings) {
    for (const side of [finding.a, finding.b]) {
      const number = passages.passageOf(side);
      const known = best.get(number);
      if (known === undefined || rank(finding) > rank(known)) best.set(number, finding);
    }
  }
  /** One comparison serves all units that have the same content. */
  const compared = new Map<number, Finding | undefined>();
  const given = new Set<string>();
  for (const member of members.slice(1)) {
    const number = passages.passageOf(member.place);
    if (number === firstNumber) {
      const copy = copies.get(member.place.content);
      if (copy !== undefined && isWhole(member.place, contents)) yield pairOf(first, member, copy);
      continue;
    }
    if (!compared.has(number)) {
      const finding = comparePlaces(first.place, member.place, contents, aligner, clustering);
      compared.set(number, finding ?? best.get(number));
    }
    const finding = compared.get(number);
    if (finding === undefined) continue;
    const pair = atMember(finding, member);
    const key = `${pair.a.unit} ${pair.a.place.range.start} ${pair.b.unit} ${pair.b.place.range.start}`;
    // Two members far from the first may each have the other as its best.
    if (given.has(key)) continue;
    given.add(key);
    yield pair;
  }

  /** A finding of a member's passage, in that member's unit and the first unit that has the other side. */
  function atMember(finding: Finding, member: Witness): WitnessPair {
    const { a, b } = finding;
    const isB = b.content === member.place.content && (a.content !== b.content || overlap(b, member.place));
    const [own, other] = isB ? [b, a] : [a, b];
    const unit =
      other.content === first.place.content ? first.unit : (units.holdersOf(other.content)[0] as number);
    return pairOf({ unit: member.unit, place: own }, { unit, place: other }, finding);
  }

  /** A finding with the first member beats any other, then the one that shares most. */
  function rank({ a, b, weight }: Finding): number {
    const withFirst = passages.passageOf(a) === firstNumber || passages.passageOf(b) === firstNumber;
    return withFirst ? weight + Number.MAX_SAFE_INTEGER / 2 : weight;
  }
}

function overlap(p: Place, q: Place): boolean {
  return p.range.start < q.range.end && q.range.start < p.range.end;
}
