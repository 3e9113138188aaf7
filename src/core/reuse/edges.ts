import { classOf, DIGIT, LATIN, PUNCTUATION } from '../text/characters.ts';
import { type Corpus, unitAt } from './corpus.ts';

/** Whether a clause begins (or ends) at a folded position: punctuation or the unit's edge stands there. */
export interface ClauseEdges {
  beginsAt(position: number): boolean;
  endsAt(position: number): boolean;
  /** Whether the position stands inside a number or a word of letters. */
  isInsideWord(position: number): boolean;
}

/** Joins words of one clause; ends none. */
const INSIDE_CLAUSE = '、“”‘’《》〈〉"\'·—-';

/** Finds the edges of clauses where the folded corpus was folded from. */
export function clauseEdges(corpus: Corpus): ClauseEdges {
  return { beginsAt: edgeBefore, endsAt: edgeBefore, isInsideWord };

  function isInsideWord(position: number): boolean {
    const before = classOf(corpus.codes[position - 1] ?? 0);
    const after = classOf(corpus.codes[position] ?? 0);
    return (
      before === after &&
      (before === LATIN || before === DIGIT) &&
      (corpus.offsets[position] as number) - (corpus.offsets[position - 1] as number) === 1
    );
  }

  /** Whether a clause ends right before the folded position. */
  function edgeBefore(position: number): boolean {
    const unit = unitAt(corpus, position);
    const start = corpus.starts[unit] as number;
    const end = (corpus.starts[unit + 1] as number) - 1;
    if (position <= start || position >= end) return true;
    const text = corpus.texts[unit] as string;
    const from = (corpus.offsets[position - 1] as number) + 1;
    const to = corpus.offsets[position] as number;
    for (let at = from; at < to; at++) {
      if (classOf(text.charCodeAt(at)) === PUNCTUATION && !INSIDE_CLAUSE.includes(text.charAt(at)))
        return true;
    }
    return false;
  }
}
