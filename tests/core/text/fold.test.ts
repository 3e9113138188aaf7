import { expect, test } from 'vitest';
import { fold } from '../../../src/core/text/fold.ts';

const words = (text: string, start = 0, end = text.length, without: { start: number; end: number }[] = []) =>
  String.fromCharCode(...fold(text, { start, end }, without).codes);

test('ordinals, width, case, punctuation and white space are set aside', () => {
  expect(words('一是ＡＢ，c 好。二是好')).toBe('abc好好');
});

test('what lies in a break is left out, and offsets go on behind it', () => {
  const text = '拼劲不\n— 3 —\n足';
  const gap = { start: 3, end: 10 };
  expect(words(text, 0, text.length, [gap])).toBe('拼劲不足');
  expect([...fold(text, { start: 0, end: text.length }, [gap]).offsets]).toEqual([0, 1, 2, 10]);
});

test('breaks outside and across the passage do no harm', () => {
  const gaps = [
    { start: 0, end: 1 },
    { start: 2, end: 4 },
    { start: 5, end: 9 },
  ];
  expect(words('甲乙丙丁戊己庚辛壬', 3, 7, gaps)).toBe('戊');
});
