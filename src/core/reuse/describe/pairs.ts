import { hashOf } from '../../text/hash.ts';
import type { Formula } from '../judge/boilerplate.ts';
import type { Contents } from '../contents/contents.ts';
import { similarityOfFinding } from '../judge/findings.ts';
import type { Group } from './groups.ts';
import { namePassages, type Names } from './identity.ts';
import type { Boilerplate, Cluster, Detection, DetectionLimit, Pair, Passage } from '../pair.ts';
import { createPassageFinder, type NamedPassage, type PassageFinder } from './passage-finder.ts';
import { rank, type Ranked } from './ranking.ts';
import type { UnitTable } from '../contents/unit-table.ts';
import type { FormulaPairs } from './written-pairs.ts';
import type { Witness, WitnessPair } from './witnesses.ts';

/** Pairs that one detection gives at most; the most important stay, the rest is counted. */
const PAIRS_MOST = 200_000;
/** Findings described between two steps of progress. */
const STEP = 1_000;

/** What describing needs. */
export interface Describing {
  readonly contents: Contents;
  readonly units: UnitTable;
}

/** What a detection found, in places of contents and units. */
export interface Found {
  readonly pairs: readonly WitnessPair[];
  readonly groups: readonly Pick<Group, 'members'>[];
  readonly formulas: readonly FormulaPairs[];
  /** Shingles of which not all places were paired with all. */
  readonly frequent: number;
  /** Formulas that are left out. */
  readonly unlisted: number;
}

/** Gives what was found its spans, measures and names, and puts the most important first. Yields now and then. */
export function* describe(found: Found, { contents, units }: Describing): Generator<void, Detection> {
  const { groups, frequent, unlisted } = found;
  const ranked = yield* rank(found.pairs);
  const finder = createPassageFinder(contents, units);
  const kept = yield* locate(ranked.slice(0, PAIRS_MOST), finder);
  const listed: { readonly formula: Formula; readonly located: readonly Located[] }[] = [];
  for (const [formula, own] of found.formulas) {
    listed.push({ formula, located: yield* locate(yield* rank(own), finder) });
    yield;
  }
  const names = yield* namesOf([kept, ...listed.map(({ located }) => located)]);
  const describer = { contents, units, finder, names };
  const pairs: Pair[] = [];
  for (const each of kept) {
    pairs.push(describePair(each, describer));
    if (pairs.length % STEP === 0) yield;
  }
  const clusters: Cluster[] = [];
  for (const { members } of groups) {
    clusters.push({ members: yield* passagesOf(members, describer) });
    if (clusters.length % STEP === 0) yield;
  }
  const boilerplate: Boilerplate[] = [];
  for (const { formula, located } of listed) {
    boilerplate.push(yield* describeFormula(formula, located, describer));
    yield;
  }
  const left = ranked.length - kept.length;
  return {
    pairs,
    clusters,
    boilerplate,
    speechCount: units.speechCount,
    limits: limitsOf(frequent, left, unlisted),
  };
}

/** The most important of what was found so far, without clusters. */
export function* describeFirst(
  pairs: readonly WitnessPair[],
  most: number,
  { contents, units }: Describing,
): Generator<void, readonly Pair[]> {
  const finder = createPassageFinder(contents, units);
  const kept = yield* locate((yield* rank(pairs)).slice(0, most), finder);
  const describer = { contents, units, finder, names: yield* namesOf([kept]) };
  return kept.map((each) => describePair(each, describer));
}

/** A pair with the passages of its sides: units where these are the versions of one another. */
interface Located extends Ranked {
  readonly p: NamedPassage;
  readonly q: NamedPassage;
}

interface Describer {
  readonly contents: Contents;
  readonly units: UnitTable;
  readonly finder: PassageFinder;
  readonly names: Names;
}

/** Finds both sides of all pairs. */
function* locate(ranked: readonly Ranked[], finder: PassageFinder): Generator<void, readonly Located[]> {
  const located: Located[] = [];
  for (const { pair, importance } of ranked) {
    const { a, b, finding } = pair;
    const asUnit = finding.kind === 'identical' || finding.kind === 'near-identical';
    const p = finder.passageOf(a, asUnit);
    located.push({ pair, importance, p, q: finder.passageOf(b, asUnit) });
    if (located.length % STEP === 0) yield;
  }
  return located;
}

/** Names the sides of all pairs. */
function* namesOf(lists: readonly (readonly Located[])[]): Generator<void, Names> {
  const passages: NamedPassage[] = [];
  for (const list of lists) for (const { p, q } of list) passages.push(p, q);
  return yield* namePassages(passages);
}

function* passagesOf(
  members: readonly Witness[],
  { finder }: Describer,
): Generator<void, readonly Passage[]> {
  const passages: Passage[] = [];
  for (const member of members) {
    passages.push(finder.passageOf(member, true).passage);
    if (passages.length % STEP === 0) yield;
  }
  return passages;
}

function describePair({ pair, importance, p, q }: Located, { contents, units, names }: Describer): Pair {
  const { a, b, finding } = pair;
  return {
    id: names.idOf(p, q),
    a: p.passage,
    b: q.passage,
    kind: finding.kind,
    scope: units.speechAt(a.unit) === units.speechAt(b.unit) ? 'within' : 'across',
    similarity: similarityOfFinding(finding),
    containmentA: finding.matched / contents.sizeOf(a.place.content),
    containmentB: finding.matched / contents.sizeOf(b.place.content),
    importance,
  };
}

function* describeFormula(
  { group, reason, speeches, typical }: Formula,
  pairs: readonly Located[],
  describer: Describer,
): Generator<void, Boilerplate> {
  const { start, end } = typical.place;
  return {
    id: hashOf(
      String.fromCharCode(...describer.contents.codes.subarray(start, Math.min(end, start + ID_MOST))),
    ),
    reason,
    members: yield* passagesOf(group.members, describer),
    speeches,
    pairs: pairs.map((pair) => describePair(pair, describer)),
  };
}

/** Folded characters that an id is made of, at most. */
const ID_MOST = 5_000;

function limitsOf(sampled: number, capped: number, unlisted: number): readonly DetectionLimit[] {
  const limits: DetectionLimit[] = [];
  if (sampled > 0) limits.push({ kind: 'repeats-sampled', count: sampled });
  if (capped > 0) limits.push({ kind: 'pairs-capped', count: capped });
  if (unlisted > 0) limits.push({ kind: 'boilerplate-capped', count: unlisted });
  return limits;
}
