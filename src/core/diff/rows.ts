import { LETTER, PUNCTUATION, SPACE, classOf } from '../text/characters.ts';
import { clausesOf, endStrength } from '../text/clauses.ts';
import type { Span } from '../text/span.ts';
import type { Comparison, Difference, Row, Segment, SideName } from './comparison.ts';
import { partitionPoint } from '../text/partition-point.ts';

/** Two clauses stand in one row when they share this part of the shorter one. Less is a word that recurs. */
const SHARED_LEAST = 0.2;
/** Marks and white space link clauses that hold nothing else. */
const WEIGHT_OF_FORM = 0.01;
/** Clauses replaced by others, more or fewer, stay in one row up to this many units; longer ones stand in rows of their own. */
const REPLACED_MOST = 160;

/** A run of clauses: `[start, end)` as indices. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/** What is known of one side's clauses. */
interface Clauses {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly weights: readonly number[];
  /** The moved region that holds most of the clause; null for none. */
  readonly moves: readonly (number | null)[];
}

/**
 * The clauses of both sides, those that correspond in one row: one to one, one to none, or several together where they
 * cannot be parted. Moved clauses have rows of their own on both sides. Linear time, and a sort.
 */
export function rowsOf(
  texts: Comparison['texts'],
  segments: readonly Segment[],
  differences: readonly Difference[],
): readonly Row[] {
  const a = clausesOfSide('a', texts.a, differences);
  const b = clausesOfSide('b', texts.b, differences);
  const rows: Row[] = [];
  let i = 0;
  let j = 0;
  for (const group of linkedGroups(segments, a, b)) {
    rows.push(...unlinkedRows(a, { start: i, end: group.a.start }, b, { start: j, end: group.b.start }));
    rows.push({ kind: 'changed', a: joint(a, group.a), b: joint(b, group.b) });
    i = group.a.end;
    j = group.b.end;
  }
  rows.push(...unlinkedRows(a, { start: i, end: a.spans.length }, b, { start: j, end: b.spans.length }));
  return withKinds(rows, differences);
}

function clausesOfSide(side: SideName, text: string, differences: readonly Difference[]): Clauses {
  const spans = clausesOf(text);
  const moved = differences
    .filter(({ kind }) => kind === 'moved')
    .map((d) => ({ ...d[side], move: d.move ?? null }));
  moved.sort((one, other) => one.start - other.start);
  let next = 0;
  const moves = spans.map(({ start, end }) => {
    while (next < moved.length && (moved[next] as Span).end <= start) next++;
    const region = moved[next];
    if (region === undefined) return null;
    const shared = Math.min(end, region.end) - Math.max(start, region.start);
    return shared * 2 > end - start ? region.move : null;
  });
  return { text, spans, weights: spans.map(({ start, end }) => weigh(text, start, end)), moves };
}

/** How much the stretch says: its units, marks and white space next to nothing. */
function weigh(text: string, start: number, end: number): number {
  let weight = 0;
  for (let at = start; at < end; at++) {
    const kind = classOf(text.charCodeAt(at));
    weight += kind === PUNCTUATION || kind === SPACE ? WEIGHT_OF_FORM : 1;
  }
  return weight;
}

function joint(clauses: Clauses, { start, end }: Run): Span {
  return { start: (clauses.spans[start] as Span).start, end: (clauses.spans[end - 1] as Span).end };
}

/** The groups of clauses that share equal text in their place, in order on both sides. */
function linkedGroups(segments: readonly Segment[], a: Clauses, b: Clauses): readonly { a: Run; b: Run }[] {
  const groups: { a: { start: number; end: number }; b: { start: number; end: number } }[] = [];
  for (const { i, j, weight } of linksOf(segments, a, b)) {
    if (weight < SHARED_LEAST * Math.min(a.weights[i] as number, b.weights[j] as number)) continue;
    if (a.moves[i] !== null || b.moves[j] !== null) continue;
    const last = groups.at(-1);
    if (last !== undefined && (i < last.a.end || j < last.b.end)) {
      last.a.end = Math.max(last.a.end, i + 1);
      last.b.end = Math.max(last.b.end, j + 1);
    } else {
      groups.push({ a: { start: i, end: i + 1 }, b: { start: j, end: j + 1 } });
    }
  }
  return groups;
}

/** For each pair of clauses that share equal text in its place, how much; in order on both sides. */
function linksOf(
  segments: readonly Segment[],
  a: Clauses,
  b: Clauses,
): readonly { readonly i: number; readonly j: number; readonly weight: number }[] {
  const links: { i: number; j: number; weight: number }[] = [];
  let i = 0;
  let j = 0;
  for (const segment of segments) {
    if (segment.kind !== 'equal' || segment.move !== undefined || segment.a === null || segment.b === null)
      continue;
    let aAt = segment.a.start;
    let bAt = segment.b.start;
    while (aAt < segment.a.end && bAt < segment.b.end) {
      while ((a.spans[i] as Span).end <= aAt) i++;
      while ((b.spans[j] as Span).end <= bAt) j++;
      // Text that differs in form may be of other length; what it links is decided where it begins.
      const exact = segment.class === 'text';
      const length = Math.min(
        (exact ? Math.min((a.spans[i] as Span).end, segment.a.end) : segment.a.end) - aAt,
        (exact ? Math.min((b.spans[j] as Span).end, segment.b.end) : segment.b.end) - bAt,
      );
      const weight = weigh(a.text, aAt, aAt + length);
      const last = links.at(-1);
      if (last !== undefined && last.i === i && last.j === j) last.weight += weight;
      else links.push({ i, j, weight });
      if (!exact) break;
      aAt += length;
      bAt += length;
    }
  }
  return links;
}

/** Rows for clauses that share nothing in their place. */
function unlinkedRows(a: Clauses, aRun: Run, b: Clauses, bRun: Run): readonly Row[] {
  const rows: Row[] = [];
  const aStays = withoutMoves(a, aRun);
  const bStays = withoutMoves(b, bRun);
  // Between moved clauses on either side what was replaced cannot be told; alone it is.
  if (aStays && bStays && aRun.start < aRun.end && bRun.start < bRun.end) {
    if (aRun.end - aRun.start === bRun.end - bRun.start) {
      for (let k = 0; aRun.start + k < aRun.end; k++) {
        rows.push({
          kind: 'changed',
          a: a.spans[aRun.start + k] as Span,
          b: b.spans[bRun.start + k] as Span,
        });
      }
      return rows;
    }
    const [aSpan, bSpan] = [joint(a, aRun), joint(b, bRun)];
    if (aSpan.end - aSpan.start + bSpan.end - bSpan.start <= REPLACED_MOST) {
      return [{ kind: 'changed', a: aSpan, b: bSpan }];
    }
  }
  return [
    ...rowsOfOneSide(a, aRun).map(({ span, move }): Row => ({ kind: 'only-a', a: span, b: null, ...move })),
    ...rowsOfOneSide(b, bRun).map(({ span, move }): Row => ({ kind: 'only-b', a: null, b: span, ...move })),
  ];
}

function withoutMoves(clauses: Clauses, { start, end }: Run): boolean {
  return clauses.moves.slice(start, end).every((move) => move === null);
}

/** The clauses of one side, those of one sentence or one moved region in one row. */
function rowsOfOneSide(
  { text, spans, moves }: Clauses,
  run: Run,
): readonly { readonly span: Span; readonly move: { move: number } | null }[] {
  const rows: { span: Span; move: { move: number } | null }[] = [];
  let ended = true;
  for (let i = run.start; i < run.end; i++) {
    const clause = spans[i] as Span;
    const move = moves[i] ?? null;
    const last = rows.at(-1);
    if (last !== undefined && !ended && (last.move?.move ?? null) === move) {
      last.span = { start: last.span.start, end: clause.end };
    } else {
      rows.push({ span: clause, move: move === null ? null : { move } });
    }
    ended = endsSentence(text, clause);
  }
  return rows;
}

/** Whether the clause's mark is one that ends a sentence. */
function endsSentence(text: string, { start, end }: Span): boolean {
  for (let at = end - 1; at >= start && classOf(text.charCodeAt(at)) !== LETTER; at--) {
    if (endStrength(text, at) >= 2) return true;
  }
  return false;
}

/** Says of each row with both sides whether it differs in more than form. */
function withKinds(rows: readonly Row[], differences: readonly Difference[]): readonly Row[] {
  const places = { a: placesOf('a', differences), b: placesOf('b', differences) };
  return rows.map((row) => {
    if (row.a === null || row.b === null) return row;
    const changed = touches(places.a, row.a) || touches(places.b, row.b);
    return { ...row, kind: changed ? 'changed' : 'equal' };
  });
}

/** Where one side's text really has other words, or lies elsewhere; in order. */
function placesOf(side: SideName, differences: readonly Difference[]): readonly Span[] {
  return differences
    .filter((difference) => difference.class === 'text' && lengthOn(side, difference) > 0)
    .map((difference) => difference[side])
    .sort((one, other) => one.start - other.start);
}

function lengthOn(side: SideName, difference: Difference): number {
  return difference[side].end - difference[side].start;
}

/** Whether one of the places overlaps the span. Binary search. */
function touches(places: readonly Span[], span: Span): boolean {
  const place = places[partitionPoint(places, ({ end }) => end <= span.start)];
  return place !== undefined && place.start < span.end;
}
