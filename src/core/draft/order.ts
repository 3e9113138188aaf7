import type { Pair, PairId } from '../reuse/pair.ts';
import type { Decision } from '../review/decision.ts';
import type { TextDocument } from '../text/document.ts';
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
  /** How a document that was loaded from a Word file is given as one; null for a new file. */
  readonly revision: Revision | null;
}

/** A Word file with the changes as revisions that can be accepted and refused, or with the changes made. */
export interface Revision {
  readonly manner: 'tracked' | 'applied';
  /** When it is made, as Word writes it, in local time: 2024-01-01T09:00:00Z. */
  readonly date: string;
}

/** The ways in which a document that was loaded from a Word file is given as one. */
export const WORD_WAYS = ['tracked', 'applied', 'new'] as const;
export type WordWay = (typeof WORD_WAYS)[number];

const WORD_NAME = /\.do[ct][xm]$/iu;

/** Whether a document was loaded from a Word file that can be revised. */
export function isWordDocument({ name, origin }: Pick<TextDocument, 'name' | 'origin'>): boolean {
  return origin === 'file' && WORD_NAME.test(name);
}

/** A file that was made, to be given to the user. */
export interface MadeFile {
  /** Safe as a file's name on every system. */
  readonly name: string;
  readonly mime: string;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
  /** What is to be said of it, in words: what could not be done, and where. */
  readonly remarks?: readonly string[];
}

/** A file that could not be made: which, why, and what to do, in words. */
export interface NotMade {
  readonly refusal: string;
}

/** The order of drafts in a format. `pairs` are all findings: what the plans do not speak of is left out. Linear time. */
export function orderOf(
  format: DraftFormat,
  plans: readonly DraftPlan[],
  findings: { readonly pairs: readonly Pair[]; readonly decisions: ReadonlyMap<PairId, Decision> },
  language: DraftOrder['language'],
  revision: Revision | null = null,
): DraftOrder {
  const pairs = revision === null ? pairsOfPlans(plans, findings.pairs) : pairsToRemark(plans, findings);
  const decisions = pairs.flatMap(({ id }) => findings.decisions.get(id) ?? []);
  return { format, plans, pairs, decisions, language, revision };
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

/** Those pairs, and all others that are flagged or noted in a document of the plans. */
function pairsToRemark(
  plans: readonly DraftPlan[],
  { pairs, decisions }: Parameters<typeof orderOf>[2],
): readonly Pair[] {
  const spoken = new Set(pairsOfPlans(plans, pairs));
  const own = new Set(plans.map(({ document }) => document));
  return pairs.filter((pair) => {
    const decision = decisions.get(pair.id);
    const isRemarked = decision !== undefined && (decision.judgement === 'flag' || decision.note !== '');
    return spoken.has(pair) || (isRemarked && (own.has(pair.a.document) || own.has(pair.b.document)));
  });
}
