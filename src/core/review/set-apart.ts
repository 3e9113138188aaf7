import type { Boilerplate, BoilerplateReason, Pair, PairId, Passage } from '../reuse/pair.ts';
import type { Decision } from './decision.ts';
import { pairsOfGroup } from './group-decisions.ts';
import type { Groups } from './groups.ts';

/** Why something is set apart: by what it is, or because the user said so. */
export type ApartReason = BoilerplateReason | 'user';

/** What is set apart from the findings, by the detection or by the user. */
export interface Apart extends Omit<Boilerplate, 'reason'> {
  readonly reason: ApartReason;
  /** The pairs that the user judged to be boilerplate; none for what the detection set apart. */
  readonly judged: readonly PairId[];
}

/** The findings that are left, and what the user set apart of them, in the order of the findings. */
export interface Parted {
  readonly findings: readonly Pair[];
  readonly apart: readonly Apart[];
}

/** The pairs that were judged to be boilerplate. Linear in the decisions. */
export function judgedBoilerplate(decisions: ReadonlyMap<PairId, Decision>): readonly PairId[] {
  const ids: PairId[] = [];
  for (const { pair, judgement } of decisions.values()) if (judgement === 'boilerplate') ids.push(pair);
  return ids;
}

/** Takes what `judged` and their groups say out of the findings. One pass over the findings for each group. */
export function setApart(findings: readonly Pair[], judged: readonly PairId[], groups: Groups): Parted {
  if (judged.length === 0) return { findings, apart: [] };
  const wanted = new Set(judged);
  const gone = new Set<Pair>();
  const apart: Apart[] = [];
  for (const pair of findings) {
    if (!wanted.has(pair.id) || gone.has(pair)) continue;
    const pairs = pairsOfGroup(pair, findings, groups);
    for (const each of pairs) gone.add(each);
    const members = groups.membersOf(pair);
    apart.push({
      id: `user:${pair.id}`,
      reason: 'user',
      members,
      speeches: new Set(members.map(speechOf)).size,
      pairs,
      judged: pairs.flatMap(({ id }) => (wanted.has(id) ? [id] : [])),
    });
  }
  return { findings: gone.size === 0 ? findings : findings.filter((pair) => !gone.has(pair)), apart };
}

/** What the detection set apart, as the user sees it. */
export function asApart(boilerplate: readonly Boilerplate[]): readonly Apart[] {
  return boilerplate.map((entry) => ({ ...entry, judged: [] }));
}

function speechOf({ document, speech }: Passage): string {
  return `${document}/${speech}`;
}
