import { expect, test } from 'vitest';
import { surroundingsOf } from '../../../src/core/review/surroundings.ts';
import { witnessesOf } from '../../../src/core/review/witness.ts';
import { documentOf, measureOf, pairOf } from './corpus.ts';

const structured = documentOf(
  'd',
  '曹立忠: 第一段。 / 第二段。 / 一是加强监督，务求实效。 / 二是加强监督，务求实效。 / 结束。',
);
const pair = pairOf('p', measureOf(structured, 0, 0), measureOf(structured, 0, 1));
const { a } = witnessesOf(pair, new Map([['d', structured]]))!;

test('gives the excerpt of the witness until paragraphs are asked for', () => {
  // All that stands before is in the excerpt; behind it is only what is behind.
  expect(surroundingsOf(a, 0, 0)).toEqual({
    before: a.before,
    after: a.after,
    hasMoreBefore: false,
    hasMoreAfter: false,
  });
});

test('gives whole paragraphs, one more at each step, and says whether there are more', () => {
  const text = `${'头一段话不长。'.repeat(3)} / ${'前面这一段话很长，'.repeat(12)} / 一是加强监督，务求实效。 / 结束。`;
  const long = documentOf('e', `曹立忠: ${text}`);
  const one = measureOf(long, 0, 0);
  const { a: witness } = witnessesOf(pairOf('q', one, one), new Map([['e', long]]))!;
  const excerpt = surroundingsOf(witness, 0, 0);
  expect(excerpt.before.length).toBeLessThan(60);
  expect(excerpt.hasMoreBefore).toBe(true);
  const whole = surroundingsOf(witness, 1, 0);
  expect([whole.before, whole.hasMoreBefore]).toEqual(['前面这一段话很长，'.repeat(12), true]);
  const more = surroundingsOf(witness, 2, 0);
  expect(more.before.split('\n')).toEqual(['头一段话不长。'.repeat(3), '前面这一段话很长，'.repeat(12)]);
  expect(more.hasMoreBefore).toBe(false);
});

test('looks no farther than a reader could, and says that there is more', () => {
  const far = '远处的一段话。';
  const long = documentOf('f', `曹立忠: ${`${far} / `.repeat(20_000)}一是加强监督，务求实效。 / ${far}`);
  const one = measureOf(long, 0, 0);
  const { a: witness } = witnessesOf(pairOf('r', one, one), new Map([['f', long]]))!;
  const { before, hasMoreBefore } = surroundingsOf(witness, 3, 0);
  expect(before.split('\n').slice(-3)).toEqual([far, far, far]);
  expect(hasMoreBefore).toBe(true);
  expect(surroundingsOf(witness, 0, 0)).toMatchObject({ before: witness.before, hasMoreBefore: true });
});
