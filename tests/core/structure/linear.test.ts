import { afterEach, describe, expect, it, vi } from 'vitest';
import { readStructure, structureSteps } from '../../../src/core/structure/structure.ts';
import { CharacterSet } from '../../../src/core/text/character-set.ts';
import { NextOf } from '../../../src/core/text/next-of.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** How many characters are looked at while `work` is done. */
function looksDuring(work: () => void): number {
  const has = vi.spyOn(CharacterSet.prototype, 'has');
  work();
  const looks = has.mock.calls.length;
  has.mockRestore();
  return looks;
}

const items = (count: number, mark: string) =>
  Array.from(
    { length: count },
    (_, index) => `${'一二三四五六七八九'.charAt(index % 9)}是抓好这项工作${mark}`,
  ).join('');

describe('a paragraph of items', () => {
  it.each(['，', '；', '。'])('behind %s takes time as it has items', (mark) => {
    const [few, many] = [900, 1_800].map((count) =>
      looksDuring(() => expect(readStructure(items(count, mark))[0]?.measures).toHaveLength(count)),
    );
    expect(many as number).toBeLessThan(2.1 * (few as number));
  });
});

describe('the next of some characters', () => {
  const text = `${'字'.repeat(1_000)}。${'字'.repeat(1_000)}`;

  it('is found from every place', () => {
    const stops = new NextOf(text, new CharacterSet('。'));
    const asked = [0, 3, 999, 1_000, 1_001, 5, 1_500, 1_000];
    expect(asked.map((start) => stops.in(start, text.length))).toEqual([
      1_000, 1_000, 1_000, 1_000, 2_001, 1_000, 2_001, 1_000,
    ]);
    expect(stops.in(10, 20)).toBe(20);
  });

  it('is looked for once, however often it is asked for from places that grow', () => {
    const stops = new NextOf(text, new CharacterSet('。'));
    const looks = looksDuring(() => {
      for (let start = 0; start < text.length; start++) stops.in(start, text.length);
    });
    expect(looks).toBeLessThan(2.1 * text.length);
  });
});

describe('reading a structure', () => {
  it.each([
    ['lines', '一行字\n\n'],
    ['speeches', '关于加强监督的发言\n李明华\n\n这一段话说的是加强监督。\n\n'],
  ])('can be stopped as often as there are %s', (_, piece) => {
    const stepsOf = (count: number) => [...structureSteps(piece.repeat(count))].length;
    const few = stepsOf(4_000);
    expect(few).toBeGreaterThan(4);
    expect(stepsOf(40_000)).toBeGreaterThan(5 * few);
  });
});
