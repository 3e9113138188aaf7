import { inOneGo } from '../in-one-go.ts';
import type { LaidParagraph, Layout } from '../text/layout.ts';
import { readOrdinal } from '../text/ordinals.ts';
import { readLines, type Line } from './lines.ts';
import { joinLines } from './paragraphs.ts';

/**
 * The lines with the headings that the file's program knows. One that begins with an ordinal (一、工作进展) stays an item
 * of a list, as it is in plain text. Linear time.
 */
export function markHeadings(text: string, lines: readonly Line[], { paragraphs }: Layout): readonly Line[] {
  let next = 0;
  return lines.map((line) => {
    while ((paragraphs[next]?.span.end ?? Infinity) < line.start) next++;
    const paragraph = paragraphs[next];
    const begins =
      paragraph !== undefined && line.start <= paragraph.span.start && paragraph.span.start <= line.end;
    if (!begins || paragraph.level === 0 || readOrdinal(text, line.content) !== null) return line;
    return { ...line, heading: paragraph.level };
  });
}

/**
 * Where paragraphs begin in any case: at headings, numbered paragraphs, cells, notes and boxes. Running text is not trusted
 * so far: whoever pastes from a page has a paragraph for every line. Linear time.
 */
export function cutsOfLayout(lines: readonly Line[], layout: Layout | null): readonly number[] {
  if (layout === null) return [];
  const cuts: number[] = [];
  let next = 0;
  const bylines = new Set(layout.speeches?.map(({ byline }) => byline?.start));
  for (const line of lines) {
    while ((layout.paragraphs[next]?.span.start ?? Infinity) < line.start) next++;
    const paragraph = layout.paragraphs[next];
    if (paragraph === undefined || paragraph.span.start > line.end) continue;
    const isRunning = (each: LaidParagraph | undefined) => each?.kind === 'text' && each.number === null;
    if (bylines.has(paragraph.span.start) || !isRunning(paragraph) || !isRunning(layout.paragraphs[next - 1]))
      cuts.push(line.start);
  }
  return cuts;
}

/** The layout of plain text: its logical paragraphs, and the headings that are marked with `#`. Linear time. */
export function layoutOf(text: string): Layout {
  const { paragraphs } = joinLines(text, inOneGo(readLines(text)), new Set());
  return {
    paragraphs: paragraphs.map(({ start, end, heading }) => ({
      span: { start, end },
      kind: heading > 0 ? 'heading' : 'text',
      level: heading,
      number: null,
      page: null,
    })),
    asides: [],
  };
}
