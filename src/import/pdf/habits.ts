import type { SetLine } from './frames.ts';

/** How a document's text is set, as most of its lines show it. */
export interface Habits {
  /** Of most letters, in points. */
  readonly size: number;
  /** The font of most letters. */
  readonly font: string;
  /** From one line to the next, in squares of a letter. */
  readonly leading: number;
  /** Paragraphs begin further in than their other lines. */
  readonly indents: boolean;
  /** Lines are stretched to end at the margin. */
  readonly justifies: boolean;
}

// In squares of a letter.
/** The indent of a first line: two characters, and what programs make of it. */
export const FIRST_LINE = { least: 1.3, most: 2.8 } as const;
const AT_MARGIN = 0.5;
/** Lines that end so near to the margin were stretched to it. */
export const STRETCHED = 0.35;
const LEADING_MOST = 3.5;

/** Of the lines of the text's size: how many are indented, at least, where paragraphs are. */
const INDENTED_LEAST = 0.05;
/** Of the lines that are nearly full: how many end exactly at the margin where lines are stretched. */
const STRETCHED_LEAST = 0.7;
const NEARLY_FULL = 2.5;

/** Of what has no lines. */
const NONE: Habits = { size: 12, font: '', leading: 1.5, indents: false, justifies: false };

/** The habits of the lines; linear time. */
export function habitsOf(lines: readonly SetLine[]): Habits {
  if (lines.length === 0) return NONE;
  const size = mostOf(lines, (line) => Math.round(line.size * 2) / 2);
  const body = lines.filter((line) => Math.abs(line.size - size) <= 0.5);
  const leadings = body
    .flatMap(({ gap, size: letters }) => (gap === null || gap <= 0 ? [] : [gap / letters]))
    .filter((leading) => leading < LEADING_MOST)
    .sort((a, b) => a - b);
  const indented = body.filter(({ indent }) => indent > FIRST_LINE.least && indent < FIRST_LINE.most).length;
  const atMargin = body.filter(({ indent }) => Math.abs(indent) < AT_MARGIN).length;
  const full = body.filter(({ slack }) => slack < NEARLY_FULL);
  const stretched = full.filter(({ slack }) => slack < STRETCHED).length;
  return {
    size,
    font: mostOf(body, ({ font }) => font),
    // A third of the way up: where every paragraph is one line, most gaps are those between paragraphs.
    leading: leadings[Math.floor(leadings.length / 3)] ?? 1.5,
    indents: indented >= 2 && atMargin >= 1 && indented >= INDENTED_LEAST * body.length,
    justifies: full.length > 0 && stretched >= STRETCHED_LEAST * full.length,
  };
}

function mostOf<T>(lines: readonly SetLine[], key: (line: SetLine) => T): T {
  const letters = new Map<T, number>();
  for (const line of lines) letters.set(key(line), (letters.get(key(line)) ?? 0) + line.text.length);
  const [most] = [...letters].reduce((best, each) => (each[1] > best[1] ? each : best));
  return most;
}
