import type { Pair, PairId, Passage } from '../reuse/pair.ts';
import type { Decision } from '../review/decision.ts';
import type { DocumentId } from '../text/document.ts';

/** What one decision says of one passage. */
export interface Claim {
  readonly passage: Passage;
  readonly pair: PairId;
}

/** What all decisions say of one document. */
export interface Claims {
  /** Passages that go because the other side stays. */
  readonly removing: Claim[];
  /** Passages that were judged worth keeping. */
  readonly keeping: Claim[];
}

/**
 * What the decisions say of each document that they speak of, in the order of the pairs and whatever their own order. A
 * flag neither removes nor keeps, nor does boilerplate.
 */
export function claimsOf(
  pairs: readonly Pair[],
  decisions: ReadonlyMap<PairId, Decision>,
): ReadonlyMap<DocumentId, Claims> {
  const claims = new Map<DocumentId, Claims>();
  if (decisions.size === 0) return claims;
  for (const { id, a, b } of pairs) {
    const judgement = decisions.get(id)?.judgement;
    if (judgement === undefined || judgement === null || judgement === 'flag' || judgement === 'boilerplate')
      continue;
    for (const side of [a, b]) {
      const goes = judgement === (side === a ? 'keep-b' : 'keep-a');
      const known = claims.get(side.document) ?? { removing: [], keeping: [] };
      claims.set(side.document, known);
      known[goes ? 'removing' : 'keeping'].push({ passage: side, pair: id });
    }
  }
  return claims;
}
