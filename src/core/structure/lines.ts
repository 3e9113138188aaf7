import { isBlank, trimEnd, trimStart } from './blanks.ts';
import { RUNNING_HEADER_LEAST, isPageNumber } from './pages.ts';

/** One line of a document that is not blank. */
export interface Line {
  /** The line's first character, and the end of what is no white space in it. */
  readonly start: number;
  readonly end: number;
  /** The first character behind the indentation and Markdown's marks (`##`, `>`, `-`, `**`). */
  readonly content: number;
  /** Columns of white space before the first character; a full-width space counts 2, a tab 4. */
  readonly indent: number;
  /** How many `#` begin it; 0 for none. */
  readonly heading: number;
  /** Whether Markdown's `-`, `*` or `+` begins it. */
  readonly bullet: boolean;
  /** Columns from `content` to `end`, full-width characters counting 2; no more than `WIDTH_MOST`. */
  readonly width: number;
  /** Whether a blank line or a page feed stands before it, or it is the first. */
  readonly apart: boolean;
  /** True for page numbers, running headers and rules: they are no text of the document. */
  readonly aside: boolean;
}

/** Widths above this are no page's width, and need not be counted further. */
export const WIDTH_MOST = 400;
const TAB_COLUMNS = 4;
const HEADING_MOST = 6;
/** A line longer than this, in characters, is text, whatever marks begin it: without line ends, a file is one line. */
const HEADING_LENGTH_MOST = 300;
/** Below this everything takes one column: Latin, digits, ASCII punctuation. */
const WIDE_FIRST = 0x1100;
/** Running headers are short, and this long at most, in characters. */
const HEADER_MOST = 40;

const LINE_FEED = 0x0a;
const PAGE_FEED = 0x0c;
const CARRIAGE_RETURN = 0x0d;

/** Lines that are read between two steps. */
const STEP = 10_000;

/** The lines of `text` that are not blank, in order. Linear time; yields every few milliseconds. */
export function* readLines(text: string): Generator<void, readonly Line[]> {
  const lines: Line[] = [];
  let apart = true;
  for (let start = 0, read = 1; start < text.length; read++) {
    if (read % STEP === 0) yield;
    let stop = start;
    while (stop < text.length && !isLineEnd(text.charCodeAt(stop))) stop++;
    const line = readLine(text, start, stop, apart);
    apart = line === null;
    if (line !== null) lines.push(line);
    if (text.charCodeAt(stop) === PAGE_FEED) apart = true;
    const pairedEnd = text.charCodeAt(stop) === CARRIAGE_RETURN && text.charCodeAt(stop + 1) === LINE_FEED;
    start = stop + (pairedEnd ? 2 : 1);
  }
  return markRunningHeaders(text, lines);
}

function isLineEnd(unit: number): boolean {
  return (
    unit === LINE_FEED || unit === CARRIAGE_RETURN || unit === PAGE_FEED || unit === 0x2028 || unit === 0x2029
  );
}

function readLine(text: string, start: number, stop: number, apart: boolean): Line | null {
  const last = trimEnd(text, start, stop);
  if (last === start) return null;
  const first = trimStart(text, start, last);
  let indent = 0;
  for (let at = start; at < first; at++) indent += columnsOf(text.charCodeAt(at));
  const marks = skipMarks(text, first, last);
  const end = skipEmphasisBack(text, marks.content, last);
  return {
    start,
    end,
    content: marks.content,
    indent,
    heading: marks.heading,
    bullet: marks.bullet,
    width: widthOf(text, marks.content, end),
    apart,
    aside: marks.content >= last || isPageNumber(text, first, last),
  };
}

/** Skips what Markdown puts before a line's text. `content` is `end` where nothing else stands in the line. */
function skipMarks(
  text: string,
  first: number,
  end: number,
): { content: number; heading: number; bullet: boolean } {
  let at = first;
  while (at < end && text[at] === '>') at = trimStart(text, at + 1, end);
  let heading = 0;
  while (heading <= HEADING_MOST && text[at + heading] === '#') heading++;
  const isLong = end - at - heading > HEADING_LENGTH_MOST;
  if (heading > HEADING_MOST) heading = 0;
  at = trimStart(text, at + heading, end);
  const bullet =
    heading === 0 && at + 1 < end && '-*+•'.includes(text.charAt(at)) && isBlank(text.charCodeAt(at + 1));
  if (bullet) at = trimStart(text, at + 1, end);
  while (at < end && (text[at] === '*' || text[at] === '_')) at++;
  if (isRule(text, at, end)) return { content: end, heading: 0, bullet: false };
  return { content: trimStart(text, at, end), heading: isLong ? 0 : heading, bullet };
}

/** A line that is emphasised as a whole ends before the marks that close it. */
function skipEmphasisBack(text: string, content: number, end: number): number {
  const mark = text.charAt(content - 1);
  if (mark !== '*' && mark !== '_') return end;
  let at = end;
  while (at > content && text[at - 1] === mark) at--;
  return trimEnd(text, content, at);
}

/** A line of nothing but `-`, `=`, `—` or `_` divides the page, and is no text. */
function isRule(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (!'-=—―─_*＊－'.includes(text.charAt(at)) && !isBlank(text.charCodeAt(at))) return false;
  }
  return true;
}

function columnsOf(unit: number): number {
  if (unit === 0x09) return TAB_COLUMNS;
  return unit >= WIDE_FIRST ? 2 : 1;
}

function widthOf(text: string, start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end && width < WIDTH_MOST; at++) {
    const unit = text.charCodeAt(at);
    // Chinese quotation marks and dashes stand below the wide characters but are set as wide ones.
    width += unit >= 0x2010 && unit <= 0x2027 ? 2 : columnsOf(unit);
  }
  return Math.min(width, WIDTH_MOST);
}

/** A short line that stands beside page numbers again and again is the page's header or footer. */
function markRunningHeaders(text: string, lines: readonly Line[]): readonly Line[] {
  const times = new Map<string, number>();
  const besidePage = (index: number) =>
    lines[index - 1]?.aside === true || (lines[index + 1]?.aside === true && lines[index]?.aside === false);
  const wordsOf = (line: Line) => text.slice(line.content, line.end);
  const mayRun = (line: Line, index: number) =>
    !line.aside && line.end - line.content <= HEADER_MOST && line.heading === 0 && besidePage(index);
  lines.forEach((line, index) => {
    if (mayRun(line, index)) times.set(wordsOf(line), (times.get(wordsOf(line)) ?? 0) + 1);
  });
  return lines.map((line, index) =>
    mayRun(line, index) && (times.get(wordsOf(line)) ?? 0) >= RUNNING_HEADER_LEAST
      ? { ...line, aside: true }
      : line,
  );
}
