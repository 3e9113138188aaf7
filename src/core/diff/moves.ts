import { type Alignment, align } from './alignment.ts';
import { type Edit, shifted } from './edit.ts';
import { type Unit, likeUnits } from './likeness.ts';
import { EDGE, type Token, isContent } from './tokens.ts';
import { realign } from './realign.ts';
import {
  FOUND_NOW,
  type Move,
  type Side,
  isLong,
  onA,
  onB,
  passed,
  regionOf,
  sideOf,
  unitsOf,
  within,
} from './sides.ts';
import { swapsIn } from './swaps.ts';

/** The share of a clause that must be changed before it is looked for elsewhere. */
const CHANGED_LEAST = 0.5;
/** The characters that must stand still between the two places, or nothing has moved past anything. */
const PASSED_LEAST = 4;
/** What is only on one side at an end of a moved region is no part of it from so many characters on. */
const TRIMMED_LEAST = 4;
/** That is, when it is so many times longer than what the other side has in its place. */
const TRIMMED_TIMES = 4;
/** Moved regions free what they covered, and more is found; it hardly ever takes a third time. */
const ROUNDS_MOST = 4;

/** What stayed in its place, and each moved region by itself, in the order of b. */
export interface Settled {
  readonly stayed: Alignment;
  readonly moved: readonly Alignment[];
}

/**
 * Aligns two token sequences, and what stands elsewhere by itself. Moved regions are found among what the script deletes
 * and inserts: sentences first, then clauses, members of lists, and pieces. What they leave is aligned anew, which lets more
 * be found, until nothing is.
 */
export function settle(a: readonly Token[], b: readonly Token[]): Settled {
  const whole = align(a, b);
  let state: State = { stayed: whole, moves: [], moved: [] };
  for (let round = 0; round < ROUNDS_MOST; round++) {
    const found = improved(a, b, state);
    if (found === null) break;
    const moves = chained(found.toSorted((one, other) => one.bStart - other.bStart));
    const known = new Map(state.moves.map((move, i) => [move, state.moved[i] as Alignment]));
    state = {
      moves,
      moved: moves.map((move) => known.get(move) ?? alignMove(move, a, b)),
      stayed: realign(whole, taken(a.length, moves.map(onA)), taken(b.length, moves.map(onB))),
    };
  }
  return state;
}

/** What the search has come to. `moved` are the alignments of the moves. */
interface State extends Settled {
  readonly moves: readonly Move[];
}

function alignMove(
  { aStart, aEnd, bStart, bEnd }: Move,
  a: readonly Token[],
  b: readonly Token[],
): Alignment {
  return align(a.slice(aStart, aEnd), b.slice(bStart, bEnd));
}

/** 1 for each token that is in a moved region. */
function taken(length: number, regions: readonly Unit[]): Uint8Array {
  const result = new Uint8Array(length);
  for (const { start, end } of regions) result.fill(1, start, end);
  return result;
}

/** The moves with those that are found now; null when nothing is. */
function improved(
  a: readonly Token[],
  b: readonly Token[],
  { moves, moved, stayed }: State,
): readonly Move[] | null {
  const inMoves = moved.map(({ edits }, i) => edits.map((edit) => inWhole(edit, moves[i] as Move)));
  const sideA = sideOf(a, moves.map(onA), inMoves.flat().map(onA), stayed.edits.map(onA));
  const sideB = sideOf(b, moves.map(onB), inMoves.flat().map(onB), stayed.edits.map(onB));
  const found: Move[] = [];
  /** Edits within moved regions of which one side was found elsewhere. */
  const freed = new Set<Edit>();
  const search = (unitsA: readonly Unit[], unitsB: readonly Unit[]) => {
    for (const { a: inA, b: inB } of likeUnits(open(unitsA, sideA), open(unitsB, sideB), a, b)) {
      // A region may have grown into the unit since.
      if (regionOf(sideA, inA) === null || regionOf(sideB, inB) === null) continue;
      const [regionA, regionB] = [regionOf(sideA, inA) ?? 0, regionOf(sideB, inB) ?? 0];
      if (regionA + regionB > 0) {
        const there = (inMoves[regionA - 1] ?? []).filter((edit) => overlap(onA(edit), inA));
        const here = (inMoves[regionB - 1] ?? []).filter((edit) => overlap(onB(edit), inB));
        // What was only changed in its place within the region is at home there.
        if (!there.some((edit) => here.includes(edit)))
          for (const edit of [...there, ...here]) freed.add(edit);
        continue;
      }
      const unit = { aStart: inA.start, aEnd: inA.end, bStart: inB.start, bEnd: inB.end };
      if (passed(unit, stayed.edits, sideA, sideB) < PASSED_LEAST) continue;
      const move = trimmed(grown(unit, sideA, sideB), a, b);
      if (!isLong(sideA, onA(move)) || !isLong(sideB, onB(move))) continue;
      sideA.region.fill(FOUND_NOW, move.aStart, move.aEnd);
      sideB.region.fill(FOUND_NOW, move.bStart, move.bEnd);
      found.push(move);
    }
  };
  for (const edge of [EDGE.sentence, EDGE.clause, EDGE.listed]) search(unitsOf(a, edge), unitsOf(b, edge));
  search(sideA.pieces, sideB.pieces);
  if (found.length + freed.size === 0) found.push(...swapsIn(stayed.edits, sideA, sideB));
  if (found.length === 0 && freed.size === 0) return null;
  const kept = moves
    .flatMap((move, i) => parted(move, inMoves[i]?.filter((edit) => freed.has(edit)) ?? []))
    .filter((move) => isLong(sideA, onA(move)) && isLong(sideB, onB(move)));
  return [...kept, ...found];
}

/** An edit within a move, counted in all tokens. */
function inWhole(edit: Edit, { aStart, bStart }: Move): Edit {
  return shifted(edit, aStart, bStart);
}

function overlap(one: Unit, other: Unit): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The units that are long enough, mostly changed, and in one region or none. */
function open(units: readonly Unit[], side: Side): readonly Unit[] {
  return units.filter((unit) => {
    const content = within(side.content, unit.start, unit.end);
    const changed = within(side.changed, unit.start, unit.end);
    return (
      changed > 0 && changed >= CHANGED_LEAST * content && isLong(side, unit) && regionOf(side, unit) !== null
    );
  });
}

/** Takes in what stands before and behind on both sides and was changed there as well: the 即： before what it introduces. */
function grown(move: Move, a: Side, b: Side): Move {
  const before = agreement(a, move.aStart - 1, b, move.bStart - 1, -1);
  const behind = agreement(a, move.aEnd, b, move.bEnd, 1);
  return {
    aStart: move.aStart - before,
    aEnd: move.aEnd + behind,
    bStart: move.bStart - before,
    bEnd: move.bEnd + behind,
  };
}

/**
 * How many tokens agree from there on, all changed and in no move yet, up to the last one that says something; and the mark
 * behind it, or the ordinal before it, which belong to the clause.
 */
function agreement(a: Side, aFrom: number, b: Side, bFrom: number, direction: 1 | -1): number {
  let agreed = 0;
  for (let steps = 0; ; steps++) {
    const i = aFrom + direction * steps;
    const j = bFrom + direction * steps;
    const token = a.tokens[i];
    if (token === undefined || token.key !== b.tokens[j]?.key || a.region[i] !== 0 || b.region[j] !== 0)
      return agreed;
    if (!isContent(token)) {
      const belongs =
        direction > 0
          ? token.kind === 'punctuation' && isEdge(a, i + 1) && isEdge(b, j + 1)
          : token.kind === 'ordinal';
      if (belongs && steps === agreed) agreed = steps + 1;
      continue;
    }
    if (within(a.changed, i, i + 1) === 0 || within(b.changed, j, j + 1) === 0) return agreed;
    agreed = steps + 1;
  }
}

/** Whether a member of a list, or more, ends before the token. */
function isEdge({ tokens }: Side, at: number): boolean {
  return (tokens[at]?.edge ?? EDGE.line) >= EDGE.listed;
}

/** Leaves out what only one side has at the region's begin and end: that was not moved, and may be found elsewhere. */
function trimmed(move: Move, a: readonly Token[], b: readonly Token[]): Move {
  const { edits } = alignMove(move, a, b);
  let { aStart, aEnd, bStart, bEnd } = move;
  const first = edits[0] === undefined ? null : inWhole(edits[0], move);
  if (first?.aStart === aStart && first.bStart === bStart && isOneSided(first, a, b)) {
    [aStart, bStart] = [first.aEnd, first.bEnd];
  }
  const last = edits[edits.length - 1] === undefined ? null : inWhole(edits[edits.length - 1] as Edit, move);
  if (last?.aEnd === aEnd && last.bEnd === bEnd && isOneSided(last, a, b)) {
    [aEnd, bEnd] = [last.aStart, last.bStart];
  }
  return { aStart, aEnd, bStart, bEnd };
}

/** Whether one side of the edit says something and the other next to nothing. */
function isOneSided({ aStart, aEnd, bStart, bEnd }: Edit, a: readonly Token[], b: readonly Token[]): boolean {
  const inA = a.slice(aStart, aEnd).filter(isContent).length;
  const inB = b.slice(bStart, bEnd).filter(isContent).length;
  return Math.max(inA, inB) >= TRIMMED_LEAST && Math.min(inA, inB) * TRIMMED_TIMES <= Math.max(inA, inB);
}

/** What is left of a region without some of the edits in it. */
function parted(move: Move, without: readonly Edit[]): readonly Move[] {
  if (without.length === 0) return [move];
  const parts: Move[] = [];
  let { aStart, bStart } = move;
  for (const edit of without) {
    parts.push({ aStart, aEnd: edit.aStart, bStart, bEnd: edit.bStart });
    [aStart, bStart] = [edit.aEnd, edit.bEnd];
  }
  return [...parts, { aStart, aEnd: move.aEnd, bStart, bEnd: move.bEnd }];
}

/** Joins moves that follow one another on both sides: a moved paragraph is one move. */
function chained(moves: readonly Move[]): readonly Move[] {
  const result: Edit[] = [];
  for (const move of moves) {
    const last = result.at(-1);
    if (last !== undefined && last.aEnd === move.aStart && last.bEnd === move.bStart) {
      result[result.length - 1] = { ...last, aEnd: move.aEnd, bEnd: move.bEnd };
    } else {
      result.push(move);
    }
  }
  return result;
}
