import { expect, test } from 'vitest';
import { speakersIn, type Speakers } from '../../../src/core/review/speakers.ts';
import { documentOf, measureOf, pairOf } from './corpus.ts';

const first = documentOf('d1', '甲: 一是加强监督 / 二是加强监督', '乙: 一是加强监督', '丁: 一是另一件事');
const second = documentOf('d2', '丙: 一是加强监督');
const documents = new Map([first, second].map((d) => [d.document.id, d]));
const pairs = [
  pairOf('within', measureOf(first, 0, 0), measureOf(first, 0, 1)),
  pairOf('one', measureOf(first, 1, 0), measureOf(second, 0, 0)),
  pairOf('two', measureOf(first, 0, 0), measureOf(second, 0, 0)),
  pairOf('three', measureOf(first, 0, 1), measureOf(second, 0, 0)),
];

function made(...given: Parameters<typeof speakersIn>): Speakers {
  const making = speakersIn(...given);
  for (;;) {
    const step = making.next();
    if (step.done === true) return step.value;
  }
}

test('speakers of findings alone, the most findings first; a finding within one speech counts once', () => {
  expect(made(pairs, documents, 9)).toEqual({ names: ['甲', '丙', '乙'], more: 0 });
});

test('says how many there are beyond the most', () => {
  expect(made(pairs, documents, 1)).toEqual({ names: ['甲'], more: 2 });
});

test('documents that are gone say nothing', () => {
  expect(made(pairs, new Map(), 9)).toEqual({ names: [], more: 0 });
});
