import type { Pair, PairId } from '../reuse/pair.ts';
import type { Decision } from '../review/decision.ts';
import { removedPlaces, type DraftPlan } from './plan.ts';

/** What a draft can be had as: one document in a format, the log of its changes as data, or everything in one archive. */
export type DraftFormat = 'docx' | 'txt' | 'md' | 'log' | 'zip';

/** What is to be made of drafts, as data that crosses threads. */
export interface DraftOrder {
  readonly format: DraftFormat;
  /** The drafts; one, but for `zip`. */
  readonly plans: readonly DraftPlan[];
  /** The pairs by which the plans remove, keep or rewrite, and what was decided of them. */
  readonly pairs: readonly Pair[];
  readonly decisions: readonly Decision[];
  /** In which the files are named and the log is written. */
  readonly language: 'zh-CN' | 'en';
}

/** A file that was made, to be given to the user. */
export interface MadeFile {
  /** Safe as a file's name on every system. */
  readonly name: string;
  readonly mime: string;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
}

/** The order of drafts in a format. `pairs` are all findings: what the plans do not speak of is left out. Linear time. */
export function orderOf(
  format: DraftFormat,
  plans: readonly DraftPlan[],
  findings: { readonly pairs: readonly Pair[]; readonly decisions: ReadonlyMap<PairId, Decision> },
  language: DraftOrder['language'],
): DraftOrder {
  const pairs = pairsOfPlans(plans, findings.pairs);
  const decisions = pairs.flatMap(({ id }) => findings.decisions.get(id) ?? []);
  return { format, plans, pairs, decisions, language };
}

/** The pairs by which plans remove, keep or rewrite, in the order of the findings. Linear time. */
export function pairsOfPlans(plans: readonly DraftPlan[], pairs: readonly Pair[]): readonly Pair[] {
  const spoken = new Set<PairId>();
  for (const { edits, conflicts } of plans) {
    for (const place of removedPlaces(edits)) for (const id of place.pairs) spoken.add(id);
    for (const edit of edits) if (edit.kind === 'rewrite') for (const id of edit.pairs) spoken.add(id);
    for (const { removing, keeping } of conflicts) for (const id of [...removing, ...keeping]) spoken.add(id);
  }
  return spoken.size === 0 ? [] : pairs.filter(({ id }) => spoken.has(id));
}
