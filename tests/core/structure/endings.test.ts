import { expect, test } from 'vitest';
import { Endings } from '../../../src/core/structure/endings.ts';
import { simplify } from '../../../src/core/structure/simplified.ts';

const endings = new Endings(['局', '局长', '董事长']);

test.each(['局', '财政局', '财政局局长', '財政局局長', '公司董事長'])(
  '%s ends with one of the words',
  (words) => {
    expect(endings.end(words)).toBe(true);
  },
);

test.each(['', '长', '事长', '局长李四', '董事长的话'])('%s ends with none of them', (words) => {
  expect(endings.end(words)).toBe(false);
});

test('simplified words are as long as before, and what needs no change stays', () => {
  expect(simplify('財政局局長：趙先生')).toBe('财政局局长：趙先生');
  expect(simplify('区财政局')).toBe('区财政局');
});
