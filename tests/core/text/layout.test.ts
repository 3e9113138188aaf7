import { expect, it } from 'vitest';
import { asidesIn, type Aside } from '../../../src/core/text/layout.ts';

it('gives a line the asides that belong to it, and those at its very end', () => {
  const at = (place: number): Aside => ({ kind: 'comment', at: place, text: String(place), author: '' });
  const layout = { paragraphs: [], asides: [at(0), at(4), at(5), at(9)] };
  expect(asidesIn(layout, { start: 0, end: 4 }).map((aside) => aside.at)).toEqual([0, 4]);
  expect(asidesIn(layout, { start: 5, end: 9 }).map((aside) => aside.at)).toEqual([5, 9]);
});
