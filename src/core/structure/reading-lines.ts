import { CLOSERS, endStrength } from '../text/clauses.ts';
import { lastGraphemeOf } from '../text/graphemes.ts';
import { overlapOf, type Span } from '../text/span.ts';
import type { Speech, StructuredDocument } from './speech.ts';

/**
 * A line of a document's text with what the structure says of it. White lines are left out; a very long line is cut into
 * several, since a browser stalls on a paragraph of a million characters.
 */
export interface ReadingLine {
  readonly span: Span;
  /** `heading`: one inside a speech; `break`: a page number or a running header, which is no text. */
  readonly role: 'title' | 'byline' | 'heading' | 'text' | 'break';
  /** Index into the document's speeches. */
  readonly speech: number;
  /** Whether a speech begins here. */
  readonly opensSpeech: boolean;
  /** Whether the line goes on with a paragraph that a page break cut. */
  readonly continues: boolean;
  /** Indices of the measures that begin in this line. */
  readonly measures: readonly number[];
  /** The level of the innermost measure that the line belongs to; 0 outside of all. */
  readonly level: number;
  /** Whether it is the rest of a line that was cut. */
  readonly isRest: boolean;
}

/** Of a line that is drawn as one, in UTF-16 units: ten lines of print, half of what a window shows. */
export const LINE_MOST = 320;
/** How far before that the end of a clause is looked for. */
const LOOK_BACK = 120;

/** The lines of a document in order. Linear in the text, the measures and the breaks. */
export function readingLinesOf(structured: StructuredDocument): readonly ReadingLine[] {
  const { text } = structured.document;
  const lines: ReadingLine[] = [];
  structured.speeches.forEach((speech, index) => {
    const measuresIn = measureCursor(speech);
    const breaksIn = breakCursor(speech);
    const isHeading = headingCursor(speech);
    let opensSpeech = true;
    for (let start = speech.span.start; start < speech.span.end;) {
      const end = lineEnd(text, start, speech.span.end);
      let isRest = false;
      for (let from = start; from < end;) {
        const to = pieceEnd(text, from, end);
        if (!isWhite(text, from, to)) {
          const span = { start: from, end: to };
          const { isBreak, continues } = breaksIn(span);
          const isHead = isHeading(span);
          const role = isBreak ? 'break' : isHead ? 'heading' : roleOf(speech, span);
          lines.push({ span, role, speech: index, opensSpeech, continues, ...measuresIn(span), isRest });
          opensSpeech = false;
          isRest = true;
        }
        from = to;
      }
      start = end + 1;
    }
  });
  return lines;
}

function lineEnd(text: string, start: number, most: number): number {
  const found = text.indexOf('\n', start);
  return found < 0 || found > most ? most : found;
}

function isWhite(text: string, from: number, to: number): boolean {
  return text.slice(from, to).trim() === '';
}

/** Where the first piece of a line ends: behind a sentence where one ends near, else a clause, else a character. */
function pieceEnd(text: string, from: number, end: number): number {
  if (end - from <= LINE_MOST) return end;
  const most = from + LINE_MOST;
  let edge = 0;
  let strength = 0;
  for (let at = most - 1; at >= most - LOOK_BACK && strength < 2; at--) {
    const own = endStrength(text, at);
    if (own <= strength) continue;
    strength = own;
    edge = at + 1;
    while (edge < most && CLOSERS.includes(text.charAt(edge))) edge++;
  }
  if (edge > 0) return edge;
  const last = lastGraphemeOf(text.slice(most - LOOK_BACK, most));
  return last > 0 ? most - LOOK_BACK + last : most;
}

function roleOf(speech: Speech, line: Span): ReadingLine['role'] {
  const isIn = (span: Span | null) => span !== null && overlapOf(span, line) > 0;
  if (isIn(speech.titleSpan)) return 'title';
  return isIn(speech.bylineSpan) ? 'byline' : 'text';
}

/** Walks the measures along with the lines, so that each is looked at a bounded number of times. */
function measureCursor({ measures }: Speech): (line: Span) => Pick<ReadingLine, 'measures' | 'level'> {
  let next = 0;
  const open: number[] = [];
  const spanOf = (index: number) => measures[index]?.span ?? { start: Infinity, end: Infinity };
  return (line) => {
    const begun: number[] = [];
    for (; spanOf(next).start < line.end; next++) {
      begun.push(next);
      open.push(next);
    }
    while (open.length > 0 && spanOf(open.at(-1) ?? 0).end <= line.start) open.pop();
    const holder = begun[0] ?? open.at(-1);
    return { measures: begun, level: holder === undefined ? 0 : (measures[holder]?.level ?? 0) };
  };
}

/** Walks the headings along with the lines. */
function headingCursor({ headings = [] }: Speech): (line: Span) => boolean {
  let next = 0;
  return (line) => {
    while ((headings[next]?.span.end ?? Infinity) <= line.start) next++;
    return (headings[next]?.span.start ?? Infinity) < line.end;
  };
}

/** Walks the breaks along with the lines. */
function breakCursor({ breaks }: Speech): (line: Span) => { isBreak: boolean; continues: boolean } {
  let next = 0;
  return (line) => {
    while ((breaks[next]?.end ?? Infinity) < line.start) next++;
    const span = breaks[next];
    const isBreak = span !== undefined && span.start <= line.start && line.end <= span.end;
    return { isBreak, continues: !isBreak && span?.end === line.start };
  };
}
