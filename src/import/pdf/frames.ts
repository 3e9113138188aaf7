import { withoutGaps } from './characters.ts';
import type { Stretch } from './columns.ts';
import { isEnumerator, withTightNumber } from './enumerators.ts';
import type { Line } from './lines.ts';

/** A line as it stands between the margins of its column. */
export interface SetLine {
  readonly text: string;
  /** From the left margin to where it begins, and from where it ends to the right margin; in squares of a letter. */
  readonly indent: number;
  readonly slack: number;
  /** As `indent`, where the text begins behind a number or a bullet and a tab; null where there is none. */
  readonly textAt: number | null;
  /** In points. */
  readonly size: number;
  readonly font: string;
  /** From the line above to this one, baseline to baseline, in points; null where it begins a page or a column. */
  readonly gap: number | null;
  readonly page: number;
}

/** The margins of a column, in points. */
export interface Frame {
  readonly left: number;
  readonly right: number;
}

/** Lines from which on a stretch shows its own margins. */
const LINES_LEAST = 4;
const HANGING_MARK = /[，。、；：！？）》」』”’,.;:!?]$/u;
/** In squares of a letter: how far out a mark hangs. In points: ends that are one. Of the full lines. */
const HANGING = 1.2;
const SAME_END = 1;
const STRETCHED_LEAST = 0.6;
/** In squares of a letter: the room behind a number that a tab makes, and no space. */
const TAB = 0.45;
const LABEL_MOST = 8;
/** A number that nothing stands behind. */
const NUMBER = /^\d{1,3}(?:\.\d{1,3}){0,4}$/u;
/** In points: left margins that are no further apart are one. */
const SAME_MARGIN = 3;
/** Of the lines, how many may reach beyond the right margin: a comma hangs out of it. */
const BEYOND = 0.1;

/** The margins of each stretch: its own where it shows them, else those of its like. */
export function framesOf(stretches: readonly Stretch[]): readonly Frame[] {
  const own = stretches.map(({ lines }) => (lines.length >= LINES_LEAST ? frameOf(lines) : null));
  const usual = new Map<number, Frame>();
  for (const column of [0, 1, 2] as const) {
    const frames = own.filter((frame, i) => frame !== null && stretches[i]?.column === column) as Frame[];
    if (frames.length > 0) {
      const right = median(frames.map((frame) => frame.right));
      // A page of items or of a block begins further in than the margin; one whose right margin is elsewhere has another.
      const alike = frames.filter((frame) => Math.abs(frame.right - right) <= SAME_MARGIN);
      usual.set(column, { left: Math.min(...alike.map(({ left }) => left)), right });
    }
  }
  return stretches.map(({ lines, column }, i) => {
    const like = usual.get(column);
    const frame = own[i] ?? like ?? frameOf(lines);
    if (like === undefined) return frame;
    const shift = frame.left - like.left;
    // Left and right pages: both margins are elsewhere. A page of short lines, or of an indented block, has the usual ones.
    const isShifted = shift < -SAME_MARGIN || (shift > SAME_MARGIN && frame.right > like.right + SAME_MARGIN);
    if (isShifted) return { left: frame.left, right: Math.max(frame.right, like.right + shift) };
    return { left: like.left, right: Math.max(frame.right, like.right) };
  });
}

/** The stretch's lines with their places between its margins. */
export function setLines(lines: readonly Line[], frame: Frame, page: number): readonly SetLine[] {
  return lines.map((line, i) => {
    const above = lines[i - 1];
    return {
      text: withTightNumber(withoutGaps(line.text)),
      indent: (line.x - frame.left) / line.size,
      slack: (frame.right - line.end) / line.size,
      textAt: textAt(line, frame),
      size: line.size,
      font: line.font,
      gap: above === undefined ? null : line.y - above.y,
      page,
    };
  });
}

function textAt({ runs, size }: Line, { left }: Frame): number | null {
  let label = '';
  let end: number | null = null;
  for (const { text, x, width } of runs) {
    if (end !== null && x - end >= TAB * size)
      return isEnumerator(label) || NUMBER.test(label) ? (x - left) / size : null;
    label += text.trim();
    if (label.length > LABEL_MOST) return null;
    end = x + width;
  }
  return null;
}

function frameOf(lines: readonly Line[]): Frame {
  const ends = lines.map(({ end }) => end).sort((a, b) => b - a);
  const outermost = ends[Math.floor(ends.length * BEYOND)] ?? 0;
  // Marks hang out of the margin; what ends with a character does not.
  const inside = lines.filter(({ text }) => !HANGING_MARK.test(text)).map(({ end }) => end);
  const inner = inside.length >= LINES_LEAST ? Math.max(...inside) : outermost;
  const size = median(lines.map((line) => line.size));
  const outer = inner < outermost && outermost - inner <= HANGING * size ? inner : outermost;
  return { left: commonLeft(lines), right: stretchedTo(lines, outer) ?? outer };
}

/** Where most of the full lines end exactly, with commas hanging out of some of them; null where they end here and there. */
function stretchedTo(lines: readonly Line[], outer: number): number | null {
  const ends = lines
    .filter(({ end, size }) => end >= outer - HANGING * size)
    .map(({ end }) => end)
    .sort((a, b) => b - a);
  let [right, most] = [0, 0];
  for (let from = 0, to = 0; from < ends.length; from++) {
    while (to < ends.length && (ends[from] as number) - (ends[to] as number) <= SAME_END) to++;
    if (to - from > most) [right, most] = [ends[from] as number, to - from];
  }
  return most >= STRETCHED_LEAST * ends.length ? right : null;
}

/** The leftmost edge at which more than one line begins. */
function commonLeft(lines: readonly Line[]): number {
  const starts = lines.map(({ x }) => x).sort((a, b) => a - b);
  const shared = starts.find((x, i) => (starts[i + 1] ?? Infinity) - x <= SAME_MARGIN);
  return shared ?? starts[0] ?? 0;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
}
