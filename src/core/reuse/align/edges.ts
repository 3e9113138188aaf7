import { type Range, SEPARATOR } from '../contents/contents.ts';
import { CLAUSE_EDGE, INSIDE_WORD } from '../contents/marks.ts';

/** Where clauses and words begin and end in the folded text. */
export interface Edges {
  /** Whether a clause begins (or ends) at a position: punctuation or the content's edge stands there. */
  isClauseEdge(position: number): boolean;
  /** Whether the position stands inside a number or a word of letters. */
  isInsideWord(position: number): boolean;
}

/** Folded characters beyond a clause that two passages share by chance. */
const STRAY = 2;

/** The edges in folded text, from what its marks say. */
export function edgesOf(codes: Uint16Array, marks: Uint8Array): Edges {
  return {
    isClauseEdge: (position) =>
      ((marks[position] as number) & CLAUSE_EDGE) !== 0 || codes[position] === SEPARATOR,
    isInsideWord: (position) => ((marks[position] as number) & INSIDE_WORD) !== 0,
  };
}

/** At how many of their ends, 0 to 2, two passages are torn: they begin, or end, in the middle of a clause on both sides. */
export function tornEndsOf(x: Range, y: Range, edges: Edges): number {
  return Number(areTorn(x.start, y.start, 1, edges)) + Number(areTorn(x.end, y.end, -1, edges));
}

/** Whether on both sides no clause begins or ends at a position, nor within a word of it to the passage's inside. */
function areTorn(inX: number, inY: number, inwards: 1 | -1, { isClauseEdge }: Edges): boolean {
  for (let i = 0; i <= STRAY; i++) {
    if (isClauseEdge(inX + i * inwards) || isClauseEdge(inY + i * inwards)) return false;
  }
  return true;
}
