import { isBlank } from './blanks.ts';

/** How often a line must stand beside a page number before it counts as a running header. */
export const RUNNING_HEADER_LEAST = 3;

/** Longest line that can be a page number: `第 123 页 共 456 页` with spaces. */
const PAGE_NUMBER_MOST = 24;
const PAGE_DIGITS_MOST = 4;
/** A line of digits alone is a page number up to 999; 2019 alone is a year. */
const BARE_DIGITS_MOST = 3;
const ORNAMENTS = '-—–―－─·•・~～．.・|｜';

/**
 * Whether the line `[start, end)` is a page number: `— 3 —`, `- 12 -`, `·4·`, `3`, `第3页`, `第 3 页 共 10 页`, `3/10`,
 * `Page 3 of 10`. Constant time.
 */
export function isPageNumber(text: string, start: number, end: number): boolean {
  if (end - start > PAGE_NUMBER_MOST) return false;
  let words = '';
  for (let at = start; at < end; at++) {
    if (!isBlank(text.charCodeAt(at))) words += narrow(text.charCodeAt(at));
  }
  const bare = stripOrnaments(words);
  if (bare === '') return false;
  if (bare.length < words.length) return isDigits(bare, PAGE_DIGITS_MOST);
  if (isDigits(bare, BARE_DIGITS_MOST)) return true;
  return isCountedPage(bare.toLowerCase());
}

/** `第3页`, `第3页共10页`, `3/10`, `page3`, `page3of10`, `p3`. */
function isCountedPage(words: string): boolean {
  const numbers: string[] = [];
  let frame = '';
  for (const character of words) {
    if (character < '0' || character > '9') frame += character;
    else if (frame.endsWith('0')) numbers[numbers.length - 1] += character;
    else {
      frame += '0';
      numbers.push(character);
    }
  }
  const frames = [
    '第0页',
    '第0頁',
    '第0页共0页',
    '第0頁共0頁',
    '第0页,共0页',
    '第0页，共0页',
    '0/0',
    'page0',
    'page0of0',
    'p0',
  ];
  return frames.includes(frame) && numbers.every((number) => number.length <= PAGE_DIGITS_MOST);
}

function stripOrnaments(words: string): string {
  let start = 0;
  let end = words.length;
  while (start < end && ORNAMENTS.includes(words.charAt(start))) start++;
  while (end > start && ORNAMENTS.includes(words.charAt(end - 1))) end--;
  // 3. and 3、 number an item; a page number wears its ornaments on both sides.
  return start > 0 && end < words.length ? words.slice(start, end) : words;
}

function isDigits(words: string, most: number): boolean {
  if (words === '' || words.length > most) return false;
  for (const character of words) if (character < '0' || character > '9') return false;
  return true;
}

function narrow(unit: number): string {
  return String.fromCharCode(unit >= 0xff10 && unit <= 0xff19 ? unit - 0xfee0 : unit);
}
