/**
 * Enumerators as official Chinese prose writes them: 一是 一要 其一 第一， 首先 一、 （一） 1. 1、 （1） ①, and those of
 * regulations: 第一章 第一节 第一条; English ones (First, (a)) stand in `english-ordinals.ts`.
 * This file only says what stands at one place. Whether it begins an item is decided where lists are read.
 */

import { CharacterSet } from './character-set.ts';
import { readEnglishOrdinal } from './english-ordinals.ts';

/** The style of an enumerator; the items of one list share it. */
export type OrdinalStyle =
  | 'shi' // 一是, 一要
  | 'qi' // 其一
  | 'di' // 第一，
  | 'sequence' // 首先, 其次, 再次, 最后; First, Secondly, Finally
  | 'han' // 一、
  | 'han-bracket' // （一）
  | 'digit' // 1. 1、
  | 'digit-bracket' // （1） 1）
  | 'circled' // ①
  | 'letter' // (a) a)
  | 'chapter' // 第一章
  | 'section' // 第一节
  | 'article'; // 第一条

/** An enumerator. */
export interface Ordinal {
  readonly style: OrdinalStyle;
  /** 六是 → 6. Null for 最后, which takes the number that comes next in its list. */
  readonly value: number | null;
  /** Where it ends, its own punctuation included; end exclusive. */
  readonly end: number;
}

const HAN_DIGITS = '〇一二三四五六七八九';
const OPEN = '（(〔[【';
const CLOSE = '）)〕]】';
/** What may stand behind 第一, 首先 and their like when they enumerate. 第一季度 and 第三次 have none of it. */
const AFTER_DI = '，,、。.：:是要';
const AFTER_SHI = '是要';
/** 二要素, 一要件, 五要点, 三要求 are words; so are 第一要务 and 第一要义. 求 and 点 also begin verbs: 一要求真, 二要点面结合. */
const WORDS_WITH_YAO = '素命件塞闻害员义';
const VERBS_WITH_YAO: Readonly<Record<string, string>> = { 求: '真实新变精稳进', 点: '面亮对' };
const AFTER_HAN = '、.．';
const AFTER_DIGIT = '、.．';
/** What 一、二 and 三、四 count: 二、三产业, 一、二季度. The two numbers are one word then. */
const COUNTED_IN_ROWS = '、产產季线線类類级級期年月日次审審批';
const PARTS: Readonly<Record<string, OrdinalStyle>> = {
  章: 'chapter',
  节: 'section',
  節: 'section',
  条: 'article',
  條: 'article',
};
const SEQUENCE: readonly (readonly [word: string, value: number | null])[] = [
  ['首先', 1],
  ['其次', 2],
  ['再次', 3],
  ['最后', null],
  ['最後', null],
];
/** Enumerators that are one character: ① ⑴ ⒈ ㈠, from the first to the last of each row. */
const ENCLOSED: readonly (readonly [first: number, last: number, style: OrdinalStyle])[] = [
  [0x2460, 0x2473, 'circled'],
  [0x2474, 0x2487, 'digit-bracket'],
  [0x2488, 0x249b, 'digit'],
  [0x3220, 0x3229, 'han-bracket'],
];
/** What an enumerator can begin with; for a quick no to all else, since every comma is asked what follows it. */
const FIRSTS = new CharacterSet(
  OPEN +
    '第其' +
    HAN_DIGITS +
    '十0123456789０１２３４５６７８９' +
    SEQUENCE.map(([word]) => word.charAt(0)).join('') +
    ENCLOSED.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index)),
    ).join(''),
);
/** Longest run of digits that is an ordinal and not a year or a quantity. */
const DIGITS_MOST = 2;

/** Reads the enumerator that begins at `at`; null when there is none. Constant time. */
export function readOrdinal(text: string, at: number): Ordinal | null {
  const unit = text.charCodeAt(at);
  if (isLetter(unit)) return readEnglishOrdinal(text, at);
  if (!FIRSTS.has(unit)) return null;
  const first = text.charAt(at);
  if (OPEN.includes(first))
    return isLetter(text.charCodeAt(at + 1)) ? readEnglishOrdinal(text, at) : readBracketed(text, at + 1);
  if (first === '第') return readDi(text, at);
  if (first === '其' && text.charAt(at + 1) !== '次') return readQi(text, at);
  const enclosed = readEnclosed(first.charCodeAt(0), at);
  if (enclosed !== null) return enclosed;
  const digits = readDigits(text, at);
  if (digits !== null) return readDigitOrdinal(text, digits);
  return readSequence(text, at) ?? readHanOrdinal(text, at);
}

function isLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function readEnclosed(unit: number, at: number): Ordinal | null {
  for (const [first, last, style] of ENCLOSED) {
    if (unit >= first && unit <= last) return { style, value: unit - first + 1, end: at + 1 };
  }
  return null;
}

/** Reads a Chinese numeral from 1 to 999 (一, 十, 十二, 二十三, 一百零五) that begins at `at`; null when there is none. */
export function readHanNumeral(text: string, at: number): { value: number; end: number } | null {
  const hundreds = hanDigit(text, at);
  if (hundreds <= 0 || text.charAt(at + 1) !== '百') return readBelowHundred(text, at);
  const zero = '零〇'.includes(text.charAt(at + 2) || ' ');
  const rest = readBelowHundred(text, at + (zero ? 3 : 2));
  if (rest === null) return { value: hundreds * 100, end: at + 2 };
  return { value: hundreds * 100 + rest.value, end: rest.end };
}

function readBelowHundred(text: string, at: number): { value: number; end: number } | null {
  let tens = 0;
  let end = at;
  if (hanDigit(text, end) > 0 && text.charAt(end + 1) === '十') {
    tens = hanDigit(text, end);
    end += 2;
  } else if (text.charAt(end) === '十') {
    tens = 1;
    end += 1;
  }
  const units = hanDigit(text, end);
  if (units > 0) return { value: tens * 10 + units, end: end + 1 };
  return tens > 0 ? { value: tens * 10, end } : null;
}

function hanDigit(text: string, at: number): number {
  return at < text.length ? HAN_DIGITS.indexOf(text.charAt(at)) : -1;
}

function readDigits(text: string, at: number): { value: number; end: number } | null {
  let value = 0;
  let end = at;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    const digit = unit >= 0xff10 && unit <= 0xff19 ? unit - 0xff10 : unit - 0x30;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
    if (end - at >= DIGITS_MOST) return null;
  }
  return end > at && value > 0 ? { value, end } : null;
}

function readBracketed(text: string, at: number): Ordinal | null {
  const han = readHanNumeral(text, at);
  const number = han ?? readDigits(text, at);
  if (number === null || number.end >= text.length || !CLOSE.includes(text.charAt(number.end))) return null;
  return {
    style: han ? 'han-bracket' : 'digit-bracket',
    value: number.value,
    end: number.end + 1,
  };
}

function readDi(text: string, at: number): Ordinal | null {
  const number = readHanNumeral(text, at + 1);
  if (number === null) return null;
  const next = text.charAt(number.end);
  const part = PARTS[next];
  if (part !== undefined) return readPart(text, part, number);
  if (next === '' || !AFTER_DI.includes(next)) return null;
  // 第一要务 is a word, and 第一、第二产业 a row.
  if (next === '要' && (isWordWithYao(text, number.end + 1) || text.charAt(number.end + 1) === '务'))
    return null;
  if (next === '、' && text.charAt(number.end + 1) === '第') return null;
  return { style: 'di', value: number.value, end: number.end + 1 };
}

/** 第三条 at the head of an article has a space behind it; 第三条规定 refers to one. */
function readPart(text: string, style: OrdinalStyle, number: { value: number; end: number }): Ordinal | null {
  const after = text.charAt(number.end + 1);
  return after === '' || ' \u3000\t\n\r\u00a0'.includes(after)
    ? { style, value: number.value, end: number.end + 1 }
    : null;
}

function readQi(text: string, at: number): Ordinal | null {
  const number = readHanNumeral(text, at + 1);
  if (number === null) return null;
  // 其一， and 其一是; 其三年 is prose.
  const next = text.charAt(number.end);
  return next !== '' && AFTER_DI.includes(next)
    ? { style: 'qi', value: number.value, end: number.end + 1 }
    : null;
}

function readSequence(text: string, at: number): Ordinal | null {
  for (const [word, value] of SEQUENCE) {
    if (!text.startsWith(word, at)) continue;
    const end = at + word.length;
    const next = text.charAt(end);
    // 最后一公里 ends no list.
    if (value === null && (next === '' || !AFTER_DI.includes(next))) return null;
    return { style: 'sequence', value, end: next !== '' && AFTER_DI.includes(next) ? end + 1 : end };
  }
  return null;
}

function readHanOrdinal(text: string, at: number): Ordinal | null {
  const number = readHanNumeral(text, at);
  if (number === null) return null;
  const next = text.charAt(number.end);
  if (next === '') return null;
  // 一是一、二是二 says "call one one": it enumerates nothing.
  if (AFTER_SHI.includes(next)) {
    if (next === '是' && saysTheSame(text, number)) return null;
    if (next === '要' && isWordWithYao(text, number.end + 1)) return null;
    return { style: 'shi', value: number.value, end: number.end + 1 };
  }
  if (next === '、' && isRow(text, number)) return null;
  return AFTER_HAN.includes(next) ? { style: 'han', value: number.value, end: number.end + 1 } : null;
}

/** 一是一，二是二: the numeral and the one behind 是 are the same, and nothing is counted by it (五是五级伤残 does). */
function saysTheSame(text: string, number: { value: number; end: number }): boolean {
  const named = readHanNumeral(text, number.end + 1);
  if (named === null || named.value !== number.value) return false;
  return '，,、。；;！!？?”"’\n\r '.includes(text.charAt(named.end));
}

/** Whether 要, which ends at `at`, is the beginning of a noun. */
function isWordWithYao(text: string, at: number): boolean {
  const next = text.charAt(at);
  if (next === '') return false;
  const verbs = VERBS_WITH_YAO[next];
  return verbs === undefined ? WORDS_WITH_YAO.includes(next) : !verbs.includes(text.charAt(at + 1) || ' ');
}

/** Whether the numeral and the one behind the 、 count together. */
function isRow(text: string, number: { value: number; end: number }): boolean {
  const second = readHanNumeral(text, number.end + 1);
  return (
    second !== null &&
    second.value === number.value + 1 &&
    COUNTED_IN_ROWS.includes(text.charAt(second.end) || ' ')
  );
}

function readDigitOrdinal(text: string, number: { value: number; end: number }): Ordinal | null {
  const next = text.charAt(number.end);
  if (next === '') return null;
  if (CLOSE.includes(next)) return { style: 'digit-bracket', value: number.value, end: number.end + 1 };
  if (!AFTER_DIGIT.includes(next)) return null;
  // 1.5 is a quantity.
  const after = text.charCodeAt(number.end + 1);
  const quantity =
    next !== '、' && ((after >= 0x30 && after <= 0x39) || (after >= 0xff10 && after <= 0xff19));
  return quantity ? null : { style: 'digit', value: number.value, end: number.end + 1 };
}
