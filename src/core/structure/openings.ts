import { readOrdinal } from '../text/ordinals.ts';
import type { Span } from '../text/span.ts';
import { isBlank, unbroken } from './blanks.ts';
import { readByline, type Byline } from './bylines.ts';
import { isTally, namesCollection, namesSpeech, titleWords } from './headings.ts';
import { findMarkdownLevel, type MarkdownLevel } from './markdown.ts';
import { TITLE_LINES_MOST, readHead, type Head, type Outline } from './outline.ts';
import type { Paragraph } from './paragraphs.ts';
import { simplify } from './simplified.ts';
import { findTurns } from './turns.ts';

/** Where a speech begins, and what its head says. */
export interface Opening {
  /** Where the speech's span begins. */
  readonly start: number;
  /** Index of the first paragraph of the head, and of the first behind it. */
  readonly index: number;
  readonly body: number;
  /** Where the body begins inside its first paragraph, when a turn's name stands before it there. */
  readonly bodyStart: number | null;
  /** Index of the first paragraph of text above the head, where the user said that a document's first lines are text. */
  readonly textAbove?: number;
  readonly title: string;
  readonly titleSpan: Span | null;
  readonly speaker: string;
  readonly role: string;
  readonly bylineSpan: Span | null;
}

/** A line of a title that is shorter, in characters, is a section's (存在问题) or a thank-you. */
const TITLE_LINE_LEAST = 8;
/** A line indented by so many columns is centred. */
const CENTRED_LEAST = 8;
/** Text before the first speech that is this long, in characters, is a contribution of its own (编者按). */
const PREAMBLE_LEAST = 30;
/** A sentence is this long at least, in characters. */
const SENTENCE_LEAST = 7;

/** Finds where speeches begin. There is one opening at least, the first starts at 0, and they are in order. Linear time. */
export function findOpenings(outline: Outline): readonly Opening[] {
  const turns = findTurns(outline);
  const heads = findHeads(outline, turns);
  const openings: Opening[] = [];
  let nextHead = 0;
  for (let index = 0; index < outline.paragraphs.length;) {
    const head = heads[nextHead];
    if (head !== undefined && head.first <= index) {
      nextHead++;
      if (head.first < index) continue;
      const opening = openHead(outline, head);
      const turn = opening.bylineSpan === null && turns.has(opening.body);
      openings.push(turn ? takeTurn(outline, opening) : opening);
      index = Math.max(index + 1, opening.body + (turn ? 1 : 0));
    } else {
      if (turns.has(index)) openings.push(openAt(outline, index));
      index++;
    }
  }
  return withSignatures(outline, withPreamble(outline, openings));
}

/** The opening of a speech that begins at paragraph `index` in any case; its head is read as far as it looks like one. */
export function openAt(outline: Outline, index: number): Opening {
  const shape = outline.shapes[index];
  const bare = { first: index, last: index, subtitled: false, byline: null, next: index };
  if (shape?.kind === 'title') return openTitled(outline, index);
  if (shape?.kind === 'byline') return openHead(outline, { ...bare, byline: index, next: index + 1 });
  return takeTurn(outline, openHead(outline, bare));
}

/** A title that the user points at is one line, unless what stands below proves that the head goes on. */
function openTitled(outline: Outline, index: number): Opening {
  const head = readHead(outline, index);
  const alone = { ...head, last: index + 1, next: index + 1, byline: null };
  const proved = head.byline !== null || head.subtitled || outline.shapes[head.next]?.kind === 'salutation';
  const fits = head.last - head.first === 1 || (head.last - head.first <= TITLE_LINES_MOST && proved);
  return takeTurn(outline, openHead(outline, fits ? head : alone));
}

/** The heads that begin speeches, in order. */
function findHeads(outline: Outline, turns: ReadonlySet<number>): readonly Head[] {
  const level = findMarkdownLevel(outline);
  return level === null ? findShapedHeads(outline, turns) : findMarkedHeads(outline, level);
}

function findMarkedHeads(outline: Outline, level: MarkdownLevel): readonly Head[] {
  const { text, paragraphs, shapes } = outline;
  const heads: Head[] = [];
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.heading === 0 || shapes[index]?.kind !== 'title') return;
    const head = readHead(outline, index);
    const named =
      head.byline !== null || shapes[head.next]?.kind === 'salutation' || shapes[head.next]?.kind === 'turn';
    const enumerated = readOrdinal(text, paragraph.start) !== null;
    const followed = (paragraphs[head.next]?.heading ?? 0) === 0 && head.next < paragraphs.length;
    const sibling = paragraph.heading === level.depth || (paragraph.heading < level.depth && followed);
    if ((named && (!enumerated || head.byline !== null)) || (sibling && (!enumerated || level.numbered)))
      heads.push(head);
  });
  return heads;
}

function findShapedHeads(outline: Outline, turns: ReadonlySet<number>): readonly Head[] {
  const { paragraphs, shapes } = outline;
  const heads: Head[] = [];
  const doubtful: Head[] = [];
  for (let index = 0; index < paragraphs.length; index++) {
    const kind = shapes[index]?.kind;
    if (kind === 'title') {
      const head = narrow(outline, readHead(outline, index));
      const certainty = judge(outline, head, turns);
      if (certainty === 'certain') heads.push(head);
      else if (certainty === 'doubtful') doubtful.push(head);
      index = Math.max(index, head.next - 1);
    } else if (kind === 'byline' && isLabelledTitle(outline, index + 1)) {
      heads.push({ first: index + 1, last: index + 2, subtitled: false, byline: index, next: index + 2 });
      index++;
    } else if (kind === 'byline' && standsAlone(outline, index)) {
      heads.push({ first: index, last: index, subtitled: false, byline: index, next: index + 1 });
    }
  }
  if (heads.length === 0) return heads;
  return [...heads, ...doubtful].sort((a, b) => a.first - b.first);
}

/** Leaves the title's own lines: a volume's title, a section's and a thank-you above it are not its first line. */
function narrow({ text, paragraphs }: Outline, head: Head): Head {
  let first = head.last - 1;
  while (first > head.first && head.last - first <= TITLE_LINES_MOST) {
    const above = paragraphs[first - 1] as Paragraph;
    const words = text.slice(above.start, above.end);
    const onePiece = !(paragraphs[first] as Paragraph).apart && !isThanks(words);
    if (isTally(words)) return { ...head, first: first - 1 };
    if (!onePiece && words.length < TITLE_LINE_LEAST) break;
    if (head.last - first === TITLE_LINES_MOST || namesCollection(words) || above.heading > 0) break;
    first--;
  }
  return { ...head, first };
}

/** Whether paragraph `index` says itself that it is a title: 题目：… */
function isLabelledTitle({ text, paragraphs, shapes }: Outline, index: number): boolean {
  const paragraph = paragraphs[index];
  if (paragraph === undefined || shapes[index]?.kind !== 'title') return false;
  const words = text.slice(paragraph.start, paragraph.end);
  return titleWords(words) !== words;
}

function isThanks(words: string): boolean {
  const simple = simplify(words);
  return ['谢谢', '完毕', '鼓掌', '掌声'].some((word) => simple.includes(word));
}

/** Whether a head that is known by its form alone begins a speech. */
function judge(
  { text, paragraphs, shapes }: Outline,
  head: Head,
  turns: ReadonlySet<number>,
): 'certain' | 'doubtful' | 'none' {
  const next = shapes[head.next]?.kind;
  if (next === undefined || next === 'title' || next === 'byline') return 'none';
  if (head.byline !== null || next === 'salutation') return 'certain';
  const first = paragraphs[head.first] as Paragraph;
  const last = paragraphs[head.last - 1] as Paragraph;
  const words = text.slice(last.start, last.end);
  // The title above a turn is the speech's own, unless it is that of the minutes.
  if (next === 'turn') {
    const own =
      turns.has(head.next) && head.next === head.last && !namesCollection(words) && !isThanks(words);
    return own ? 'certain' : 'none';
  }
  if (head.subtitled || namesSpeech(words)) return 'certain';
  const body = paragraphs[head.next] as Paragraph;
  const setApart = first.apart && body.apart;
  const phrased = words.length >= 2 * TITLE_LINE_LEAST - 2 && hasInnerSpace(words);
  const centred = first.indent >= CENTRED_LEAST && body.indent < CENTRED_LEAST;
  return (setApart && phrased) || centred ? 'doubtful' : 'none';
}

/** A byline without a title begins a speech where text follows; at the end of a speech it is a signature. */
function standsAlone({ text, shapes, paragraphs }: Outline, index: number): boolean {
  const shape = shapes[index];
  if (shape?.kind !== 'byline' || !shape.byline.certain || shape.byline.speaker === '') return false;
  const next = shapes[index + 1]?.kind;
  const body = paragraphs[index + 1];
  return next === 'salutation' || (next === 'prose' && body !== undefined && isText(text, body));
}

function openHead(outline: Outline, head: Head): Opening {
  const { text, paragraphs, shapes } = outline;
  const first = paragraphs[head.first] as Paragraph;
  const last = paragraphs[head.last - 1];
  const titled = head.last > head.first && last !== undefined;
  const shape = head.byline === null ? undefined : shapes[head.byline];
  const line = head.byline === null ? undefined : paragraphs[head.byline];
  const title = titled ? titleOf(text, paragraphs.slice(head.first, head.last)) : '';
  const byline = shape?.kind === 'byline' ? shape.byline : readTitleAsByline(title);
  return {
    start: Math.min(first.lineStart, line?.lineStart ?? first.lineStart),
    index: Math.min(head.first, head.byline ?? head.first),
    body: head.next,
    bodyStart: null,
    title,
    titleSpan: titled ? { start: first.start, end: endOfTitle(outline, head) } : null,
    speaker: byline?.speaker ?? '',
    role: byline?.role ?? '',
    bylineSpan: line === undefined ? null : { start: line.start, end: line.end },
  };
}

/** The subtitle belongs to the heading lines. */
function endOfTitle({ paragraphs, shapes }: Outline, head: Head): number {
  let last = head.last - 1;
  while (shapes[last + 1]?.kind === 'subtitle' && last + 1 < head.next) last++;
  return (paragraphs[last] as Paragraph).end;
}

/** `## 区财政局局长 李四`: the heading itself says who speaks. */
function readTitleAsByline(title: string): Byline | null {
  const byline = title === '' ? null : readByline(title, 0, title.length);
  return byline !== null && byline.certain ? byline : null;
}

/** Lets the turn that begins the body of `opening` say who speaks. */
function takeTurn({ paragraphs, shapes }: Outline, opening: Opening): Opening {
  const shape = shapes[opening.body];
  const paragraph = paragraphs[opening.body];
  if (shape?.kind !== 'turn' || paragraph === undefined) return opening;
  const { speaker, role, end } = shape.turn;
  const bylineSpan = { start: paragraph.start, end: end > paragraph.end ? paragraph.end : end };
  return { ...opening, speaker, role, bylineSpan, bodyStart: end };
}

/** The title's lines as one: marks of emphasis removed, and a space only where the title itself divides its phrases by spaces. */
function titleOf(text: string, lines: readonly Paragraph[]): string {
  const all = lines.map(({ start, end }) => titleWords(withoutEmphasis(unbroken(text.slice(start, end)))));
  const words = all.length > 1 && isTally(all[0] as string) ? all.slice(1) : all;
  return words.join(words.some(hasInnerSpace) ? ' ' : '');
}

function withoutEmphasis(words: string): string {
  return words.replaceAll('**', '').replaceAll('__', '').trim();
}

function hasInnerSpace(words: string): boolean {
  for (let at = 1; at < words.length - 1; at++) if (isBlank(words.charCodeAt(at))) return true;
  return false;
}

/** What stands before the first speech belongs to it, or is a contribution of its own when it is real text. */
export function withPreamble(outline: Outline, openings: readonly Opening[]): readonly Opening[] {
  const first = openings[0];
  if (first !== undefined && !holdsText(outline, first.index)) {
    return [{ ...first, start: 0 }, ...openings.slice(1)];
  }
  return [{ ...openWhole(outline), start: 0 }, ...openings];
}

/** Where no byline stands above the text, the one at its very end says who spoke: （作者系区委党校副校长 陆游）. */
function withSignatures({ paragraphs, shapes }: Outline, openings: readonly Opening[]): readonly Opening[] {
  return openings.map((opening, index) => {
    const last = (openings[index + 1]?.index ?? paragraphs.length) - 1;
    const shape = shapes[last];
    const unnamed = opening.speaker === '' && opening.role === '' && opening.title !== '';
    if (!unnamed || last <= opening.body || shape?.kind !== 'byline' || !shape.byline.certain) return opening;
    return { ...opening, speaker: shape.byline.speaker, role: shape.byline.role };
  });
}

/** Whether there is running text before paragraph `end`. */
function holdsText({ text, paragraphs, shapes }: Outline, end: number): boolean {
  for (let index = 0; index < end; index++) {
    const kind = shapes[index]?.kind;
    if (kind === 'salutation') return true;
    if (kind === 'prose' && isText(text, paragraphs[index] as Paragraph)) return true;
  }
  return false;
}

/** Whether a paragraph is running text: long, or a whole sentence. */
function isText(text: string, { start, end }: Paragraph): boolean {
  const whole = end - start >= SENTENCE_LEAST && '。！？'.includes(text.charAt(end - 1));
  return end - start >= PREAMBLE_LEAST || whole;
}

/** The opening of a document, or of its beginning, that has no speaker. */
function openWhole(outline: Outline): Opening {
  const none = {
    start: 0,
    index: 0,
    body: 0,
    bodyStart: null,
    title: '',
    titleSpan: null,
    speaker: '',
    role: '',
    bylineSpan: null,
  };
  if (outline.shapes[0]?.kind !== 'title') return none;
  const { text, paragraphs } = outline;
  const head = readHead(outline, 0);
  if (paragraphs[0]?.heading !== 0 && readOrdinal(text, (paragraphs[0] as Paragraph).start) !== null)
    return none;
  return openHead(
    outline,
    head.last - head.first > TITLE_LINES_MOST ? { ...head, last: 1, next: 1, byline: null } : head,
  );
}
