import { graphemeStarts } from '../text/graphemes.ts';
import { type Span, slice } from '../text/span.ts';
import type { Alignment } from './alignment.ts';
import type { Comparison, Difference, Mark, SideName } from './comparison.ts';
import { partitionPoint } from '../text/partition-point.ts';

/**
 * What is marked on each side, in order and disjoint. `alignments` say which characters within the words really differ.
 * Linear time, and a sort.
 */
export function marksOf(
  texts: Comparison['texts'],
  differences: readonly Difference[],
  alignments: readonly Alignment[],
): Comparison['marks'] {
  return {
    a: marksOfSide('a', texts, differences, alignments),
    b: marksOfSide('b', texts, differences, alignments),
  };
}

function marksOfSide(
  side: SideName,
  texts: Comparison['texts'],
  differences: readonly Difference[],
  alignments: readonly Alignment[],
): readonly Mark[] {
  const exact = exactSpans(side, alignments);
  const marks = differences
    .filter(({ kind }) => kind !== 'moved')
    .flatMap((difference) => marksOfDifference(side, texts, difference, exact));
  marks.sort((one, other) => one.start - other.start || one.end - other.end);
  const regions = differences
    .filter(({ kind }) => kind === 'moved')
    .sort((one, other) => one[side].start - other[side].start);
  return withRegions(marks, regions, side);
}

/** Where one side's characters differ, by the scripts before they were widened to words; in order. */
function exactSpans(side: SideName, alignments: readonly Alignment[]): readonly Span[] {
  const spans: Span[] = [];
  for (const alignment of alignments) {
    const tokens = alignment[side];
    for (const edit of alignment.exact) {
      const first = side === 'a' ? edit.aStart : edit.bStart;
      const last = (side === 'a' ? edit.aEnd : edit.bEnd) - 1;
      const [begin, end] = [tokens[first], tokens[last]];
      if (last >= first && begin !== undefined && end !== undefined)
        spans.push({ start: begin.start, end: end.end });
    }
  }
  return spans.sort((one, other) => one.start - other.start);
}

function marksOfDifference(
  side: SideName,
  texts: Comparison['texts'],
  difference: Difference,
  exact: readonly Span[],
): readonly Mark[] {
  const span = difference[side];
  const base = { difference: difference.number, move: difference.move ?? null };
  if (span.start === span.end) return [{ ...span, ...base, mark: 'caret', strong: true }];
  switch (difference.kind) {
    case 'replaced':
      return parted(span, within(span, exact)).map((part) => ({ ...part, ...base, mark: 'replaced' }));
    case 'form':
      return parted(span, [unlikePart(side, texts, difference)]).map((part) => ({
        ...part,
        ...base,
        mark: 'form',
      }));
    default:
      return [{ ...span, ...base, mark: 'only', strong: true }];
  }
}

/** The parts of `exact` in `span`; both in order. Binary search. */
function within(span: Span, exact: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  const first = partitionPoint(exact, ({ end }) => end <= span.start);
  for (let i = first; i < exact.length && (exact[i] as Span).start < span.end; i++) {
    const { start, end } = exact[i] as Span;
    parts.push({ start: Math.max(start, span.start), end: Math.min(end, span.end) });
  }
  return parts;
}

/** Cuts the span into strong and other parts. */
function parted(span: Span, strong: readonly Span[]): readonly (Span & { strong: boolean })[] {
  const parts: (Span & { strong: boolean })[] = [];
  let at = span.start;
  for (const { start, end } of strong) {
    if (start > at) parts.push({ start: at, end: start, strong: false });
    if (end > start) parts.push({ start, end, strong: true });
    at = Math.max(at, end);
  }
  if (at < span.end) parts.push({ start: at, end: span.end, strong: false });
  return parts;
}

/** The part of a difference of form without what both sides begin and end with: of 三是 and 四是 the 三. */
function unlikePart(side: SideName, texts: Comparison['texts'], { a, b }: Difference): Span {
  const span = side === 'a' ? a : b;
  const [head, tail] = commonGraphemes(slice(texts.a, a), slice(texts.b, b));
  return { start: span.start + head, end: span.end - tail };
}

/** How many units the strings share at their begin and at their end, in whole graphemes. */
export function commonGraphemes(a: string, b: string): readonly [head: number, tail: number] {
  const aParts = graphemesOf(a);
  const bParts = graphemesOf(b);
  const most = Math.min(aParts.length, bParts.length);
  let first = 0;
  let head = 0;
  while (first < most && aParts[first] === bParts[first]) head += (aParts[first++] as string).length;
  let last = 0;
  let tail = 0;
  while (last < most - first && aParts.at(-1 - last) === bParts.at(-1 - last)) {
    tail += (aParts.at(-1 - last++) as string).length;
  }
  return [head, tail];
}

function graphemesOf(text: string): readonly string[] {
  const starts = graphemeStarts(text);
  return Array.from({ length: starts.length - 1 }, (_, i) => text.slice(starts[i], starts[i + 1]));
}

/** Puts the moved regions under the marks: what is not marked in a region is marked as moved. */
function withRegions(
  marks: readonly Mark[],
  regions: readonly Difference[],
  side: SideName,
): readonly Mark[] {
  const result: Mark[] = [];
  let i = 0;
  for (const { number, move = null, ...spans } of regions) {
    const { start, end } = spans[side];
    const fill = (from: number, to: number) => {
      if (from < to)
        result.push({ start: from, end: to, mark: 'moved', difference: number, move, strong: false });
    };
    while (i < marks.length && (marks[i] as Mark).start < start) result.push(marks[i++] as Mark);
    let at = start;
    while (i < marks.length && (marks[i] as Mark).end <= end && (marks[i] as Mark).start < end) {
      const mark = marks[i++] as Mark;
      fill(at, mark.start);
      result.push(mark);
      at = mark.end;
    }
    fill(at, end);
  }
  return [...result, ...marks.slice(i)];
}
