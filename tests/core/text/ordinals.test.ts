import { expect, test } from 'vitest';
import { readHanNumeral, readOrdinal } from '../../../src/core/text/ordinals.ts';

/** `marker|rest style value`: the enumerator ends at the bar. */
test.each([
  ['一是|抓学习', 'shi', 1],
  ['十二要|抓落实', 'shi', 12],
  ['一要|求真务实', 'shi', 1],
  ['五是|五级伤残职工', 'shi', 5],
  ['其一，|路通了', 'qi', 1],
  ['第一，|抓项目', 'di', 1],
  ['第二是|抓招商', 'di', 2],
  ['首先，|感谢', 'sequence', 1],
  ['最后，|祝愿', 'sequence', null],
  ['最後，|祝願', 'sequence', null],
  ['二、|存在问题', 'han', 2],
  ['二、|三大攻坚战', 'han', 2],
  ['（十一）|其他', 'han-bracket', 11],
  ['(3)|坚持', 'digit-bracket', 3],
  ['3）|坚持', 'digit-bracket', 3],
  ['1.|建平台', 'digit', 1],
  ['12、|建平台', 'digit', 12],
  ['⑳|完', 'circled', 20],
  ['㈡|完', 'han-bracket', 2],
  ['⑴|完', 'digit-bracket', 1],
  ['⒈|完', 'digit', 1],
  ['第一章| 总则', 'chapter', 1],
  ['第一百零五条|　违反', 'article', 105],
])('%s', (written, style, value) => {
  const text = written.replace('|', '');
  expect(readOrdinal(text, 0)).toEqual({ style, value, end: written.indexOf('|') });
});

test.each([
  ...[
    '一是一，二是二',
    '一要素',
    '二要件',
    '三要求如下',
    '第一要务',
    '第一季度',
    '第三次',
    '第一书记',
    '第一时间',
    '第一、第二产业',
  ],
  ...[
    '二、三产业',
    '一、二季度',
    '最后一公里',
    '1.5亿元',
    '2019.',
    '第三条规定',
    '（见附件）',
    '其三年',
    '一心一意',
    '',
  ],
])('%s is no enumerator', (text) => {
  expect(readOrdinal(text, 0)).toBeNull();
});

test('numerals from 1 to 999', () => {
  const read = ['一', '十', '十九', '二十', '三十五', '一百', '二百零三', '九百九十九', '零'].map(
    (words) => readHanNumeral(words, 0)?.value,
  );
  expect(read).toEqual([1, 10, 19, 20, 35, 100, 203, 999, undefined]);
});
