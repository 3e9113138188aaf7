import { type Edit, joined, normalized } from './edit.ts';
import { EDGE, type Token, isContent } from './tokens.ts';

/** Equal text between two edits is dropped only up to this many characters; longer is never chance. */
const CHANCE_MOST = 3;
/** Whole words between two replacements are chance when both replacements are this many times longer on their shorter side. */
const REWRITTEN_TIMES = 4;
/** How far the end of a clause is looked for, in tokens: longer clauses are rare, and the search stays linear. */
const CLAUSE_MOST = 64;
/** How far an edit may grow to reach the edge of a word, in tokens. */
const SNAP_MOST = 3;

/**
 * Makes a shortest script one that reads well: edits slide to the best edge (whole clauses before words), and equal text
 * that stands between edits by chance goes. The result still rebuilds both sides. Linear time.
 */
export function tidied(edits: readonly Edit[], a: readonly Token[], b: readonly Token[]): readonly Edit[] {
  const merged = withoutChance(slid(edits, a, b), a, b);
  return slid(partedAtMarks(merged, a, b), a, b);
}

/** Widens the edits to whole words, where an edge is near. Linear time. */
export function snapped(edits: readonly Edit[], a: readonly Token[], b: readonly Token[]): readonly Edit[] {
  const wide = edits.map((edit, i) => {
    const room = roomAround(edits, i, a.length);
    // At the ends of the text there is no other edit to be joined; and an edge, beyond which nothing grows.
    const before = i === 0 ? Number.POSITIVE_INFINITY : room.before;
    const behind = i + 1 === edits.length ? Number.POSITIVE_INFINITY : room.behind;
    return widened(edit, { before, behind }, a, b);
  });
  return withoutChance(disjoint(wide), a, b);
}

/** The edge at `at`; before the first and behind the last token stands the strongest. */
function edgeAt(tokens: readonly Token[], at: number): number {
  return at <= 0 ? EDGE.line : (tokens[at]?.edge ?? EDGE.line);
}

/** How far an edit may move or grow before it meets the next, on either side. */
function roomAround(edits: readonly Edit[], i: number, end: number): { before: number; behind: number } {
  const edit = edits[i] as Edit;
  return {
    before: edit.aStart - (edits[i - 1]?.aEnd ?? 0),
    behind: (edits[i + 1]?.aStart ?? end) - edit.aEnd,
  };
}

/**
 * Moves each pure insertion and deletion to the best place among those that mean the same: in
 * `加强领导，加强监督` → `加强领导，加强协调，加强监督` the insertion is `加强协调，` and not `协调，加强`.
 */
function slid(edits: readonly Edit[], a: readonly Token[], b: readonly Token[]): readonly Edit[] {
  const result = [...edits];
  for (const [i, edit] of edits.entries()) {
    const deletes = edit.bStart === edit.bEnd;
    if (!deletes && edit.aStart !== edit.aEnd) continue;
    const room = roomAround(result, i, a.length);
    // One that comes to touch another joins it; to the left only, since those behind have not been moved yet.
    const behind = room.behind - (i + 1 < edits.length ? 1 : 0);
    const shift = deletes
      ? bestShift(a, edit.aStart, edit.aEnd, room.before, behind)
      : bestShift(b, edit.bStart, edit.bEnd, room.before, behind);
    if (shift === 0) continue;
    result[i] = {
      aStart: edit.aStart + shift,
      aEnd: edit.aEnd + shift,
      bStart: edit.bStart + shift,
      bEnd: edit.bEnd + shift,
    };
  }
  return normalized(result);
}

/** How far to move `[start, end)` of the tokens, at most `before` to the left and `behind` to the right. */
function bestShift(
  tokens: readonly Token[],
  start: number,
  end: number,
  before: number,
  behind: number,
): number {
  const sameKey = (one: number, other: number) => tokens[one]?.key === tokens[other]?.key;
  let left = 0;
  while (left < before && sameKey(start - left - 1, end - left - 1)) left++;
  let right = 0;
  while (right < behind && sameKey(start + right, end + right)) right++;
  let best = 0;
  let bestScore = edgeAt(tokens, start) + edgeAt(tokens, end);
  for (let shift = -left; shift <= right; shift++) {
    const score = edgeAt(tokens, start + shift) + edgeAt(tokens, end + shift);
    if (score > bestScore) {
      best = shift;
      bestScore = score;
    }
  }
  return best;
}

/** Joins edits between which the equal text is chance. Two passes, since a joined edit may outweigh what stood before it. */
function withoutChance(edits: readonly Edit[], a: readonly Token[], b: readonly Token[]): readonly Edit[] {
  const once = (list: readonly Edit[]) => {
    const kept: Edit[] = [];
    for (const next of list) {
      let edit = next;
      for (let last = kept.at(-1); last !== undefined && isChance(last, edit, a, b); last = kept.at(-1)) {
        edit = joined(last, edit);
        kept.pop();
      }
      kept.push(edit);
    }
    return kept;
  };
  return once(once(edits));
}

/** Whether the equal text between two edits says nothing and only cuts a replacement to pieces. */
function isChance(one: Edit, next: Edit, a: readonly Token[], b: readonly Token[]): boolean {
  let characters = 0;
  for (let at = one.aEnd; at < next.aStart; at++) {
    const kind = a[at]?.kind;
    if (kind === 'word' || kind === 'ordinal') return false;
    if (kind === 'character') characters++;
    // The mark behind a clause or a member of a list is a landmark.
    else if (edgeAt(a, at + 1) >= EDGE.listed) return false;
    if (characters > CHANCE_MOST) return false;
  }
  if (!holdsContent(one, a, b) || !holdsContent(next, a, b)) return false;
  // What begins a clause on both sides is its landmark.
  const beginsClause = Math.min(edgeAt(a, one.aEnd), edgeAt(b, one.bEnd)) >= EDGE.clause;
  if (beginsClause && characters > 1) return false;
  const words = [edgeAt(a, one.aEnd), edgeAt(b, one.bEnd), edgeAt(a, next.aStart), edgeAt(b, next.bStart)];
  if (words.every((edge) => edge > EDGE.insideWord)) {
    // A lone 的 is no reason to part clauses that have nothing else in common.
    if (characters <= 1 && clauseEndsNear(one, next, a, b)) return true;
    return Math.min(shorterSide(one), shorterSide(next)) >= REWRITTEN_TIMES * characters;
  }
  return Math.min(longerSide(one), longerSide(next)) >= characters;
}

/** Whether a clause ends within one of the edits, and something stands behind its end; looked for near the equality alone. */
function clauseEndsNear(one: Edit, next: Edit, a: readonly Token[], b: readonly Token[]): boolean {
  const endsWithin = (tokens: readonly Token[], start: number, end: number) => {
    for (let at = start + 1; at < end; at++) if (edgeAt(tokens, at) >= EDGE.clause) return true;
    return false;
  };
  const near = {
    a: Math.max(one.aStart, one.aEnd - CLAUSE_MOST),
    b: Math.max(one.bStart, one.bEnd - CLAUSE_MOST),
  };
  return (
    endsWithin(a, near.a, one.aEnd) ||
    endsWithin(b, near.b, one.bEnd) ||
    endsWithin(a, next.aStart, Math.min(next.aEnd, next.aStart + CLAUSE_MOST)) ||
    endsWithin(b, next.bStart, Math.min(next.bEnd, next.bStart + CLAUSE_MOST))
  );
}

/**
 * Parts a replacement that reaches over the end of a clause on one side only: `乙甲，` → `乙，丙，` is 甲 left
 * out, the mark kept and the clause `丙，` put in, not 甲 replaced by `，丙`.
 */
function partedAtMarks(edits: readonly Edit[], a: readonly Token[], b: readonly Token[]): readonly Edit[] {
  const endsClause = (tokens: readonly Token[], at: number) =>
    tokens[at]?.kind === 'punctuation' && edgeAt(tokens, at + 1) >= EDGE.clause;
  return edits.flatMap((edit, i) => {
    const { aStart, aEnd, bStart, bEnd } = edit;
    const parts = aStart < aEnd && bStart < bEnd && roomAround(edits, i, a.length).behind > 1;
    if (!parts || !endsClause(a, aEnd) || !endsClause(b, bEnd)) return [edit];
    if (endsClause(b, bStart)) {
      return [
        { aStart, aEnd, bStart, bEnd: bStart },
        { aStart: aEnd + 1, aEnd: aEnd + 1, bStart: bStart + 1, bEnd: bEnd + 1 },
      ];
    }
    if (endsClause(a, aStart)) {
      return [
        { aStart, aEnd: aStart, bStart, bEnd },
        { aStart: aStart + 1, aEnd: aEnd + 1, bStart: bEnd + 1, bEnd: bEnd + 1 },
      ];
    }
    return [edit];
  });
}

/** The tokens of the edit's shorter side. */
function shorterSide(edit: Edit): number {
  return Math.min(edit.aEnd - edit.aStart, edit.bEnd - edit.bStart);
}

/** The tokens of the edit's longer side. */
function longerSide(edit: Edit): number {
  return Math.max(edit.aEnd - edit.aStart, edit.bEnd - edit.bStart);
}

/** Widens one edit as far as both of its ends need. */
function widened(
  edit: Edit,
  room: { before: number; behind: number },
  a: readonly Token[],
  b: readonly Token[],
): Edit {
  let left = 0;
  let right = 0;
  // Twice: an empty side has no edges of its own until the edit grows.
  for (let round = 0; round < 2; round++) {
    const aHolds = edit.aEnd - edit.aStart + left + right > 0;
    const bHolds = edit.bEnd - edit.bStart + left + right > 0;
    const cuts = (aAt: number, bAt: number) =>
      (aHolds && edgeAt(a, aAt) === EDGE.insideWord) || (bHolds && edgeAt(b, bAt) === EDGE.insideWord);
    left = stepsToEdge(room.before, a, edit.aStart, -1, (steps) =>
      cuts(edit.aStart - steps, edit.bStart - steps),
    );
    right = stepsToEdge(room.behind, a, edit.aEnd, 1, (steps) => cuts(edit.aEnd + steps, edit.bEnd + steps));
  }
  return {
    aStart: edit.aStart - left,
    aEnd: edit.aEnd + right,
    bStart: edit.bStart - left,
    bEnd: edit.bEnd + right,
  };
}

/**
 * The fewest steps from `from` to a place that cuts no word, or to the next edit, `room` steps off; 0 when it is too far.
 * An edit that begins or ends at a clause is not joined for the sake of a word: the clause is the better edge.
 */
function stepsToEdge(
  room: number,
  a: readonly Token[],
  from: number,
  direction: 1 | -1,
  cuts: (steps: number) => boolean,
): number {
  for (let steps = 0; steps <= Math.min(SNAP_MOST, room); steps++) {
    const joins = steps > 0 && steps === room;
    if (cuts(steps) && !joins) continue;
    return joins && edgeAt(a, from + direction * steps) >= EDGE.clause ? 0 : steps;
  }
  return 0;
}

/** Joins edits that have grown into one another. */
function disjoint(edits: readonly Edit[]): readonly Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last !== undefined && edit.aStart <= last.aEnd && edit.bStart <= last.bEnd) {
      result[result.length - 1] = joined(last, edit);
    } else {
      result.push(edit);
    }
  }
  return result;
}

/** Whether anything but form was changed. */
function holdsContent(edit: Edit, a: readonly Token[], b: readonly Token[]): boolean {
  for (let at = edit.aStart; at < edit.aEnd; at++) if (isContent(a[at] as Token)) return true;
  for (let at = edit.bStart; at < edit.bEnd; at++) if (isContent(b[at] as Token)) return true;
  return false;
}
