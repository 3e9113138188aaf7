import type { Speech, StructuredDocument } from './speech.ts';
import type { Span } from '../text/span.ts';

/** A line of a document's text with what the structure says of it. White lines are left out. */
export interface ReadingLine {
  readonly span: Span;
  readonly role: 'title' | 'byline' | 'item' | 'text';
  /** Index into the document's speeches. */
  readonly speech: number;
  /** Whether a speech begins here. */
  readonly opensSpeech: boolean;
  /** Index of the measure that begins in this line (the first, when several stand inline), or null. */
  readonly measure: number | null;
  /** The level of the innermost measure that holds the line's first character; 0 outside of all. */
  readonly level: number;
}

/** The lines of a document in order. Linear in the text and the number of measures. */
export function readingLinesOf(structured: StructuredDocument): readonly ReadingLine[] {
  const { text } = structured.document;
  const lines: ReadingLine[] = [];
  structured.speeches.forEach((speech, index) => {
    const measureAt = cursorOver(speech);
    let opensSpeech = true;
    for (let start = speech.span.start; start < speech.span.end;) {
      const end = lineEnd(text, start, speech.span.end);
      if (text.slice(start, end).trim() !== '') {
        const { measure, level } = measureAt(start, end);
        const role = roleOf(speech, start, end, measure);
        lines.push({ span: { start, end }, role, speech: index, opensSpeech, measure, level });
        opensSpeech = false;
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

function roleOf(speech: Speech, start: number, end: number, measure: number | null): ReadingLine['role'] {
  const isIn = (span: Span | null) => span !== null && start < span.end && span.start < end;
  if (isIn(speech.titleSpan)) return 'title';
  if (isIn(speech.bylineSpan)) return 'byline';
  return measure === null ? 'text' : 'item';
}

/** Walks the measures along with the lines, so that each is looked at a bounded number of times. */
function cursorOver(
  speech: Speech,
): (start: number, end: number) => { measure: number | null; level: number } {
  let next = 0;
  const open: number[] = [];
  return (start, end) => {
    let first: number | null = null;
    while (next < speech.measures.length && (speech.measures[next]?.span.start ?? Infinity) < end) {
      if ((speech.measures[next]?.span.start ?? -1) >= start) first ??= next;
      open.push(next++);
    }
    while (open.length > 0 && (speech.measures[open.at(-1) ?? 0]?.span.end ?? 0) <= start) open.pop();
    const holder = first ?? open.at(-1);
    return { measure: first, level: holder === undefined ? 0 : (speech.measures[holder]?.level ?? 0) };
  };
}
