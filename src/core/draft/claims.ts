import type { Pair, PairId, Passage } from '../reuse/pair.ts';
import { goesBy, losesBy, type Decision, type Judgement } from '../review/decision.ts';
import type { DocumentId } from '../text/document.ts';

/** What one decision says of one passage. */
export interface Claim {
  readonly passage: Passage;
  readonly pair: PairId;
}

/** What one decision puts in the place of a passage. */
export interface RewriteClaim extends Claim {
  readonly text: string;
}

/** What all decisions say of one document. */
export interface Claims {
  /** Passages that go because the other side stays. */
  readonly removing: Claim[];
  /** Passages that were judged worth keeping. */
  readonly keeping: Claim[];
  /** Passages that were written anew. */
  readonly rewriting: RewriteClaim[];
}

/**
 * What the decisions say of each document that they speak of, in the order of the pairs and whatever their own order. A
 * flag neither removes nor keeps, nor does boilerplate. A side that was rewritten is not taken out in favour of the other;
 * one that was rewritten to nothing is.
 */
export function claimsOf(
  pairs: readonly Pair[],
  decisions: ReadonlyMap<PairId, Decision>,
): ReadonlyMap<DocumentId, Claims> {
  const claims = new Map<DocumentId, Claims>();
  if (decisions.size === 0) return claims;
  for (const { id, a, b } of pairs) {
    const decision = decisions.get(id);
    if (decision === undefined) continue;
    const { judgement } = decision;
    for (const name of ['a', 'b'] as const) {
      const side = name === 'a' ? a : b;
      const text = name === 'a' ? decision.rewriteA : decision.rewriteB;
      const isEmptied = text !== null && text.trim() === '';
      const goes = goesBy(decision, name);
      const isKept = !losesBy(judgement, name) && !isEmptied && judgement !== null && KEEPING.has(judgement);
      if (!goes && !isKept && text === null) continue;
      const known = claims.get(side.document) ?? { removing: [], keeping: [], rewriting: [] };
      claims.set(side.document, known);
      const claim = { passage: side, pair: id };
      if (goes) known.removing.push(claim);
      if (isKept) known.keeping.push(claim);
      if (text !== null && !isEmptied) known.rewriting.push({ ...claim, text });
    }
  }
  return claims;
}

const KEEPING: ReadonlySet<Judgement> = new Set(['keep-a', 'keep-b', 'keep-all'] as const);
