import type { Span } from '../text/span.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { trimStart } from './blanks.ts';
import type { Line } from './lines.ts';
import type { Correction } from './speech.ts';

/** What the user said of lines, the last word on each; lines are named by where they start. */
export interface LineCorrections {
  /** The lines, with what is a heading and what is no text as the user says. */
  readonly lines: readonly Line[];
  /** Lines that begin a paragraph in any case, and lines that never do. */
  readonly cuts: ReadonlySet<number>;
  readonly joined: ReadonlySet<number>;
  /** Headings by their level, 0 for what is none; and of the same lines what was guessed. */
  readonly headings: ReadonlyMap<number, number>;
  readonly guessedHeadings: ReadonlyMap<number, number>;
  /** Whether a measure begins there. */
  readonly measures: ReadonlyMap<number, boolean>;
  /** The lines in which no measure begins, in order. */
  readonly withoutMeasure: readonly Span[];
}

/** Longest line that may look the same as another, in characters: running headers are short. */
const LOOK_MOST = 200;
const BLANKS = /\s+/gu;
const DIGITS = /[0-9０-９]+/gu;
/** 第十二页: numerals elsewhere are words (第一章, 三农). */
const HAN_PAGE = /(?<=[第共])[〇○零一二三四五六七八九十百]+(?=[页頁])/gu;

/** Reads what `corrections` say of lines. What names no line says nothing. Linear time for each that means all alike, else logarithmic. */
export function correctLines(
  text: string,
  guessed: readonly Line[],
  corrections: readonly Correction[],
): LineCorrections {
  const speeches = new Set<number>();
  const paragraphs = new Map<number, 'begins' | 'joins'>();
  const headings = new Map<number, number>();
  const measures = new Map<number, boolean>();
  const running = new Map<number, boolean>();
  for (const correction of corrections) {
    const line = findLine(guessed, correction.at);
    if (line === null) continue;
    const { start } = line;
    switch (correction.kind) {
      case 'set-speaker':
        break;
      case 'start-speech':
        speeches.add(start);
        beginParagraph(start);
        break;
      case 'join-speech':
        speeches.delete(start);
        break;
      case 'set-heading':
        headings.set(start, correction.level);
        if (correction.level === 0) break;
        measures.delete(start);
        beginParagraph(start);
        if (running.get(start) === true) running.delete(start);
        break;
      case 'start-measure':
        measures.set(start, true);
        headings.delete(start);
        beginParagraph(start);
        if (running.get(start) === true) running.delete(start);
        break;
      case 'join-measure':
        measures.set(start, false);
        break;
      case 'set-running':
        for (const each of correction.alike ? alikeAmong(text, guessed, line) : [line])
          running.set(each.start, correction.running);
        break;
      case 'join-paragraph':
        paragraphs.set(start, 'joins');
        speeches.delete(start);
        headings.delete(start);
        if (measures.get(start) === true) measures.delete(start);
        break;
      case 'start-paragraph':
        paragraphs.set(start, 'begins');
    }
  }
  const isSaid = headings.size + measures.size + running.size > 0;
  const lines = isSaid
    ? guessed.map((line) => {
        const { start } = line;
        const isWords = (headings.get(start) ?? 0) > 0 || measures.get(start) === true;
        return correctLine(
          text,
          line,
          headings.get(start),
          running.get(start) ?? (isWords ? false : undefined),
        );
      })
    : guessed;
  const cuts = new Set(speeches);
  const joined = new Set<number>();
  for (const [start, state] of paragraphs) (state === 'begins' ? cuts : joined).add(start);
  for (const [start, begins] of measures) if (begins) cuts.add(start);
  const guessedHeadings = new Map<number, number>();
  for (const [start, level] of headings) {
    const at = indexAt(guessed, start);
    const before = guessed[at]?.heading ?? 0;
    guessedHeadings.set(start, before);
    if (level > 0 || before === 0) continue;
    // What was marked as a heading stays a paragraph by itself, until it is joined.
    cuts.add(start);
    const next = lines.slice(at + 1, at + 1 + NEXT_MOST).find(({ aside }) => !aside);
    if (next !== undefined) cuts.add(next.start);
  }
  const withoutMeasure = [...measures, ...headings]
    .filter(([, said]) => said === false || (Number(said) > 0 && said !== true))
    .map(([start]) => guessed[indexAt(guessed, start)] as Line)
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
  return { lines, cuts, joined, headings, guessedHeadings, measures, withoutMeasure };

  function beginParagraph(start: number): void {
    if (paragraphs.get(start) === 'joins') paragraphs.delete(start);
  }
}

/** Furniture between a heading and the text below it: a header, a footer and a page number, twice. */
const NEXT_MOST = 7;

/** The lines that look the same as `line` but for white space, digits and the number of the page; itself among them. */
function alikeAmong(text: string, lines: readonly Line[], line: Line): readonly Line[] {
  const look = lookOf(text, line);
  return lines.filter((each) => each === line || (look !== null && lookOf(text, each) === look));
}

/** Whether the line of `text` that holds `at` looks the same as the line `span`: but for white space and digits. */
export function looksAlike(text: string, at: number, span: Span): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const look = lookOf(text, { start, end: end < 0 ? text.length : end });
  return look !== null && look === lookOf(text, span);
}

function lookOf(text: string, { start, end }: Span): string | null {
  if (end - start > LOOK_MOST) return null;
  return text.slice(start, end).replaceAll(BLANKS, '').replaceAll(DIGITS, '0').replaceAll(HAN_PAGE, '0');
}

function correctLine(
  text: string,
  line: Line,
  heading: number | undefined,
  aside: boolean | undefined,
): Line {
  if (heading === undefined && aside === undefined) return line;
  // A rule that is text is text from its first mark on.
  const isBare = aside === false && line.content >= line.end;
  return {
    ...line,
    heading: heading ?? line.heading,
    aside: aside ?? line.aside,
    content: isBare ? trimStart(text, line.start, line.end) : line.content,
  };
}

/** The line that holds `at`, found by bisection; null on a blank one. */
export function findLine(lines: readonly Line[], at: number): Line | null {
  const line = lines[indexAt(lines, at)];
  return line !== undefined && at <= line.end ? line : null;
}

function indexAt(lines: readonly Line[], at: number): number {
  return partitionPoint(lines, ({ start }) => start <= at) - 1;
}
