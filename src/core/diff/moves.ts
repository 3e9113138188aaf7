import type { Alignment } from './alignment.ts';
import type { Edit } from './edit.ts';
import { EDGE, type Token, isContent } from './tokens.ts';
import { partitionPoint } from '../text/partition-point.ts';

/** The fewest characters, marks included, that are shown as moved: shorter ones recur by chance. */
const MOVED_LEAST = 8;
/** How many of them must say something: 二是加强领导。 says too little. */
const CONTENT_LEAST = 5;
/** How alike both places must be, as the Dice coefficient of their character bigrams. */
const DICE_LEAST = 0.75;
/** The share of a clause that must be changed before it is looked for elsewhere. */
const CHANGED_LEAST = 0.5;
/** The characters that must stand still between the two places, or nothing has moved past anything. */
const PASSED_LEAST = 4;
/** A bigram that stands in more clauses than this is a stock phrase and finds nothing. */
const RECURRENCE_MOST = 64;

/** A run of tokens that stands elsewhere on the other side; small changes inside are possible. */
export type Move = Edit;

/** A run of tokens of one side, `[start, end)`. */
interface Unit {
  readonly start: number;
  readonly end: number;
}

/** What the search knows of one side. */
interface Side {
  readonly tokens: readonly Token[];
  /** For each place how much content stands before it, and how much of that is changed. */
  readonly content: Uint32Array;
  readonly changed: Uint32Array;
  /** 1 where a token already belongs to a move. */
  readonly taken: Uint8Array;
}

/**
 * The moves of an alignment, in the order of b; their a spans are disjoint and so are their b spans. Sentences are looked
 * for first, then clauses, members of lists, and what was deleted or inserted in one piece.
 */
export function movesIn({ a, b, edits }: Alignment): readonly Move[] {
  const deleted = edits.map((edit) => ({ start: edit.aStart, end: edit.aEnd }));
  const inserted = edits.map((edit) => ({ start: edit.bStart, end: edit.bEnd }));
  const sideA = sideOf(a, deleted);
  const sideB = sideOf(b, inserted);
  const moves: Move[] = [];
  const search = (unitsA: readonly Unit[], unitsB: readonly Unit[]) => {
    for (const unit of likeUnits(open(unitsA, sideA), open(unitsB, sideB), a, b)) {
      // A move may have grown into this unit since.
      if (isTaken(sideA, unit.aStart, unit.aEnd) || isTaken(sideB, unit.bStart, unit.bEnd)) continue;
      if (passed(unit, edits, sideB) < PASSED_LEAST) continue;
      const move = grown(unit, sideA, sideB);
      sideA.taken.fill(1, move.aStart, move.aEnd);
      sideB.taken.fill(1, move.bStart, move.bEnd);
      moves.push(move);
    }
  };
  for (const edge of [EDGE.sentence, EDGE.clause, EDGE.listed]) search(unitsOf(a, edge), unitsOf(b, edge));
  search(deleted, inserted);
  return chained(moves.sort((one, other) => one.bStart - other.bStart));
}

function sideOf(tokens: readonly Token[], changes: readonly Unit[]): Side {
  const content = new Uint32Array(tokens.length + 1);
  const changed = new Uint32Array(tokens.length + 1);
  let next = 0;
  for (const [i, token] of tokens.entries()) {
    while (next < changes.length && (changes[next] as Unit).end <= i) next++;
    const change = changes[next];
    const weight = isContent(token) ? 1 : 0;
    content[i + 1] = (content[i] as number) + weight;
    changed[i + 1] = (changed[i] as number) + (change !== undefined && change.start <= i ? weight : 0);
  }
  return { tokens, content, changed, taken: new Uint8Array(tokens.length) };
}

function within(sums: Uint32Array, start: number, end: number): number {
  return (sums[end] as number) - (sums[start] as number);
}

/** Whether a move holds any of the tokens. */
function isTaken(side: Side, start: number, end: number): boolean {
  return side.taken.subarray(start, end).includes(1);
}

/** Cuts the tokens at every edge of that strength. */
function unitsOf(tokens: readonly Token[], edge: number): readonly Unit[] {
  const units: Unit[] = [];
  let start = 0;
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && (tokens[at] as Token).edge < edge) continue;
    units.push({ start, end: at });
    start = at;
  }
  return units;
}

/** The units that are long enough, mostly changed, and in no move yet. */
function open(units: readonly Unit[], side: Side): readonly Unit[] {
  return units.filter(({ start, end }) => {
    const content = within(side.content, start, end);
    return (
      content >= CONTENT_LEAST &&
      (side.tokens[end - 1] as Token).end - (side.tokens[start] as Token).start >= MOVED_LEAST &&
      within(side.changed, start, end) >= CHANGED_LEAST * content &&
      !isTaken(side, start, end)
    );
  });
}

/** Each unit of a with the unit of b that is most like it; the most alike first come first, and each is used once. */
function likeUnits(
  unitsA: readonly Unit[],
  unitsB: readonly Unit[],
  a: readonly Token[],
  b: readonly Token[],
): readonly Move[] {
  const bigramsB = unitsB.map((unit) => bigramsOf(b, unit));
  const holders = new Map<string, number[]>();
  for (const [i, bigrams] of bigramsB.entries()) {
    for (const bigram of bigrams.keys()) {
      const list = holders.get(bigram);
      if (list === undefined) holders.set(bigram, [i]);
      else if (list.length <= RECURRENCE_MOST) list.push(i);
    }
  }
  const found: { move: Move; alike: number }[] = [];
  for (const unit of unitsA) {
    const bigrams = bigramsOf(a, unit);
    const candidates = new Set<number>();
    for (const bigram of bigrams.keys()) {
      const list = holders.get(bigram) ?? [];
      if (list.length <= RECURRENCE_MOST) for (const i of list) candidates.add(i);
    }
    for (const i of candidates) {
      const alike = dice(bigrams, bigramsB[i] as Bigrams);
      const { start, end } = unitsB[i] as Unit;
      if (alike >= DICE_LEAST) {
        found.push({ move: { aStart: unit.start, aEnd: unit.end, bStart: start, bEnd: end }, alike });
      }
    }
  }
  found.sort((one, other) => other.alike - one.alike);
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  return found.flatMap(({ move }) => {
    if (usedA.has(move.aStart) || usedB.has(move.bStart)) return [];
    usedA.add(move.aStart);
    usedB.add(move.bStart);
    return [move];
  });
}

type Bigrams = ReadonlyMap<string, number>;

/** How often each pair of neighbouring contents occurs in the unit. */
function bigramsOf(tokens: readonly Token[], { start, end }: Unit): Bigrams {
  const bigrams = new Map<string, number>();
  let before: string | null = null;
  for (let at = start; at < end; at++) {
    const token = tokens[at] as Token;
    if (!isContent(token)) continue;
    if (before !== null) {
      const bigram = `${before}\u0000${token.key}`;
      bigrams.set(bigram, (bigrams.get(bigram) ?? 0) + 1);
    }
    before = token.key;
  }
  return bigrams;
}

/** The Dice coefficient of two multisets of bigrams, 0 to 1 (Dice, 1945). */
function dice(one: Bigrams, other: Bigrams): number {
  let shared = 0;
  let total = 0;
  for (const [bigram, count] of one) {
    shared += Math.min(count, other.get(bigram) ?? 0);
    total += count;
  }
  for (const count of other.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
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

/** How many tokens agree from there on, all changed and in no move yet, up to the last one that says something. */
function agreement(a: Side, aFrom: number, b: Side, bFrom: number, direction: 1 | -1): number {
  let agreed = 0;
  for (let steps = 0; ; steps++) {
    const i = aFrom + direction * steps;
    const j = bFrom + direction * steps;
    const token = a.tokens[i];
    if (token === undefined || token.key !== b.tokens[j]?.key || a.taken[i] === 1 || b.taken[j] === 1)
      return agreed;
    if (!isContent(token)) continue;
    if (within(a.changed, i, i + 1) === 0 || within(b.changed, j, j + 1) === 0) return agreed;
    agreed = steps + 1;
  }
}

/** How much equal content stands between where the run was and where it is; 0 when it only changed in its place. */
function passed(move: Move, edits: readonly Edit[], b: Side): number {
  const from = placeInB(move.aStart, edits);
  const to = placeInB(move.aEnd, edits);
  const equal = (start: number, end: number) =>
    start < end ? within(b.content, start, end) - within(b.changed, start, end) : 0;
  return Math.max(equal(move.bEnd, from), equal(to, move.bStart));
}

/** Where the place `at` of a stands in b; within an edit, the edit's begin. Binary search. */
function placeInB(at: number, edits: readonly Edit[]): number {
  const edit = edits[partitionPoint(edits, ({ aStart }) => aStart <= at) - 1];
  if (edit === undefined) return at;
  return at < edit.aEnd ? edit.bStart : edit.bEnd + (at - edit.aEnd);
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
