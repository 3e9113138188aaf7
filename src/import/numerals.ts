/**
 * Numbers as word processors write them in front of paragraphs, named as in Office Open XML (ECMA-376 part 1, 17.18.59).
 * Kinds that no Chinese office uses come out as decimal digits.
 */

const HAN = '〇一二三四五六七八九';
const HAN_CIRCLE = '○一二三四五六七八九';
const LEGAL_SIMPLIFIED = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const CHICAGO = '*†‡§';
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};
const ROMAN: readonly (readonly [value: number, letters: string])[] = [
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
/** Beyond it Roman numerals and rows of one letter only grow: digits are read more easily. */
const LONG_FORMS_MOST = 4_999;
/** A row of letters (aaa for 53) is not made longer than this. */
const LETTERS_MOST = 26 * 30;

const FORMS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimalZero: (value) => (value < 10 ? `0${value}` : `${value}`),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  ordinal: (value) => `${value}${endingOf(value)}`,
  cardinalText: (value) => capital(inWords(value)),
  ordinalText: (value) => capital(inOrdinalWords(value)),
  chicago: (value) => CHICAGO.charAt((value - 1) % 4).repeat(Math.ceil(value / 4)),
  hex: (value) => value.toString(16).toUpperCase(),
  numberInDash: (value) => `- ${value} -`,
  decimalEnclosedCircle: (value) => enclosed(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => enclosed(value, 0x2460, 20),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488, 20),
  ideographEnclosedCircle: (value) => enclosed(value, 0x3280, 10),
  ideographTraditional: (value) => (value <= 10 ? STEMS.charAt(value - 1) : `${value}`),
  ideographZodiac: (value) => (value <= 12 ? BRANCHES.charAt(value - 1) : `${value}`),
  ideographZodiacTraditional: (value) =>
    value <= 60 ? STEMS.charAt((value - 1) % 10) + BRANCHES.charAt((value - 1) % 12) : `${value}`,
  ideographDigital: (value) => digits(value, HAN),
  japaneseDigitalTenThousand: (value) => digits(value, HAN),
  taiwaneseDigital: (value) => digits(value, HAN_CIRCLE),
  chineseCounting: (value) => (value < 100 ? han(value) : digits(value, HAN_CIRCLE)),
  taiwaneseCounting: (value) => (value < 100 ? han(value) : digits(value, HAN_CIRCLE)),
  chineseCountingThousand: han,
  taiwaneseCountingThousand: han,
  japaneseCounting: japanese,
  chineseLegalSimplified: (value) => counted(value, LEGAL_SIMPLIFIED, ['', '拾', '佰', '仟'], '万'),
  ideographLegalTraditional: (value) => counted(value, LEGAL_TRADITIONAL, ['', '拾', '佰', '仟'], '萬'),
};

/** `value` (0 and more) in the form that `format` names; a form that is not known gives decimal digits. */
export function numeralOf(value: number, format: string): string {
  const form = FORMS[format];
  if (form === undefined || value < 0 || (value === 0 && format !== 'none')) {
    return format === 'none' ? '' : `${value}`;
  }
  return form(value);
}

/** 一, 十, 十二, 二十三, 一百零五, 一千零一十, 一万. */
function han(value: number): string {
  const written = counted(value, '零一二三四五六七八九', ['', '十', '百', '千'], '万');
  return value >= 10 && value < 20 ? written.slice(1) : written;
}

/** As `han`, without zeros, and without 一 before 十, 百 and 千. */
function japanese(value: number): string {
  const written = counted(value, '零一二三四五六七八九', ['', '十', '百', '千'], '万').replaceAll('零', '');
  return written.replaceAll(/一(?=[十百千])/gu, '');
}

/** A number below a hundred million in digits and units, a 零 for any row of zeros between. */
function counted(value: number, zeroToNine: string, units: readonly string[], tenThousand: string): string {
  if (value >= 100_000_000) return `${value}`;
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return belowTenThousand(low, zeroToNine, units);
  const head = belowTenThousand(high, zeroToNine, units) + tenThousand;
  if (low === 0) return head;
  return head + (low < 1000 ? zeroToNine.charAt(0) : '') + belowTenThousand(low, zeroToNine, units);
}

function belowTenThousand(value: number, zeroToNine: string, units: readonly string[]): string {
  let written = '';
  let isGap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      isGap = written !== '';
      continue;
    }
    written += (isGap ? zeroToNine.charAt(0) : '') + zeroToNine.charAt(digit) + (units[place] ?? '');
    isGap = false;
  }
  return written;
}

function digits(value: number, zeroToNine: string): string {
  return [...`${value}`].map((digit) => zeroToNine.charAt(Number(digit))).join('');
}

function fullWidth(value: number): string {
  return digits(value, '０１２３４５６７８９');
}

function enclosed(value: number, first: number, most: number): string {
  return value <= most ? String.fromCodePoint(first + value - 1) : `${value}`;
}

function roman(value: number): string {
  if (value > LONG_FORMS_MOST) return `${value}`;
  let rest = value;
  let written = '';
  for (const [step, letter] of ROMAN) {
    for (; rest >= step; rest -= step) written += letter;
  }
  return written;
}

/** a to z, then aa, bb and so on, as Word has it. */
function letters(value: number): string {
  if (value > LETTERS_MOST) return `${value}`;
  return String.fromCodePoint(0x61 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function endingOf(value: number): string {
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

function inWords(value: number): string {
  if (value >= 1000) return `${value}`;
  if (value >= 100) {
    const rest = value % 100;
    return `${ONES[Math.floor(value / 100)]} hundred${rest === 0 ? '' : ` ${inWords(rest)}`}`;
  }
  if (value < 20) return ONES[value] ?? '';
  const unit = value % 10;
  return `${TENS[Math.floor(value / 10) - 2]}${unit === 0 ? '' : `-${ONES[unit]}`}`;
}

function inOrdinalWords(value: number): string {
  if (value >= 1000) return `${value}${endingOf(value)}`;
  const words = inWords(value);
  const start = Math.max(words.lastIndexOf(' '), words.lastIndexOf('-')) + 1;
  const last = words.slice(start);
  const ordinal = ORDINALS[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return words.slice(0, start) + ordinal;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
