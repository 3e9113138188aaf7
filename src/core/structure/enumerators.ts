import { CharacterSet } from '../text/character-set.ts';
import { readOrdinal, type OrdinalStyle } from '../text/ordinals.ts';
import type { Span } from '../text/span.ts';
import { trimStart } from './blanks.ts';

/** A place where an item may begin. */
export interface Enumerator {
  /** The ordinal, its own punctuation included. */
  readonly start: number;
  readonly end: number;
  readonly style: OrdinalStyle;
  /** Styles that one list mixes (首先, 第二, 第三) are one family. */
  readonly family: OrdinalStyle;
  /** Null for 最后, which takes the number that comes next. */
  readonly value: number | null;
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** Whether it stands at the head of its paragraph. */
  readonly leads: boolean;
  /** Inline, behind a comma only: it needs a whole row of its like around it. */
  readonly weak: boolean;
}

const STOPS = new CharacterSet('。；;！!？?：:');
const COMMAS = new CharacterSet('，,');
const CIRCLED = new CharacterSet('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');
/** Styles that nobody sets in the middle of a sentence. */
const LEADING_ONLY: ReadonlySet<OrdinalStyle> = new Set(['chapter', 'section', 'article']);
/** Behind a comma, 一、 and 1. are rows of numbers and quantities. */
const NEVER_WEAK: ReadonlySet<OrdinalStyle> = new Set(['han', 'digit']);

/** All places in `paragraphs` where an item may begin, in order. Linear time. */
export function findEnumerators(text: string, paragraphs: readonly Span[]): readonly Enumerator[] {
  const found: Enumerator[] = [];
  paragraphs.forEach((paragraph, index) => {
    const { start, end } = paragraph;
    let at = start;
    const leading = readAt(text, start, end, index, true, false);
    if (leading !== null) {
      found.push(leading);
      at = leading.end;
    }
    while (at < end) {
      const unit = text.charCodeAt(at);
      at++;
      const stop = STOPS.has(unit);
      if (!stop && !COMMAS.has(unit) && !CIRCLED.has(text.charCodeAt(at))) continue;
      const place = trimStart(text, at, end);
      const inline = readAt(text, place, end, index, false, !stop);
      if (inline === null) continue;
      found.push(inline);
      at = inline.end;
    }
  });
  return found;
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
  const family = style === 'sequence' ? 'di' : style;
  return { start, end: ordinal.end, style, family, value, paragraph, leads, weak };
}
