import { isSalutation } from '../../structure/salutations.ts';
import type { Contents, Range } from '../contents/contents.ts';
import { type Finding, isWhole, type Place } from './findings.ts';
import type { Flaw } from './flaws.ts';
import type { Group } from '../describe/groups.ts';
import { RITUAL, SUBSTANCE, TEMPLATE, WEIGHT } from '../contents/marks.ts';
import { sorted } from '../merge-sort.ts';
import type { BoilerplateReason } from '../pair.ts';
import type { UnitTable } from '../contents/unit-table.ts';
import type { Witness } from '../describe/witnesses.ts';

/** Longest greeting or lead-in that says nothing of its own, in UTF-16 units: a longer one is text like any other. */
const ADDRESS_MOST = 40;
/** Longest line that ends in a colon and only announces what follows, in UTF-16 units: law texts name their addressees in it. */
const ANNOUNCEMENT_MOST = 90;
/** Of a passage's substance, in ideographs: what is shorter is listed only where several speeches hold it. */
const SUBSTANCE_LISTED = 11;
const SPEECHES_LISTED = 3;
/** What a line that leads to what follows it ends with. */
const ANNOUNCING = '：:';
/** A passage has a reason where so much of it has. */
const SHARE_OF_REASON = 0.5;

type Role = Extract<BoilerplateReason, 'salutation' | 'lead-in'>;

/** Findings, and groups, looked at between two steps of progress. */
const FINDINGS_STEP = 1_000;
const GROUPS_STEP = 200;

/** Passages that recur and are of no interest (套话), before they are given names and spans. */
export interface Formula {
  readonly group: Group;
  readonly reason: BoilerplateReason;
  /** How many speeches hold it. */
  readonly speeches: number;
  /** The version that most units have. */
  readonly typical: Witness;
}

/** The findings, in this order, with those of greetings and of lines that only announce a list said not to matter. Yields now and then. */
export function* withoutAddresses(
  order: Iterable<number>,
  findings: readonly Finding[],
  contents: Contents,
  units: UnitTable,
): Generator<void, readonly Finding[]> {
  const isAddress = (place: Place): boolean => roleOf(place, contents, units) !== null;
  const kept: Finding[] = [];
  for (const index of order) {
    const finding = findings[index] as Finding;
    const isOfNone = finding.matters && isAddress(finding.a) && isAddress(finding.b);
    kept.push(isOfNone ? { ...finding, matters: false } : finding);
    if (kept.length % FINDINGS_STEP === 0) yield;
  }
  return kept;
}

/** What is worth listing of groups that do not matter, the most frequent first. Yields now and then. */
export function* formulasOf(
  groups: readonly Group[],
  contents: Contents,
  units: UnitTable,
): Generator<void, readonly Formula[]> {
  const formulas: Formula[] = [];
  for (const [index, group] of groups.entries()) {
    if (index % GROUPS_STEP === 0) yield;
    const speeches = new Set(group.members.map(({ unit }) => units.speechAt(unit))).size;
    const typical = typicalOf(group, contents, units);
    const substance = sumOf(SUBSTANCE, typical.place, contents);
    const reason = reasonOf(typical, group, contents, units);
    if ((substance < SUBSTANCE_LISTED || reason === 'term') && speeches < SPEECHES_LISTED) continue;
    formulas.push({ group, speeches, typical, reason });
  }
  return yield* sorted(
    formulas,
    (p, q) => q.speeches - p.speeches || q.group.members.length - p.group.members.length,
  );
}

/** The member whose content most units have; of equals the one that its text decides. */
function typicalOf({ members }: Group, contents: Contents, units: UnitTable): Witness {
  return members.reduce((most, member) => {
    const more = units.holderCount(member.place.content) - units.holderCount(most.place.content);
    return more > 0 || (more === 0 && contents.precedes(member.place.content, most.place.content))
      ? member
      : most;
  });
}

function reasonOf(
  { place }: Witness,
  { findings, copies }: Group,
  contents: Contents,
  units: UnitTable,
): BoilerplateReason {
  const { start, end } = place;
  if (shareOf(TEMPLATE, place, contents) >= SHARE_OF_REASON) return 'template';
  if (shareOf(RITUAL, place, contents) >= SHARE_OF_REASON) return 'ritual';
  const role = roleOf(place, contents, units);
  if (role !== null) return role;
  const flaw = flawOf(findings, copies);
  if (flaw !== null) return flaw;
  // What is left of the weight once the rarity is counted in, of what it would be were the text rare.
  const weight = Math.min(meanWeightOf(findings), meanWeightOf(copies));
  const weightWereItRare = sumOf(WEIGHT, place, contents) / (end - start);
  const substance = sumOf(SUBSTANCE, place, contents) / (end - start);
  return substance - weightWereItRare > weightWereItRare - weight ? 'stock' : 'common';
}

/** The least that a shared character weighs on average in any of these. */
function meanWeightOf(findings: readonly Finding[]): number {
  let least = Infinity;
  for (const { weight, matched } of findings) least = Math.min(least, weight / matched);
  return least;
}

/** Why a group's findings are of no interest where its words are rare; null where any of them has another reason. */
function flawOf(findings: readonly Finding[], copies: readonly Finding[]): Flaw | null {
  const [first] = [...findings, ...copies];
  const flaw = first?.flaw ?? null;
  const isAlike = (finding: Finding): boolean => finding.flaw === flaw;
  return findings.every(isAlike) && copies.every(isAlike) ? flaw : null;
}

/** What the units that have a place do with it, if none of them says something: lead in, or else greet. */
function roleOf(place: Place, contents: Contents, units: UnitTable): Role | null {
  let role: Role | null = null;
  for (let i = 0; i < units.holderCount(place.content); i++) {
    const own = roleIn(units.holderAt(place.content, i), place, contents, units);
    if (own === null) return null;
    if (role !== 'lead-in') role = own;
  }
  return role;
}

/**
 * Whether a unit that has a place greets its hearers, or only leads to what follows it (有下列行为之一的，责令改正：),
 * in which case no part of it says more; null when it says something.
 */
function roleIn(holder: number, place: Place, contents: Contents, units: UnitTable): Role | null {
  const length = units.lengthAt(holder);
  if (length > ANNOUNCEMENT_MOST) return null;
  const { span, paragraph } = units.unitAt(holder);
  const { text } = units.documentAt(holder);
  const isAddress = length <= ADDRESS_MOST && isWhole(place, contents);
  if (isAddress && paragraph !== null && isSalutation(text, span.start, span.end)) return 'salutation';
  if (ANNOUNCING.includes(text.charAt(span.end - 1))) return 'lead-in';
  return isAddress && units.isLeadIn(holder) ? 'lead-in' : null;
}

function shareOf(mark: number, { start, end }: Range, { marks }: Contents): number {
  let marked = 0;
  for (let at = start; at < end; at++) if (((marks[at] as number) & mark) !== 0) marked++;
  return marked / (end - start);
}

function sumOf(byMark: Float64Array, { start, end }: Range, { marks }: Contents): number {
  let sum = 0;
  for (let at = start; at < end; at++) sum += byMark[marks[at] as number] as number;
  return sum;
}
