import type { PairId } from '../reuse/pair.ts';

/**
 * The user's judgement of a pair. Keeping one side means that the other goes; `boilerplate` sets what both say aside
 * wherever it stands; `keep-none` lets both go in favour of another place of their group, and is never said of a pair alone.
 */
export type Judgement = 'keep-a' | 'keep-b' | 'keep-all' | 'flag' | 'boilerplate' | 'keep-none';

/** All judgements, in the order of their keys; the last has none. */
export const JUDGEMENTS: readonly Judgement[] = [
  'keep-a',
  'keep-b',
  'keep-all',
  'flag',
  'boilerplate',
  'keep-none',
];

/** What the user said about one pair; on disk before the page says so. */
export interface Decision {
  readonly pair: PairId;
  /** Null when there is none yet, only a note or a rewritten passage. */
  readonly judgement: Judgement | null;
  /** Empty when there is none. */
  readonly note: string;
  /** Why it was flagged, a reason of the user's own list; empty when none was given. */
  readonly reason: string;
  /** What stands in the draft instead of each passage; null while it is not rewritten. */
  readonly rewriteA: string | null;
  readonly rewriteB: string | null;
}

/** A decision that says nothing yet. */
export function emptyDecision(pair: PairId): Decision {
  return { pair, judgement: null, note: '', reason: '', rewriteA: null, rewriteB: null };
}

/** Whether a decision says nothing, and need not be kept. */
export function isEmptyDecision({ judgement, note, reason, rewriteA, rewriteB }: Decision): boolean {
  return judgement === null && note === '' && reason === '' && rewriteA === null && rewriteB === null;
}

/** Whether two decisions say the same. */
export function isSameDecision(one: Decision, other: Decision): boolean {
  return (
    one.pair === other.pair &&
    one.judgement === other.judgement &&
    one.note === other.note &&
    one.reason === other.reason &&
    one.rewriteA === other.rewriteA &&
    one.rewriteB === other.rewriteB
  );
}

/** Whether a judgement is for another place than a pair's `side`. */
export function losesBy(judgement: Judgement | null, side: 'a' | 'b'): boolean {
  return judgement === (side === 'a' ? 'keep-b' : 'keep-a') || judgement === 'keep-none';
}

/** Whether a pair's `side` goes: the other is kept, or it was rewritten to nothing; one that was rewritten otherwise stays. */
export function goesBy({ judgement, rewriteA, rewriteB }: Decision, side: 'a' | 'b'): boolean {
  const text = side === 'a' ? rewriteA : rewriteB;
  return text === null ? losesBy(judgement, side) : text.trim() === '';
}
