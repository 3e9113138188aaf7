import { withoutAddresses } from '../judge/boilerplate.ts';
import { sizeOf } from '../contents/contents.ts';
import { areOfOneSpeech, type Finding, type Judging, type Place } from '../judge/findings.ts';
import { areParallel } from '../judge/flaws.ts';
import { matters } from '../judge/judge.ts';
import { groupVersions } from './versions.ts';
import { sorted } from '../merge-sort.ts';
import { gatherPassages, type Passages } from './passages.ts';
import type { UnitTable } from '../contents/unit-table.ts';
import { comparePlace, type Witness, witnessesOf } from './witnesses.ts';

/** Contents, or groups, looked at between two steps of progress. */
const STEP = 1_000;

/** All versions of one passage, and what was found between them. */
export interface Group {
  /** In loading order; two at least. */
  readonly members: readonly Witness[];
  /** The same as places of contents; each stands in one unit or more. */
  readonly places: readonly Place[];
  readonly findings: readonly Finding[];
  /** The contents among them that stand in several units, each found with itself. */
  readonly copies: readonly Finding[];
}

/** What was found, gathered by passage. */
export interface Grouped {
  /** In loading order of their first members. */
  readonly groups: readonly Group[];
  /** Findings between passages that are too little alike for their groups to be one. */
  readonly between: readonly Finding[];
  readonly passages: Passages;
}

/** Joins the passages that findings connect; `copies` are contents found with themselves. Yields now and then. */
export function* groupFindings(
  findings: readonly Finding[],
  copies: readonly Finding[],
  units: UnitTable,
): Generator<void, Grouped> {
  const passages = yield* gatherPassages(
    findings,
    copies.map(({ a }) => a),
  );
  const { places, ofA, ofB } = passages;
  const sets = yield* groupVersions(findings, passages);
  const versions: { places: Place[]; findings: Finding[]; copies: Finding[] }[] = [];
  /** By set: its versions. A set is named by its first passage. */
  const ofSet = new Uint32Array(places.length);
  for (let passage = 0; passage < places.length; passage++) {
    if (passage % STEP === 0) yield;
    const set = sets.find(passage);
    if (set === passage) ofSet[set] = versions.push({ places: [], findings: [], copies: [] }) - 1;
    versions[ofSet[set] as number]!.places.push(places[passage] as Place);
  }
  const between: Finding[] = [];
  for (let i = 0; i < findings.length; i++) {
    if (i % STEP === 0) yield;
    const set = sets.find(ofA[i] as number);
    const { findings: known } = versions[ofSet[set] as number]!;
    (set === sets.find(ofB[i] as number) ? known : between).push(findings[i] as Finding);
  }
  for (const finding of copies) {
    versions[ofSet[sets.find(passages.passageOf(finding.a))] as number]!.copies.push(finding);
  }
  const groups: Group[] = [];
  for (let i = 0; i < versions.length; i++) {
    if (i % STEP === 0) yield;
    const group = versions[i]!;
    const members = membersOf(group.places, units);
    if (members.length > 1) groups.push({ members, ...group });
  }
  const inOrder = yield* sorted(
    groups,
    (p, q) => comparePlace(firstOf(p), firstOf(q)) || comparePlace(lastOf(p), lastOf(q)),
  );
  return { groups: inOrder, between, passages };
}

/** Where these places stand, in loading order. */
function membersOf(places: readonly Place[], units: UnitTable): readonly Witness[] {
  const members: Witness[] = [];
  for (const place of places) for (const witness of witnessesOf(place, units)) members.push(witness);
  return members.sort(comparePlace);
}

/** The contents of `order` that stand in several units, each as a finding with itself, whether or not it matters. */
export function* copiesOf(
  order: Uint32Array,
  { contents, rarity, units, laws }: Judging,
): Generator<void, readonly Finding[]> {
  const copies: Finding[] = [];
  const weighed = { weight: 0, own: 0, substance: 0 };
  for (let index = 0; index < order.length; index++) {
    if (index % STEP === 0) yield;
    const content = order[index] as number;
    if (units.holderCount(content) < 2) continue;
    const place = { content, ...contents.rangeOf(content) };
    const length = sizeOf(place);
    const run = { x: place.start, y: place.start, length };
    rarity.weigh(run, weighed);
    const { weight, own, substance } = weighed;
    const isOfInterest = matters(substance, weight, own);
    const isFlawed =
      isOfInterest &&
      areOfOneSpeech(content, content, units) &&
      laws(units.holderAt(content, 0)) &&
      areParallel({ substance, besideTerms: rarity.weightBesideTerms(run), similarity: 1 });
    copies.push({
      a: place,
      b: place,
      kind: 'identical',
      matched: length,
      weight,
      tornEnds: 0,
      matters: isOfInterest && !isFlawed,
      flaw: isFlawed ? 'parallel' : null,
    });
  }
  return yield* withoutAddresses(copies.keys(), copies, contents, units);
}

function firstOf({ members }: Group): Witness {
  return members[0] as Witness;
}

function lastOf({ members }: Group): Witness {
  return members[members.length - 1] as Witness;
}
