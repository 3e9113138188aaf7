import type { Pair, PairId } from '../reuse/pair.ts';
import { goesBy, type Decision } from '../review/decision.ts';
import type { Survey } from './survey.ts';

/** Which part of a survey is shown, and what of it goes. */
export interface Selection {
  /** By finding, mark and group: 1 when it is shown. */
  readonly pairs: Uint8Array;
  readonly marks: Uint8Array;
  readonly groups: Uint8Array;
  /** By mark: 1 when a decision removes a passage of it. */
  readonly removed: Uint8Array;
  /** By group: how many of its shown findings are settled. */
  readonly settled: Uint32Array;
  /** By group: how many of its findings are shown. */
  readonly counts: Uint32Array;
  /** How many findings are shown. */
  readonly count: number;
}

/** What of a survey is shown. `shown` are some of its findings, in their order. One pass. */
export function select(
  survey: Survey,
  shown: readonly Pair[],
  decisions: ReadonlyMap<PairId, Decision>,
): Selection {
  const { findings, groups, groupOf, markA, markB } = survey;
  const pairs = new Uint8Array(findings.length);
  const marks = new Uint8Array(survey.marks.length);
  const removed = new Uint8Array(survey.marks.length);
  const isShown = new Uint8Array(groups.length);
  const settled = new Uint32Array(groups.length);
  const counts = new Uint32Array(groups.length);
  let next = 0;
  for (const [index, pair] of findings.entries()) {
    if (pair !== shown[next]) continue;
    next++;
    const group = groupOf[index] as number;
    const [a, b] = [markA[index] as number, markB[index] as number];
    pairs[index] = 1;
    marks[a] = 1;
    marks[b] = 1;
    isShown[group] = 1;
    counts[group] = (counts[group] as number) + 1;
    const decision = decisions.size === 0 ? undefined : decisions.get(pair.id);
    if (decision === undefined) continue;
    if (decision.judgement !== null) settled[group] = (settled[group] as number) + 1;
    if (goesBy(decision, 'a')) removed[a] = 1;
    if (goesBy(decision, 'b')) removed[b] = 1;
  }
  return { pairs, marks, groups: isShown, removed, settled, counts, count: next };
}
