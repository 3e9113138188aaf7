import { type Range, SEPARATOR } from '../contents/contents.ts';
import { CLAUSE_EDGE, INSIDE_WORD } from '../contents/marks.ts';

/** Where clauses and words begin and end in the folded text. */
export interface Edges {
  /** Whether a clause begins (or ends) at a position: punctuation or the content's edge stands there. */
  isClauseEdge(position: number): boolean;
  /** Whether the position stands inside a number or a word of letters. */
  isInsideWord(position: number): boolean;
  /** Whether a condition ends at a position, but for its last word or with it (……的，): what follows says what then. */
  isConditionEnd(position: number): boolean;
}

/** Folded characters beyond a clause that two passages share by chance. */
const STRAY = 2;
/** So near an edge a passage may begin or end whose outermost word was changed. */
const NEAR = 6;
/** The last word of a condition. */
const OF = '的'.charCodeAt(0);

/** The edges in folded text, from what its marks say. */
export function edgesOf(codes: Uint16Array, marks: Uint8Array): Edges {
  const isClauseEdge = (position: number): boolean =>
    ((marks[position] as number) & CLAUSE_EDGE) !== 0 || codes[position] === SEPARATOR;
  return {
    isClauseEdge,
    isInsideWord: (position) => ((marks[position] as number) & INSIDE_WORD) !== 0,
    isConditionEnd: (position) =>
      (codes[position] === OF && isClauseEdge(position + 1)) ||
      (codes[position - 1] === OF && isClauseEdge(position)),
  };
}

/** At how many of their ends, 0 to 2, two passages are torn: they begin, or end, in the middle of a clause on both sides. */
export function tornEndsOf(x: Range, y: Range, edges: Edges): number {
  return Number(areTorn(x.start, y.start, 1, edges)) + Number(areTorn(x.end, y.end, -1, edges));
}

/** Whether a passage begins and ends with a clause, give or take a word: it may be quoted as it stands. */
export function isWholeClause({ start, end }: Range, edges: Edges): boolean {
  return isNearEdge(start, edges) && isNearEdge(end, edges);
}

function isNearEdge(position: number, { isClauseEdge }: Edges): boolean {
  for (let i = -NEAR; i <= NEAR; i++) if (isClauseEdge(position + i)) return true;
  return false;
}

/** Whether on both sides no clause begins or ends at a position, nor within a word of it to the passage's inside. */
function areTorn(inX: number, inY: number, inwards: 1 | -1, { isClauseEdge }: Edges): boolean {
  for (let i = 0; i <= STRAY; i++) {
    if (isClauseEdge(inX + i * inwards) || isClauseEdge(inY + i * inwards)) return false;
  }
  return true;
}
