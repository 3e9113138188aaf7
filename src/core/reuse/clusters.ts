import { comparePlaces } from './compare-places.ts';
import { type Comparer, type Finding, isWholeUnit, type Place } from './compare-units.ts';
import type { Copies } from './copies.ts';
import { rangeOf, sizeOf } from './corpus.ts';
import { matters } from './judge.ts';
import { gatherPassages, type Passages } from './passages.ts';
import { groupVersions } from './links.ts';
import { ALL_PAIRS_MOST, expand, expandSparsely, inCopy, inOrder, witnesses } from './witnesses.ts';

/** Pairs written down between two steps of progress. */
const STEP = 500;

/** What was found, with the copies that stood aside put back, and gathered by passage. */
export interface Clustered {
  readonly findings: readonly Finding[];
  /** The members of each cluster in order of the corpus. */
  readonly clusters: readonly (readonly Place[])[];
}

/** Joins the passages that findings connect, and writes down the pairs of each cluster. Yields now and then. */
export function* clusterFindings(
  findings: readonly Finding[],
  copies: Copies,
  comparer: Comparer,
): Generator<void, Clustered> {
  const copied = copiedPlaces(copies, comparer);
  yield;
  const passages = gatherPassages(findings, copied);
  yield;
  const sets = groupVersions(findings, passages);
  yield;

  const groups = new Map<number, Group>();
  for (const [passage, place] of passages.places.entries()) {
    const set = sets.find(passage);
    const group = groups.get(set) ?? { places: [], findings: [], copied: [] };
    group.places.push(place);
    groups.set(set, group);
  }
  const groupOf = (place: Place): Group => groups.get(sets.find(passages.passageOf(place))) as Group;
  const between: Finding[] = [];
  for (const finding of findings) {
    if (groupOf(finding.a) === groupOf(finding.b)) groupOf(finding.a).findings.push(finding);
    else between.push(finding);
  }
  for (const place of copied) groupOf(place).copied.push(place);

  const result: Finding[] = [];
  const clusters: (readonly Place[])[] = [];
  for (const finding of between) {
    for (const pair of expandSparsely(finding, copies, comparer.corpus)) result.push(pair);
    if (result.length % STEP === 0) yield;
  }
  for (const group of groups.values()) {
    const members = group.places
      .flatMap((place) => witnesses(place, copies, comparer.corpus))
      .sort((p, q) => p.range.start - q.range.start);
    if (members.length < 2) continue;
    clusters.push(members);
    const pairs =
      members.length <= ALL_PAIRS_MOST
        ? allPairs(group, passages, copies, comparer)
        : pairsWithFirst(members, group, passages, copies, comparer);
    for (const finding of pairs) {
      result.push(finding);
      if (result.length % STEP === 0) yield;
    }
  }
  return { findings: result, clusters };
}

/** One cluster before the copies are put back. */
interface Group {
  readonly places: Place[];
  readonly findings: Finding[];
  /** The whole units among its places that have copies. */
  readonly copied: Place[];
}

/** The units that have copies and say enough for these to be findings. */
function copiedPlaces(copies: Copies, { corpus, rarity }: Comparer): readonly Place[] {
  const places: Place[] = [];
  for (const unit of copies.groups.keys()) {
    const range = rangeOf(corpus, unit);
    const run = { x: range.start, y: range.start, length: sizeOf(range) };
    if (matters(rarity.substanceOf(run), rarity.weightOf(run))) places.push({ unit, range });
  }
  return places;
}

function* allPairs(group: Group, passages: Passages, copies: Copies, comparer: Comparer): Generator<Finding> {
  for (const finding of group.findings) yield* expand(finding, copies, comparer.corpus);
  for (const place of group.copied) {
    const equals = witnesses(place, copies, comparer.corpus);
    for (const [index, b] of equals.entries()) {
      for (const a of equals.slice(0, index)) yield identical(a, b, comparer);
    }
  }
  for (const finding of missingPairs(group, passages, comparer))
    yield* expand(finding, copies, comparer.corpus);
}

/** Pairs of whole units that are versions of one passage though no anchor joined them: their shingles are too frequent. */
function* missingPairs(group: Group, passages: Passages, comparer: Comparer): Generator<Finding> {
  const units = group.places.filter((place) => isWholeUnit(place, comparer.corpus));
  if (units.length < 3) return;
  const known = new Set(
    group.findings.map(({ a, b }) => `${passages.passageOf(a)} ${passages.passageOf(b)}`),
  );
  for (const [index, b] of units.entries()) {
    for (const a of units.slice(0, index)) {
      if (known.has(`${passages.passageOf(a)} ${passages.passageOf(b)}`)) continue;
      const finding = comparePlaces(a, b, comparer);
      if (finding !== null && finding.kind === 'near-identical') yield finding;
    }
  }
}

/** Each member against the first; a member that has too little in common with it against what it was found with. */
function* pairsWithFirst(
  members: readonly Place[],
  group: Group,
  passages: Passages,
  copies: Copies,
  comparer: Comparer,
): Generator<Finding> {
  const first = members[0] as Place;
  const numberOf = (place: Place): number => passages.passageOf(original(place, copies, comparer));
  const firstNumber = numberOf(first);
  const best = new Map<number, Finding>();
  for (const finding of group.findings) {
    for (const side of [finding.a, finding.b]) {
      const number = passages.passageOf(side);
      const known = best.get(number);
      if (known === undefined || rank(finding) > rank(known)) best.set(number, finding);
    }
  }
  const given = new Set<string>();
  for (const member of members.slice(1)) {
    const number = numberOf(member);
    if (number === firstNumber) {
      if (isWholeUnit(member, comparer.corpus)) yield identical(first, member, comparer);
      continue;
    }
    const finding = comparePlaces(first, member, comparer) ?? atMember(best.get(number), member, number);
    if (finding === undefined) continue;
    const pair = inOrder(finding);
    const key = `${pair.a.range.start} ${pair.b.range.start}`;
    // Two members far from the first may each have the other as its best.
    if (given.has(key)) continue;
    given.add(key);
    yield pair;
  }

  /** A finding of the first of equal units, as one of the copy in which `member` stands. */
  function atMember(finding: Finding | undefined, member: Place, number: number): Finding | undefined {
    if (finding === undefined) return undefined;
    const { a, b } = finding;
    return passages.passageOf(a) === number
      ? { ...finding, a: inCopy(a, member.unit, comparer.corpus) }
      : { ...finding, b: inCopy(b, member.unit, comparer.corpus) };
  }

  /** A finding with the first member beats any other, then the one that shares most. */
  function rank({ a, b, weight }: Finding): number {
    const withFirst = passages.passageOf(a) === firstNumber || passages.passageOf(b) === firstNumber;
    return withFirst ? weight + Number.MAX_SAFE_INTEGER / 2 : weight;
  }
}

/** The place in the first of its equals. */
function original(place: Place, copies: Copies, { corpus }: Comparer): Place {
  return inCopy(place, copies.firstOf[place.unit] as number, corpus);
}

function identical(a: Place, b: Place, { rarity }: Comparer): Finding {
  const length = sizeOf(a.range);
  const weight = rarity.weightOf({ x: a.range.start, y: b.range.start, length });
  return { a, b, kind: 'identical', matched: length, weight };
}
