import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, isNumberFormat, numberFormatOf } from '../../src/office/number-format.ts';
import { readHanNumeral } from '../../src/core/text/ordinals.ts';

const row = (format: string, ...values: number[]) =>
  values.map((value) => formatNumber(value, numberFormatOf(format))).join(' ');

describe('formatNumber', () => {
  it.each([
    ['decimal', [0, 1, 12], '0 1 12'],
    ['decimalZero', [1, 12], '01 12'],
    ['decimalFullWidth', [1, 12], '１ １２'],
    ['decimalEnclosedCircle', [1, 20, 21, 50, 51], '① ⑳ ㉑ ㊿ 51'],
    ['decimalEnclosedCircleChinese', [3], '③'],
    ['decimalEnclosedParen', [1, 20, 21], '⑴ ⒇ 21'],
    ['decimalEnclosedFullstop', [1, 20], '⒈ ⒛'],
    ['numberInDash', [3], '- 3 -'],
    ['upperRoman', [4, 9, 1994, 5000], 'IV IX MCMXCIV 5000'],
    ['lowerRoman', [3], 'iii'],
    ['upperLetter', [1, 26, 27, 28, 781], 'A Z AA BB 781'],
    ['lowerLetterCounted', [1, 26, 27, 28, 703], 'a z aa ab aaa'],
    ['ordinal', [1, 2, 3, 4, 11, 12, 13, 21, 112], '1st 2nd 3rd 4th 11th 12th 13th 21st 112th'],
    ['ideographDigital', [1, 10, 23], '一 一〇 二三'],
    ['chineseCounting', [1, 10, 11, 20, 99, 100], '一 十 十一 二十 九十九 一〇〇'],
    [
      'chineseCountingThousand',
      [0, 1, 10, 15, 20, 105, 110, 111, 1005, 1010, 10_000, 10_010, 10_101, 110_000],
      '零 一 十 十五 二十 一百零五 一百一十 一百一十一 一千零五 一千零一十 一万 一万零一十 一万零一百零一 十一万',
    ],
    ['japaneseCounting', [10, 11, 105, 110, 1100], '十 十一 百五 百十 千百'],
    ['chineseLegalSimplified', [1, 10, 11, 25, 102], '壹 壹拾 壹拾壹 贰拾伍 壹佰零贰'],
    ['ideographLegalTraditional', [2, 3, 6], '貳 參 陸'],
    ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
    ['ideographZodiac', [1, 12], '子 亥'],
    ['ideographZodiacTraditional', [1, 11, 60, 61], '甲子 甲戌 癸亥 61'],
    ['ideographEnclosedCircle', [1, 10], '㊀ ㊉'],
    ['ideographParen', [1, 10], '㈠ ㈩'],
    ['thaiNumbers', [7], '7'],
    ['toString', [7], '7'],
  ])('%s', (format, values, expected) => {
    expect(row(format, ...values)).toBe(expected);
  });

  it('none is nothing', () => {
    expect(formatNumber(3, 'none')).toBe('');
  });

  it('knows its own names alone', () => {
    expect(isNumberFormat('decimal')).toBe(true);
    expect(isNumberFormat('constructor')).toBe(false);
  });

  it('spells what the reader of enumerators reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (value) => {
        const written = formatNumber(value, 'chineseCountingThousand');
        expect(readHanNumeral(written, 0)).toEqual({ value, end: written.length });
      }),
    );
  });
});
