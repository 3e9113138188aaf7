import { expect, test } from 'vitest';
import { surroundingsOf } from '../../../src/core/review/surroundings.ts';
import { witnessesOf } from '../../../src/core/review/witness.ts';
import { documentOf, measureOf, pairOf } from './corpus.ts';

const structured = documentOf(
  'd',
  '曹立忠: 第一段。 / 第二段。 / 一是加强监督，务求实效。 / 二是加强监督，务求实效。 / 结束。',
);
const pair = pairOf('p', measureOf(structured, 0, 0), measureOf(structured, 0, 1));
const { a, b } = witnessesOf(pair, new Map([['d', structured]]))!;

test('gives the excerpt of the witness until paragraphs are asked for', () => {
  expect(surroundingsOf(a, 0, 0)).toMatchObject({ before: a.before, after: a.after });
});

test('gives so many paragraphs, the nearest ones, and says how many there are', () => {
  expect(surroundingsOf(a, 1, 1)).toEqual({
    before: '第二段。',
    after: '二是加强监督，务求实效。',
    allBefore: 2,
    allAfter: 2,
  });
  expect(surroundingsOf(b, 9, 9).before).toBe('第一段。\n第二段。\n一是加强监督，务求实效。');
});
