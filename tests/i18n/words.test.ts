import { describe, expect, it } from 'vitest';
import { hanNumeral } from '../../src/i18n/zh-CN/han-numeral.ts';
import { languageFor, languages } from '../../src/i18n/index.ts';
import type { Pair } from '../../src/core/reuse/pair.ts';
import { percentText, similarityText } from '../../src/i18n/similarity.ts';

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

describe('the reason for a kind', () => {
  const reason = (kind: Pair['kind'], containmentA: number, containmentB: number) => {
    const pair = { kind, containmentA, containmentB } as Pair;
    return [languages['zh-CN'].reason(pair, 75), languages.en.reason(pair, 75)];
  };

  it.each([
    ['identical', 1, 1, '相同：不计序号、标点等形式，两条文字一致'],
    ['near-identical', 0.92, 0.999, '近似：相同 75 字，占左条 92%、右条 99%，整条算一对'],
    ['partial', 0.31, 0.54, '片段：只有这一段相同，占左条 31%、右条 54%'],
    ['partial', 0.95, 0.4, '片段：左条 95% 在右条里，只占右条 40%'],
    ['partial', 0.2, 1, '片段：右条 100% 在左条里，只占左条 20%'],
    ['paraphrase', 0.5, 0.4, '改写：分句大体对应，换了词；逐字相同的占左条 50%、右条 40%'],
  ] as const)('%s, %d of the left and %d of the right', (kind, a, b, words) => {
    const [chinese, english] = reason(kind, a, b);
    expect(chinese).toBe(words);
    for (const share of [a, b]) if (kind !== 'identical') expect(english).toContain(percentText(share));
  });
});

describe('sigla', () => {
  it('are stems or letters while there are any, then numbers', () => {
    const { siglum, sigla } = languages['zh-CN'];
    expect([0, 1, 9, 10, 39].map(siglum)).toEqual(['甲', '乙', '癸', '11', '40']);
    expect(
      [
        [0, 2],
        [0, 10],
        [10, 11],
      ].map(sigla),
    ).toEqual(['甲丙', '甲、11', '11、12']);
    expect([0, 25, 26].map(languages.en.siglum)).toEqual(['A', 'Z', '27']);
    expect(
      [
        [0, 2],
        [0, 26],
      ].map(languages.en.sigla),
    ).toEqual(['AC', 'A/27']);
  });
});

describe('many versions in a sentence', () => {
  const same = { places: 0, isForm: true, classes: [] };
  const form = { places: 2, isForm: true, classes: ['ordinal', 'punctuation'] } as const;
  const other = { places: 3, isForm: false, classes: [] };

  it.each([
    [[same, same], '3 处逐字相同', '3 versions, all the same'],
    [[form, form], '3 处只有形式不同', '3 versions that differ in form alone'],
    [
      [same, form, other, other],
      '5 处对勘：1 处与底本逐字相同，1 处只有形式不同，2 处有异文',
      '5 versions: 1 the same as the base, 1 but for form, 2 with variants',
    ],
  ])('%#', (others, chinese, english) => {
    expect(languages['zh-CN'].synopsis(others)).toBe(chinese);
    expect(languages.en.synopsis(others)).toBe(english);
  });

  it('names the forms', () => {
    expect([same, form, other].map(languages['zh-CN'].agreement)).toEqual([
      '与底本逐字相同',
      '与底本只有序号、标点不同',
      '异文 3 处',
    ]);
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
