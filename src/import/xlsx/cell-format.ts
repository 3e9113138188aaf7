/** Number formats that a workbook names by number alone, as a Chinese Excel shows them. ECMA-376, 18.8.30. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Days from 1970-01-01 back to the day 0 of workbooks, for dates from March 1900 on; Excel takes 1900 for a leap year. */
const DAYS_1900 = 25_569;
const DAYS_1904 = 24_107;
/** In milliseconds. */
const DAY = 86_400_000;
/** The last day that Excel knows, 9999-12-31. */
const LAST_DAY = 2_958_465;

/** The code of a number format by its number. */
export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? 'General';
}

/** A number as the cell shows it: dates and times by their code, percentages, and decimals cut as the code says. */
export function formatCell(value: number, code: string, from1904: boolean): string {
  const pieces = piecesOf(code.split(';')[0] ?? '');
  if (pieces.some(({ kind }) => kind === 'date')) {
    const day = value + (from1904 ? DAYS_1900 - DAYS_1904 : 0);
    if (day >= 0 && day <= LAST_DAY) return formatDate(day, pieces);
  }
  const plain = pieces.map(({ kind, words }) => (kind === 'number' ? words : '')).join('');
  if (plain.includes('%')) return `${fixed(value * 100, plain)}%`;
  return /[0#]/u.test(plain) ? fixed(value, plain) : general(value);
}

interface Piece {
  readonly kind: 'date' | 'number' | 'words';
  readonly words: string;
}

/** A code as letters of dates, signs of numbers, and words to show as they are. Linear time. */
function piecesOf(code: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < code.length;) {
    const sign = code.charAt(at);
    const lower = sign.toLowerCase();
    const end = sign === '"' ? code.indexOf('"', at + 1) : sign === '[' ? code.indexOf(']', at + 1) : -1;
    if (end > 0) {
      const words = code.slice(at + 1, end);
      if (sign === '"') pieces.push({ kind: 'words', words });
      else if (/^[hms]+$/iu.test(words)) pieces.push({ kind: 'date', words: words.toLowerCase() });
      at = end + 1;
    } else if (sign === '\\' || sign === '_' || sign === '*') {
      if (sign === '\\') pieces.push({ kind: 'words', words: code.charAt(at + 1) });
      at += 2;
    } else if (/^am\/pm/iu.test(code.slice(at, at + 5)) || code.startsWith('上午/下午', at)) {
      pieces.push({ kind: 'date', words: 'am/pm' });
      at += 5;
    } else if ('ymdhs'.includes(lower) || (lower === 'a' && code.slice(at, at + 3).toLowerCase() === 'aaa')) {
      let stop = at;
      while (code.charAt(stop).toLowerCase() === lower) stop++;
      pieces.push({ kind: 'date', words: lower.repeat(stop - at) });
      at = stop;
    } else {
      pieces.push({ kind: '0#?.,%'.includes(sign) ? 'number' : 'words', words: sign });
      at++;
    }
  }
  return pieces;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = '日一二三四五六';

function formatDate(day: number, pieces: readonly Piece[]): string {
  const time = new Date(Math.round((day - DAYS_1900) * 86_400) * 1000);
  const half = pieces.some(({ words }) => words === 'am/pm');
  const hours = half ? time.getUTCHours() % 12 || 12 : time.getUTCHours();
  let isTime = false;
  return pieces
    .map(({ kind, words }, index) => {
      if (kind !== 'date') return words;
      const wide = (value: number) => String(value).padStart(Math.min(words.length, 2), '0');
      switch (words.charAt(0)) {
        case 'y':
          return words.length > 2 ? String(time.getUTCFullYear()) : String(time.getUTCFullYear()).slice(-2);
        case 'm': {
          const after = pieces.slice(index + 1).find((piece) => piece.kind === 'date');
          if (isTime || after?.words.startsWith('s') === true) return wide(time.getUTCMinutes());
          return words.length >= 3 ? (MONTHS[time.getUTCMonth()] ?? '') : wide(time.getUTCMonth() + 1);
        }
        case 'd':
          return wide(time.getUTCDate());
        case 'h':
          isTime = true;
          return wide(hours);
        case 's':
          return wide(time.getUTCSeconds());
        default: {
          if (words === 'am/pm') return time.getUTCHours() < 12 ? '上午' : '下午';
          const weekday = WEEKDAYS.charAt(
            time.getTime() >= 0 ? time.getUTCDay() : (7 + ((time.getTime() / DAY) % 7)) | 0,
          );
          return words.length > 3 ? `星期${weekday}` : weekday;
        }
      }
    })
    .join('');
}

function fixed(value: number, code: string): string {
  const dot = code.indexOf('.');
  const decimals = dot < 0 ? 0 : code.slice(dot).replaceAll(/[^0#?]/gu, '').length;
  const whole = value.toFixed(Math.min(decimals, 20));
  const optional = dot < 0 ? 0 : code.slice(dot).replaceAll(/[^#?]/gu, '').length;
  let shown = whole;
  for (let i = 0; i < optional && shown.endsWith('0'); i++) shown = shown.slice(0, -1);
  if (shown.endsWith('.')) shown = shown.slice(0, -1);
  const least = (dot < 0 ? code : code.slice(0, dot)).replaceAll(/[^0]/gu, '').length;
  const [front = '', rest] = shown.replace('-', '').split('.');
  const padded = front.padStart(least, '0');
  const grouped = code.includes(',') ? inThousands(padded) : padded;
  return (value < 0 ? '-' : '') + grouped + (rest === undefined ? '' : `.${rest}`);
}

function inThousands(digits: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(',');
}

/** As Excel shows a number without a format: eleven digits at most. */
function general(value: number): string {
  return String(Number(value.toPrecision(11)));
}
