import { expect, test } from 'vitest';
import { clausesOf, sentencesOf } from '../../../src/core/text/clauses.ts';
import { graphemeStarts } from '../../../src/core/text/graphemes.ts';

const cut = (text: string, spans: typeof clausesOf) =>
  spans(text)
    .map(({ start, end }) => text.slice(start, end))
    .join('|');

test.each([
  ['甲，乙；丙：丁。戊', '甲，|乙；|丙：|丁。|戊'],
  ['技术、人才、资金等，服务', '技术、人才、资金等，|服务'],
  ['他说：“好。”然后走了。', '他说：|“好。”|然后走了。'],
  ['真的？！是的……', '真的？！|是的……'],
  ['增长1.5%，共1,000家，8:30、8：30开始', '增长1.5%，|共1,000家，|8:30、8：30开始'],
  ['3.加强领导', '3.加强领导'],
  ['# 标题\n\n正文。\n', '# 标题\n\n|正文。\n'],
  ['', ''],
])('clauses of %j', (text, expected) => {
  expect(cut(text, clausesOf)).toBe(expected);
});

test.each([
  ['甲，乙；丙。丁！', '甲，|乙；|丙。|丁！', '甲，乙；丙。|丁！'],
  ['标题\n他说：“好。”走了。', '标题\n|他说：|“好。”|走了。', '标题\n|他说：“好。”|走了。'],
])('sentences of %j', (text, clauses, sentences) => {
  expect(cut(text, clausesOf)).toBe(clauses);
  expect(cut(text, sentencesOf)).toBe(sentences);
});

test.each([
  '葛󠄀氏𠮷野家',
  'e\u0301e',
  '👨‍👩‍👧家',
  '\r\n\r\n',
  '🇨🇳🇨🇳',
  `e${'\u0301'.repeat(600)}国`,
  '👨‍👩‍👧'.repeat(100),
  '가각'.normalize('NFD'),
])('graphemes of %j are those of the engine', (text) => {
  const expected = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map(
    ({ index }) => index,
  );
  expect([...graphemeStarts(text)]).toEqual([...expected, text.length]);
});
