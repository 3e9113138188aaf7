import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStructure } from '../../../src/core/structure/structure.ts';

const FILE = '../../../seeds/000_5ce4e6a61f350004.txt';
const text = readFileSync(join(import.meta.dirname, FILE), 'utf8');
const speeches = readStructure(text);
const ordinals = (speech: number, list: number) =>
  speeches[speech]?.measures.filter((measure) => measure.list === list).map(({ ordinal }) => ordinal);

test('four speakers with their roles', () => {
  expect(speeches.map(({ role, speaker }) => [role, speaker])).toEqual([
    ['区工业和信息化局党组书记、局长', '曹立忠'],
    ['区科技局党组书记', '张健'],
    ['张炉集镇党委书记', '张琰'],
    ['沙镇镇党委书记', '秦立忠'],
  ]);
});

test('the first speech has three lists, the middle one with a single item', () => {
  expect([0, 1, 2].map((list) => ordinals(0, list))).toEqual([[1, 2, 3], [1], [1, 2, 3, 4]]);
  expect(speeches[0]?.lists.map(({ topic }) => topic)).toEqual(['problem', 'problem', 'measure']);
});

test('a list of problems that stands inline, and one of ten measures', () => {
  expect(ordinals(1, 0)).toEqual([1, 2, 3]);
  expect(ordinals(1, 1)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('sentences that a page break cut are joined, and so is a body in the next paragraph', () => {
  const measure = speeches[3]?.measures[0];
  expect(text.slice(measure?.span.start, measure?.span.end)).toMatch(/思维固\n\n化，本领不强/u);
  const last = speeches[3]?.measures[3];
  expect(text.slice(last?.span.start, last?.span.end)).toMatch(/^一是强化理论学习[^]*高质量发展。$/u);
  expect(speeches[3]?.breaks.map(({ start, end }) => text.slice(start, end))).toEqual(['\n\n', '\n\n']);
});
