import { withoutAddresses } from '../judge/boilerplate.ts';
import { sizeOf } from '../contents/contents.ts';
import { type Finding, type Judging, type Place } from '../judge/findings.ts';
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
  const sets = yield* groupVersions(findings, passages);
  const versions = new Map<number, { places: Place[]; findings: Finding[]; copies: Finding[] }>();
  for (const [passage, place] of passages.places.entries()) {
    if (passage % STEP === 0) yield;
    const set = sets.find(passage);
    const known = versions.get(set);
    if (known === undefined) versions.set(set, { places: [place], findings: [], copies: [] });
    else known.places.push(place);
  }
  const setOf = (place: Place): number => sets.find(passages.passageOf(place));
  const between: Finding[] = [];
  for (const [index, finding] of findings.entries()) {
    if (index % STEP === 0) yield;
    const set = setOf(finding.a);
    if (set === setOf(finding.b)) versions.get(set)?.findings.push(finding);
    else between.push(finding);
  }
  for (const finding of copies) versions.get(setOf(finding.a))?.copies.push(finding);
  const groups: Group[] = [];
  let looked = 0;
  for (const group of versions.values()) {
    if (++looked % STEP === 0) yield;
    const members = group.places.flatMap((place) => witnessesOf(place, units)).sort(comparePlace);
    if (members.length > 1) groups.push({ members, ...group });
  }
  const inOrder = yield* sorted(
    groups,
    (p, q) => comparePlace(firstOf(p), firstOf(q)) || comparePlace(lastOf(p), lastOf(q)),
  );
  return { groups: inOrder, between, passages };
}

/** The contents of `order` that stand in several units, each as a finding with itself, whether or not it matters. */
export function* copiesOf(
  order: Uint32Array,
  { contents, rarity, units }: Judging,
): Generator<void, readonly Finding[]> {
  const copies: Finding[] = [];
  const weighed = { weight: 0, own: 0, substance: 0 };
  for (const [index, content] of order.entries()) {
    if (index % STEP === 0) yield;
    if (units.holderCount(content) < 2) continue;
    const range = contents.rangeOf(content);
    const length = sizeOf(range);
    const run = { x: range.start, y: range.start, length };
    rarity.weigh(run, weighed);
    const { weight, own, substance } = weighed;
    const place = { content, range };
    copies.push({
      a: place,
      b: place,
      kind: 'identical',
      matched: length,
      weight,
      tornEnds: 0,
      matters: matters(substance, weight, own),
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
