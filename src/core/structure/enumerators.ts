import { CharacterSet } from '../text/character-set.ts';
import { endsEnglishSentence } from '../text/english-ordinals.ts';
import { readOrdinal, type OrdinalStyle } from '../text/ordinals.ts';
import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';
import { trimStart } from './blanks.ts';

/** What is counted by its place alone, because the user says that an item begins there, has no style of its own. */
export type ItemStyle = OrdinalStyle | 'position';

/** A paragraph of a speech's body. */
export interface BodyParagraph extends Span {
  /** Where its first line begins, indentation and marks included. */
  readonly lineStart: number;
  /** How many `#` begin it; a heading inside a speech is nobody's body. */
  readonly heading: number;
}

/** What the user said of items. */
export interface ItemMarks {
  /** By the start of a line whether an item begins there. */
  readonly begins: ReadonlyMap<number, boolean>;
  /** The lines in which none begins, in order. */
  readonly without: readonly Span[];
}

/** A place where an item may begin. */
export interface Enumerator {
  /** The ordinal, its own punctuation included. */
  readonly start: number;
  readonly end: number;
  readonly style: ItemStyle;
  /** Styles that one list mixes (首先, 第二, 第三) are one family. */
  readonly family: ItemStyle;
  /** Null for 最后, and for what has no ordinal: these take the number that comes next. */
  readonly value: number | null;
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** Whether it stands at the head of its paragraph. */
  readonly leads: boolean;
  /** Inline, behind a comma only: it needs a whole row of its like around it. */
  readonly weak: boolean;
  /** Whether the user said that an item begins here. */
  readonly said: boolean;
}

const STOPS = new CharacterSet('。；;！!？?：:');
/** Behind it only English items begin: 1.5 and 3.2 have it, too. */
const FULL_STOP = '.'.charCodeAt(0);
const COMMAS = new CharacterSet('，,');
const CIRCLED = new CharacterSet('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');
/** Styles that nobody sets in the middle of a sentence. */
const LEADING_ONLY: ReadonlySet<OrdinalStyle> = new Set(['chapter', 'section', 'article']);
/** Behind a comma, 一、 and 1. are rows of numbers and quantities. */
const NEVER_WEAK: ReadonlySet<OrdinalStyle> = new Set(['han', 'digit']);

/** All places in `paragraphs` where an item may begin, in order. Linear time. */
export function findEnumerators(
  text: string,
  paragraphs: readonly BodyParagraph[],
  { begins, without }: ItemMarks,
): readonly Enumerator[] {
  const found: Enumerator[] = [];
  const isWithout = (at: number) =>
    without.length > 0 && at < (without[partitionPoint(without, ({ start }) => start <= at) - 1]?.end ?? 0);
  paragraphs.forEach((paragraph, index) => {
    const { start, end, lineStart } = paragraph;
    let at = start;
    const read = readAt(text, start, end, index, true, false);
    const said = begins.get(lineStart) === true;
    const leading = said ? { ...(read ?? countedByPlace(text, paragraph, index)), said } : read;
    if (leading !== null) {
      if (said || !isWithout(start)) found.push(leading);
      at = leading.end;
    }
    while (at < end) {
      const unit = text.charCodeAt(at);
      at++;
      const stop = STOPS.has(unit) || (unit === FULL_STOP && endsEnglishSentence(text, at - 1));
      if (!stop && !COMMAS.has(unit) && !CIRCLED.has(text.charCodeAt(at))) continue;
      const place = trimStart(text, at, end);
      const inline = readAt(text, place, end, index, false, !stop);
      if (inline === null) continue;
      if (!isWithout(place)) found.push(inline);
      at = inline.end;
    }
  });
  return found;
}

/** A number without the punctuation that makes it an ordinal: 3 加强监管, 三 加强监管. */
const BARE_NUMBER = /^(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})(?=[\s　:：)）])/u;
/** So far a bare number and what stands behind it reach, in characters. */
const BARE_NUMBER_MOST = 4;

/** An item without an ordinal that is known as one; a bare number in front counts all the same. */
function countedByPlace(text: string, { start, end }: Span, paragraph: number): Enumerator {
  const bare = BARE_NUMBER.exec(text.slice(start, Math.min(end, start + BARE_NUMBER_MOST)))?.[0] ?? '';
  const value = bare === '' ? null : (readOrdinal(`${bare}、`, 0)?.value ?? null);
  const style: ItemStyle = 'position';
  const marker = { start, end: value === null ? start : start + bare.length };
  return { ...marker, style, family: style, value, paragraph, leads: true, weak: false, said: true };
}

function readAt(
  text: string,
  start: number,
  end: number,
  paragraph: number,
  leads: boolean,
  weak: boolean,
): Enumerator | null {
  const ordinal = readOrdinal(text, start);
  if (ordinal === null || ordinal.end > end) return null;
  const { style, value } = ordinal;
  if (!leads && (LEADING_ONLY.has(style) || (weak && NEVER_WEAK.has(style)))) return null;
  const family: ItemStyle = style === 'sequence' ? 'di' : style;
  return { start, end: ordinal.end, style, family, value, paragraph, leads, weak, said: false };
}
