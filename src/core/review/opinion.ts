import type { PairId } from '../reuse/pair.ts';
import type { DocumentId } from '../text/document.ts';
import type { Decision } from './decision.ts';

/** What another reviewer decided of a pair; it stands beside the user's own decision and never takes its place. */
export interface Opinion {
  /** The name that the other reviewer works under; never empty. */
  readonly reviewer: string;
  readonly decision: Decision;
}

/** By pair; of one reviewer at most one opinion each. */
export type Opinions = ReadonlyMap<PairId, readonly Opinion[]>;

/** The opinions that judge a pair otherwise than `own`; one without a judgement, or beside no own one, does not differ. */
export function differingOpinions(
  own: Decision | undefined,
  opinions: readonly Opinion[] | undefined,
): readonly Opinion[] {
  const judgement = own?.judgement ?? null;
  if (judgement === null || opinions === undefined) return [];
  return opinions.filter(({ decision }) => decision.judgement !== null && decision.judgement !== judgement);
}

/** The decision with its sides exchanged, for who has the two documents in the other order. */
export function mirrored(decision: Decision): Decision {
  const { judgement, rewriteA, rewriteB } = decision;
  const other = judgement === 'keep-a' ? 'keep-b' : judgement === 'keep-b' ? 'keep-a' : judgement;
  return { ...decision, judgement: other, rewriteA: rewriteB, rewriteB: rewriteA };
}

/** The two documents that a pair's name speaks of, in the order of the name; null for what is no name of a pair. */
export function documentsOfPair(pair: PairId): readonly [DocumentId, DocumentId] | null {
  const sides = pair.split('~');
  const [one, other] = sides.map((side) => side.slice(0, Math.max(0, side.indexOf(':'))));
  return sides.length === 2 && one && other ? [one, other] : null;
}

/**
 * Whether the sides of a pair stand the other way round for someone who loaded the documents in the order `theirs` (places by
 * document) than for someone who has them in the order `ours`. Of pairs within one document they never do.
 */
export function isMirrored(
  pair: PairId,
  theirs: ReadonlyMap<DocumentId, number>,
  ours: ReadonlyMap<DocumentId, number>,
): boolean {
  const documents = documentsOfPair(pair);
  if (documents === null) return false;
  const [p, q] = documents;
  const there = (theirs.get(p) ?? 0) - (theirs.get(q) ?? 0);
  const here = (ours.get(p) ?? 0) - (ours.get(q) ?? 0);
  return there * here < 0;
}
