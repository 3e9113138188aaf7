/**
 * Enumerators as official Chinese prose writes them: 一是 一要 其一 第一， 首先 一、 （一） 1. 1、 （1） ①.
 * This file only says what stands at one place. Whether it begins an item is decided where lists are read.
 */

/** The style of an enumerator; the items of one list share it. */
export type OrdinalStyle =
  | 'shi' // 一是, 一要
  | 'qi' // 其一
  | 'di' // 第一，
  | 'sequence' // 首先, 其次, 再次, 最后
  | 'han' // 一、
  | 'han-bracket' // （一）
  | 'digit' // 1. 1、
  | 'digit-bracket' // （1） 1）
  | 'circled'; // ①

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
const AFTER_HAN = '、.．';
const AFTER_DIGIT = '、.．';
const SEQUENCE: readonly (readonly [word: string, value: number | null])[] = [
  ['首先', 1],
  ['其次', 2],
  ['再次', 3],
  ['最后', null],
];
const CIRCLED_FIRST = 0x2460;
const CIRCLED_LAST = 0x2473;
/** Longest run of digits that is an ordinal and not a year or a quantity. */
const DIGITS_MOST = 2;

/** Reads the enumerator that begins at `at`; null when there is none. Constant time. */
export function readOrdinal(text: string, at: number): Ordinal | null {
  const first = text.charAt(at);
  if (first === '') return null;
  if (OPEN.includes(first)) return readBracketed(text, at + 1);
  if (first === '第') return readDi(text, at);
  if (first === '其' && text.charAt(at + 1) !== '次') return readQi(text, at);
  const unit = first.charCodeAt(0);
  if (unit >= CIRCLED_FIRST && unit <= CIRCLED_LAST) {
    return { style: 'circled', value: unit - CIRCLED_FIRST + 1, end: at + 1 };
  }
  const digits = readDigits(text, at);
  if (digits !== null) return readDigitOrdinal(text, digits);
  return readSequence(text, at) ?? readHanOrdinal(text, at);
}

/** Reads a Chinese numeral from 1 to 99 (一, 十, 十二, 二十, 二十三) that begins at `at`; null when there is none. */
export function readHanNumeral(text: string, at: number): { value: number; end: number } | null {
  const digit = (index: number) => (index < text.length ? HAN_DIGITS.indexOf(text.charAt(index)) : -1);
  let tens = 0;
  let end = at;
  if (digit(end) > 0 && text.charAt(end + 1) === '十') {
    tens = digit(end);
    end += 2;
  } else if (text.charAt(end) === '十') {
    tens = 1;
    end += 1;
  }
  const units = digit(end);
  if (units > 0) return { value: tens * 10 + units, end: end + 1 };
  return tens > 0 ? { value: tens * 10, end } : null;
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
  if (number === null || number.end >= text.length || !AFTER_DI.includes(text.charAt(number.end)))
    return null;
  return { style: 'di', value: number.value, end: number.end + 1 };
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
    const named = readHanNumeral(text, number.end + 1);
    if (named !== null && named.value === number.value) return null;
    return { style: 'shi', value: number.value, end: number.end + 1 };
  }
  return AFTER_HAN.includes(next) ? { style: 'han', value: number.value, end: number.end + 1 } : null;
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
