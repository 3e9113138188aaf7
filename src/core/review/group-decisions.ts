import type { Pair, Passage } from '../reuse/pair.ts';
import type { DecisionFields } from './change.ts';
import { isSamePassage, type Groups } from './groups.ts';
import type { Judgement } from './decision.ts';

/** What is to be said of one pair. */
export interface Saying {
  readonly pair: string;
  readonly fields: DecisionFields;
}

/** The findings of the group that both sides of a pair belong to; the pair alone where it has none. One pass. */
export function pairsOfGroup(pair: Pair, findings: readonly Pair[], groups: Groups): readonly Pair[] {
  const number = groups.numberOf(pair);
  if (number === null) return [pair];
  const documents = new Set(groups.membersOf(pair).map(({ document }) => document));
  return findings.filter(
    (other) =>
      documents.has(other.a.document) &&
      documents.has(other.b.document) &&
      (other === pair || groups.numberOf(other) === number),
  );
}

/**
 * One place of a group stays and all others go: pairs with it on one side keep that side, of the others neither side stays.
 * `pairs` are those of the group.
 */
export function keepOnly(kept: Passage, pairs: readonly Pair[]): readonly Saying[] {
  return pairs.map(({ id, a, b }): Saying => {
    const judgement: Judgement = isSamePassage(a, kept)
      ? 'keep-a'
      : isSamePassage(b, kept)
        ? 'keep-b'
        : 'keep-none';
    return { pair: id, fields: { judgement, reason: '' } };
  });
}
