import { expect, it } from 'vitest';
import type { Pair, Passage } from '../../../src/core/reuse/pair.ts';
import { findingBetween, holdersOf, versionAt } from '../../../src/core/review/versions.ts';
import type { Witness } from '../../../src/core/review/witness.ts';

function passage(document: string, start: number, end: number): Passage {
  const span = { start, end };
  return { document, speech: 0, measure: 0, paragraph: null, unit: span, span };
}

function witness(own: Passage, speaker: string): Witness {
  return { passage: own, speech: { speaker } } as Witness;
}

const VERSIONS = [
  witness(passage('甲', 0, 100), '张健'),
  witness(passage('乙', 0, 100), '李明'),
  witness(passage('乙', 200, 300), '张健'),
  witness(passage('丙', 0, 100), ''),
  witness(passage('丁', 0, 100), ''),
];

it('names whoever has several versions once, and speeches without a name each by themselves', () => {
  expect(holdersOf([0, 1, 2, 3, 4], VERSIONS)).toEqual([
    { speaker: '张健', versions: [0, 2] },
    { speaker: '李明', versions: [1] },
    { speaker: '', versions: [3] },
    { speaker: '', versions: [4] },
  ]);
});

it('knows which version a passage is that ends elsewhere', () => {
  expect(versionAt(VERSIONS, passage('乙', 190, 280))).toBe(2);
  expect(versionAt(VERSIONS, passage('乙', 10, 120))).toBe(1);
  expect(versionAt(VERSIONS, passage('戊', 0, 100))).toBe(0);
});

it('finds the finding between two versions in either order, and none where they are parts of others', () => {
  const pairs = [
    { id: '甲乙', a: passage('甲', 0, 90), b: passage('乙', 0, 100) },
    { id: '甲丙', a: passage('甲', 0, 20), b: passage('丙', 0, 20) },
  ] as unknown as readonly Pair[];
  expect(findingBetween(pairs, passage('乙', 0, 100), passage('甲', 0, 100))?.id).toBe('甲乙');
  expect(findingBetween(pairs, passage('甲', 0, 100), passage('丙', 0, 100))).toBeUndefined();
});
