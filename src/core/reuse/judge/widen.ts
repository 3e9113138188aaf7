import { type Range, sizeOf } from '../contents/contents.ts';
import type { Edges } from '../align/edges.ts';
import type { Judged } from './judge.ts';

/** How far a reworded passage may reach beyond its last shared character for the clause to be whole, in folded characters. */
const REACH = 14;
/** Widened, the passages must still have this much in common. */
const SIMILARITY_LEAST = 0.6;

/**
 * Widens a reworded passage to whole clauses: its author changed the words at its edges, too (反映出两地…/反映了浙江…), and
 * a reader cannot make sense of half a clause. Other kinds, and passages of one unit, stay as they are.
 */
export function widenReworded(judged: Judged, x: Range, y: Range, codes: Uint16Array, edges: Edges): Judged {
  if (judged.kind !== 'paraphrase' || x.start === y.start) return judged;
  return widenEnd(widenBegin(judged, x, y, codes, edges), x, y, codes, edges);
}

function widenBegin(judged: Judged, x: Range, y: Range, codes: Uint16Array, edges: Edges): Judged {
  const xStart = beginOf(judged.x.start, x.start, edges);
  const yStart = beginOf(judged.y.start, y.start, edges);
  if (xStart === null || yStart === null) return judged;
  const added = commonLength(
    codes,
    { start: xStart, end: judged.x.start },
    { start: yStart, end: judged.y.start },
  );
  return ifAlike(judged, { ...judged.x, start: xStart }, { ...judged.y, start: yStart }, added);
}

function widenEnd(judged: Judged, x: Range, y: Range, codes: Uint16Array, edges: Edges): Judged {
  const xEnd = endOf(judged.x.end, x.end, edges);
  const yEnd = endOf(judged.y.end, y.end, edges);
  if (xEnd === null || yEnd === null) return judged;
  const added = commonLength(codes, { start: judged.x.end, end: xEnd }, { start: judged.y.end, end: yEnd });
  return ifAlike(judged, { ...judged.x, end: xEnd }, { ...judged.y, end: yEnd }, added);
}

function ifAlike(judged: Judged, x: Range, y: Range, added: number): Judged {
  const matched = judged.matched + added;
  const isAlike = (2 * matched) / (sizeOf(x) + sizeOf(y)) >= SIMILARITY_LEAST;
  return isAlike ? { ...judged, x, y, matched } : judged;
}

function beginOf(position: number, least: number, edges: Edges): number | null {
  for (let at = position; at >= least && position - at <= REACH; at--) if (edges.isClauseEdge(at)) return at;
  return null;
}

function endOf(position: number, most: number, edges: Edges): number | null {
  for (let at = position; at <= most && at - position <= REACH; at++) if (edges.isClauseEdge(at)) return at;
  return null;
}

/** The length of the longest common subsequence; the ranges are short (Wagner and Fischer, 1974). */
function commonLength(codes: Uint16Array, x: Range, y: Range): number {
  let row = new Uint8Array(sizeOf(y) + 1);
  for (let i = x.start; i < x.end; i++) {
    const next = new Uint8Array(row.length);
    for (let j = 1; j < row.length; j++) {
      next[j] =
        codes[i] === codes[y.start + j - 1]
          ? (row[j - 1] as number) + 1
          : Math.max(row[j] as number, next[j - 1] as number);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
