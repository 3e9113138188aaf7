import { hashOf } from '../../text/hash.ts';
import type { Formula } from '../judge/boilerplate.ts';
import type { Contents } from '../contents/contents.ts';
import { similarityOfFinding } from '../judge/findings.ts';
import type { Group } from './groups.ts';
import { namePassages, type Names } from './identity.ts';
import { importanceOf } from './importance.ts';
import { sorted } from '../merge-sort.ts';
import type { Boilerplate, Cluster, Detection, DetectionLimit, Pair, Passage } from '../pair.ts';
import { createPassageFinder, type NamedPassage, type PassageFinder } from './passage-finder.ts';
import type { UnitTable } from '../contents/unit-table.ts';
import type { FormulaPairs } from './written-pairs.ts';
import { comparePlace, type Witness, type WitnessPair } from './witnesses.ts';

/** Pairs that one detection gives at most; the most important stay, the rest is counted. */
const PAIRS_MOST = 200_000;
/** Findings described between two steps of progress. */
const STEP = 1_000;
/** Findings weighed between two steps of progress. */
const RANK_STEP = 10_000;

/** What describing needs. */
export interface Describing {
  readonly contents: Contents;
  readonly units: UnitTable;
}

/** What a detection found, in places of contents and units. */
export interface Found {
  readonly pairs: readonly WitnessPair[];
  readonly groups: readonly Group[];
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
  const kept = ranked.slice(0, PAIRS_MOST);
  const listed: { readonly formula: Formula; readonly ranked: readonly Ranked[] }[] = [];
  for (const [formula, pairs] of found.formulas) listed.push({ formula, ranked: yield* rank(pairs) });
  const describer = yield* prepare(pairsIn(), { contents, units });
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
  for (const { formula, ranked: own } of listed) {
    boilerplate.push(yield* describeFormula(formula, own, describer));
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

  function* pairsIn(): Generator<WitnessPair> {
    for (const { pair } of kept) yield pair;
    for (const each of listed) for (const { pair } of each.ranked) yield pair;
  }
}

/** The most important of what was found so far, without clusters. */
export function* describeFirst(
  pairs: readonly WitnessPair[],
  most: number,
  describing: Describing,
): Generator<void, readonly Pair[]> {
  const kept = (yield* rank(pairs)).slice(0, most);
  const describer = yield* prepare(
    kept.map(({ pair }) => pair),
    describing,
  );
  return kept.map((each) => describePair(each, describer));
}

/** A pair with its importance. */
interface Ranked {
  readonly pair: WitnessPair;
  readonly importance: number;
}

interface Describer {
  readonly contents: Contents;
  readonly units: UnitTable;
  readonly finder: PassageFinder;
  readonly names: Names;
}

function* rank(pairs: readonly WitnessPair[]): Generator<void, readonly Ranked[]> {
  const ranked: Ranked[] = [];
  for (const pair of pairs) {
    ranked.push({ pair, importance: importanceOf(pair.finding) });
    if (ranked.length % RANK_STEP === 0) yield;
  }
  return yield* sorted(
    ranked,
    (p, q) =>
      q.importance - p.importance || comparePlace(p.pair.a, q.pair.a) || comparePlace(p.pair.b, q.pair.b),
  );
}

/** Finds and names both sides of all pairs. */
function* prepare(pairs: Iterable<WitnessPair>, { contents, units }: Describing): Generator<void, Describer> {
  const finder = createPassageFinder(contents, units);
  const passages = new Set<NamedPassage>();
  let prepared = 0;
  for (const pair of pairs) {
    for (const side of sidesOf(pair, finder)) passages.add(side);
    if (++prepared % STEP === 0) yield;
  }
  return { contents, units, finder, names: yield* namePassages(passages) };
}

/** Both sides of a pair: units where these are the versions of one another, else passages. */
function sidesOf(
  { a, b, finding: { kind } }: WitnessPair,
  finder: PassageFinder,
): readonly [NamedPassage, NamedPassage] {
  const asUnit = kind === 'identical' || kind === 'near-identical';
  return [finder.passageOf(a, asUnit), finder.passageOf(b, asUnit)];
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

function describePair({ pair, importance }: Ranked, { contents, units, finder, names }: Describer): Pair {
  const { a, b, finding } = pair;
  const [p, q] = sidesOf(pair, finder);
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
  pairs: readonly Ranked[],
  describer: Describer,
): Generator<void, Boilerplate> {
  const { range } = typical.place;
  return {
    id: hashOf(
      String.fromCharCode(
        ...describer.contents.codes.subarray(range.start, Math.min(range.end, range.start + ID_MOST)),
      ),
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
