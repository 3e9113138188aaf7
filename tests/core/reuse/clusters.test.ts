import { describe, expect, it } from 'vitest';
import { detectAll } from '../../../src/core/reuse/detect.ts';
import { load } from './load.ts';
import { randomText, seeded } from './texts.ts';

const PARAGRAPH = 120;
const VOCABULARY = 3_000;

/** `count` documents of one paragraph each; `vary` makes each its own version. */
function versions(count: number, vary: (text: string, random: () => number) => string) {
  const random = seeded(11);
  const original = randomText(PARAGRAPH, VOCABULARY, random);
  return Array.from({ length: count }, (_, index) => {
    const document = load(`version ${index}`, vary(original, random));
    return { ...document, document: { ...document.document, id: `d${index}` } };
  });
}

function withTwoEdits(text: string, random: () => number): string {
  const edit = (from: string): string => {
    const at = Math.floor(random() * from.length);
    return from.slice(0, at) + randomText(1, VOCABULARY, random) + from.slice(at + 1);
  };
  return edit(edit(text));
}

const same = (text: string): string => text;

describe('clusters', () => {
  it('give all pairs up to 24 members', () => {
    for (const vary of [same, withTwoEdits]) {
      const { pairs, clusters } = detectAll(versions(24, vary));
      expect(clusters.map(({ members }) => members.length)).toEqual([24]);
      expect(pairs).toHaveLength((24 * 23) / 2);
    }
  });

  it('give each member against the first from 25 on, also among thousands', () => {
    for (const [count, vary] of [
      [25, same],
      [25, withTwoEdits],
      [2_000, same],
      [2_000, withTwoEdits],
    ] as const) {
      const { pairs, clusters } = detectAll(versions(count, vary));
      expect(clusters.map(({ members }) => members.length)).toEqual([count]);
      expect(pairs).toHaveLength(count - 1);
      expect(new Set(pairs.map(({ a }) => a.document))).toEqual(new Set(['d0']));
      expect(new Set(pairs.map(({ b }) => b.document)).size).toBe(count - 1);
    }
  });

  it('gather a measure that every speech has, and leave out a ritual sentence that every speech has', () => {
    const measure =
      '深入开展调查研究，听取基层干部群众意见，梳理形成问题清单和责任清单，逐项明确整改措施、完成时限和牵头单位，每月通报一次进展情况。';
    const ritual =
      '让我们更加紧密地团结在以习近平同志为核心的党中央周围，高举中国特色社会主义伟大旗帜，为实现中华民族伟大复兴的中国梦而努力奋斗。';
    const random = seeded(3);
    const everywhere = (text: string) =>
      detectAll(
        Array.from({ length: 40 }, (_, i) =>
          load(`speech ${i}`, `${randomText(40, VOCABULARY, random)}。\n\n${text}`),
        ),
      ).clusters.map(({ members }) => members.length);
    expect(everywhere(measure)).toEqual([40]);
    expect(everywhere(ritual)).toEqual([]);
  });

  it('hold each unit once, though it is found in copies of another', () => {
    const random = seeded(5);
    const shared = randomText(40, VOCABULARY, random);
    const measure = `${shared}，${randomText(60, VOCABULARY, random)}。`;
    const text = [measure, measure, `${randomText(90, VOCABULARY, random)}，${shared}。`].join('\n\n');
    const { pairs, clusters } = detectAll([load('text', text)]);
    expect(pairs.map(({ kind }) => kind).sort()).toEqual(['identical', 'partial', 'partial']);
    expect(clusters.map(({ members }) => members.length).sort()).toEqual([2, 3]);
  });

  it('say what was sampled', () => {
    const { limits } = detectAll(versions(40, withTwoEdits));
    expect(limits).toEqual([{ kind: 'repeats-sampled', count: expect.any(Number) }]);
  });
});
