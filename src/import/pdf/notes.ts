import type { Line } from './lines.ts';

/** Letters of a footnote are this much smaller than the text's, at least. */
const SMALLER = 0.93;
/** Footnotes take no more of a page. */
const LINES_MOST = 40;
const MARK = /^(?:\d{1,3}|\[\d{1,3}\]|〔\d{1,3}〕|[①-⑳*†‡])/u;

/** The lines of a page or a column, and the footnotes beneath them. */
export interface Parted {
  readonly text: readonly Line[];
  readonly notes: readonly Line[];
}

/** Parts footnotes from the text above: small letters down to the bottom of which the first has a mark. Linear time. */
export function partNotes(lines: readonly Line[], size: number): Parted {
  let start = lines.length;
  while (start > 0 && lines.length - start < LINES_MOST && isSmall(lines[start - 1] as Line, size)) start--;
  while (start < lines.length && !MARK.test((lines[start] as Line).text)) start++;
  if (start === 0) return { text: lines, notes: [] };
  return { text: lines.slice(0, start), notes: lines.slice(start) };
}

/** Whether a line begins a note. */
export function beginsNote(text: string): boolean {
  return MARK.test(text);
}

function isSmall(line: Line, size: number): boolean {
  return line.size <= SMALLER * size && line.segments.length <= 2;
}
