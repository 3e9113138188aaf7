import { describe, expect, it } from 'vitest';
import { hanNumeral } from '../../src/i18n/zh-CN/han-numeral.ts';
import { languageFor, languages } from '../../src/i18n/index.ts';
import { similarityText } from '../../src/i18n/similarity.ts';

describe('hanNumeral', () => {
  it.each([
    [0, '〇'],
    [6, '六'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [35, '三十五'],
    [120, '120'],
  ])('writes %i as %s', (value, expected) => {
    expect(hanNumeral(value)).toBe(expected);
  });
});

describe('similarityText', () => {
  it('never says 1.00 of what differs', () => {
    expect(similarityText(1)).toBe('1.00');
    expect(similarityText(0.9999)).toBe('0.99');
    expect(similarityText(0.645)).toBe('0.65');
  });
});

describe('languages', () => {
  it('follows the reader’s preferences in order', () => {
    expect(languageFor(['fr', 'zh-TW', 'en'])).toBe('zh-CN');
    expect(languageFor(['en-GB', 'zh'])).toBe('en');
    expect(languageFor(['fr'])).toBe('en');
    expect(languageFor([])).toBe('en');
  });

  it('names every place in both', () => {
    const place = { kind: 'measure', ordinal: 3, topic: 'measure', part: null, path: [] } as const;
    expect(languages['zh-CN'].place(place)).toBe('措施三');
    expect(languages.en.place(place)).toBe('item 3');
    const part = { kind: 'measure', ordinal: 12, topic: null, part: 3, path: [2] } as const;
    expect(languages['zh-CN'].place(part)).toBe('第三部分·二·十二');
    expect(languages.en.place(part)).toBe('part 3 · 2.12');
  });
});
