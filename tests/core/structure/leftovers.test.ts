import { expect, test } from 'vitest';
import { indexBreaks, leftoversOf } from '../../../src/core/structure/leftovers.ts';

const none = indexBreaks([]);

test('what nothing was taken from is the same span', () => {
  const whole = { start: 0, end: 4 };
  expect(leftoversOf('一是学习', whole, [], none)[0]).toBe(whole);
});

test('white space at the ends is left over by nobody', () => {
  expect(leftoversOf(' 学习 ', { start: 0, end: 4 }, [], none)).toEqual([{ start: 1, end: 3 }]);
  expect(leftoversOf('  ', { start: 0, end: 2 }, [], none)).toEqual([]);
});

test('what is taken from the middle leaves two parts', () => {
  const taken = [{ start: 2, end: 4 }];
  expect(leftoversOf('前文中间后文', { start: 0, end: 6 }, taken, none)).toEqual([
    { start: 0, end: 2 },
    { start: 4, end: 6 },
  ]);
});
