import type { Edit } from './edit.ts';
import type { Unit } from './likeness.ts';
import { MOVED_LEAST, type Move, type Side, isLong, onA, onB, placeInB, within } from './sides.ts';
import { EDGE, isContent } from './tokens.ts';

/** A clause that is too short to be shown as moved must say this much to be looked for. */
const CONTENT_LEAST = 3;
/** It passed a neighbour, and no more than so many tokens. */
const PASSED_MOST = 80;

/**
 * Neighbours that changed places, where the shorter one is too short to be shown as moved: then the longer one moved past it.
 * `edits` are those of what stayed. Linear time.
 */
export function swapsIn(edits: readonly Edit[], a: Side, b: Side): readonly Move[] {
  const inB = shortClauses(edits.map(onB), b);
  const moves: Move[] = [];
  let lastA = 0;
  for (const [saying, unit] of shortClauses(edits.map(onA), a)) {
    const other = inB.get(saying);
    if (unit === null || other === undefined || other === null) continue;
    const move = passedBy(unit, other, edits, a, b);
    if (
      move === null ||
      move.aStart < lastA ||
      moves.some((each) => each.bStart < move.bEnd && move.bStart < each.bEnd)
    )
      continue;
    moves.push(move);
    lastA = move.aEnd;
  }
  return moves;
}

/** The clauses that were deleted or inserted whole, in one piece, and are short, by what they say; null for what recurs. */
function shortClauses(changes: readonly Unit[], side: Side): ReadonlyMap<string, Unit | null> {
  const { tokens, rest } = side;
  const clauses = new Map<string, Unit | null>();
  for (const { start, end } of changes) {
    if (start === end) continue;
    const unit = { start: rest[start] as number, end: (rest[end - 1] as number) + 1 };
    const [first, last] = [tokens[unit.start], tokens[unit.end - 1]];
    if (first === undefined || last === undefined || unit.end - unit.start !== end - start) continue;
    const isWhole = first.edge >= EDGE.clause && (tokens[unit.end]?.edge ?? EDGE.line) >= EDGE.clause;
    const isShort = last.end - first.start < MOVED_LEAST || !isLong(side, unit);
    if (!isWhole || !isShort || within(side.content, unit.start, unit.end) < CONTENT_LEAST) continue;
    const saying = tokens
      .slice(unit.start, unit.end)
      .filter(isContent)
      .map(({ key }) => key)
      .join(' ');
    clauses.set(saying, clauses.has(saying) ? null : unit);
  }
  return clauses;
}

/** What stands between the clause's two places, as a move, if it is long enough and nothing else was changed in it. */
function passedBy(unit: Unit, other: Unit, edits: readonly Edit[], a: Side, b: Side): Move | null {
  const from = placeInB(unit.start, edits, a, b);
  const to = placeInB(unit.end, edits, a, b);
  const isLater = other.start >= to;
  const [bStart, bEnd] = isLater ? [to, other.start] : [other.end, from];
  const length = bEnd - bStart;
  if (length <= 0 || length > PASSED_MOST) return null;
  const [aStart, aEnd] = isLater ? [unit.end, unit.end + length] : [unit.start - length, unit.start];
  const isStill = (side: Side, start: number, end: number) =>
    start >= 0 &&
    end <= side.tokens.length &&
    within(side.still, start, end) === within(side.content, start, end);
  if (!isStill(a, aStart, aEnd) || !isStill(b, bStart, bEnd)) return null;
  for (let i = 0; i < length; i++) if (a.tokens[aStart + i]?.key !== b.tokens[bStart + i]?.key) return null;
  return isLong(a, { start: aStart, end: aEnd }) ? { aStart, aEnd, bStart, bEnd } : null;
}
