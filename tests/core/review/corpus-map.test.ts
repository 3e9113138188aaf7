import { describe, expect, it } from 'vitest';
import { corpusMap } from '../../../src/core/review/corpus-map.ts';
import { documentOf, measureOf, pairOf } from './corpus.ts';

describe('corpusMap', () => {
  const structured = documentOf('d', '甲: 一是加强监督 / 二是加强监督', '乙: 一是加强监督');
  const a = measureOf(structured, 0, 0);
  const pairs = [pairOf('p', a, measureOf(structured, 0, 1)), pairOf('q', a, measureOf(structured, 1, 0))];

  it('draws every measure to scale inside its speech', () => {
    const [first] = corpusMap([structured], pairs, pairs[0]!)[0]!.speeches;
    const { start, end } = structured.speeches[0]!.span;
    expect(first!.measures).toHaveLength(2);
    expect(first!.measures[0]).toEqual({
      index: 0,
      left: (a.span.start - start) / (end - start),
      width: (a.span.end - a.span.start) / (end - start),
    });
  });

  it('joins what recurs more than once', () => {
    const [first, second] = corpusMap([structured], pairs, pairs[0]!)[0]!.speeches;
    expect(first!.recurring).toHaveLength(2);
    expect(second!.recurring).toHaveLength(1);
  });

  it('draws the speeches of the pair alone when there are too many to stand side by side', () => {
    const other = documentOf('o', '丙: 一段话');
    const many = documentOf('m', ...Array.from({ length: 30 }, (_, i) => `人${i}: 一是加强监督`));
    const pair = pairOf('p', measureOf(many, 3, 0), measureOf(many, 7, 0));
    const [drawn, ...rest] = corpusMap([many, other], [pair], pair);
    expect(rest).toEqual([]);
    expect(drawn!.speeches.map(({ index }) => index)).toEqual([3, 7]);
    expect(corpusMap([structured, other], pairs, pairs[0]!)).toHaveLength(2);
  });

  it('stays drawable, however much recurs and however many measures there are', () => {
    const items = Array.from(
      { length: 3_000 },
      (_, index) => `${'一二三四五六七八九'.charAt(index % 9)}是加强监督`,
    );
    const long = documentOf('l', `甲: ${items.join(' / ')}`);
    const at = (index: number) => measureOf(long, 0, index);
    const all = items.slice(1).map((_, index) => pairOf(`p${index}`, at(0), at(index + 1)));
    const [drawn] = corpusMap([long], all, all[0]!)[0]!.speeches;
    expect(drawn!.measures).toEqual([]);
    expect(drawn!.recurring.length).toBeGreaterThan(0);
    expect(drawn!.recurring.length).toBeLessThan(802);
  });
});
