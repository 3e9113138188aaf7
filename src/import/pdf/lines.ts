import { GAP, isWide, wantsSpace } from './characters.ts';
import type { Fragment } from './fragments.ts';

/** What stands together in a line, without a wide gap. Lengths in points, from the top left of the page. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  /** Of the baseline of most of it. */
  readonly y: number;
  /** Of most of its letters. */
  readonly size: number;
  /** Of most of its letters. */
  readonly font: string;
  /** Its runs, from left to right. */
  readonly runs: readonly Fragment[];
}

/** What stands at one height of a page. */
export interface Line extends Segment {
  /** From left to right; one where there is no wide gap. */
  readonly segments: readonly Segment[];
}

// All in squares of a letter.
/** Two baselines that are no further apart are one line's. */
const SAME_BASELINE = 0.35;
/** How much of a small letter's height lies in the line's when it is raised or lowered in it. */
const RAISED_WITHIN = 0.5;
/** Small letters beside large ones. */
const SMALL = 0.8;
/** A letter's part above the baseline. */
const ASCENT = 0.85;
/** A gap between words; between Chinese characters a gap of a whole character. */
const WORD_GAP = 0.15;
const WIDE_GAP = 0.8;
/** A gap that may part two columns, or two cells of a table. */
const SEGMENT_GAP = 1.2;
/** Bold that is made by printing twice: as much aside. */
const TWICE = 0.2;

/** The lines of a page from top to bottom. N log N time. */
export function linesOf(fragments: readonly Fragment[]): readonly Line[] {
  const sorted = fragments.toSorted((one, other) => one.y - other.y || one.x - other.x);
  const groups: { readonly fragments: Fragment[]; largest: Fragment }[] = [];
  for (const fragment of sorted) {
    const group = groups.at(-1);
    if (group === undefined || !isOnLine(fragment, group.largest)) {
      groups.push({ fragments: [fragment], largest: fragment });
      continue;
    }
    group.fragments.push(fragment);
    if (fragment.size > group.largest.size) group.largest = fragment;
  }
  return groups.flatMap((group) => {
    const line = lineOf(group.fragments);
    return line === null ? [] : [line];
  });
}

/** Whether a fragment lies on the line of the largest letters before it. */
function isOnLine(fragment: Fragment, largest: Fragment): boolean {
  const smaller = Math.min(fragment.size, largest.size);
  if (smaller >= SMALL * Math.max(fragment.size, largest.size)) {
    return Math.abs(fragment.y - largest.y) <= SAME_BASELINE * smaller;
  }
  const top = Math.max(fragment.y - ASCENT * fragment.size, largest.y - ASCENT * largest.size);
  const bottom = Math.min(fragment.y, largest.y);
  return bottom - top >= RAISED_WITHIN * smaller;
}

function lineOf(group: readonly Fragment[]): Line | null {
  const ordered = withoutTwice(group.toSorted((one, other) => one.x - other.x));
  const spread = isSpread(ordered);
  const segments: Segment[] = [];
  let together: Fragment[] = [];
  for (const fragment of ordered) {
    const last = together.at(-1);
    const gap = last === undefined ? 0 : fragment.x - endOf(last);
    if (last !== undefined && !spread && gap > SEGMENT_GAP * Math.max(last.size, fragment.size)) {
      segments.push(segmentOf(together, false));
      together = [];
    }
    together.push(fragment);
  }
  if (together.length === 0) return null;
  segments.push(segmentOf(together, spread));
  return { ...joinedSegments(segments), segments };
}

/** Segments as one: a wide gap becomes a space. */
export function joinedSegments(segments: readonly Segment[]): Segment {
  const [first] = segments as readonly [Segment, ...Segment[]];
  const longest = segments.reduce((long, each) => (each.text.length > long.text.length ? each : long), first);
  const text = segments.map((each) => each.text).join(' ');
  const runs = segments.flatMap((each) => each.runs);
  return { ...longest, text, x: first.x, end: Math.max(...segments.map(({ end }) => end)), runs };
}

/** Runs of one line as a segment; `spread` when the gaps between them mean nothing. */
export function segmentOf(fragments: readonly Fragment[], spread: boolean): Segment {
  let text = '';
  let last: Fragment | null = null;
  for (const fragment of fragments) {
    if (last !== null && !spread) text += between(last, fragment);
    text += text.endsWith(' ') ? fragment.text.trimStart() : fragment.text;
    last = fragment;
  }
  const [first] = fragments as readonly [Fragment, ...Fragment[]];
  const main = mainOf(fragments);
  return {
    text: text.trim(),
    x: first.x,
    end: Math.max(...fragments.map(endOf)),
    y: main.y,
    size: main.size,
    font: main.font,
    runs: fragments,
  };
}

/** What stands between two fragments: a space between words, and where there is room for a character of Chinese. */
function between(last: Fragment, next: Fragment): string {
  const end = last.text.at(-1) as string;
  const start = next.text[0] as string;
  const gap = (next.x - endOf(last)) / Math.min(last.size, next.size);
  if (end === ' ' || start === ' ' || gap <= WORD_GAP) return '';
  return wantsSpace(last.text, next.text) || gap > WIDE_GAP ? ' ' : GAP;
}

/** Single characters that are drawn apart to fill a line (通　　知): the gaps mean nothing. */
function isSpread(ordered: readonly Fragment[]): boolean {
  return (
    ordered.length > 1 &&
    ordered.every(({ text }) => [...text.trim()].length === 1 && isWide(text.trim())) &&
    ordered.every(
      (each, i) => i === 0 || each.x - endOf(ordered[i - 1] as Fragment) > WORD_GAP * each.size,
    ) &&
    isEven(ordered.slice(1).map((each, i) => each.x - (ordered[i] as Fragment).x))
  );
}

function isEven(steps: readonly number[]): boolean {
  return Math.max(...steps) - Math.min(...steps) <= WORD_GAP * Math.max(...steps);
}

function withoutTwice(ordered: readonly Fragment[]): readonly Fragment[] {
  return ordered.filter((each, i) => {
    const before = ordered[i - 1];
    const isAgain =
      before !== undefined &&
      before.text === each.text &&
      each.x - before.x < TWICE * each.size &&
      each.size === before.size;
    return !isAgain;
  });
}

/** The fragment in whose size most letters stand. */
function mainOf(fragments: readonly Fragment[]): Fragment {
  const letters = new Map<number, number>();
  for (const { size, text } of fragments) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const [size] = [...letters].reduce((most, each) => (each[1] > most[1] ? each : most));
  const ofSize = fragments.filter((each) => each.size === size);
  return ofSize.reduce((long, each) => (each.text.length > long.text.length ? each : long));
}

function endOf({ x, width }: Fragment): number {
  return x + width;
}
