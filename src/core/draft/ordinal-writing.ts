import { ENGLISH_ORDINALS } from '../text/english-ordinals.ts';

/** Writes ordinals anew in the way in which they are written: 六是 → 四是, （１２） → （９）, ⑤ → ③, 其次 → 首先. */

/** A piece of an ordinal that is to be replaced, offsets counting in the marker. */
export interface Rewriting {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const HAN = '〇一二三四五六七八九';
const HAN_NUMERALS = '〇零一二三四五六七八九十百';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const FULL_WIDTH_ZERO = 0xff10;
/** 首先 counts 1; 最后 counts nothing and stays. */
const WORDS = ['首先', '其次', '再次'];
/** Ordinals that are one character: the first of each row and how many there are. */
const ROWS: readonly (readonly [first: number, count: number])[] = [
  [0x2460, 20], // ①
  [0x2474, 20], // ⑴
  [0x2488, 20], // ⒈
  [0x3220, 10], // ㈠
  [0x2160, 12], // Ⅰ
  [0x2170, 12], // ⅰ
  [0x2776, 10], // ❶
];

/**
 * What to replace in `marker` (一是, （三）, 1.) so that it counts `value`, from 1; null where it does not count (最后) or the
 * value cannot be written so.
 */
export function renumber(marker: string, value: number): Rewriting | null {
  const english = /[A-Za-z]+/u.exec(marker);
  if (english !== null) return renumberEnglish(english[0], english.index, value);
  for (let at = 0; at < marker.length; at++) {
    const word = WORDS.findIndex((each) => marker.startsWith(each, at));
    if (word >= 0) return written(at, at + 2, WORDS[value - 1]);
    const unit = marker.charCodeAt(at);
    const row = ROWS.find(([first, count]) => unit >= first && unit < first + count);
    if (row !== undefined)
      return written(at, at + 1, value <= row[1] ? String.fromCharCode(row[0] + value - 1) : undefined);
    const han = runEnd(marker, at, (each) => HAN_NUMERALS.includes(each));
    if (han > at) return written(at, han, hanNumeral(value));
    const digits = runEnd(marker, at, (each) => each >= '0' && each <= '9');
    if (digits > at) return written(at, digits, String(value));
    const wide = runEnd(marker, at, (each) => each >= '０' && each <= '９');
    if (wide > at) return written(at, wide, fullWidth(String(value)));
  }
  return null;
}

/** Second → First, secondly → firstly, b → a; Finally counts nothing and stays. */
function renumberEnglish(word: string, at: number, value: number): Rewriting | null {
  const isUpper = word.charAt(0) !== word.charAt(0).toLowerCase();
  const inCase = (text: string): string => (isUpper ? text.charAt(0).toUpperCase() + text.slice(1) : text);
  if (word.length === 1) return written(at, at + 1, inCase(LETTERS.charAt(value - 1)) || undefined);
  const ending = word.endsWith('ly') ? 'ly' : '';
  const isCounted = ENGLISH_ORDINALS.includes(word.slice(0, word.length - ending.length).toLowerCase());
  const ordinal = isCounted ? ENGLISH_ORDINALS[value - 1] : undefined;
  return written(at, at + word.length, ordinal === undefined ? undefined : inCase(ordinal + ending));
}

/** A whole number from 1 to 999 in Chinese numerals: 12 → 十二, 105 → 一百零五. */
export function hanNumeral(value: number): string {
  if (value < 10) return HAN.charAt(value);
  if (value < 100) {
    const tens = Math.floor(value / 10);
    return (tens > 1 ? HAN.charAt(tens) : '') + '十' + (value % 10 > 0 ? HAN.charAt(value % 10) : '');
  }
  const rest = value % 100;
  const hundreds = HAN.charAt(Math.floor(value / 100)) + '百';
  if (rest === 0) return hundreds;
  if (rest < 10) return `${hundreds}零${HAN.charAt(rest)}`;
  return hundreds + (rest < 20 ? '一' : '') + hanNumeral(rest);
}

function written(start: number, end: number, text: string | undefined): Rewriting | null {
  return text === undefined ? null : { start, end, text };
}

function runEnd(marker: string, from: number, belongs: (character: string) => boolean): number {
  let at = from;
  while (at < marker.length && belongs(marker.charAt(at))) at++;
  return at;
}

function fullWidth(digits: string): string {
  return [...digits].map((digit) => String.fromCharCode(FULL_WIDTH_ZERO + Number(digit))).join('');
}
