import { cutAt } from './cuts.ts';
import type { Line, Segment } from './lines.ts';

/** Lines that are read from top to bottom before any other: a page's, or those of one column. */
export interface Stretch {
  readonly lines: readonly Line[];
  /** 0 where the page is not parted, 1 for the left column, 2 for the right. */
  readonly column: 0 | 1 | 2;
}

// In points where nothing else is said.
/** The gap between two columns is sought in steps of this. */
const STEP = 2;
/** The least width of the gap. */
const GUTTER_LEAST = 8;
/** The gap lies in the middle part of what is printed. */
const MIDDLE = [0.3, 0.7] as const;
/** Lines in each column, at least. */
const LINES_LEAST = 4;
/** How much of the column a line of it fills, in the middle: a table's cells fill less. */
const FILLED = 0.75;
/** How wide the narrower column is, of the wider. */
const AS_WIDE = 0.8;

/** What may stand behind the end of a full line. */
const HANGING = /[，。、；：！？）》」』”’]$/u;

interface Gutter {
  readonly start: number;
  readonly end: number;
}

/** The stretches of a page in the order in which they are read. Time linear in lines times the page's width. */
export function stretchesOf(lines: readonly Line[]): readonly Stretch[] {
  const gutter = gutterOf(lines.flatMap(({ segments }) => segments));
  if (gutter === null) return [{ lines, column: 0 }];
  const stretches: Stretch[] = [];
  let whole: Line[] = [];
  let left: Line[] = [];
  let right: Line[] = [];
  for (const line of lines) {
    const [inLeft, inRight] = split(line, gutter);
    if (inLeft === null && inRight === null) {
      endColumns();
      whole.push(line);
      continue;
    }
    endWhole();
    if (inLeft !== null) left.push(inLeft);
    if (inRight !== null) right.push(inRight);
  }
  endColumns();
  endWhole();
  return stretches;

  function endWhole(): void {
    if (whole.length > 0) stretches.push({ lines: whole, column: 0 });
    whole = [];
  }

  function endColumns(): void {
    if (left.length > 0) stretches.push({ lines: left, column: 1 });
    if (right.length > 0) stretches.push({ lines: right, column: 2 });
    left = [];
    right = [];
  }
}

/** A line's parts on both sides; null twice when it goes across. */
function split(line: Line, gutter: Gutter): readonly [Line | null, Line | null] {
  const segments = line.segments.flatMap((segment) => partsOf(segment, gutter));
  const left = segments.filter(({ end }) => end <= gutter.end);
  const right = segments.filter(({ x }) => x >= gutter.start);
  if (left.length + right.length < segments.length) return [null, null];
  return [lineFrom(left), lineFrom(right)];
}

/** A segment that punctuation hanging out of the left column has joined with the right one, as two. */
function partsOf(segment: Segment, gutter: Gutter): readonly Segment[] {
  if (segment.x >= gutter.start || segment.end <= gutter.end) return [segment];
  const cut = cutAt(segment, gutter.end);
  if (cut === null || !HANGING.test(cut[0].text)) return [segment];
  const [left, right] = cut;
  return [
    { ...left, end: Math.min(left.end, gutter.end) },
    { ...right, x: Math.max(right.x, gutter.end) },
  ];
}

function lineFrom(segments: readonly Segment[]): Line | null {
  const [first] = segments;
  if (first === undefined) return null;
  const text = segments.map((each) => each.text).join(' ');
  return {
    ...first,
    text,
    end: Math.max(...segments.map(({ end }) => end)),
    runs: segments.flatMap(({ runs }) => runs),
    segments,
  };
}

/** The gap between two columns of running text; null when the page has one column, or a table. */
function gutterOf(segments: readonly Segment[]): Gutter | null {
  if (segments.length < 2 * LINES_LEAST) return null;
  const left = least(segments.map(({ x }) => x));
  const right = most(segments.map(({ end }) => end));
  const from = left + (right - left) * MIDDLE[0];
  const steps = Math.ceil(((right - left) * (MIDDLE[1] - MIDDLE[0])) / STEP);
  if (!(steps > 0 && steps < 10_000)) return null;
  const crossed = new Int32Array(steps);
  for (const { x, end } of segments) {
    const first = Math.max(0, Math.floor((x - from) / STEP));
    const last = Math.min(steps - 1, Math.ceil((end - from) / STEP) - 1);
    for (let step = first; step <= last; step++) crossed[step]!++;
  }
  const fewest = least([...crossed]);
  let best: Gutter | null = null;
  for (let start = 0; start < steps;) {
    let end = start;
    while (end < steps && crossed[end] === fewest) end++;
    const width = (end - start) * STEP;
    if (width >= GUTTER_LEAST && (best === null || width > best.end - best.start)) {
      best = { start: from + start * STEP, end: from + end * STEP };
    }
    start = Math.max(end, start + 1);
  }
  return best !== null && isBetweenColumns(best, segments) ? best : null;
}

function isBetweenColumns(gutter: Gutter, segments: readonly Segment[]): boolean {
  const sides = [
    segments.filter(({ end }) => end <= gutter.end),
    segments.filter(({ x }) => x >= gutter.start),
  ] as const;
  if (sides.some((side) => side.length < LINES_LEAST)) return false;
  const across = segments.length - sides[0].length - sides[1].length;
  if (across > Math.min(sides[0].length, sides[1].length)) return false;
  const widths = sides.map((side) => most(side.map(({ end }) => end)) - least(side.map(({ x }) => x)));
  const [one = 0, other = 0] = widths;
  if (Math.min(one, other) < AS_WIDE * Math.max(one, other)) return false;
  return sides.every((side, i) => {
    const filled = side.map(({ x, end }) => (end - x) / (widths[i] as number)).sort((a, b) => a - b);
    return (filled[Math.floor(filled.length / 2)] as number) >= FILLED;
  });
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Infinity);
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), -Infinity);
}
