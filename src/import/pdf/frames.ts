import { withoutGaps } from './characters.ts';
import type { Stretch } from './columns.ts';
import { withTightNumber } from './enumerators.ts';
import type { Line } from './lines.ts';

/** A line as it stands between the margins of its column. */
export interface SetLine {
  readonly text: string;
  /** From the left margin to where it begins, and from where it ends to the right margin; in squares of a letter. */
  readonly indent: number;
  readonly slack: number;
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
      usual.set(column, {
        left: median(frames.map(({ left }) => left)),
        right: median(frames.map(({ right }) => right)),
      });
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
      size: line.size,
      font: line.font,
      gap: above === undefined ? null : line.y - above.y,
      page,
    };
  });
}

function frameOf(lines: readonly Line[]): Frame {
  const ends = lines.map(({ end }) => end).sort((a, b) => b - a);
  return { left: commonLeft(lines), right: ends[Math.floor(ends.length * BEYOND)] ?? 0 };
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
