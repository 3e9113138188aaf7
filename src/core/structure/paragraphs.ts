import { CharacterSet } from '../text/character-set.ts';
import type { Span } from '../text/span.ts';
import { readOrdinal } from '../text/ordinals.ts';
import { isDate, readByline, readTurn } from './bylines.ts';
import { isSalutation } from './salutations.ts';
import type { Line } from './lines.ts';
import { findPageWidths, isFull } from './wrapping.ts';

/** One logical paragraph: lines that belong together, joined over line ends and page breaks. */
export interface Paragraph {
  /** From its first character of text to its last; what was joined lies inside. */
  readonly start: number;
  readonly end: number;
  /** Where its first line begins, indentation and marks included. */
  readonly lineStart: number;
  /** How many `#` begin it; 0 for none. */
  readonly heading: number;
  readonly bullet: boolean;
  /** Columns of white space before it. */
  readonly indent: number;
  /** Whether a blank line stands before it. */
  readonly apart: boolean;
}

/** A document's paragraphs in order, and what lies in and between them that is no text of theirs. */
export interface Paragraphs {
  readonly paragraphs: readonly Paragraph[];
  /** Line ends inside paragraphs, page numbers and running headers; in order. */
  readonly breaks: readonly Span[];
}

/** A line this long, in characters, is no heading; where it does not end as a sentence, it was cut. */
const HEADING_MOST = 40;
/** A line before a page number that is this long, in characters, and not ended was cut. */
const CUT_BY_PAGE_LEAST = 16;
/** First-line indentation is four columns; this many more than the text's own begin a paragraph. */
const INDENT_LEAST = 2;
const SALUTATION_MOST = 16;
const STOPS = '。！？!?；;：:…';
/** No heading holds one of these. */
const SENTENCE_STOPS = new CharacterSet('。！？；');
const BRACKETS = '）)】〕';
const QUOTES = '”』」’》"';
/** A sentence goes on behind these. */
const COMMAS = '，,、（(“《「『—';
/** No paragraph begins with these. */
const NEVER_FIRST = '，。、；：！？”』」’）》】,.;:!?)';

/**
 * Joins lines to paragraphs: hard line breaks at a page's width, and sentences that a page break cut.
 * `cuts` are starts of lines that begin a paragraph in any case, `joined` of lines that never do. Linear time.
 */
export function joinLines(
  text: string,
  lines: readonly Line[],
  cuts: ReadonlySet<number>,
  joined: ReadonlySet<number> = NONE,
): Paragraphs {
  const paragraphs: Paragraph[] = [];
  const breaks: Span[] = [];
  const words = lines.filter((line) => !line.aside);
  const joins = markJoins(text, lines, words, cuts, joined);
  let nextAside = 0;
  words.forEach((line, index) => {
    const before = words[index - 1];
    const goesOn = joins[index] === 1 && before !== undefined;
    for (; (lines[nextAside]?.start ?? Infinity) < line.start; nextAside++) {
      const aside = lines[nextAside] as Line;
      if (aside.aside && !goesOn) breaks.push({ start: aside.start, end: aside.end });
    }
    const open = paragraphs.at(-1);
    if (goesOn && open !== undefined) {
      breaks.push({ start: before.end, end: line.content });
      paragraphs[paragraphs.length - 1] = { ...open, end: line.end };
    } else paragraphs.push(openParagraph(text, line));
  });
  for (; nextAside < lines.length; nextAside++) {
    const aside = lines[nextAside] as Line;
    if (aside.aside) breaks.push({ start: aside.start, end: aside.end });
  }
  return { paragraphs, breaks };
}

const NONE: ReadonlySet<number> = new Set();

function openParagraph(text: string, line: Line): Paragraph {
  return {
    start: line.content,
    end: line.heading > 0 ? withoutClosingMarks(text, line) : line.end,
    lineStart: line.start,
    heading: line.heading,
    bullet: line.bullet,
    indent: line.indent,
    apart: line.apart,
  };
}

/** `## 标题 ##`: Markdown lets a heading be closed as it was opened. */
function withoutClosingMarks(text: string, line: Line): number {
  let end = line.end;
  while (end > line.content && (text[end - 1] === '#' || text[end - 1] === ' ')) end--;
  return end > line.content ? end : line.end;
}

/** For each line of text, 1 where it goes on with the paragraph of the line before it. */
function markJoins(
  text: string,
  lines: readonly Line[],
  words: readonly Line[],
  cuts: ReadonlySet<number>,
  joined: ReadonlySet<number>,
): Uint8Array {
  const joins = new Uint8Array(words.length);
  const widths = findPageWidths(words);
  const margin = findMargin(words);
  let holdsStop = false;
  let at = 0;
  for (let index = 0; index < words.length; index++) {
    const b = words[index] as Line;
    let pageBetween = false;
    for (; lines[at] !== b; at++) pageBetween ||= index > 0 && (lines[at] as Line).aside;
    at++;
    const a = words[index - 1];
    if (a !== undefined && joined.has(b.start)) joins[index] = 1;
    else if (a !== undefined && !cuts.has(b.start) && a.heading === 0 && b.heading === 0 && !b.bullet) {
      const apart = b.apart || pageBetween;
      const local = joins[index - 1] === 1 ? (words[index - 2] as Line) : b;
      const full = isFull(a, b, widths, apart ? null : local);
      const ended = endsSentence(text, a, b);
      const cut = ended
        ? full && !apart && widths !== null
        : (full && (!apart || pageBetween)) || isCut(text, a, holdsStop, pageBetween);
      if (cut && !beginsParagraph(text, b, words[index + 1], margin, full)) joins[index] = 1;
    }
    if (joins[index] !== 1) holdsStop = false;
    holdsStop ||= holdsSentenceStop(text, b);
  }
  return joins;
}

/** The indentation of running text: the least of all lines too long for a heading. */
function findMargin(words: readonly Line[]): number {
  let margin = Infinity;
  for (const line of words) if (line.width >= HEADING_MOST) margin = Math.min(margin, line.indent);
  return margin;
}

function endsSentence(text: string, a: Line, b: Line): boolean {
  if (NEVER_FIRST.includes(text.charAt(b.content))) return false;
  let end = a.end;
  while (end > a.content && (text[end - 1] === '*' || text[end - 1] === '_')) end--;
  const last = text.charAt(end - 1);
  if (STOPS.includes(last) || BRACKETS.includes(last)) return true;
  // “四不得”。 and 。” end a sentence, “四不得” alone does not.
  return QUOTES.includes(last) && STOPS.includes(text.charAt(end - 2) || ' ');
}

/** Whether a line that does not end as a sentence is running text, not a heading. */
function isCut(text: string, a: Line, holdsStop: boolean, pageBetween: boolean): boolean {
  const length = a.end - a.content;
  const last = text.charAt(a.end - 1);
  if (COMMAS.includes(last)) return length > SALUTATION_MOST || holdsStop;
  if (holdsStop || length >= HEADING_MOST) return true;
  return pageBetween && length >= CUT_BY_PAGE_LEAST && readOrdinal(text, a.content) === null;
}

/** Whether a line begins something new, whatever stood before it. `next` is the line that follows it. */
function beginsParagraph(
  text: string,
  line: Line,
  next: Line | undefined,
  margin: number,
  afterFullLine: boolean,
): boolean {
  if (line.indent >= margin + INDENT_LEAST) return true;
  const ordinal = readOrdinal(text, line.content);
  // 首先 and 最后 also stand in the middle of a sentence.
  if (ordinal !== null && ordinal.style !== 'sequence') return true;
  if (text.startsWith('——', line.content) && !afterFullLine) return true;
  const length = line.end - line.content;
  if (length > HEADING_MOST) return readTurn(text, line.content, line.end)?.certain === true;
  const bylineFollows = next !== undefined && readByline(text, next.content, next.end)?.certain === true;
  return (
    bylineFollows ||
    isSalutation(text, line.content, line.end) ||
    readByline(text, line.content, line.end) !== null ||
    readTurn(text, line.content, line.end) !== null ||
    isDate(text.slice(line.content, line.end))
  );
}

function holdsSentenceStop(text: string, line: Line): boolean {
  for (let at = line.content; at < line.end; at++) {
    if (SENTENCE_STOPS.has(text.charCodeAt(at))) return true;
  }
  return false;
}
