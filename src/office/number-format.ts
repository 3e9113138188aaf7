/**
 * Numbers of lists as a reader sees them. Formats have their names from ECMA-376, 17.18.59 (ST_NumberFormat), which is
 * the longest list of all office formats; the others map onto it.
 */

/** A number format by its name in ECMA-376. */
export type NumberFormat =
  | 'decimal'
  | 'decimalZero'
  | 'decimalFullWidth'
  | 'decimalEnclosedCircle'
  | 'decimalEnclosedParen'
  | 'decimalEnclosedFullstop'
  | 'numberInDash'
  | 'upperRoman'
  | 'lowerRoman'
  | 'upperLetter'
  | 'lowerLetter'
  | 'upperLetterCounted' // ours: A … Z, AA, AB, as ODF counts; Word doubles: AA, BB
  | 'lowerLetterCounted' // ours
  | 'ordinal'
  | 'ideographDigital'
  | 'chineseCounting'
  | 'chineseCountingThousand'
  | 'japaneseCounting'
  | 'chineseLegalSimplified'
  | 'ideographLegalTraditional'
  | 'ideographTraditional'
  | 'ideographZodiac'
  | 'ideographZodiacTraditional'
  | 'ideographEnclosedCircle'
  | 'ideographParen' // ours: ㈠, which ECMA-376 has no name for
  | 'none';

/** Names of ECMA-376 that read as another one does in Chinese documents. */
const ALIASES: Readonly<Record<string, NumberFormat>> = {
  decimalHalfWidth: 'decimal',
  decimalFullWidth2: 'decimalFullWidth',
  decimalEnclosedCircleChinese: 'decimalEnclosedCircle',
  taiwaneseCounting: 'chineseCounting',
  taiwaneseCountingThousand: 'chineseCountingThousand',
  taiwaneseDigital: 'ideographDigital',
  japaneseDigitalTenThousand: 'ideographDigital',
  koreanDigital2: 'ideographDigital',
  japaneseLegal: 'ideographLegalTraditional',
  koreanLegal: 'ideographLegalTraditional',
};

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** Rows of characters that are numbers in themselves: the first stands for 1. Beyond the row, numbers are decimal. */
const ROWS: Readonly<Partial<Record<NumberFormat, string>>> = {
  decimalEnclosedCircle: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿',
  decimalEnclosedParen: '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  decimalEnclosedFullstop: '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  ideographEnclosedCircle: '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉',
  ideographParen: '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩',
  ideographTraditional: STEMS,
  ideographZodiac: BRANCHES,
};

/** Letters are repeated 30 times at most, as Word does; larger numbers are decimal. */
const LETTERS_MOST = 26 * 30;
const ROMAN_MOST = 4_999;
/** The largest number that is spelled in characters: below a hundred million. */
const SPELLED_MOST = 99_999_999;

interface Numerals {
  readonly digits: string;
  /** Ten, hundred, thousand, ten thousand. */
  readonly units: string;
  /** Whether eleven has its one: 壹拾壹, but 十一. */
  readonly oneTen: boolean;
  /** Whether a gap is filled: 一百零五, but 百五 in Japanese, where one hundred has no one either. */
  readonly filled: boolean;
}

const PLAIN: Numerals = { digits: '零一二三四五六七八九', units: '十百千万', oneTen: false, filled: true };
const JAPANESE: Numerals = {
  digits: '〇一二三四五六七八九',
  units: '十百千万',
  oneTen: false,
  filled: false,
};
const LEGAL: Numerals = { digits: '零壹贰叁肆伍陆柒捌玖', units: '拾佰仟万', oneTen: true, filled: true };
const LEGAL_TRADITIONAL: Numerals = {
  digits: '零壹貳參肆伍陸柒捌玖',
  units: '拾佰仟萬',
  oneTen: true,
  filled: true,
};

/** Whether a number format of this name is known. */
export function isNumberFormat(name: string): name is NumberFormat {
  return Object.hasOwn(WRITERS, name);
}

/** The format of a name in ECMA-376; decimal for one that is not known here (Hebrew, Thai, numbers as English words). */
export function numberFormatOf(name: string): NumberFormat {
  if (isNumberFormat(name)) return name;
  return Object.hasOwn(ALIASES, name) ? (ALIASES[name] as NumberFormat) : 'decimal';
}

/** A whole number from 0 in a format; what the format has no sign for is decimal. Without anything around it. */
export function formatNumber(value: number, format: NumberFormat): string {
  if (format === 'none') return '';
  const whole = Number.isSafeInteger(value) ? value : 0;
  return (whole < 0 ? null : WRITERS[format](whole)) ?? String(whole);
}

/** Each gives null for a number that it has no sign for. */
const WRITERS: Readonly<Record<NumberFormat, (value: number) => string | null>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => fullWidth(String(value)),
  decimalEnclosedCircle: rowOf('decimalEnclosedCircle'),
  decimalEnclosedParen: rowOf('decimalEnclosedParen'),
  decimalEnclosedFullstop: rowOf('decimalEnclosedFullstop'),
  numberInDash: (value) => `- ${value} -`,
  upperRoman: (value) => roman(value)?.toUpperCase() ?? null,
  lowerRoman: roman,
  upperLetter: (value) => repeated(value)?.toUpperCase() ?? null,
  lowerLetter: repeated,
  upperLetterCounted: (value) => counted(value)?.toUpperCase() ?? null,
  lowerLetterCounted: counted,
  ordinal: (value) => `${value}${endingOf(value)}`,
  ideographDigital: digits,
  // Word spells up to 99 and writes digits beyond.
  chineseCounting: (value) => (value < 100 ? spelled(value, PLAIN) : digits(value)),
  chineseCountingThousand: (value) => spelled(value, PLAIN),
  japaneseCounting: (value) => spelled(value, JAPANESE),
  chineseLegalSimplified: (value) => spelled(value, LEGAL),
  ideographLegalTraditional: (value) => spelled(value, LEGAL_TRADITIONAL),
  ideographTraditional: rowOf('ideographTraditional'),
  ideographZodiac: rowOf('ideographZodiac'),
  ideographZodiacTraditional: (value) =>
    value < 1 || value > 60 ? null : STEMS.charAt((value - 1) % 10) + BRANCHES.charAt((value - 1) % 12),
  ideographEnclosedCircle: rowOf('ideographEnclosedCircle'),
  ideographParen: rowOf('ideographParen'),
  none: () => '',
};

function rowOf(format: NumberFormat): (value: number) => string | null {
  const row = ROWS[format] ?? '';
  return (value) => (value < 1 ? null : row.charAt(value - 1) || null);
}

function fullWidth(decimal: string): string {
  let wide = '';
  for (let i = 0; i < decimal.length; i++) wide += String.fromCharCode(decimal.charCodeAt(i) + 0xfee0);
  return wide;
}

const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string | null {
  if (value < 1 || value > ROMAN_MOST) return null;
  let rest = value;
  let written = '';
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) written += sign;
  }
  return written;
}

/** a … z, aa, bb … */
function repeated(value: number): string | null {
  if (value < 1 || value > LETTERS_MOST) return null;
  return letter((value - 1) % 26).repeat(Math.floor((value - 1) / 26) + 1);
}

/** a … z, aa, ab … */
function counted(value: number): string | null {
  if (value < 1) return null;
  let written = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26))
    written = letter((rest - 1) % 26) + written;
  return written;
}

function letter(index: number): string {
  return String.fromCharCode(0x61 + index);
}

function endingOf(value: number): string {
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

function digits(value: number): string {
  let written = '';
  for (const digit of String(value)) written += '〇一二三四五六七八九'.charAt(Number(digit));
  return written;
}

/** A number in words: 二十三, 一百零五, 一万零三十. */
function spelled(value: number, numerals: Numerals): string | null {
  if (value > SPELLED_MOST) return null;
  if (value === 0) return numerals.digits.charAt(0);
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return spelledBelow(low, numerals, true);
  const gap = numerals.filled && low > 0 && low < 1_000 ? numerals.digits.charAt(0) : '';
  const front = spelledBelow(high, numerals, true) + numerals.units.charAt(3);
  return front + (low === 0 ? '' : gap + spelledBelow(low, numerals, false));
}

/** A number below ten thousand and above 0; `leads` when nothing stands before it, where ten needs no one. */
function spelledBelow(
  value: number,
  { digits: signs, units, oneTen, filled }: Numerals,
  leads: boolean,
): string {
  let written = '';
  let isGap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      isGap = written !== '';
      continue;
    }
    if (isGap && filled) written += signs.charAt(0);
    isGap = false;
    const bareOne =
      digit === 1 && place > 0 && (filled ? !oneTen && place === 1 && written === '' && leads : true);
    written += (bareOne ? '' : signs.charAt(digit)) + (place > 0 ? units.charAt(place - 1) : '');
  }
  return written;
}
