import { isWide, joinedText, withoutSoftHyphens } from './characters.ts';
import { beginsWithEnumerator } from './enumerators.ts';
import type { SetLine } from './frames.ts';
import { FIRST_LINE, STRETCHED, type Habits } from './habits.ts';

/** Lines that belong together. */
export interface Paragraph {
  readonly text: string;
  readonly lines: readonly SetLine[];
  /** The page on which it begins. */
  readonly page: number;
  /** Whether it stands in the middle between the margins. */
  readonly centred: boolean;
}

// In squares of a letter.
const SAME_EDGE = 0.8;
/** A centred line is as far from one margin as from the other, but for this; and further in than a first line. */
const CENTRED = 1;
const CENTRED_INDENT = 2.9;
/** No first line begins further in. */
const INDENT_MOST = 5;
/** Text that stands so exactly beneath other text was set there. */
const BENEATH = 0.3;
/** Behind a number that hangs out, the other lines begin this much further in, at most. */
const HANGING_MOST = 5;
/** Room that a full line may leave beyond what the next word needs. */
const SPARE = 0.9;
/** Room that a line stretched to the margin may leave: a mark that may not begin a line takes one character down with it. */
const SPARE_STRETCHED = 1.2;
/** A letter of Latin text takes half a square. */
const LATIN_WIDTH = 0.5;

/** The edges of a block of text are straight. */
const BLOCK_EDGE = 0.3;
const BLOCK_SLACK_MOST = 6;
/** In characters: short lines that happen to be as long are a list. */
const BLOCK_LEAST = 20;

/** Letters of another size are another paragraph. */
const SIZE_CHANGE = 0.08;
/** Times the distance of two lines: what is further down begins a paragraph. */
const APART = 1.3;
const SENTENCE_ENDS = '。！？；：.!?;:';
const CLOSING = '，。、；：？！”’）》〉」』】〕…—,.;:?!)]';

/** Joins lines to paragraphs, across pages and columns, too. Linear time. */
export function paragraphsOf(lines: readonly SetLine[], habits: Habits): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let together: SetLine[] = [];
  for (const line of lines) {
    if (together.length > 0 && begins(line, together, habits)) end();
    together.push(line);
  }
  end();
  return paragraphs;

  function end(): void {
    if (together.length === 0) return;
    const text = withoutSoftHyphens(together.map((line) => line.text).reduce(joinedText));
    const [first] = together as [SetLine];
    paragraphs.push({ text, lines: together, page: first.page, centred: together.every(isCentred) });
    together = [];
  }
}

/** Whether a line begins a paragraph, and does not go on with the lines before it. */
function begins(line: SetLine, lines: readonly SetLine[], habits: Habits): boolean {
  const last = lines.at(-1) as SetLine;
  const first = lines[0] as SetLine;
  if (Math.abs(line.size - last.size) > SIZE_CHANGE * last.size) return true;
  if (line.gap !== null && isApart(line, lines, habits)) return true;
  const isLarge = line.size > habits.size * (1 + SIZE_CHANGE);
  if (isLarge && isTitleLine(last) && isTitleLine(line)) return false;
  if (isInBlock(lines, line)) return isNextItem(line, first);
  const isEnded = SENTENCE_ENDS.includes(last.text.at(-1) as string);
  // A line that goes on beneath a number may happen to stand in the middle.
  const goesOn = isBeneath(line, lines) || (!isEnded && last.slack <= SPARE);
  if (isCentred(last) || (isCentred(line) && !goesOn)) return true;
  if (!isFull(last, line, habits)) return true;
  if (isItem(line, lines, isEnded)) return true;
  // Lines that go on are stretched to the margin; without indents, a sentence short of it ends its paragraph.
  if (isEnded && habits.justifies && !habits.indents && last.slack > STRETCHED) return true;
  if (isEnded && isHeadingFace(line, last, habits)) return true;
  // Without an indent, at the head of a page, nothing tells but the sentence.
  if (!habits.indents && !habits.justifies && line.gap === null && isEnded) return true;
  if (lines.length > 1) {
    const step = line.indent - (lines[1] as SetLine).indent;
    return Math.abs(step) > SAME_EDGE || isNextItem(line, first);
  }
  if (isBeneath(line, lines)) return false;
  const step = line.indent - first.indent;
  if (step > SAME_EDGE) return !hangs(step, first);
  // What stands far to the right is a name or a date, and no first line.
  if (step < -SAME_EDGE) return first.indent > INDENT_MOST;
  if (isNextItem(line, first)) return true;
  // Two full lines, one as far in as the other: a paragraph of one line, or all of it is set further in.
  return habits.indents && isFirstLine(first) && isFirstLine(line) && isEnded;
}

function isApart(line: SetLine, lines: readonly SetLine[], { leading }: Habits): boolean {
  const gap = line.gap as number;
  if (gap <= 0) return true;
  const before = lines.length > 1 ? (lines.at(-1) as SetLine).gap : null;
  const usual = before ?? Math.max(leading, 1.2) * line.size;
  return gap > APART * usual;
}

/** A line of a title that goes over several: in the middle, or so long that it leaves no room. */
function isTitleLine(line: SetLine): boolean {
  return isCentred(line) || Math.abs(line.indent - line.slack) <= CENTRED;
}

function isCentred({ indent, slack, text }: SetLine): boolean {
  return (
    indent >= CENTRED_INDENT &&
    Math.abs(indent - slack) <= CENTRED + Math.min(1, indent / 10) &&
    !beginsWithEnumerator(text)
  );
}

function isFirstLine({ indent }: SetLine): boolean {
  return indent >= FIRST_LINE.least && indent <= FIRST_LINE.most;
}

/** Whether the next word had no room on the line, so that the text goes on behind it. */
function isFull(last: SetLine, next: SetLine, { justifies }: Habits): boolean {
  if (last.slack <= SPARE) return true;
  const needed = widthOfBeginning(next.text);
  const isStretched = justifies && needed <= 1;
  return last.slack <= (isStretched ? SPARE_STRETCHED : needed + SPARE);
}

/** Whether a line goes on with those before it in a block that is set further in on both sides. */
function isInBlock(lines: readonly SetLine[], next: SetLine): boolean {
  const last = lines.at(-1) as SetLine;
  const before = lines.at(-2);
  const isInside = last.indent >= SAME_EDGE && last.slack > SPARE && last.slack <= BLOCK_SLACK_MOST;
  if (!isInside || last.text.length < BLOCK_LEAST || Math.abs(last.indent - next.indent) > BLOCK_EDGE)
    return false;
  if (before !== undefined && hasEdgesOf(before, last)) return true;
  return hasEdgesOf(last, next) && !SENTENCE_ENDS.includes(last.text.at(-1) as string);
}

function hasEdgesOf(one: SetLine, other: SetLine): boolean {
  return Math.abs(one.indent - other.indent) <= BLOCK_EDGE && Math.abs(one.slack - other.slack) <= BLOCK_EDGE;
}

/** How much room the beginning of a text needs that cannot be parted; in squares of a letter. */
function widthOfBeginning(text: string): number {
  if (isWide(text.charAt(0))) {
    if (!CLOSING.includes(text.charAt(1) || ' ')) return 1;
    // A number is not parted from the mark before it: 法》4136
    return 2 + (/^\d{1,12}/u.exec(text.slice(2, 14))?.[0].length ?? 0) * LATIN_WIDTH;
  }
  let end = 0;
  while (end < text.length && text[end] !== ' ' && !isWide(text[end] as string)) end++;
  return end * LATIN_WIDTH;
}

/** Whether a line that begins further in stands beneath a number's text. */
function hangs(step: number, first: SetLine): boolean {
  return step <= HANGING_MOST && beginsWithEnumerator(first.text);
}

/** Whether a line begins where the one above it does, which is no first line, or where the text behind the first one's number does. */
function isBeneath(line: SetLine, lines: readonly SetLine[]): boolean {
  const above = lines.length > 1 ? (lines.at(-1) as SetLine).indent : (lines[0] as SetLine).textAt;
  return above !== null && Math.abs(line.indent - above) <= BENEATH;
}

/** Whether a number begins a line that is set in another face than the line above and the text. */
function isHeadingFace(line: SetLine, last: SetLine, { font }: Habits): boolean {
  return line.font !== last.font && line.font !== font && beginsWithEnumerator(line.text);
}

/** Whether a line begins an item of a list, as a tab behind its number tells, or its number in a list whose last sentence has ended. */
function isItem(line: SetLine, lines: readonly SetLine[], isEnded: boolean): boolean {
  const first = lines[0] as SetLine;
  if (line.textAt !== null && (beginsWithEnumerator(line.text) || isBeside(line, first))) return true;
  return isEnded && beginsWithEnumerator(line.text) && first.textAt !== null;
}

/** Whether the texts of two items stand beneath one another. */
function isBeside(one: SetLine, other: SetLine): boolean {
  return (
    other.textAt !== null &&
    Math.abs(one.indent - other.indent) <= SAME_EDGE &&
    Math.abs((one.textAt as number) - other.textAt) <= BENEATH
  );
}

/** Whether a line is the next item of the list whose item the lines before it are. */
function isNextItem(line: SetLine, first: SetLine): boolean {
  return (
    Math.abs(line.indent - first.indent) <= SAME_EDGE &&
    beginsWithEnumerator(line.text) &&
    beginsWithEnumerator(first.text)
  );
}
