import { SEPARATOR } from '../contents/contents.ts';
import { CLAUSE_EDGE, INSIDE_WORD } from '../contents/marks.ts';

/** Where clauses and words begin and end in the folded text. */
export interface Edges {
  /** Whether a clause begins (or ends) at a position: punctuation or the content's edge stands there. */
  isClauseEdge(position: number): boolean;
  /** Whether the position stands inside a number or a word of letters. */
  isInsideWord(position: number): boolean;
}

/** The edges in folded text, from what its marks say. */
export function edgesOf(codes: Uint16Array, marks: Uint8Array): Edges {
  return {
    isClauseEdge: (position) =>
      ((marks[position] as number) & CLAUSE_EDGE) !== 0 || codes[position] === SEPARATOR,
    isInsideWord: (position) => ((marks[position] as number) & INSIDE_WORD) !== 0,
  };
}
