import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';
import type { ReadingMarks } from './reading-marks.ts';

/** A stretch of a line's text over which nothing changes. */
export interface ReadingSegment {
  readonly start: number;
  readonly end: number;
  /** The marks that lie on it, in order of where they begin; numbers of `ReadingMarks`. */
  readonly marks: readonly number[];
  /** Those of them that begin here, or, at the line's beginning, go on from a line before. */
  readonly signs: readonly number[];
  /** Whether it goes by decision. */
  readonly isRemoved: boolean;
  /** Whether it belongs to a passage of the open pair. */
  readonly isPassage: boolean;
  /** Whether it is the ordinal of a measure that begins here. */
  readonly isMarker: boolean;
}

/** What lies over a line besides its marks; each in order and without overlap. */
export interface Overlays {
  readonly removed: readonly Span[];
  readonly passages: readonly Span[];
  readonly markers: readonly Span[];
}

/**
 * A line's text from `start` to `end`, cut wherever something begins or ends; the segments join to the whole. `inLine` are
 * its marks. But for a bisection of `removed`, quadratic in what lies over the line alone.
 */
export function readingSegments(
  { starts, ends }: Pick<ReadingMarks, 'starts' | 'ends'>,
  inLine: ArrayLike<number>,
  { removed: allRemoved, passages, markers }: Overlays,
  start: number,
  end: number,
): readonly ReadingSegment[] {
  const removed = allRemoved.slice(
    partitionPoint(allRemoved, (span) => span.end <= start),
    partitionPoint(allRemoved, (span) => span.start < end),
  );
  const edges = new Set([start, end]);
  const add = (from: number, to: number) => {
    if (from > start && from < end) edges.add(from);
    if (to > start && to < end) edges.add(to);
  };
  const marks = Array.from(inLine);
  for (const mark of marks) add(starts[mark] as number, ends[mark] as number);
  for (const spans of [removed, passages, markers]) for (const span of spans) add(span.start, span.end);
  const cuts = [...edges].sort((p, q) => p - q);
  const segments: ReadingSegment[] = [];
  for (let index = 0; index + 1 < cuts.length; index++) {
    const [from, to] = [cuts[index] as number, cuts[index + 1] as number];
    const own = marks.filter((mark) => (starts[mark] as number) <= from && from < (ends[mark] as number));
    segments.push({
      start: from,
      end: to,
      marks: own,
      signs: own.filter((mark) => index === 0 || starts[mark] === from),
      isRemoved: isIn(removed, from),
      isPassage: isIn(passages, from),
      isMarker: isIn(markers, from),
    });
  }
  return segments;
}

function isIn(spans: readonly Span[], at: number): boolean {
  return spans.some((span) => span.start <= at && at < span.end);
}

/** Lines of print that follow one another and stand elsewhere equally often. */
export interface DepthStep {
  /** From the first line of print to before `to`, from 0. */
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** The lines of print that stand elsewhere, where `depths` says of each how often. Linear. */
export function depthSteps(depths: ArrayLike<number>): readonly DepthStep[] {
  const steps: { from: number; to: number; depth: number }[] = [];
  for (const [line, depth] of Array.from(depths).entries()) {
    if (!(depth > 0)) continue;
    const before = steps.at(-1);
    if (before !== undefined && before.to === line && before.depth === depth) before.to = line + 1;
    else steps.push({ from: line, to: line + 1, depth });
  }
  return steps;
}
